#[derive(Debug, errbook::ApiError)]
#[api(display, header("Server" = "a", "Server" = "b"))]
enum Problem {
    #[api(status = 410, code = "Gone")]
    Gone,
}

fn main() {}
