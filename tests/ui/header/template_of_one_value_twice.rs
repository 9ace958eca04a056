#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", header("ETag" = "\"{0}\"", "ETag" = "b"))]
    Gone(u8),
}

fn main() {}
