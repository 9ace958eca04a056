#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 400, code = "BadUpload")]
    Upload(#[api(source, header = "X-Cause")] std::io::Error),
}

#[derive(Debug, thiserror::Error, errbook::ApiError)]
#[error("bad path")]
#[api(status = 400, code = "BadPath")]
struct Path {
    #[api(header = "X-Cause")]
    source: std::io::Error,
}

fn main() {}
