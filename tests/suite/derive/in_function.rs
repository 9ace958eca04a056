//! An error declared inside a function, beside another of the same name.

use errbook::{ApiError, Reply};

fn first() -> String {
    #[derive(Debug, ApiError)]
    #[api(display, status = 400, code = "First", body = BODY)]
    struct Local;
    const BODY: errbook::Body = errbook::body!({ "first": code });
    Reply::new(&Local).to_string()
}

fn second() -> String {
    #[derive(Debug, ApiError)]
    #[api(display, status = STATUS, code = "Second", body = BODY)]
    struct Local;
    const STATUS: http::StatusCode = http::StatusCode::CONFLICT;
    static BODY: errbook::Body = errbook::body!({ "second": status });
    Reply::new(&Local).to_string()
}

#[test]
fn sees_what_its_function_declares() {
    assert_eq!(first(), r#"{"first":"First"}"#);
    assert_eq!(second(), r#"{"second":409}"#);
}
