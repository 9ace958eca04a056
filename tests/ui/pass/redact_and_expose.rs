use errbook::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum Problem {
    #[error("password=hunter2")]
    #[api(status = 403, code = "A", redact)]
    Hidden,
    #[error("the disk is full")]
    #[api(status = 507, code = "B", expose)]
    Shown,
    #[error("password=hunter2")]
    #[api(status = 500, code = "C")]
    Default(#[source] std::io::Error),
}

fn main() {
    assert_eq!(Problem::Hidden.message(), "Forbidden");
    assert_eq!(Problem::Shown.message(), "the disk is full");
    assert_eq!(Problem::Default(std::io::Error::other("x")).message(), "Internal Server Error");
}
