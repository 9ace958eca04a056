//! What replies are like: those of declared errors, those of the framework, and others.

use errbook_tower::{ErrorLayer, Policy};
use http::{Response, header};
use tower::{Layer as _, service_fn};

use crate::{BOOK, Bytes, Error, FORMAT, answer, ask, empty, full, get, plain, respond, usual};

#[tokio::test]
async fn declared_errors_have_the_facts_of_the_request() {
    let answer = usual(|| respond(Error::Locked)).await;
    answer.check(409, "LOCKED");
    assert_eq!(answer.json()["instance"], "/orders/7");
}

#[tokio::test]
async fn errors_of_the_framework_are_in_the_declared_format() {
    usual(|| empty(404)).await.check(404, "NOT_FOUND");
    usual(|| empty(405)).await.check(405, "METHOD_NOT_ALLOWED");
    for (status, code) in [
        (400, "BAD_REQUEST"),
        (413, "CONTENT_TOO_LARGE"),
        (415, "UNSUPPORTED_MEDIA_TYPE"),
        (422, "UNPROCESSABLE_CONTENT"),
    ] {
        let service = service_fn(move |_| async move { Ok(plain(status, "a: expected u32")) });
        let answer = ask(ErrorLayer::new(&BOOK).layer(service), get("/")).await;
        answer.check(status, code);
        assert!(!answer.text.contains("u32"));
    }
    usual(|| plain(500, "password=hunter2")).await.check(500, "INTERNAL_SERVER_ERROR");
    // A status that is not registered stays what it is.
    usual(|| empty(499)).await.check(499, "BAD_REQUEST");
}

#[tokio::test]
async fn other_responses_are_not_touched() {
    let own = |status: u16, content_type: &'static str| {
        Response::builder()
            .status(status)
            .header(header::CONTENT_TYPE, content_type.as_bytes())
            .body(full(Bytes::from(&b"mine"[..])))
    };
    let cases = [
        (400, "application/json"),
        (400, "application/json; title=\"é\""),
        (404, "text/html; charset=utf-8"),
        (422, "application/problem+json"),
        (200, "text/event-stream"),
        (200, "text/plain"),
        (500, "application/grpc"),
        (302, "text/plain"),
        (304, ""),
        (101, "text/plain"),
    ];
    for (status, content_type) in cases {
        let service = service_fn(move |_| async move { Ok(own(status, content_type).unwrap()) });
        let answer = ask(ErrorLayer::new(&BOOK).layer(service), get("/")).await;
        assert_eq!(
            (answer.status, answer.text.as_str(), answer.headers.len()),
            (status, "mine", 1),
            "{content_type}"
        );
        assert_eq!(answer.headers[header::CONTENT_TYPE].as_bytes(), content_type.as_bytes());
    }
}

#[tokio::test]
async fn headers_that_do_not_describe_the_body_are_kept() {
    let answer = usual(|| {
        let mut response = plain(401, "no token");
        for (name, value) in [
            ("www-authenticate", "Bearer"),
            ("access-control-allow-origin", "*"),
            ("vary", "origin"),
            ("cache-control", "private"),
            ("content-encoding", "gzip"),
            ("content-length", "8"),
            ("etag", "\"1\""),
            ("content-language", "de"),
            ("content-digest", "sha-256=:AAAA:"),
            ("content-range", "bytes */8"),
        ] {
            response.headers_mut().insert(name, value.parse().unwrap());
        }
        response
    })
    .await;

    assert_eq!((answer.status, &answer.json()["code"]), (401, &"UNAUTHORIZED".into()));
    let names = ["www-authenticate", "access-control-allow-origin", "cache-control"];
    assert_eq!(names.map(|name| answer.headers[name].to_str().unwrap()), ["Bearer", "*", "private"]);
    let vary: Vec<_> = answer.headers.get_all(header::VARY).iter().collect();
    assert_eq!(vary, ["origin", "accept"]);
    let of_the_body =
        ["content-encoding", "content-length", "etag", "content-language", "content-digest", "content-range"];
    for name in of_the_body {
        assert!(!answer.headers.contains_key(name), "{name}");
    }
}

/// A client learns from it how long the file is (RFC 9110 §15.5.17).
#[tokio::test]
async fn a_range_that_is_not_satisfiable_keeps_the_length() {
    let answer = usual(|| {
        let mut response = empty(416);
        response.headers_mut().insert(header::CONTENT_RANGE, "bytes */8".parse().unwrap());
        response
    })
    .await;
    answer.check(416, "RANGE_NOT_SATISFIABLE");
    assert_eq!(answer.headers[header::CONTENT_RANGE], "bytes */8");
}

#[tokio::test]
async fn the_client_chooses_the_format() {
    let accept = |value| get("/").header(header::ACCEPT, value);
    let policy = || Policy::new(&BOOK);
    for make in [|| respond(Error::Locked), || empty(409)] {
        let problem = answer(policy(), accept("application/problem+json"), make).await;
        assert_eq!(problem.headers[header::CONTENT_TYPE], "application/problem+json");
        assert_eq!(problem.json()["status"], 409);
        let refused = answer(policy(), accept("application/json;q=0, image/png"), make).await;
        assert_eq!(refused.status, 409);
    }
    let only = answer(
        Policy::with_formats(errbook::Formats::new(&FORMAT, &[])),
        accept("application/problem+json"),
        || empty(404),
    )
    .await;
    assert_eq!(only.headers[header::CONTENT_TYPE], "application/json");
    assert!(!only.headers.contains_key(header::VARY));
}

#[tokio::test]
async fn head_has_no_body() {
    let head = || get("/").method("HEAD");
    let own = answer(Policy::new(&BOOK), head(), || respond(Error::Locked)).await;
    let same = usual(|| respond(Error::Locked)).await;
    let of_framework = answer(Policy::new(&BOOK), head(), || plain(404, "nothing here")).await;
    for answer in [&own, &of_framework] {
        assert_eq!(answer.text, "");
        assert!(answer.headers.contains_key("x-request-id"));
    }
    // The instance of the request by GET is longer.
    let length: usize = own.headers[header::CONTENT_LENGTH].to_str().unwrap().parse().unwrap();
    assert_eq!(length, same.text.len() - "orders/7".len());
}
