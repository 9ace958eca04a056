#[derive(Debug, displaydoc::Display, errbook::ApiError)]
enum Problem {
    /// bad upload: {source:?}
    #[api(status = 400, code = "BadUpload")]
    Upload { source: std::io::Error },
}

impl std::error::Error for Problem {}

fn main() {}
