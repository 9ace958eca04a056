#[derive(Debug, errbook::ApiError)]
#[api(display, strict)]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
