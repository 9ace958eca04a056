#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", detail("live" = true, "live" = false))]
    Gone,
}

fn main() {}
