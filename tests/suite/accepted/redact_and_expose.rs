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

#[test]
fn works() {
    assert_eq!(crate::message_of(&Problem::Hidden), "Forbidden");
    assert_eq!(crate::message_of(&Problem::Shown), "the disk is full");
    assert_eq!(crate::message_of(&Problem::Default(std::io::Error::other("x"))), "Internal Server Error");
}
