#[derive(Debug, errbook::ApiError)]
#[api(display, header("X-A" = "a", "X-A" = "b"))]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
