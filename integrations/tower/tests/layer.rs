//! What the layer does with requests and responses, without a framework.

use std::convert::Infallible;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use errbook::{ApiError, Body as Format, Book, Context, HttpError, Occurrence, TraceId, body};
use errbook_tower::{ErrorLayer, Policy};
use http::{HeaderMap, Request, Response, StatusCode, header};
use http_body_util::{BodyExt as _, Full};
use tower::{Layer as _, Service, ServiceExt as _, service_fn};

type Bytes = std::borrow::Cow<'static, [u8]>;
type Body = Full<bytes::Bytes>;

static FORMAT: Format =
    body!({ "code": code, "message": message, "trace_id"?: trace_id, "instance"?: instance });

#[derive(Debug, ApiError)]
#[api(display)]
enum Error {
    #[api(status = 409, code = "LOCKED", message = "the order is locked")]
    Locked,
    #[api(status = 500, code = "STORE_DOWN")]
    StoreDown(#[api(source)] HttpError),
}

static BOOK: Book = Book::new("Orders API", &[Error::CATALOG]).with_body(&FORMAT);

fn full(bytes: Bytes) -> Body {
    Full::from(bytes)
}

fn respond(error: Error) -> Response<Body> {
    Context::current().respond(error).map(full)
}

fn plain(status: u16, text: &'static str) -> Response<Body> {
    let builder =
        Response::builder().status(status).header(header::CONTENT_TYPE, "text/plain; charset=utf-8");
    builder.body(full(Bytes::from(text.as_bytes()))).unwrap()
}

fn empty(status: u16) -> Response<Body> {
    Response::builder().status(status).body(full(Bytes::default())).unwrap()
}

struct Answer {
    status: u16,
    headers: HeaderMap,
    text: String,
}

impl Answer {
    fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.text).unwrap_or_else(|_| panic!("{:?} is not JSON", self.text))
    }

    #[track_caller]
    fn check(&self, status: u16, code: &str) {
        assert_eq!((self.status, &self.json()["code"]), (status, &code.into()), "{}", self.text);
        assert_eq!(self.headers["x-request-id"], self.json()["trace_id"].as_str().unwrap());
        assert_eq!(self.headers[header::CACHE_CONTROL], "no-store");
        assert_eq!(self.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
    }
}

async fn ask<S>(service: S, request: http::request::Builder) -> Answer
where
    S: Service<Request<Body>, Response = Response<Body>, Error = Infallible>,
{
    let request = request.body(full(Bytes::default())).unwrap();
    let (head, body) = service.oneshot(request).await.unwrap().into_parts();
    let bytes = body.collect().await.unwrap().to_bytes();
    Answer {
        status: head.status.as_u16(),
        headers: head.headers,
        text: String::from_utf8(bytes.to_vec()).unwrap(),
    }
}

fn get(path: &str) -> http::request::Builder {
    Request::builder().uri(path)
}

/// Asks a service that answers each request by this function.
async fn answer(policy: Policy, request: http::request::Builder, make: fn() -> Response<Body>) -> Answer {
    let service = service_fn(move |_| async move { Ok(make()) });
    ask(ErrorLayer::with_policy(policy).layer(service), request).await
}

async fn usual(make: fn() -> Response<Body>) -> Answer {
    answer(Policy::new(&BOOK), get("/orders/7?token=hunter2"), make).await
}

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
            .header(header::CONTENT_TYPE, content_type)
            .body(full(Bytes::from(&b"mine"[..])))
    };
    let cases = [
        (400, "application/json"),
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
        assert_eq!(answer.headers[header::CONTENT_TYPE], content_type);
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
    for name in ["content-encoding", "content-length", "etag"] {
        assert!(!answer.headers.contains_key(name), "{name}");
    }
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

#[tokio::test]
async fn texts_are_kept_only_if_wanted_and_below_500() {
    let policy = || Policy::new(&BOOK).with_texts();
    let message =
        async |make| answer(policy(), get("/"), make).await.json()["message"].as_str().unwrap().to_owned();
    assert_eq!(message(|| plain(400, "a: expected u32")).await, "a: expected u32");
    assert_eq!(message(|| plain(500, "password=hunter2")).await, "Internal Server Error");
    assert_eq!(message(|| empty(404)).await, "Not Found");
    assert_eq!(message(|| plain(400, include_str!("layer.rs"))).await, "Bad Request");
}

#[tokio::test]
async fn the_policy_can_be_replaced() {
    let policy = Policy::new(&BOOK)
        .with_trace_id(|| TraceId::new("from-the-span"))
        .with_http_error(|refusal| match refusal.status.as_u16() {
            404 => Error::Locked.into(),
            status => HttpError::new(StatusCode::from_u16(status).unwrap()).into(),
        })
        .with_rule(|unmarked| unmarked.status != 418)
        .with_id_on_success();
    let answer = async |make| answer(policy.clone(), get("/").header("x-request-id", "1"), make).await;

    let replaced = answer(|| empty(404)).await;
    replaced.check(409, "LOCKED");
    assert_eq!(replaced.headers["x-request-id"], "from-the-span");
    assert_eq!(answer(|| empty(200)).await.headers["x-request-id"], "from-the-span");
    assert_eq!(answer(|| plain(418, "tea")).await.text, "tea");
}

#[tokio::test]
async fn the_log_has_the_sources() {
    let chains = Arc::new(Mutex::new(Vec::new()));
    let (seen, hooked) = (Arc::clone(&chains), Arc::new(Mutex::new(0)));
    let count = Arc::clone(&hooked);
    let policy = Policy::new(&BOOK)
        .with_log(move |event| seen.lock().unwrap().push((event.status.as_u16(), event.chain())))
        .with_hook(move |event| {
            *count.lock().unwrap() += u32::from(event.occurrence.as_error().is::<Error>());
        });

    let stored = || {
        let host = HttpError::internal(std::io::Error::other("host=10.0.0.5"));
        respond(Error::StoreDown(host.with_message("password=hunter2")))
    };
    let answers = [
        answer(policy.clone(), get("/"), stored).await,
        answer(policy, get("/"), || panic!("in a handler")).await,
    ];
    assert!(answers.iter().all(|answer| !answer.text.contains("10.0.0.5")));
    let expected =
        [(500, "password=hunter2: host=10.0.0.5".to_owned()), (500, "panicked: in a handler".to_owned())];
    assert_eq!(*chains.lock().unwrap(), expected);
    assert_eq!(*hooked.lock().unwrap(), 1);
}
