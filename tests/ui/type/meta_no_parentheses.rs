#[derive(Debug, errbook::ApiError)]
#[api(display, meta = "billing")]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
