#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", detail("live" = true), detail("live" = true))]
    Gone,
}

fn main() {}
