#[derive(Debug, errbook::ApiError)]
#[api(display, header("X-A"))]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
