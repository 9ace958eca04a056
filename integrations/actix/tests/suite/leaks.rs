//! Texts that the usual helpers of actix-web would send, or that a panic has.

use std::fmt;

use actix_web::body::BoxBody;
use actix_web::error::{ErrorBadRequest, ErrorInternalServerError, InternalError};
use actix_web::http::StatusCode;
use actix_web::test::{TestRequest, init_service};
use actix_web::{App, HttpRequest, HttpResponse, ResponseError, web};

use crate::{Log, ask};

const SECRET: &str = "password=hunter2";

#[derive(Debug)]
struct ByHand;

impl fmt::Display for ByHand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(SECRET)
    }
}

impl std::error::Error for ByHand {}

impl ResponseError for ByHand {}

#[derive(Debug)]
struct Hidden;

impl fmt::Display for Hidden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(SECRET)
    }
}

impl ResponseError for Hidden {
    fn status_code(&self) -> StatusCode {
        StatusCode::BAD_REQUEST
    }

    fn error_response(&self) -> HttpResponse<BoxBody> {
        HttpResponse::BadRequest().finish()
    }
}

async fn leak(request: HttpRequest) -> Result<HttpResponse, actix_web::Error> {
    let io = || std::io::Error::other(SECRET);
    Err(match request.path() {
        "/helper" => ErrorInternalServerError(SECRET),
        "/bad-request" => ErrorBadRequest(SECRET),
        "/io" => io().into(),
        "/not-found" => std::io::Error::new(std::io::ErrorKind::NotFound, SECRET).into(),
        "/box" => Box::<dyn std::error::Error>::from(io()).into(),
        "/status" => InternalError::new(io(), StatusCode::BAD_GATEWAY).into(),
        "/by-hand" => ByHand.into(),
        "/hidden" => Hidden.into(),
        "/body" => return Ok(HttpResponse::ServiceUnavailable().body(SECRET)),
        _ => panic!("{SECRET}"),
    })
}

const CASES: [(&str, u16); 10] = [
    ("/helper", 500),
    ("/bad-request", 400),
    ("/io", 500),
    ("/not-found", 404),
    ("/box", 500),
    ("/status", 502),
    ("/by-hand", 500),
    ("/hidden", 400),
    ("/body", 503),
    ("/panic", 500),
];

#[actix_web::test]
async fn texts_go_to_the_log_only() {
    let log = Log::default();
    let app = App::new().default_service(web::to(leak)).wrap(errbook_actix::middleware_with(log.policy()));
    let app = init_service(app).await;
    for (path, status) in CASES {
        let reply = ask(&app, TestRequest::with_uri(path), TestRequest::to_request).await;
        assert_eq!(reply.status, status, "{path}");
        assert!(!format!("{reply:?}").contains("hunter2"), "{path}: {reply:?}");
        assert_eq!(reply.header("content-type"), Some("application/json"), "{path}");
        let logged = log.take();
        assert_eq!(logged.len(), 1, "{path}: {logged:?}");
        assert!(logged[0].contains(SECRET), "{path}: {logged:?}");
    }
}

/// Texts of 4xx are sent by option. Those of 5xx are not, nor what a body of the framework does not have.
#[actix_web::test]
async fn texts_from_500_up_are_never_sent() {
    let app = App::new()
        .default_service(web::to(leak))
        .wrap(errbook_actix::middleware_with(Log::default().policy().with_texts()));
    let app = init_service(app).await;
    for (path, status) in CASES {
        let reply = ask(&app, TestRequest::with_uri(path), TestRequest::to_request).await;
        let is_sent = matches!(path, "/bad-request" | "/not-found");
        assert_eq!(reply.body.contains("hunter2"), is_sent, "{path}, {status}: {reply:?}");
    }
}
