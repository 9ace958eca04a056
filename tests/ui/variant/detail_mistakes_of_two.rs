#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", detail("live" = null, plan = 1))]
    Gone,
}

fn main() {}
