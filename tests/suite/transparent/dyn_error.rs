//! `transparent` over boxed errors of any type.

use errbook::{ApiError, Reply};

#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "Missing", message = "no {what}", body = errbook::body::MESSAGE)]
struct Missing {
    #[api(detail)]
    what: &'static str,
}

#[derive(Debug, ApiError)]
#[api(display, serialize)]
enum Any {
    #[api(transparent)]
    Dyn(Box<dyn ApiError>),
    #[api(transparent)]
    SendSync(Box<dyn ApiError + Send + Sync>),
}

const MISSING: Missing = Missing { what: "tea" };

#[test]
fn delegates() {
    for error in [Any::Dyn(Box::new(MISSING)), Any::SendSync(Box::new(MISSING))] {
        assert_eq!(error.status(), 404);
        assert_eq!(Reply::new(&error).to_string(), r#"{"error":"no tea"}"#);
        assert_eq!(serde_json::to_string(&error).unwrap(), r#"{"error":"no tea"}"#);
        assert_eq!(error.to_string(), "no tea");
        assert!(std::error::Error::source(&error).is_none());
    }
}

#[test]
fn two_deep() {
    let error = Any::SendSync(Box::new(MISSING));
    let error = Any::Dyn(Box::new(error));
    let error = Any::Dyn(Box::new(error));
    assert_eq!(error.code(), "Missing");
    assert_eq!(Reply::new(&error).to_string(), r#"{"error":"no tea"}"#);
}

#[test]
fn adds_nothing_to_the_catalog() {
    assert_eq!(Any::CATALOG.entries().count(), 0);
}
