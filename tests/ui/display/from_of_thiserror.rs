#[derive(Debug, thiserror::Error, errbook::ApiError)]
enum Problem {
    #[error("bad upload: {0}")]
    #[api(status = 400, code = "BadUpload")]
    Upload(#[from] std::io::Error),
}

fn main() {}
