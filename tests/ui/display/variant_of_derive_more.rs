#[derive(Debug, derive_more::Display, derive_more::Error, errbook::ApiError)]
#[display("problem: {_variant}")]
enum Problem {
    #[api(status = 400, code = "BadUpload")]
    Upload(std::io::Error),
    #[display("{_0:?}")]
    #[api(status = 400, code = "BadPath")]
    Path(std::io::Error),
}

#[derive(Debug, derive_more::Display, derive_more::Error, errbook::ApiError)]
#[display("problem: {}", _variant)]
#[api(status = 400, rename_all = "PascalCase")]
enum Argument {
    Upload(std::io::Error),
}

fn main() {}
