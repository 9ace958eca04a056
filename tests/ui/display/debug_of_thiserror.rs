#[derive(Debug, thiserror::Error, errbook::ApiError)]
#[error("bad upload: {cause:?}")]
#[api(status = 413, code = "BadUpload")]
struct Upload {
    #[source]
    cause: std::io::Error,
    limit: u64,
}

fn main() {}
