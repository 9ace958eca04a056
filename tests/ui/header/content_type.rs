#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", header("Content-Type" = "text/html"))]
    Gone,
}

fn main() {}
