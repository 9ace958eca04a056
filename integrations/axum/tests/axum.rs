//! What the crate adds to the layer: the plug-in on unusual types, the extractors, the route in the log.

use std::io;
use std::sync::{Arc, Mutex};
use std::task::Poll;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::http::{Request, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use errbook::{ApiError, Book};
use errbook_axum::{Error, Form, HtmlPage, Json, MatchedRoutes, Path, Policy, Query, Rejection, TraceId};
use errbook_tower::Routes as _;
use futures_util::stream::poll_fn;
use tower::{Layer as _, ServiceExt as _};

mod r#match {
    #![no_implicit_prelude]

    /// A second plug-in, beside that of axum.
    pub trait Named {
        fn name() -> &'static ::std::primitive::str;
    }

    macro_rules! api_impls {
        ($lifetime:tt [$($generics:tt)*] [$ty:ty] [$($predicates:tt)*] [] $($rest:tt)*) => {
            impl<$($generics)*> $crate::r#match::Named for $ty
            where
                $($predicates)*
            {
                fn name() -> &'static ::std::primitive::str {
                    stringify!($ty)
                }
            }
        };
    }
    pub(crate) use api_impls;

    #[derive(::std::fmt::Debug, ::errbook::ApiError)]
    #[api(display, impls(::errbook_axum, crate::r#match))]
    pub enum r#Type<
        'a,
        const N: ::std::primitive::usize,
        T: ::std::fmt::Debug + ::std::marker::Send + ::std::marker::Sync,
    >
    where
        T: ::std::fmt::Display,
    {
        #[api(status = 409, code = "TAKEN", message = "`{type}` is taken by {fn:?}")]
        Taken {
            #[api(detail)]
            r#type: &'a ::std::primitive::str,
            r#fn: [T; N],
        },
    }
}

#[derive(Debug, ApiError)]
#[api(display, impls(errbook_axum))]
enum Generic<T: std::fmt::Debug + Send + Sync> {
    #[api(status = 410, code = "GONE")]
    Gone(T),
}

#[derive(Debug, ApiError)]
#[api(display, impls(errbook_axum), status = 404, code = "NO_SUCH_ORDER", message = "there is no order {id}")]
struct NoSuchOrder {
    id: u64,
}

static BOOK: Book = Book::new("Orders API", &[NoSuchOrder::CATALOG]);

async fn answer(app: Router, request: axum::http::request::Builder, body: &'static str) -> (u16, String) {
    read(app.oneshot(request.body(Body::from(body)).unwrap()).await.unwrap()).await
}

async fn read(response: Response) -> (u16, String) {
    let status = response.status().as_u16();
    let bytes = to_bytes(response.into_body(), 10_000).await.unwrap();
    (status, String::from_utf8(bytes.to_vec()).unwrap())
}

#[tokio::test]
async fn unusual_types_are_responses() {
    let name = String::from("a");
    let response = r#match::Type::Taken { r#type: &name, r#fn: [1, 2] }.into_response();
    assert_eq!(
        read(response).await,
        (409, r#"{"code":"TAKEN","message":"`a` is taken by [1, 2]","details":{"type":"a"}}"#.to_owned())
    );
    assert!(<r#match::Type<'_, 2, u8> as r#match::Named>::name().contains("Type"));
    assert_eq!(read(Generic::Gone(7).into_response()).await.0, 410);
}

/// The reply of an error that borrows is whole, and a layer logs its text.
#[tokio::test]
async fn an_error_that_borrows_is_logged() {
    let texts = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&texts);
    let policy = Policy::new(&BOOK).with_log(move |event| {
        seen.lock().unwrap().push((event.occurrence.as_error().to_string(), event.route.map(str::to_owned)));
    });
    let taken = async || {
        let name = String::from("a");
        r#match::Type::Taken { r#type: &name, r#fn: [0] }.into_response()
    };
    let app = Router::new().route("/names/{name}", get(taken)).layer(errbook_axum::layer_with(policy));
    let (status, body) = answer(app, Request::get("/names/a").header("x-request-id", "1"), "").await;

    assert_eq!(status, 409);
    assert_eq!(
        body,
        r#"{"code":"TAKEN","message":"`a` is taken by [0]","trace_id":"1","details":{"type":"a"}}"#
    );
    assert_eq!(
        *texts.lock().unwrap(),
        [("`a` is taken by [0]".to_owned(), Some("/names/{name}".to_owned()))]
    );
}

fn extractors() -> Router {
    Router::new()
        .route("/path/{id}", get(async |Path(id): Path<u64>| id.to_string()))
        .route("/query", get(async |Query(ids): Query<Vec<(String, u64)>>| ids.len().to_string()))
        .route("/json", post(async |Json(id): Json<u64>| Json(id)))
        .route("/optional", post(async |id: Option<Json<u64>>| format!("{:?}", id.map(|Json(id)| id))))
        .route("/form", post(async |Form(ids): Form<Vec<(String, u64)>>| ids.len().to_string()))
}

/// Also without the layer, and then never with the text of axum.
#[tokio::test]
async fn extractors_reject_in_the_declared_format() {
    let json = || Request::post("/json").header(header::CONTENT_TYPE, "application/json");
    let form = || Request::post("/form").header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let cases = [
        (Request::get("/path/x"), "", 400, "BAD_REQUEST"),
        (Request::get("/query?a=x"), "", 400, "BAD_REQUEST"),
        (json(), "x", 400, "BAD_REQUEST"),
        (json(), "\"hunter2\"", 422, "UNPROCESSABLE_CONTENT"),
        (Request::post("/json"), "1", 415, "UNSUPPORTED_MEDIA_TYPE"),
        (form(), "a=x", 422, "UNPROCESSABLE_CONTENT"),
        (Request::post("/form"), "a=1", 415, "UNSUPPORTED_MEDIA_TYPE"),
    ];
    for (request, body, status, code) in cases {
        let (actual, text) = answer(extractors(), request, body).await;
        let start = format!(r#"{{"code":"{code}","message":""#);
        assert!(actual == status && text.starts_with(&start) && !text.contains("hunter2"), "{actual} {text}");
    }
    assert_eq!(answer(extractors(), json(), "7").await, (200, "7".to_owned()));
    assert_eq!(answer(extractors(), form(), "a=1&b=2").await, (200, "2".to_owned()));
    assert_eq!(answer(extractors(), Request::post("/optional"), "").await, (200, "None".to_owned()));
}

#[tokio::test]
async fn the_layer_may_keep_what_an_extractor_says() {
    let app = extractors().layer(errbook_axum::layer_with(Policy::new(&BOOK).with_texts()));
    let (status, body) = answer(app, Request::get("/path/x").header("x-request-id", "1"), "").await;

    assert_eq!(status, 400);
    assert_eq!(
        body,
        r#"{"code":"BAD_REQUEST","message":"Invalid URL: Cannot parse `x` to a `u64`","trace_id":"1"}"#,
    );
}

#[tokio::test]
async fn a_rejection_with_another_status_keeps_it() {
    async fn create(order: Result<Json<u64>, Rejection>) -> Response {
        order.map_or_else(
            |rejection| (StatusCode::IM_A_TEAPOT, rejection).into_response(),
            IntoResponse::into_response,
        )
    }
    let app = Router::new().route("/", post(create)).layer(errbook_axum::layer(&BOOK));
    let request = Request::post("/").header(header::CONTENT_TYPE, "application/json");
    assert_eq!(answer(app, request, "{").await.0, 418);
}

#[tokio::test]
async fn errors_of_several_types_are_one() {
    async fn either(Path(id): Path<u64>) -> Result<StatusCode, Error> {
        match id {
            0 => Err(errbook::HttpError::CONFLICT)?,
            7 => Ok(StatusCode::NO_CONTENT),
            id => Err(NoSuchOrder { id })?,
        }
    }
    let ask =
        async |path: &str| answer(Router::new().route("/{id}", get(either)), Request::get(path), "").await;
    assert_eq!(ask("/0").await, (409, r#"{"code":"CONFLICT","message":"Conflict"}"#.to_owned()));
    assert_eq!(
        ask("/8").await,
        (404, r#"{"code":"NO_SUCH_ORDER","message":"there is no order 8"}"#.to_owned())
    );
    assert_eq!(ask("/7").await, (204, String::new()));
}

#[tokio::test]
async fn a_status_beside_an_error_is_in_its_body() {
    let moved = async || (StatusCode::GONE, NoSuchOrder { id: 8 });
    let app = Router::new().route("/", get(moved)).layer(errbook_axum::layer(&BOOK));
    let request = Request::get("/").header(header::ACCEPT, "application/problem+json");
    let (status, body) = answer(app, request, "").await;
    assert_eq!(status, 410);
    assert!(body.contains(r#""status":410"#), "{body}");
}

#[tokio::test]
async fn handlers_know_the_id_of_their_errors() {
    let id = async |TraceId(id): TraceId| id.map(|id| id.to_string()).unwrap_or_default();
    let app = || Router::new().route("/", get(id));
    let layered = app().layer(errbook_axum::layer(&BOOK));
    assert_eq!(answer(layered, Request::get("/").header("x-request-id", "1"), "").await.1, "1");
    assert_eq!(answer(app(), Request::get("/").header("x-request-id", "1"), "").await.1, "");
}

#[tokio::test]
async fn an_error_of_a_call_has_the_id_too() {
    let service = tower::service_fn(|_: Request<Body>| {
        let response = NoSuchOrder { id: 8 }.into_response();
        async { Ok::<_, std::convert::Infallible>(response) }
    });
    let service = errbook_axum::layer(&BOOK).layer(service);
    let request = Request::get("/").header("x-request-id", "T1").body(Body::empty()).unwrap();
    let (status, body) = read(service.oneshot(request).await.unwrap()).await;
    assert_eq!(status, 404);
    assert!(body.contains(r#""trace_id":"T1""#), "{body}");
}

#[test]
fn a_page_is_served_with_its_policy() {
    let policy = |page| {
        let response = HtmlPage(page).into_response();
        assert_eq!(response.headers()["content-type"], "text/html; charset=utf-8");
        response.headers().get(header::CONTENT_SECURITY_POLICY).cloned()
    };
    let page = r#"<meta http-equiv="Content-Security-Policy" content="default-src 'none'"><p title="a">"#;
    assert_eq!(policy(page).unwrap(), "default-src 'none'");
    assert_eq!(policy("<!DOCTYPE html>"), None);
}

#[tokio::test]
async fn a_nested_router_replies_with_the_whole_path() {
    static PROBLEMS: Book =
        Book::new("Orders API", &[NoSuchOrder::CATALOG]).with_body(&errbook::body::PROBLEM);
    let orders = Router::new()
        .route("/{id}", get(async |Path(id): Path<u64>| NoSuchOrder { id }))
        .layer(errbook_axum::layer(&PROBLEMS));
    let app = Router::new().nest("/shops", Router::new().nest("/orders", orders));
    for (path, status) in [("/shops/orders/8", 404), ("/shops/orders/x", 400)] {
        let (answered, body) = answer(app.clone(), Request::get(path), "").await;
        assert_eq!(answered, status);
        assert!(body.contains(&format!(r#""instance":"{path}""#)), "{body}");
    }
}

struct PanicsWhenDropped;

impl Drop for PanicsWhenDropped {
    fn drop(&mut self) {
        panic!("password=hunter2")
    }
}

#[tokio::test]
async fn a_body_that_is_replaced_may_panic() {
    let when_read =
        || Body::from_stream(poll_fn(|_| -> Poll<Option<io::Result<Bytes>>> { panic!("hunter2") }));
    let when_dropped = || {
        let guard = PanicsWhenDropped;
        Body::from_stream(poll_fn(move |_| {
            let _guard = &guard;
            Poll::Ready(None::<io::Result<Bytes>>)
        }))
    };
    let routes = Router::new()
        .route("/read", get(async move || (StatusCode::NOT_FOUND, when_read())))
        .route("/dropped", get(async move || (StatusCode::NOT_FOUND, when_dropped())));
    for path in ["/read", "/dropped"] {
        let app = routes.clone().layer(errbook_axum::layer(&BOOK));
        let (status, body) = answer(app, Request::get(path), "").await;
        assert_eq!(status, 404, "{path}");
        assert!(body.starts_with(r#"{"code":"NOT_FOUND","message":"Not Found","trace_id":""#), "{body}");
    }
}

#[tokio::test]
async fn a_panic_before_the_future_is_polled_is_answered() {
    let refuses = |request: Request<Body>| {
        assert_ne!(request.uri().path(), "/call", "password=hunter2");
        std::future::ready(Ok::<_, std::convert::Infallible>(StatusCode::NO_CONTENT.into_response()))
    };
    let service = errbook_axum::layer(&BOOK).layer(tower::service_fn(refuses));
    let ask = async |path| {
        let request = Request::builder().uri(path).body(Body::empty()).unwrap();
        read(service.clone().oneshot(request).await.unwrap()).await
    };
    let (status, body) = ask("/call").await;
    assert_eq!(status, 500);
    assert!(body.starts_with(r#"{"code":"INTERNAL_SERVER_ERROR","#) && !body.contains("hunter2"), "{body}");
    assert_eq!(ask("/").await, (204, String::new()));
    assert!(errbook::Context::try_current().is_none());

    // Only routers are called without a catch, by their names in axum.
    assert!(MatchedRoutes::starts_when_polled::<Router>());
    assert!(MatchedRoutes::starts_when_polled::<axum::routing::Route>());
    assert!(!MatchedRoutes::starts_when_polled::<Vec<Router>>());
}
