//! Before and after, the services answer the same.

use std::collections::BTreeMap;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use errbook_migrate::{into_response, problem};
use http_body_util::BodyExt as _;
use tower::ServiceExt as _;

const REQUESTS: [&str; 5] = ["/orders/7", "/orders/8", "/orders/9", "/orders/10", "/orders/11"];

/// What the layer adds to every error. `vary` is there because clients may ask for problem details.
const ADDED: [&str; 4] = ["cache-control", "vary", "x-content-type-options", "x-request-id"];

#[tokio::test]
async fn into_response_becomes_a_derive() {
    same(into_response::before::app(), into_response::after::app()).await;
}

#[tokio::test]
async fn problem_details_become_a_derive() {
    same(problem::with_problem_details::app(), problem::after::app()).await;
    same(problem::with_http_api_problem::app(), problem::after::app()).await;
}

/// Asks both for the same, and for what only the layer answers in the format of the API.
async fn same(before: Router, after: Router) {
    for path in REQUESTS {
        let (status, headers, body) = ask(&before, path).await;
        let (new_status, new_headers, new_body) = ask(&after, path).await;
        assert_eq!((status, &body), (new_status, &new_body), "{path}");
        let (headers, mut new_headers) = (sorted(&headers), sorted(&new_headers));
        for added in ADDED {
            let is_new = new_headers.remove(added).is_some();
            assert_eq!(is_new, !status.is_success(), "{path}: {added}");
        }
        assert_eq!(headers, new_headers, "{path}");
    }
    let (status, _, body) = ask(&before, "/nothing").await;
    let (new_status, _, new_body) = ask(&after, "/nothing").await;
    assert_eq!((status, new_status, body.as_str()), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND, ""));
    assert!(new_body.contains(r#""code":"NOT_FOUND""#), "{new_body}");
}

async fn ask(app: &Router, path: &str) -> (StatusCode, HeaderMap, String) {
    let request = Request::get(path).body(Body::empty()).unwrap();
    let (head, body) = app.clone().oneshot(request).await.unwrap().into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    (head.status, head.headers, String::from_utf8(body.to_vec()).unwrap())
}

fn sorted(headers: &HeaderMap) -> BTreeMap<String, String> {
    let text = |value: &axum::http::HeaderValue| value.to_str().unwrap().to_owned();
    headers.iter().map(|(name, value)| (name.to_string(), text(value))).collect()
}
