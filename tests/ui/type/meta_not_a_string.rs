#[derive(Debug, errbook::ApiError)]
#[api(display, meta(owner = 7))]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
