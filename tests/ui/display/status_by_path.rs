#[derive(Debug, thiserror::Error, errbook::ApiError)]
enum Problem {
    #[error("bad upload: {0}")]
    #[api(status = http::StatusCode::BAD_REQUEST, code = "BadUpload")]
    Upload(#[from] std::io::Error),
}

fn main() {}
