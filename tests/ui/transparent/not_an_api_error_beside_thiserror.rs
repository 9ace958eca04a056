#[derive(Debug, thiserror::Error, errbook::ApiError)]
enum Problem {
    #[error(transparent)]
    #[api(transparent)]
    Io(std::io::Error),
}

fn main() {}
