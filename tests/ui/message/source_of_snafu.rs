#[derive(Debug, snafu::Snafu, errbook::ApiError)]
enum Problem {
    #[api(status = 410, code = "Gone", message = "gone: {cause}")]
    Gone { #[snafu(source)] cause: std::io::Error },
}

fn main() {}
