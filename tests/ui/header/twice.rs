#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", header("ETag" = "a"), header("etag" = "b"))]
    Gone,
}

fn main() {}
