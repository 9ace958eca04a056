#[derive(Debug, derive_more_0_99::Display, derive_more_0_99::Error, errbook::ApiError)]
enum Problem {
    #[display(fmt = "bad upload: {}", _0)]
    #[api(status = 400, code = "BadUpload")]
    Upload(std::io::Error),
    #[display(fmt = "bad path: {:?}", "source.kind()")]
    #[api(status = 400, code = "BadPath")]
    Path { source: std::io::Error },
    #[display(fmt = "bad name: {}", "_0.to_uppercase()")]
    #[api(status = 400, code = "BadName")]
    Name(#[error(not(source))] String),
}

fn main() {}
