#[derive(Debug, errbook::ApiError)]
#[api(display, since = "1.2")]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
