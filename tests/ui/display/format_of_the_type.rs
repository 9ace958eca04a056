#[derive(Debug, thiserror::Error, errbook::ApiError)]
#[error("refused: {0}")]
enum Problem {
    #[api(status = 400, code = "BadUpload")]
    Upload(#[source] std::io::Error),
}

fn main() {}
