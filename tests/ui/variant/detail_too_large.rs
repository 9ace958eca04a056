#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", detail("live" = 18446744073709551616))]
    Gone,
}

fn main() {}
