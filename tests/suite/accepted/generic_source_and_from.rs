use errbook::ApiError;
use std::error::Error;

#[derive(Debug, ApiError)]
#[api(display)]
enum Problem<E: Error + 'static> {
    #[api(status = 500, code = "Broken")]
    Broken(#[api(from)] Wrapped<E>),
}

#[derive(Debug, thiserror::Error)]
#[error("wrapped")]
struct Wrapped<E: Error + 'static>(E);

#[test]
fn works() {
    let error: Problem<std::fmt::Error> = Wrapped(std::fmt::Error).into();
    assert_eq!(error.source().unwrap().to_string(), "wrapped");
    assert_eq!(crate::message_of(&error), "Internal Server Error");
}
