//! `transparent` over boxed errors of any type.

use std::error::Error as _;
use std::sync::Arc;

use errbook::{AnyError, ApiError, Reply};

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
    #[api(transparent)]
    Pointer(#[api(from)] AnyError),
}

const MISSING: Missing = Missing { what: "tea" };

#[test]
fn delegates() {
    let any = AnyError::from(MISSING);
    for error in [Any::Dyn(Box::new(MISSING)), Any::SendSync(Box::new(MISSING)), any.into()] {
        assert_eq!(error.status(), 404);
        assert_eq!(Reply::new(&error).to_string(), r#"{"error":"no tea"}"#);
        assert_eq!(serde_json::to_string(&error).unwrap(), r#"{"error":"no tea"}"#);
        assert_eq!(error.to_string(), "no tea");
        assert!(error.source().is_none());
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

#[test]
fn any_error_is_a_kind_and_a_source() {
    #[derive(Debug, ApiError)]
    #[api(display)]
    enum Wrapped {
        Kind(#[api(kind)] AnyError, #[api(detail = "try")] u8),
        #[api(status = 502, code = "Upstream")]
        Source {
            source: Option<AnyError>,
        },
        #[api(status = 503, code = "Shared")]
        Shared(#[api(from)] Arc<AnyError>),
    }

    let kind = Wrapped::Kind(MISSING.into(), 2);
    assert_eq!((kind.status().as_u16(), kind.code()), (404, "Missing"));
    assert_eq!(Reply::new(&kind).body(&errbook::body::FLAT).to_string(), FLAT);
    for error in [Wrapped::Source { source: Some(MISSING.into()) }, Arc::new(AnyError::from(MISSING)).into()]
    {
        assert!(error.source().unwrap().is::<Missing>());
    }
    assert!(Wrapped::Source { source: None }.source().is_none());
}

const FLAT: &str = r#"{"code":"Missing","message":"no tea","details":{"try":2,"what":"tea"}}"#;
