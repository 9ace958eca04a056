#[derive(Debug, derive_more::Display, derive_more::Error, errbook::ApiError)]
enum Problem {
    #[display("bad upload: {_0}")]
    #[api(status = 400, code = "BadUpload")]
    Upload(std::io::Error),
}

fn main() {}
