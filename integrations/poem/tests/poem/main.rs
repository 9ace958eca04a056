//! What the cases that all frameworks share cannot see.

mod leaks;

use std::fmt;
use std::sync::{Arc, Mutex};

use errbook::{AnyError, ApiError, Book, HttpError, TraceId};
use errbook_poem::{ErrorEvent, Policy, middleware, middleware_with};
use poem::error::BadRequest;
use poem::http::{HeaderMap, Method, StatusCode};
use poem::middleware::{CatchPanic, Cors, SetHeader, Tracing};
use poem::{Body, Endpoint, EndpointExt, IntoResponse, Request, Response, Route, get, handler};

static BOOK: Book = Book::new("Orders API", &[Locked::CATALOG]).with_body(&errbook_conformance::ENVELOPE);

#[derive(Debug, ApiError)]
#[api(display, status = 409, code = "LOCKED", impls(errbook_poem))]
struct Locked;

/// Borrows, and is named as hard as Rust allows.
#[derive(Debug, ApiError)]
#[api(display, status = 422, code = "HOSTILE", message = "{type} {where:?}", impls(errbook_poem))]
struct r#Match<'a, const N: usize, T>
where
    T: fmt::Debug + Send + Sync,
{
    r#type: &'a str,
    r#where: [T; N],
}

/// Has parameters, but no lifetime.
#[derive(Debug, ApiError)]
#[api(display, status = 409, code = "GENERIC", message = "{0:?}", impls(errbook_poem))]
struct Generic<const N: usize, T: fmt::Debug + Send + Sync>([T; N]);

/// What a client gets, and how often it was logged.
struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
    chains: Vec<String>,
}

/// Asks an application whose policy has the usual settings.
async fn ask(app: impl Endpoint, request: Request) -> Answer {
    ask_with(Policy::new(&BOOK), app, request).await
}

async fn ask_with(policy: Policy, app: impl Endpoint, request: Request) -> Answer {
    let chains = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&chains);
    let hook = move |event: &ErrorEvent<'_>| seen.lock().unwrap().push(event.chain());
    let response = app.with(middleware_with(policy.with_hook(hook))).get_response(request).await;
    let (parts, body) = response.into_parts();
    let chains = std::mem::take(&mut *chains.lock().unwrap());
    Answer { status: parts.status, headers: parts.headers, body: body.into_string().await.unwrap(), chains }
}

fn request(path: &str) -> Request {
    Request::builder().uri(path.parse().unwrap()).header("x-request-id", "T1").finish()
}

fn text(status: StatusCode, body: impl Into<Body>) -> Response {
    Response::builder().status(status).content_type("text/plain").header("x-mine", "1").body(body)
}

const LOCKED: &str = r#"{"code":"LOCKED","message":"Conflict","trace_id":"T1","instance":"/"}"#;

#[tokio::test]
async fn a_hostile_type_is_a_response_and_an_error_of_poem() {
    #[handler]
    fn returned() -> Result<(), poem::Error> {
        let name = String::from("a");
        Err(r#Match { r#type: &name, r#where: [1, 2] })?
    }

    #[handler]
    fn made() -> Response {
        let name = String::from("a");
        r#Match { r#type: &name, r#where: [()] }.into_response()
    }

    #[handler]
    fn generic() -> Result<(), Generic<1, u8>> {
        Err(Generic([1]))
    }

    let app = Route::new().at("/", get(returned)).at("/made", get(made)).at("/generic", get(generic));
    let answer = ask(&app, request("/")).await;
    let expected = r#"{"code":"HOSTILE","message":"a [1, 2]","trace_id":"T1","instance":"/"}"#;
    assert_eq!((answer.status.as_u16(), &*answer.body, answer.chains.len()), (422, expected, 1));
    let answer = ask(&app, request("/made")).await;
    let expected = r#"{"code":"HOSTILE","message":"a [()]","trace_id":"T1","instance":"/made"}"#;
    assert_eq!((answer.status.as_u16(), &*answer.body, answer.chains.len()), (422, expected, 1));
    let body = ask(&app, request("/generic")).await.body;
    assert_eq!(body, r#"{"code":"GENERIC","message":"[1]","trace_id":"T1","instance":"/generic"}"#);
}

#[handler]
fn locked() -> Result<(), errbook_poem::Error> {
    Err(Locked)?
}

/// CORS makes a response of the error, and poem replaces the extensions of that response.
#[tokio::test]
async fn an_error_passes_through_other_middleware() {
    let others = Route::new().at("/", get(locked)).with(Cors::new()).with(CatchPanic::new());
    let app = others.with(SetHeader::new().appending("x-mine", "1")).with(Tracing);
    let mut request = request("/");
    request.headers_mut().insert("origin", "http://a.example".parse().unwrap());
    let answer = ask(app, request).await;
    assert_eq!((&*answer.body, answer.chains.len()), (LOCKED, 1));
    assert_eq!(answer.headers["access-control-allow-origin"], "http://a.example");
    assert_eq!(answer.headers["x-mine"], "1");
    assert_eq!(answer.headers["x-request-id"], "T1");
}

#[tokio::test]
async fn middleware_at_two_depths_acts_once() {
    let inner = Route::new().at("/", get(locked)).with(middleware(&BOOK));
    let answer = ask(Route::new().nest("/", inner), request("/")).await;
    assert_eq!((&*answer.body, answer.headers.get_all("x-request-id").iter().count()), (LOCKED, 1));
    assert_eq!(answer.chains.len(), 0, "the inner one has reported it");
}

#[tokio::test]
async fn an_error_that_is_made_in_a_task_has_the_id_of_the_request() {
    #[handler]
    async fn spawned() -> Response {
        tokio::spawn(async { Locked.into_response() }).await.unwrap()
    }

    #[handler]
    async fn converted() -> poem::Result<()> {
        Err(tokio::spawn(async { poem::Error::from(Locked) }).await.unwrap())
    }

    let app = Route::new().at("/", get(spawned));
    assert_eq!(ask(app, request("/")).await.body, LOCKED);
    let app = Route::new().at("/", get(converted));
    assert_eq!(ask(app, request("/")).await.body, LOCKED);
}

/// The body of a problem says which status the response has (RFC 9457 §3.1.2).
#[tokio::test]
async fn a_status_of_the_handler_is_that_of_the_body() {
    #[handler]
    fn gone() -> impl IntoResponse {
        (StatusCode::GONE, Locked).with_header("retry-after", "9")
    }

    let app = Route::new().at("/", get(gone));
    let mut problem = request("/");
    problem.headers_mut().insert("accept", "application/problem+json".parse().unwrap());
    let answer = ask(app, problem).await;
    assert_eq!((answer.status, &answer.headers["retry-after"]), (StatusCode::GONE, &"9".parse().unwrap()));
    assert!(answer.body.contains(r#""status":410"#) && answer.body.contains("LOCKED"), "{}", answer.body);
}

/// The text of a replaced response is read only if it is there, and its other headers stay.
#[tokio::test]
async fn a_body_that_is_pending_is_not_waited_for() {
    #[handler]
    fn pending() -> Response {
        let never = futures_util::stream::pending::<Result<Vec<u8>, std::io::Error>>();
        text(StatusCode::BAD_REQUEST, Body::from_bytes_stream(never))
    }

    let policy = Policy::new(&BOOK).with_texts();
    let answer = ask_with(policy, Route::new().at("/", get(pending)), request("/")).await;
    let expected = r#"{"code":"BAD_REQUEST","message":"Bad Request","trace_id":"T1","instance":"/"}"#;
    assert_eq!((&*answer.body, &answer.headers["x-mine"]), (expected, &"1".parse().unwrap()));
}

#[tokio::test]
async fn head_has_the_length_of_the_body_and_no_body() {
    for path in ["/", "/missing"] {
        let mut head = request(path);
        head.set_method(Method::HEAD);
        let app = Route::new().at("/", get(locked));
        let (get, head) = (ask(&app, request(path)).await, ask(&app, head).await);
        assert_eq!((head.status, &*head.body), (get.status, ""));
        assert_eq!(head.headers["content-length"], get.body.len().to_string());
    }
}

#[tokio::test]
async fn the_route_of_nested_routes_is_whole() {
    let routes = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&routes);
    let policy = Policy::new(&BOOK)
        .with_log(move |event| seen.lock().unwrap().push(event.route.unwrap_or_default().to_owned()));
    let app = Route::new().nest("/api", Route::new().at("/orders/:id", get(locked)));
    let answer = ask_with(policy, app, request("/api/orders/7")).await;
    assert!(answer.body.contains(r#""instance":"/api/orders/7""#), "{}", answer.body);
    assert_eq!(*routes.lock().unwrap(), ["/api/orders/:id"]);
}

#[tokio::test]
async fn a_policy_chooses_texts_errors_the_rule_and_the_id() {
    #[handler]
    fn text_of_poem() -> poem::Result<()> {
        Err(BadRequest(std::io::Error::other("`limit` is not a number")))
    }

    let app = Route::new().at("/", get(text_of_poem));
    let answer = ask_with(Policy::new(&BOOK).with_texts(), &app, request("/")).await;
    assert!(answer.body.contains(r#""message":"`limit` is not a number""#), "{}", answer.body);

    let policy = Policy::new(&BOOK).with_http_error(|refusal| match refusal.status.as_u16() {
        400 => Locked.into(),
        _ => AnyError::from(HttpError::new(refusal.status)),
    });
    assert_eq!(ask_with(policy, &app, request("/")).await.body, LOCKED);

    let policy = Policy::new(&BOOK).with_rule(|unmarked| unmarked.status != 400);
    assert_eq!(ask_with(policy, &app, request("/")).await.body, "`limit` is not a number");

    let policy = Policy::new(&BOOK).with_trace_id(|| TraceId::new("span"));
    assert_eq!(ask_with(policy, &app, request("/")).await.headers["x-request-id"], "span");
}

/// Extractors and errors reply in the declared format without middleware, too, but without an id.
#[tokio::test]
async fn replies_without_middleware_are_right() {
    #[handler]
    fn needs(_: errbook_poem::Query<u64>) {}

    let app = Route::new().at("/", get(locked)).at("/query", get(needs));
    let response = app.get_response(request("/")).await;
    assert_eq!((response.status().as_u16(), response.content_type()), (409, Some("application/json")));
    let body = response.into_body().into_string().await.unwrap();
    assert_eq!(body, r#"{"code":"LOCKED","message":"Conflict"}"#);
    let body = app.get_response(request("/query")).await.into_body().into_string().await.unwrap();
    assert_eq!(body, r#"{"code":"BAD_REQUEST","message":"Bad Request"}"#);
}
