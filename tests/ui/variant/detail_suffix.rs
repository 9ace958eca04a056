#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", detail("live" = 1u8))]
    Gone,
}

fn main() {}
