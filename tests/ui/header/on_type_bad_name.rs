#[derive(Debug, errbook::ApiError)]
#[api(display, header("X Limit" = "7"))]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
