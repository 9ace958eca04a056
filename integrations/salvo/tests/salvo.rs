//! What the cases that all frameworks share cannot see.

use std::fmt;
use std::sync::{Arc, Mutex};

use errbook::{AnyError, ApiError, Book, Context, HttpError};
use errbook_salvo::{ErrorEvent, Policy, TraceId, hoop, hoop_with};
use salvo::catcher::Catcher;
use salvo::http::{HeaderMap, ResBody};
use salvo::prelude::*;
use salvo::test::{RequestBuilder, ResponseExt as _, TestClient};

static BOOK: Book = Book::new("Orders API", &[Locked::CATALOG]).with_body(&errbook_conformance::ENVELOPE);

#[derive(Debug, ApiError)]
#[api(display, status = 409, code = "LOCKED", impls(errbook_salvo))]
struct Locked;

/// Borrows, and is named as hard as Rust allows.
#[derive(Debug, ApiError)]
#[api(display, status = 422, code = "HOSTILE", message = "{type} {where:?}", impls(errbook_salvo))]
struct r#Match<'a, const N: usize, T>
where
    T: fmt::Debug + Send + Sync,
{
    r#type: &'a str,
    r#where: [T; N],
}

/// Has parameters, but no lifetime.
#[derive(Debug, ApiError)]
#[api(display, status = 409, code = "GENERIC", message = "{0:?}", impls(errbook_salvo))]
struct Generic<const N: usize, T: fmt::Debug + Send + Sync>([T; N]);

/// What a client gets, and what was logged.
struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
    chains: Vec<String>,
}

fn get(path: &str) -> RequestBuilder {
    TestClient::get(format!("http://localhost{path}")).add_header("x-request-id", "T1", true)
}

/// Asks a service whose policy has the usual settings.
async fn ask(router: Router, request: RequestBuilder) -> Answer {
    ask_with(Policy::new(&BOOK), Service::new(router), request).await
}

async fn ask_with(policy: Policy, service: Service, request: RequestBuilder) -> Answer {
    let chains = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&chains);
    let hook = move |event: &ErrorEvent<'_>| seen.lock().unwrap().push(event.chain());
    let service = service.hoop(hoop_with(policy.with_hook(hook)));
    let mut response = request.send(&service).await;
    let body = if response.body.is_none() { String::new() } else { response.take_string().await.unwrap() };
    let chains = std::mem::take(&mut *chains.lock().unwrap());
    Answer { status: response.status_code.unwrap(), headers: response.headers, body, chains }
}

const LOCKED: &str = r#"{"code":"LOCKED","message":"Conflict","trace_id":"T1","instance":"/"}"#;

#[handler]
async fn locked() -> Result<(), errbook_salvo::Error> {
    Err(Locked)?
}

#[tokio::test]
async fn a_hostile_type_is_written() {
    #[handler]
    async fn hostile(response: &mut Response) {
        let name = String::from("a");
        response.render(r#Match { r#type: &name, r#where: [1] });
    }

    #[handler]
    async fn generic() -> Generic<1, u8> {
        Generic([1])
    }

    let body = ask(Router::new().get(generic), get("/")).await.body;
    assert_eq!(body, r#"{"code":"GENERIC","message":"[1]","trace_id":"T1","instance":"/"}"#);
    let answer = ask(Router::new().get(hostile), get("/")).await;
    let expected = r#"{"code":"HOSTILE","message":"a [1]","trace_id":"T1","instance":"/"}"#;
    assert_eq!((answer.status.as_u16(), &*answer.body, answer.chains.len()), (422, expected, 1));
}

/// Texts of salvo append to the body.
#[tokio::test]
async fn an_error_replaces_what_is_written_and_its_headers() {
    #[handler]
    async fn half(response: &mut Response) -> Result<(), Locked> {
        response.render(Text::Html("<h1>an order"));
        response.add_header("etag", "\"1\"", true).unwrap().add_header("x-mine", "1", true).unwrap();
        Err(Locked)
    }

    let answer = ask(Router::new().get(half), get("/")).await;
    assert_eq!((&*answer.body, answer.headers.get("etag")), (LOCKED, None));
    assert_eq!(answer.headers["content-type"], "application/json");
    assert_eq!(answer.headers["x-mine"], "1");
}

/// The body of a problem says which status the response has (RFC 9457 §3.1.2).
#[tokio::test]
async fn a_status_of_the_handler_is_that_of_the_body() {
    #[handler]
    async fn gone(response: &mut Response) {
        response.render(Locked);
        response.status_code(StatusCode::GONE).add_header("retry-after", "9", true).unwrap();
    }

    let request = get("/").add_header("accept", "application/problem+json", true);
    let answer = ask(Router::new().get(gone), request).await;
    assert_eq!((answer.status, &answer.headers["retry-after"]), (StatusCode::GONE, &"9".parse().unwrap()));
    assert!(answer.body.contains(r#""status":410"#) && answer.body.contains("LOCKED"), "{}", answer.body);
}

#[tokio::test]
async fn a_hoop_at_two_depths_acts_once() {
    let answer = ask(Router::new().hoop(hoop(&BOOK)).get(locked), get("/")).await;
    assert_eq!((&*answer.body, answer.headers.get_all("x-request-id").iter().count()), (LOCKED, 1));
    assert_eq!(answer.chains.len(), 0, "the inner one has reported it");
}

/// A catcher is called only for what the hoop leaves.
#[tokio::test]
async fn the_hoop_goes_before_catchers() {
    #[handler]
    async fn caught(response: &mut Response) {
        response.body(ResBody::None).render("caught");
    }

    let catching = || Service::new(Router::new()).catcher(Catcher::default().hoop(caught));
    let answer = ask_with(Policy::new(&BOOK), catching(), get("/")).await;
    let expected = r#"{"code":"NOT_FOUND","message":"Not Found","trace_id":"T1","instance":"/"}"#;
    assert_eq!((&*answer.body, answer.chains.len()), (expected, 1));
    let policy = Policy::new(&BOOK).with_rule(|_| false);
    let answer = ask_with(policy, catching(), get("/")).await;
    assert_eq!((answer.status.as_u16(), &*answer.body, answer.chains.len()), (404, "caught", 0));
}

/// Salvo adds `Allow` after all hoops, if the status is still 405.
#[tokio::test]
async fn allow_is_kept() {
    let request = TestClient::delete("http://localhost/");
    let answer = ask(Router::new().get(locked).post(locked), request).await;
    let mut allow = answer.headers["allow"].to_str().unwrap().split(", ").collect::<Vec<_>>();
    allow.sort_unstable();
    assert_eq!((answer.status.as_u16(), allow), (405, vec!["GET", "POST"]));
    assert!(answer.body.starts_with(r#"{"code":"METHOD_NOT_ALLOWED""#), "{}", answer.body);
}

#[tokio::test]
async fn no_helper_of_salvo_leaks() {
    #[handler]
    async fn cause() -> Result<(), StatusError> {
        Err(StatusError::internal_server_error().cause(std::io::Error::other("password=hunter2")))
    }

    #[handler]
    async fn brief() -> Result<(), StatusError> {
        Err(StatusError::bad_gateway().brief("password=hunter2"))
    }

    #[handler]
    async fn other() -> Result<(), salvo::Error> {
        Err(salvo::Error::other(std::io::Error::other("password=hunter2")))
    }

    #[handler]
    async fn text(response: &mut Response) {
        response.render_with_status(StatusCode::SERVICE_UNAVAILABLE, "password=hunter2");
    }

    #[handler]
    async fn panics() {
        panic!("password=hunter2");
    }

    let at = |path: &str| Router::with_path(path.to_owned());
    for (path, route) in [
        ("/1", at("1").get(cause)),
        ("/2", at("2").get(brief)),
        ("/3", at("3").get(other)),
        ("/4", at("4").get(text)),
        ("/5", at("5").get(panics)),
    ] {
        let answer = ask(Router::new().push(route), get(path)).await;
        assert!(answer.status.is_server_error(), "{path}");
        assert!(answer.body.starts_with(r#"{"code":""#), "{path}: {}", answer.body);
        assert!(!answer.body.contains("hunter2") && !format!("{:?}", answer.headers).contains("hunter2"));
        assert_eq!(answer.chains.len(), 1, "{path}");
        assert!(answer.chains[0].contains("password=hunter2"), "{path}: {:?}", answer.chains);
    }
}

#[tokio::test]
async fn a_panic_leaves_no_scope_behind() {
    #[handler]
    async fn panics() {
        tokio::task::yield_now().await;
        panic!("after the first poll");
    }

    assert_eq!(ask(Router::new().get(panics), get("/")).await.status, 500);
    assert_eq!(Context::current().trace_id(), None);
    let answer = ask(Router::new(), TestClient::get("http://localhost/")).await;
    assert_ne!(answer.headers["x-request-id"], "T1");
}

/// The text of a replaced response is read only if it is there, and its other headers stay.
#[tokio::test]
async fn a_body_that_is_pending_is_not_waited_for() {
    #[handler]
    async fn pending(response: &mut Response) {
        let never = futures_util::stream::pending::<Result<Vec<u8>, std::io::Error>>();
        response.add_header("x-mine", "1", true).unwrap();
        response.render_with_status(StatusCode::BAD_REQUEST, Text::Plain(""));
        response.body(ResBody::None).stream(never);
    }

    let service = Service::new(Router::new().get(pending));
    let answer = ask_with(Policy::new(&BOOK).with_texts(), service, get("/")).await;
    let expected = r#"{"code":"BAD_REQUEST","message":"Bad Request","trace_id":"T1","instance":"/"}"#;
    assert_eq!((&*answer.body, &answer.headers["x-mine"]), (expected, &"1".parse().unwrap()));
}

#[tokio::test]
async fn head_has_no_body() {
    let body = ask(Router::new().get(locked), get("/missing")).await.body;
    let request = TestClient::head("http://localhost/missing").add_header("x-request-id", "T1", true);
    let answer = ask(Router::new().get(locked), request).await;
    assert_eq!((answer.status.as_u16(), &*answer.body), (404, ""));
    assert_eq!(answer.headers["content-length"], *body.len().to_string());
    assert_eq!(answer.headers["content-type"], "application/json");
}

#[tokio::test]
async fn the_route_is_a_pattern() {
    let routes = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&routes);
    let policy =
        Policy::new(&BOOK).with_log(move |event| seen.lock().unwrap().push(event.route.map(str::to_owned)));
    let service =
        || Service::new(Router::with_path("api").push(Router::with_path("orders/{id}").get(locked)));
    ask_with(policy.clone(), service(), get("/api/orders/7")).await;
    ask_with(policy, service(), get("/missing")).await;
    assert_eq!(*routes.lock().unwrap(), [Some("/api/orders/{id}".to_owned()), None]);
}

#[tokio::test]
async fn a_handler_gets_the_id_of_its_request() {
    #[handler]
    async fn show(id: TraceId) -> String {
        id.0.map(|id| id.to_string()).unwrap_or_default()
    }

    assert_eq!(ask(Router::new().get(show), get("/")).await.body, "T1");
}

#[tokio::test]
async fn a_policy_chooses_texts_errors_the_rule_and_the_id() {
    #[handler]
    async fn refused() -> Result<(), StatusError> {
        Err(StatusError::bad_request().brief("`limit` is not a number").cause("password=hunter2"))
    }

    let service = || Service::new(Router::new().get(refused));
    let answer = ask_with(Policy::new(&BOOK).with_texts(), service(), get("/")).await;
    assert!(answer.body.contains(r#""message":"`limit` is not a number""#), "{}", answer.body);
    assert_eq!(answer.chains, ["password=hunter2"]);

    let policy = Policy::new(&BOOK).with_http_error(|refusal| match refusal.status.as_u16() {
        400 => Locked.into(),
        _ => AnyError::from(HttpError::new(refusal.status)),
    });
    assert_eq!(ask_with(policy, service(), get("/")).await.body, LOCKED);

    let policy = Policy::new(&BOOK).with_rule(|unmarked| unmarked.status != 400);
    let answer = ask_with(policy, service(), get("/")).await;
    assert!(answer.body.contains("limit") && answer.chains.is_empty(), "{}", answer.body);

    let policy = Policy::new(&BOOK).with_trace_id(|| errbook::TraceId::new("span"));
    assert_eq!(ask_with(policy, service(), get("/")).await.headers["x-request-id"], "span");
}

/// Errors reply in the declared format without the hoop, too, but without an id.
#[tokio::test]
async fn replies_without_the_hoop_are_right() {
    let mut response = get("/").send(&Service::new(Router::new().get(locked))).await;
    assert_eq!(response.status_code, Some(StatusCode::CONFLICT));
    assert_eq!(response.headers["content-type"], "application/json");
    assert_eq!(response.take_string().await.unwrap(), r#"{"code":"LOCKED","message":"Conflict"}"#);
}
