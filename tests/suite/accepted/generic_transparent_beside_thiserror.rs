use errbook::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum Problem<E> {
    #[error(transparent)]
    #[api(transparent)]
    Inner(E),
    #[error("broken")]
    #[api(status = 500, code = "Broken")]
    Broken(#[source] std::io::Error),
}

#[derive(Debug, ApiError)]
#[api(display, status = 409, code = "Inner")]
struct Inner;

#[test]
fn works() {
    assert_eq!(Problem::Inner(Inner).code(), "Inner");
    assert_eq!(
        crate::message_of(&Problem::<Inner>::Broken(std::io::Error::other("x"))),
        "Internal Server Error"
    );
}
