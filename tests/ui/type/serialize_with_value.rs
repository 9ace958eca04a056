#[derive(Debug, errbook::ApiError)]
#[api(display, serialize = "json")]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
