#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", header("X-Error-Code" = "{code"))]
    Gone,
}

fn main() {}
