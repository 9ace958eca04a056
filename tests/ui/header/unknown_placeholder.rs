#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", header("X-Error-Code" = "{cod}"))]
    Gone,
}

fn main() {}
