//! What the cases that all frameworks share cannot see.

use std::convert::Infallible;
use std::fmt;
use std::sync::{Arc, Mutex};

use errbook::{AnyError, ApiError, Book, Context, HttpError, TraceId};
use errbook_warp::{Body, ErrorEvent, Policy, recover, service_with, trace_id};
use http::{HeaderMap, Request, Response, StatusCode};
use http_body_util::BodyExt as _;
use tower_layer::Layer as _;
use tower_service::Service;
use warp::{Filter, Rejection, Reply, reply};

static BOOK: Book = Book::new("Orders API", &[Locked::CATALOG]).with_body(&errbook_conformance::ENVELOPE);

#[derive(Debug, ApiError)]
#[api(display, status = 409, code = "LOCKED", impls(errbook_warp))]
struct Locked;

/// Borrows, and is named as hard as Rust allows.
#[derive(Debug, ApiError)]
#[api(display, status = 422, code = "HOSTILE", message = "{type} {where:?}", impls(errbook_warp))]
struct r#Match<'a, const N: usize, T>
where
    T: fmt::Debug + Send + Sync,
{
    r#type: &'a str,
    r#where: [T; N],
}

/// Has parameters, but no lifetime.
#[derive(Debug, ApiError)]
#[api(display, status = 409, code = "GENERIC", message = "{0:?}", impls(errbook_warp))]
struct Generic<const N: usize, T: fmt::Debug + Send + Sync>([T; N]);

/// What a client gets, and what was logged.
struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
    chains: Vec<String>,
}

/// Asks routes whose policy has the usual settings.
async fn ask<F>(routes: F, request: Request<String>) -> Answer
where
    F: Filter<Extract: Reply, Error = Rejection> + Clone,
{
    ask_with(Policy::new(&BOOK), routes, request).await
}

async fn ask_with<F>(policy: Policy, routes: F, request: Request<String>) -> Answer
where
    F: Filter<Extract: Reply, Error = Rejection> + Clone,
{
    let chains = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&chains);
    let hook = move |event: &ErrorEvent<'_>| seen.lock().unwrap().push(event.chain());
    let response = call(service_with(routes, policy.with_hook(hook)), request).await;
    let chains = std::mem::take(&mut *chains.lock().unwrap());
    Answer { chains, ..answer(response).await }
}

async fn call<S>(mut service: S, request: Request<String>) -> Response<Body>
where
    S: Service<Request<String>, Response = Response<Body>, Error = Infallible>,
{
    match service.call(request).await {
        Ok(response) => response,
        Err(never) => match never {},
    }
}

async fn answer(response: Response<Body>) -> Answer {
    let (parts, body) = response.into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    let body = String::from_utf8(body.into()).unwrap();
    Answer { status: parts.status, headers: parts.headers, body, chains: Vec::new() }
}

fn request(method: &str, path: &str) -> Request<String> {
    Request::builder().method(method).uri(path).header("x-request-id", "T1").body(String::new()).unwrap()
}

const LOCKED: &str = r#"{"code":"LOCKED","message":"Conflict","trace_id":"T1","instance":"/"}"#;

async fn locked() -> Result<StatusCode, Rejection> {
    Err(Locked)?
}

#[tokio::test]
async fn a_hostile_type_is_a_reply_and_a_rejection() {
    fn hostile<T>(entries: [T; 1], answer: impl FnOnce(r#Match<'_, 1, T>) -> Answered) -> Answered
    where
        T: fmt::Debug + Send + Sync,
    {
        let name = String::from("a");
        answer(r#Match { r#type: &name, r#where: entries })
    }
    type Answered = Result<reply::Response, Rejection>;

    let replied =
        warp::path!("replied").and_then(async || hostile([1], |hostile| Ok(hostile.into_response())));
    let rejected = warp::path!("rejected").and_then(async || hostile([()], |hostile| Err(hostile)?));
    let routes = replied.or(rejected);
    for (path, entry) in [("/replied", "[1]"), ("/rejected", "[()]")] {
        let answer = ask(routes, request("GET", path)).await;
        let expected =
            format!(r#"{{"code":"HOSTILE","message":"a {entry}","trace_id":"T1","instance":"{path}"}}"#);
        assert_eq!((answer.status.as_u16(), answer.body, answer.chains.len()), (422, expected, 1));
    }
    let generic = warp::path::end().then(async || Err::<StatusCode, _>(Generic([1])));
    let body = ask(generic, request("GET", "/")).await.body;
    assert_eq!(body, r#"{"code":"GENERIC","message":"[1]","trace_id":"T1","instance":"/"}"#);
}

/// An error of the API is what a filter was rejected for, wherever it is among the rejections of the other routes.
#[tokio::test]
async fn of_several_rejections_the_error_of_the_api_is_answered() {
    let rejects = warp::get().and_then(locked);
    let posts = warp::post().map(ok);
    let other = warp::path!("other").map(ok);
    for body in [
        ask(rejects.or(posts), request("GET", "/")).await.body,
        ask(posts.or(rejects), request("GET", "/")).await.body,
        ask(posts.or(other).or(rejects), request("GET", "/")).await.body,
        ask(warp::body::content_length_limit(1).map(ok).or(rejects), request("GET", "/")).await.body,
    ] {
        assert_eq!(body, LOCKED);
    }
    let answer = ask(posts.or(other), request("GET", "/")).await;
    assert_eq!(answer.status, 405);
    let invalid = warp::query::<Vec<u64>>().map(|_| StatusCode::OK);
    let answer = ask(posts.or(invalid), request("GET", "/?a=b")).await;
    assert_eq!((answer.status.as_u16(), answer.chains), (400, vec!["Invalid query string".to_owned()]));
}

#[tokio::test]
async fn an_error_that_is_recovered_from_inside_of_cors_has_its_headers() {
    let routes = warp::any().and_then(locked).recover(recover);
    let routes = routes.with(warp::cors().allow_any_origin());
    let mut request = request("GET", "/");
    request.headers_mut().insert("origin", "http://a.example".parse().unwrap());
    let answer = ask(routes, request).await;
    assert_eq!((&*answer.body, answer.chains.len()), (LOCKED, 1));
    assert_eq!(answer.headers["access-control-allow-origin"], "http://a.example");
}

#[tokio::test]
async fn the_layer_takes_a_filter_that_cannot_fail() {
    let routes = warp::any().then(async || Err::<StatusCode, _>(Locked));
    let service = errbook_warp::layer(&BOOK).layer(warp::service(routes));
    let answer = answer(call(service, request("GET", "/")).await).await;
    assert_eq!((&*answer.body, &answer.headers["x-request-id"]), (LOCKED, &"T1".parse().unwrap()));
}

#[tokio::test]
async fn an_error_that_is_made_in_a_task_has_the_id_of_the_request() {
    let replied =
        warp::path!("1").then(async || tokio::spawn(async { Locked.into_response() }).await.unwrap());
    let rejected = warp::path!("2").and_then(async || {
        Err::<StatusCode, _>(tokio::spawn(async { Rejection::from(Locked) }).await.unwrap())
    });
    for path in ["/1", "/2"] {
        let answer = ask(replied.or(rejected), request("GET", path)).await;
        assert_eq!(answer.body, LOCKED.replace(r#""/""#, &format!("{path:?}")));
    }
}

#[derive(Debug)]
#[expect(dead_code, reason = "warp shows it to clients by `Debug`")]
struct Secret(&'static str);

impl warp::reject::Reject for Secret {}

#[tokio::test]
async fn no_rejection_of_warp_leaks() {
    let custom = warp::path!("1")
        .and_then(async || Err::<StatusCode, _>(warp::reject::custom(Secret("password=hunter2"))));
    let text =
        warp::path!("2").map(|| reply::with_status("password=hunter2", StatusCode::SERVICE_UNAVAILABLE));
    let panics = warp::path!("3").then(async || -> StatusCode { panic!("password=hunter2") });
    let in_map = warp::path!("4").map(|| -> StatusCode { panic!("password=hunter2") });
    let routes = custom.or(text).or(panics).or(in_map);
    for path in ["/1", "/2", "/3", "/4"] {
        let answer = ask(routes, request("GET", path)).await;
        assert!(answer.status.is_server_error(), "{path}");
        assert!(answer.body.starts_with(r#"{"code":""#), "{path}: {}", answer.body);
        assert!(!answer.body.contains("hunter2") && !format!("{:?}", answer.headers).contains("hunter2"));
        assert_eq!(answer.chains.len(), 1, "{path}");
        assert!(answer.chains[0].contains("password=hunter2"), "{path}: {:?}", answer.chains);
    }
}

#[tokio::test]
async fn a_panic_leaves_no_scope_behind() {
    let panics = warp::path::end().then(async || -> StatusCode {
        tokio::task::yield_now().await;
        panic!("after the first poll");
    });
    assert_eq!(ask(panics, request("GET", "/")).await.status, 500);
    assert_eq!(Context::current().trace_id(), None);
    let mut without_id = request("GET", "/missing");
    without_id.headers_mut().remove("x-request-id");
    let answer = ask(warp::path!("other").map(ok), without_id).await;
    assert_eq!(answer.status, 404);
    assert_ne!(answer.headers["x-request-id"], "T1");
}

/// The body of a problem says which status the response has (RFC 9457 §3.1.2).
#[tokio::test]
async fn a_status_of_the_handler_is_that_of_the_body() {
    let gone = || reply::with_header(reply::with_status(Locked, StatusCode::GONE), "retry-after", "9");
    let mut request = request("GET", "/");
    request.headers_mut().insert("accept", "application/problem+json".parse().unwrap());
    let answer = ask(warp::path::end().map(gone), request).await;
    assert_eq!((answer.status, &answer.headers["retry-after"]), (StatusCode::GONE, &"9".parse().unwrap()));
    assert!(answer.body.contains(r#""status":410"#) && answer.body.contains("LOCKED"), "{}", answer.body);
}

/// The text of a replaced response is read only if it is there, and its other headers stay.
#[tokio::test]
async fn a_body_that_is_pending_is_not_waited_for() {
    let pending = warp::path::end().map(|| {
        let never = futures_util::stream::pending::<Result<Vec<u8>, Infallible>>();
        let reply = reply::with_header(reply::stream(never), "x-mine", "1");
        reply::with_status(reply::with_header(reply, "content-type", "text/plain"), StatusCode::BAD_REQUEST)
    });
    let answer = ask_with(Policy::new(&BOOK).with_texts(), pending, request("GET", "/")).await;
    let expected = r#"{"code":"BAD_REQUEST","message":"Bad Request","trace_id":"T1","instance":"/"}"#;
    assert_eq!((&*answer.body, &answer.headers["x-mine"]), (expected, &"1".parse().unwrap()));
}

#[tokio::test]
async fn head_has_the_length_of_the_body_and_no_body() {
    let routes = warp::path::end().and_then(locked);
    for path in ["/", "/missing"] {
        let get = ask(routes, request("GET", path)).await;
        let head = ask(routes, request("HEAD", path)).await;
        assert_eq!((head.status, &*head.body), (get.status, ""));
        assert_eq!(head.headers["content-length"], get.body.len().to_string());
    }
}

#[tokio::test]
async fn a_handler_gets_the_id_of_its_request() {
    let show = trace_id().map(|id: Option<TraceId>| id.map(|id| id.to_string()).unwrap_or_default());
    assert_eq!(ask(warp::path::end().and(show), request("GET", "/")).await.body, "T1");
}

#[tokio::test]
async fn a_policy_chooses_texts_errors_the_rule_and_the_id() {
    let routes = warp::any().and(warp::query::<Vec<u64>>()).map(|_| StatusCode::OK);
    let answer = ask_with(Policy::new(&BOOK).with_texts(), routes, request("GET", "/?a=b")).await;
    assert!(answer.body.contains(r#""message":"Invalid query string""#), "{}", answer.body);

    let policy = Policy::new(&BOOK).with_http_error(|refusal| match refusal.status.as_u16() {
        400 => Locked.into(),
        _ => AnyError::from(HttpError::new(refusal.status)),
    });
    assert_eq!(ask_with(policy, routes, request("GET", "/?a=b")).await.body, LOCKED);

    let policy = Policy::new(&BOOK).with_rule(|unmarked| unmarked.status != 400);
    assert_eq!(ask_with(policy, routes, request("GET", "/?a=b")).await.body, "Invalid query string");

    let policy = Policy::new(&BOOK).with_trace_id(|| TraceId::new("span"));
    assert_eq!(ask_with(policy, routes, request("GET", "/?a=b")).await.headers["x-request-id"], "span");
}

/// Errors reply in the declared format without the layer, too, but without an id.
#[tokio::test]
async fn replies_without_the_layer_are_right() {
    async fn any() -> Result<StatusCode, errbook_warp::Error> {
        Err(Locked)?
    }

    let routes = warp::path!("1").then(any).or(warp::path!("2").and_then(locked)).recover(recover);
    let mut service = warp::service(routes);
    for path in ["/1", "/2"] {
        let Ok(response) = service.call(request("GET", path)).await;
        let answer = answer(response.map(Body::from)).await;
        assert_eq!(
            (answer.status.as_u16(), &*answer.body),
            (409, r#"{"code":"LOCKED","message":"Conflict"}"#)
        );
        assert_eq!(answer.headers["content-type"], "application/json");
    }
}

/// What other filters are rejected with goes on.
#[tokio::test]
async fn recover_leaves_other_rejections() {
    assert!(recover(warp::reject::not_found()).await.is_err());
}

fn ok() -> StatusCode {
    StatusCode::OK
}
