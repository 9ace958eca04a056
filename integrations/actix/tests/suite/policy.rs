//! The settings of the middleware.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use actix_web::test::{TestRequest, init_service};
use actix_web::{App, HttpResponse, web};
use errbook::{AnyError, ApiError, HttpError};
use errbook_actix::{Json, Policy};

use crate::{BOOK, Log, OrderError, Reply, ask};

async fn asked(policy: Policy, request: TestRequest) -> Reply {
    let app = App::new()
        .route("/ours", web::post().to(async |_: Json<u64>| "fine"))
        .route("/theirs", web::post().to(async |_: web::Json<u64>| "fine"))
        .route("/store", web::get().to(async || OrderError::StoreDown(std::fmt::Error)))
        .route(
            "/html",
            web::get().to(async || HttpResponse::NotFound().content_type("text/html").body("<p>")),
        )
        .wrap(errbook_actix::middleware_with(policy));
    ask(&init_service(app).await, request, TestRequest::to_request).await
}

fn get(path: &str) -> TestRequest {
    TestRequest::with_uri(path)
}

#[actix_web::test]
async fn texts_become_messages() {
    let text = r#""message":"Json deserialize error: expected value at line 1 column 1""#;
    for path in ["/ours", "/theirs"] {
        let request = || {
            let request = TestRequest::post().uri(path).set_payload("x");
            request.insert_header(("content-type", "application/json"))
        };
        let reply = asked(Policy::new(&BOOK).with_texts(), request()).await;
        assert!(reply.body.contains(text), "{reply:?}");
        let reply = asked(Policy::new(&BOOK), request()).await;
        assert!(reply.body.contains(r#""message":"Bad Request""#), "{reply:?}");
    }
}

#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "NO_SUCH_PAGE")]
struct NoSuchPage;

#[actix_web::test]
async fn other_errors_are_chosen() {
    let choose = |refusal: errbook_actix::Refusal| match refusal.status.as_u16() {
        404 => AnyError::from(NoSuchPage),
        _ => HttpError::new(refusal.status).into(),
    };
    let reply = asked(Policy::new(&BOOK).with_http_error(choose), get("/nothing")).await;
    assert_eq!(reply.line(), r#"404 {"code":"NO_SUCH_PAGE","message":"Not Found","trace_id":"id-1"} id-1"#);
}

#[actix_web::test]
async fn a_rule_chooses_what_is_replaced() {
    let reply = asked(Policy::new(&BOOK), get("/html")).await;
    assert_eq!(reply.line(), "404 <p> -");
    let reply = asked(Policy::new(&BOOK).with_rule(|unmarked| unmarked.status == 404), get("/html")).await;
    assert!(reply.body.starts_with(r#"{"code":"NOT_FOUND""#), "{reply:?}");
    let reply = asked(Policy::new(&BOOK).with_rule(|_| false), get("/nothing")).await;
    assert_eq!(reply.line(), "404  -");
}

#[actix_web::test]
async fn a_hook_sees_the_error() {
    let count = Arc::new(AtomicUsize::new(0));
    let seen = Arc::clone(&count);
    let policy = Log::default().policy().with_hook(move |event| {
        let error = event.occurrence.as_error().downcast_ref::<OrderError>();
        assert!(matches!(error, Some(OrderError::StoreDown(_))));
        assert_eq!(event.route, Some("/store"));
        seen.fetch_add(1, Ordering::Relaxed);
    });
    let reply = asked(policy, get("/store")).await;
    assert_eq!(reply.status, 500);
    assert_eq!(count.load(Ordering::Relaxed), 1);
}

#[actix_web::test]
async fn an_identifier_is_taken_from_elsewhere() {
    let reply =
        asked(Policy::new(&BOOK).with_trace_id(|| errbook::TraceId::new("span-1")), get("/store")).await;
    assert_eq!(reply.header("x-request-id"), Some("span-1"));
    assert!(reply.body.contains(r#""trace_id":"span-1""#), "{reply:?}");
}
