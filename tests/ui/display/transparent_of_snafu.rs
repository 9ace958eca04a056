#[derive(Debug, snafu::Snafu, errbook::ApiError)]
enum Problem {
    #[snafu(transparent)]
    #[api(status = 400, code = "BadUpload")]
    Upload { source: std::io::Error },
}

fn main() {}
