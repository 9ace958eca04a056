#[derive(Debug, thiserror::Error, errbook::ApiError)]
enum Problem {
    #[error(transparent)]
    #[api(status = 400, code = "BadUpload")]
    Upload(std::io::Error),
}

fn main() {}
