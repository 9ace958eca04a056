// A glob import gives way to the enum, and `ApiError` is still the derive.
use errbook::*;

#[derive(Debug, ApiError)]
#[api(display)]
enum ApiError {
    #[api(status = 404, code = "NotFound", message = "no order {0}")]
    NotFound(u32),
    #[api(transparent)]
    Nested(Nested),
}

#[derive(Debug, ApiError)]
#[api(display, status = 409, code = "Nested")]
struct Nested;

#[test]
fn works() {
    let error = ApiError::NotFound(7);
    assert_eq!(Reply::new(&error).to_string(), r#"{"code":"NotFound","message":"no order 7"}"#);
    assert_eq!(errbook::ApiError::code(&ApiError::Nested(Nested)), "Nested");
    assert_eq!(ApiError::CATALOG.entries().count(), 2);
}
