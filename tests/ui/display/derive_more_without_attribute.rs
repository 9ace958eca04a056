#[derive(Debug, derive_more::Display, derive_more::Error, errbook::ApiError)]
enum Problem {
    #[display("the disk is full")]
    #[api(status = 507, code = "Full")]
    Full,
    #[api(status = 400, code = "BadUpload")]
    Upload(std::io::Error),
}

fn main() {}
