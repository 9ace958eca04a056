#[derive(Debug, errbook::ApiError)]
#[api(display, detail("live" = true))]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
