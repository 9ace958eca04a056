#[derive(Debug, thiserror::Error, errbook::ApiError)]
enum Problem {
    #[error("bad upload of {why}", why = .0.kind())]
    #[api(status = 400, code = "BadUpload")]
    Upload(#[from] std::io::Error),
}

fn main() {}
