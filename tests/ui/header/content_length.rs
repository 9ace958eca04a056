#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", header("content-length" = "7"))]
    Gone,
}

fn main() {}
