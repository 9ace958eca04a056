#[derive(Debug, thiserror::Error, errbook::ApiError)]
enum Problem {
    #[error("bad upload of {} bytes: {}", .size / 2, .source.to_string())]
    #[api(status = 400, code = "BadUpload")]
    Upload { size: u64, source: std::io::Error },
}

fn main() {}
