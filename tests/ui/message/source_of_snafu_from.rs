#[derive(Debug, snafu::Snafu, errbook::ApiError)]
enum Problem {
    #[api(status = 410, code = "Gone", message = "gone: {cause}")]
    Gone { #[snafu(source(from(std::io::Error, Box::new)))] cause: Box<std::io::Error> },
}

fn main() {}
