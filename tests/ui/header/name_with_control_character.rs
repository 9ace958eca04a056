#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", header("X-\r\nLimit" = "7"))]
    Gone,
}

fn main() {}
