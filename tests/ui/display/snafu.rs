#[derive(Debug, snafu::Snafu, errbook::ApiError)]
enum Problem {
    #[snafu(context(false), display("bad upload: {source}"))]
    #[api(status = 400, code = "BadUpload")]
    Upload { source: std::io::Error },
}

fn main() {}
