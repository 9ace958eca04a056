//! The services of actix-web answer the same, before and after.

use std::collections::BTreeMap;

use actix_web::App;
use actix_web::body::MessageBody;
use actix_web::dev::ServiceResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::HeaderValue;
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use errbook_migrate::response_error::{after, before};

/// What the middleware adds to every error.
const ADDED: [&str; 4] = ["cache-control", "vary", "x-content-type-options", "x-request-id"];

#[actix_web::test]
async fn response_error_becomes_a_derive() {
    let old = init_service(App::new().configure(before::routes)).await;
    let new = init_service(App::new().configure(after::routes).wrap(after::middleware())).await;
    for path in ["/orders/7", "/orders/8", "/orders/9", "/orders/10", "/orders/11"] {
        let (status, headers, body) =
            read(call_service(&old, TestRequest::with_uri(path).to_request()).await).await;
        let (new_status, mut new_headers, new_body) =
            read(call_service(&new, TestRequest::with_uri(path).to_request()).await).await;
        assert_eq!((status, &body), (new_status, &new_body), "{path}");
        for added in ADDED {
            let is_new = new_headers.remove(added).is_some();
            assert_eq!(is_new, !status.is_success(), "{path}: {added}");
        }
        assert_eq!(headers, new_headers, "{path}");
    }
    let (_, _, body) = read(call_service(&old, TestRequest::with_uri("/nothing").to_request()).await).await;
    let (status, _, new_body) =
        read(call_service(&new, TestRequest::with_uri("/nothing").to_request()).await).await;
    let expected = r#"{"code":"NOT_FOUND","message":"Not Found"}"#;
    assert_eq!((status, body.as_str(), new_body.as_str()), (StatusCode::NOT_FOUND, "", expected));
}

/// The status, the headers and the body.
async fn read(response: ServiceResponse<impl MessageBody>) -> (StatusCode, BTreeMap<String, String>, String) {
    let status = response.status();
    let text = |value: &HeaderValue| value.to_str().unwrap().to_owned();
    let headers = response.headers().iter();
    let headers = headers.map(|(name, value)| (name.to_string(), text(value))).collect();
    (status, headers, String::from_utf8(read_body(response).await.to_vec()).unwrap())
}
