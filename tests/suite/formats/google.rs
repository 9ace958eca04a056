//! `body::GOOGLE` keeps the rules of AIP-193 for the JSON of an error.

use errbook::{ApiError, Reply};
use serde_json::{Value, json};

#[derive(Debug, ApiError)]
#[api(display, rename_all = "SCREAMING_SNAKE_CASE", body = errbook::body::GOOGLE, meta(domain = "shop.example.com"))]
enum Canonical {
    #[api(status = 499, title = "Client closed request")]
    ByStatusCancelled,
    #[api(status = 400)]
    ByStatusInvalidArgument,
    #[api(status = 504)]
    ByStatusDeadlineExceeded,
    #[api(status = 404)]
    ByStatusNotFound,
    #[api(status = 403)]
    ByStatusPermissionDenied,
    #[api(status = 401)]
    ByStatusUnauthenticated,
    #[api(status = 429)]
    ByStatusResourceExhausted,
    #[api(status = 409)]
    ByStatusAborted,
    #[api(status = 501)]
    ByStatusUnimplemented,
    #[api(status = 500)]
    ByStatusInternal,
    #[api(status = 503)]
    ByStatusUnavailable,
    #[api(status = 500, meta(grpc = "UNKNOWN"))]
    Unknown,
    #[api(status = 409, meta(grpc = "ALREADY_EXISTS"))]
    AlreadyExists,
    #[api(status = 400, meta(grpc = "FAILED_PRECONDITION"))]
    FailedPrecondition,
    #[api(status = 400, meta(grpc = "OUT_OF_RANGE"))]
    OutOfRange,
    #[api(status = 500, meta(grpc = "DATA_LOSS"))]
    DataLoss,
}

macro_rules! all {
    ($($variant:ident),*) => { [$(Canonical::$variant),*] };
}

#[derive(Debug, ApiError)]
#[api(display, status = 429, code = "QUOTA_USED_UP", message = "{used} used up in {zone}")]
#[api(body = errbook::body::GOOGLE, meta(domain = "shop.example.com"))]
struct Quota {
    #[api(detail)]
    used: u64,
    #[api(detail)]
    limit: Option<u64>,
    #[api(detail)]
    zone: &'static str,
    #[api(detail)]
    open: bool,
    #[api(detail)]
    list: [u8; 2],
}

fn body(error: &dyn ApiError) -> Value {
    serde_json::from_slice(&Reply::new(error).to_bytes()).unwrap()
}

/// `code` is the status of the response, and `status` a canonical code that maps to it.
#[test]
fn code_and_status_agree() {
    let expected = [
        (499, "CANCELLED"),
        (400, "INVALID_ARGUMENT"),
        (504, "DEADLINE_EXCEEDED"),
        (404, "NOT_FOUND"),
        (403, "PERMISSION_DENIED"),
        (401, "UNAUTHENTICATED"),
        (429, "RESOURCE_EXHAUSTED"),
        (409, "ABORTED"),
        (501, "UNIMPLEMENTED"),
        (500, "INTERNAL"),
        (503, "UNAVAILABLE"),
        (500, "UNKNOWN"),
        (409, "ALREADY_EXISTS"),
        (400, "FAILED_PRECONDITION"),
        (400, "OUT_OF_RANGE"),
        (500, "DATA_LOSS"),
    ];
    let all = all![
        ByStatusCancelled,
        ByStatusInvalidArgument,
        ByStatusDeadlineExceeded,
        ByStatusNotFound,
        ByStatusPermissionDenied,
        ByStatusUnauthenticated,
        ByStatusResourceExhausted,
        ByStatusAborted,
        ByStatusUnimplemented,
        ByStatusInternal,
        ByStatusUnavailable,
        Unknown,
        AlreadyExists,
        FailedPrecondition,
        OutOfRange,
        DataLoss
    ];
    assert_eq!(Canonical::CATALOG.entries().count(), all.len());
    for (error, (code, status)) in all.iter().zip(expected) {
        let reply = Reply::new(error).to_response();
        let body: Value = serde_json::from_slice(reply.body()).unwrap();
        assert_eq!(body["error"]["code"], code);
        assert_eq!(body["error"]["status"], status);
        assert_eq!(reply.status().as_u16(), code);
        assert_eq!(errbook::__private::status_of_grpc_code(status), Some(code));
    }
}

/// Exactly one `ErrorInfo`, with reason, domain, and metadata of strings.
#[test]
fn one_error_info() {
    let error = Quota { used: 10, limit: Some(9), zone: "eu", open: false, list: [1, 2] };
    assert_eq!(
        body(&error),
        json!({"error": {
            "code": 429,
            "message": "10 used up in eu",
            "status": "RESOURCE_EXHAUSTED",
            "details": [{
                "@type": "type.googleapis.com/google.rpc.ErrorInfo",
                "reason": "QUOTA_USED_UP",
                "domain": "shop.example.com",
                "metadata": { "used": "10", "limit": "9", "zone": "eu", "open": "false", "list": "[1,2]" },
            }],
        }})
    );
}

/// Absent values are left out, and empty metadata with them.
#[test]
fn absent_metadata() {
    let error = Quota { used: 10, limit: None, zone: "eu", open: true, list: [1, 2] };
    assert!(body(&error)["error"]["details"][0]["metadata"].get("limit").is_none());
    let info = body(&Canonical::Unknown)["error"]["details"][0].clone();
    assert_eq!(info.as_object().unwrap().len(), 3);
}

/// The media type.
#[test]
fn content_type() {
    let reply = Reply::new(&Canonical::Unknown).to_response();
    assert_eq!(reply.headers()["content-type"], "application/json");
}

/// A status known only at runtime has a canonical code that maps to it, whatever the declared one is.
#[test]
fn status_at_runtime() {
    #[derive(Debug, ApiError)]
    #[api(display, status = 409, code = "UPSTREAM", body = errbook::body::GOOGLE)]
    #[api(meta(domain = "d", grpc = "ALREADY_EXISTS"))]
    struct Upstream(#[api(status)] u16);
    for (status, name) in [(409, "ALREADY_EXISTS"), (404, "NOT_FOUND"), (503, "UNAVAILABLE")] {
        let body = body(&Upstream(status));
        assert_eq!(body["error"]["code"], status);
        assert_eq!(body["error"]["status"], name);
    }
}
