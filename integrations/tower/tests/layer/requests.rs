//! Which request a reply belongs to, and what happens if its handler fails otherwise.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use errbook::{ApiError, Body as Format, Book, Context, Occurrence, body};
use errbook_tower::{ErrorLayer, Policy};
use http::{HeaderValue, Request, StatusCode, header};
use tower::{Layer as _, service_fn};

use crate::{BOOK, Body, Error, answer, ask, empty, full, get, respond, usual};

/// The id is the trace id of a single valid `traceparent`, else a well-formed `x-request-id`, else generated.
#[tokio::test]
async fn the_id_is_that_of_the_request() {
    const PARENT: &str = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    let id = async |headers: &[(&str, &[u8])]| {
        let mut request = get("/");
        for (name, value) in headers {
            request = request.header(*name, http::HeaderValue::from_bytes(value).unwrap());
        }
        let answer = answer(Policy::new(&BOOK), request, || respond(Error::Locked)).await;
        answer.check(409, "LOCKED");
        answer.json()["trace_id"].as_str().unwrap().to_owned()
    };
    let parent = ("traceparent", PARENT.as_bytes());
    assert_eq!(id(&[parent]).await, "4bf92f3577b34da6a3ce929d0e0e4736");
    assert_eq!(id(&[parent, ("x-request-id", b"a-1")]).await, "4bf92f3577b34da6a3ce929d0e0e4736");
    assert_eq!(id(&[("traceparent", b"00-1-1-1"), ("x-request-id", b"a\"\\<1>")]).await, "a\"\\<1>");
    assert_eq!(id(&[parent, parent, ("x-request-id", b"a-1")]).await, "a-1");
    let long = [b'a'; 129];
    for invalid in [&b""[..], b"a b", b"\xff", "é".as_bytes(), &long] {
        let id = id(&[("x-request-id", invalid)]).await;
        assert!(id.len() == 32 && id.bytes().all(|byte| byte.is_ascii_hexdigit()), "{id}");
    }
    assert_eq!(id(&[("x-request-id", b"a"), ("x-request-id", b"b")]).await.len(), 32);
    assert_ne!(id(&[]).await, id(&[]).await);
}

#[tokio::test]
async fn panics_are_answered_and_leave_the_scope() {
    let policy = Policy::new(&BOOK);
    let service = ErrorLayer::with_policy(policy.clone()).layer(service_fn(|request: Request<Body>| {
        assert_ne!(request.uri().path(), "/call", "password=hunter2");
        async move {
            tokio::task::yield_now().await;
            assert_ne!(request.uri().path(), "/poll", "password=hunter2");
            Ok(empty(404))
        }
    }));
    for path in ["/call", "/poll"] {
        let request = get(path).header("x-request-id", "stale");
        let answer = ask(service.clone(), request).await;
        answer.check(500, "INTERNAL_SERVER_ERROR");
        assert_eq!(answer.headers["x-request-id"], "stale");
        assert!(!answer.text.contains("hunter2"));

        assert!(Context::try_current().is_none());
        let next = ask(service.clone(), get("/")).await;
        next.check(404, "NOT_FOUND");
        assert_ne!(next.headers["x-request-id"], "stale");
    }
}

struct PanicsWhenDropped;

impl Drop for PanicsWhenDropped {
    fn drop(&mut self) {
        panic!("password=hunter2")
    }
}

#[tokio::test]
async fn a_payload_of_a_panic_may_panic() {
    usual(|| std::panic::panic_any(PanicsWhenDropped)).await.check(500, "INTERNAL_SERVER_ERROR");
}

#[derive(Debug)]
struct Unprintable;

impl std::fmt::Display for Unprintable {
    fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        panic!("password=hunter2")
    }
}

impl std::error::Error for Unprintable {}

impl ApiError for Unprintable {
    fn entry(&self) -> &'static errbook::Entry {
        static ENTRY: errbook::Entry = errbook::Entry::new(400, "UNPRINTABLE");
        &ENTRY
    }
}

#[tokio::test]
async fn an_error_that_panics_when_it_is_written_is_internal() {
    usual(|| Context::current().respond(Unprintable).map(full)).await.check(500, "INTERNAL_SERVER_ERROR");
    // Written by the layer itself.
    let answer = usual(|| {
        let mut response = empty(400);
        response.extensions_mut().insert(Occurrence::from(Unprintable));
        response
    });
    answer.await.check(500, "INTERNAL_SERVER_ERROR");
}

#[tokio::test]
async fn a_reply_from_outside_the_scope_is_written_again() {
    let service = service_fn(|_| async { Ok(tokio::spawn(async { respond(Error::Locked) }).await.unwrap()) });
    let answer =
        ask(ErrorLayer::new(&BOOK).layer(service), get("/spawned").header("x-request-id", "1")).await;
    answer.check(409, "LOCKED");
    assert_eq!(answer.json()["instance"], "/spawned");
}

#[tokio::test]
async fn a_reply_from_outside_the_scope_keeps_the_status_of_the_handler() {
    // None has a body.
    for (chosen, expected) in [(418, 418), (204, 409)] {
        let service = service_fn(move |_| async move {
            let mut response = tokio::spawn(async { respond(Error::Locked) }).await.unwrap();
            *response.status_mut() = chosen.try_into().unwrap();
            Ok(response)
        });
        ask(ErrorLayer::new(&BOOK).layer(service), get("/")).await.check(expected, "LOCKED");
    }
}

/// The body of a problem says which status the response has (RFC 9457 §3.1.2).
#[tokio::test]
async fn a_status_of_the_handler_is_that_of_the_body() {
    let service = service_fn(|_| async {
        let mut response = respond(Error::Locked);
        *response.status_mut() = StatusCode::LOCKED;
        for (name, value) in [("content-length", "7"), ("retry-after", "9")] {
            response.headers_mut().insert(name, HeaderValue::from_static(value));
        }
        Ok(response)
    });
    let request = get("/").header("accept", "application/problem+json");
    let answer = ask(ErrorLayer::new(&BOOK).layer(service), request).await;
    answer.check(423, "LOCKED");
    assert_eq!(answer.json()["status"], 423);
    assert_eq!(answer.headers["content-type"], "application/problem+json");
    assert_eq!(answer.headers["retry-after"], "9");
    assert!(!answer.headers.contains_key("content-length"));
}

/// It may be 200 for every error, as for JSON-RPC; a handler may still choose another one.
#[tokio::test]
async fn a_status_of_the_format_is_not_one_of_the_handler() {
    static ALWAYS_OK: Format = body::FLAT.with_http_status(200);
    static RPC: Book = Book::new("Orders RPC", &[Error::CATALOG]).with_body(&ALWAYS_OK);
    for (chosen, expected) in [(None, 200), (Some(503), 503)] {
        let service = service_fn(move |_| async move {
            let mut response = respond(Error::Locked);
            let chosen = chosen.and_then(|status| StatusCode::from_u16(status).ok());
            *response.status_mut() = chosen.unwrap_or(response.status());
            Ok(response)
        });
        let answer = ask(ErrorLayer::new(&RPC).layer(service), get("/")).await;
        assert_eq!(answer.status, expected);
        assert_eq!(answer.json()["code"], "LOCKED");
    }
}

#[tokio::test]
async fn requests_in_turns_on_one_thread_are_not_mixed() {
    let service = ErrorLayer::new(&BOOK).layer(service_fn(|request: Request<Body>| async move {
        for turn in 0..3 {
            let wait = u64::from(request.uri().path().ends_with('7')) + turn % 2;
            tokio::time::sleep(Duration::from_millis(wait)).await;
        }
        Ok(respond(Error::Locked))
    }));
    let local = tokio::task::LocalSet::new();
    let tasks = (0..500).map(|number| {
        let service = service.clone();
        local.spawn_local(async move {
            let id = format!("request-{number}");
            let answer = ask(service, get(&format!("/orders/{number}")).header("x-request-id", &id)).await;
            answer.check(409, "LOCKED");
            assert_eq!(answer.headers["x-request-id"], id);
            assert_eq!(answer.json()["instance"], format!("/orders/{number}"));
        })
    });
    let tasks: Vec<_> = tasks.collect();
    local.await;
    for task in tasks {
        task.await.unwrap();
    }
}

#[tokio::test]
async fn several_layers_act_once() {
    let events = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&events);
    let policy = Policy::new(&BOOK).with_log(move |event| {
        let id = event.trace_id.unwrap().to_string();
        seen.lock().unwrap().push((event.occurrence.error().code().to_owned(), id));
    });
    let layer = || ErrorLayer::with_policy(policy.clone());
    for make in [|| respond(Error::Locked), || empty(409), || panic!("password=hunter2")] {
        let inner = layer().layer(service_fn(move |_| async move { Ok(make()) }));
        let answer = ask(layer().layer(layer().layer(inner)), get("/")).await;
        let id = answer.headers["x-request-id"].to_str().unwrap();
        assert_eq!(answer.headers.get_all("x-request-id").iter().count(), 1);
        assert_eq!(answer.headers.get_all(header::VARY).iter().count(), 1);
        assert_eq!(answer.json()["trace_id"], id);
        let code = answer.json()["code"].as_str().unwrap().to_owned();
        assert_eq!(std::mem::take(&mut *events.lock().unwrap()), [(code, id.to_owned())]);
    }
}
