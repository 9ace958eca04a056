//! What goes wrong easily in a middleware of actix-web.

use std::time::Duration;
use std::{fmt, task};

use actix_web::error::InternalError;
use actix_web::http::header::ALLOW;
use actix_web::test::{TestRequest, init_service};
use actix_web::{App, HttpResponse, web};
use errbook::{ApiError, Context};
use errbook_actix::{Json, Query, Rejection, TraceId};
use futures_util::future;

use crate::{Log, OrderError, ask, reply};

/// The identifier of a request that panicked is not that of the next one on the thread.
#[actix_web::test]
async fn a_panic_leaves_the_scope() {
    let app = App::new()
        .route("/panic", web::get().to(async || -> HttpResponse { panic!("secret") }))
        .wrap(errbook_actix::middleware_with(Log::default().policy()));
    let app = init_service(app).await;

    let panicked = ask(&app, TestRequest::with_uri("/panic"), TestRequest::to_request).await;
    assert_eq!(panicked.status, 500);
    assert!(Context::try_current().is_none());
    let outside = reply(HttpResponse::from_error(OrderError::Locked)).await;
    assert_eq!(outside.line(), r#"409 {"code":"LOCKED","message":"the order is locked"} -"#);
}

#[derive(Debug)]
struct Unprintable;

impl fmt::Display for Unprintable {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        panic!("secret")
    }
}

impl std::error::Error for Unprintable {}

impl ApiError for Unprintable {
    fn entry(&self) -> &'static errbook::Entry {
        errbook::HttpError::CONFLICT.entry()
    }
}

errbook_actix::api_impls! { [static] [] [Unprintable] [] [] }

#[actix_web::test]
async fn an_error_that_cannot_be_written_is_internal() {
    let app = App::new()
        .route("/", web::get().to(async || Err::<HttpResponse, _>(Unprintable)))
        .wrap(errbook_actix::middleware_with(Log::default().policy()));
    let app = init_service(app).await;
    let reply = ask(&app, TestRequest::default(), TestRequest::to_request).await;
    assert_eq!(reply.status, 500);
    assert!(reply.body.contains(r#""code":"INTERNAL_SERVER_ERROR""#), "{reply:?}");
}

/// Requests that take turns on one thread keep their identifiers.
#[actix_web::test]
async fn concurrent_requests_keep_their_identifiers() {
    async fn slow(path: web::Path<u64>, TraceId(before): TraceId) -> Result<HttpResponse, OrderError> {
        for _ in 0..3 {
            tokio::time::sleep(Duration::from_millis(*path % 7)).await;
        }
        assert_eq!(Context::current().trace_id(), before.as_ref());
        Err(OrderError::Locked)
    }
    let app = App::new()
        .route("/{n}", web::get().to(slow))
        .wrap(errbook_actix::middleware_with(Log::default().policy()));
    let app = init_service(app).await;
    let requests = (0..500).map(|n| {
        let request =
            TestRequest::with_uri(&format!("/{n}")).insert_header(("x-request-id", format!("r{n}")));
        actix_web::test::call_service(&app, request.to_request())
    });
    for (n, response) in future::join_all(requests).await.into_iter().enumerate() {
        let reply = reply(response.into_parts().1).await;
        assert_eq!(reply.header("x-request-id"), Some(format!("r{n}").as_str()));
        assert!(reply.body.ends_with(&format!(r#""trace_id":"r{n}"}}"#)), "{reply:?}");
    }
}

#[actix_web::test]
async fn allow_is_kept_and_not_invented() {
    let app = App::new()
        .service(web::resource("/resource").route(web::get().to(HttpResponse::Ok)))
        .route("/route", web::get().to(HttpResponse::Ok))
        .wrap(errbook_actix::middleware_with(Log::default().policy()));
    let app = init_service(app).await;
    let resource = ask(&app, TestRequest::delete().uri("/resource"), TestRequest::to_request).await;
    assert_eq!((resource.status, resource.header("allow")), (405, Some("GET")));
    assert!(resource.body.starts_with(r#"{"code":"METHOD_NOT_ALLOWED""#), "{resource:?}");
    let route = ask(&app, TestRequest::delete().uri("/route"), TestRequest::to_request).await;
    assert_eq!((route.status, route.header("allow")), (404, None));
}

/// Of a replaced response, the headers of its body go and all others stay. A stream is not read.
#[actix_web::test]
async fn headers_of_a_replaced_response() {
    async fn text() -> HttpResponse {
        HttpResponse::NotFound()
            .content_type("text/plain; charset=utf-8")
            .insert_header(("content-encoding", "gzip"))
            .insert_header(("etag", "\"1\""))
            .insert_header(("x-mine", "1"))
            .insert_header((ALLOW, "GET"))
            .append_header(("vary", "origin"))
            .streaming(futures_util::stream::poll_fn(read))
    }
    fn read(_: &mut task::Context<'_>) -> task::Poll<Option<Result<web::Bytes, fmt::Error>>> {
        panic!("the stream is read")
    }
    let app = App::new()
        .route("/", web::get().to(text))
        .wrap(errbook_actix::middleware_with(Log::default().policy().with_texts()));
    let app = init_service(app).await;
    let reply = ask(&app, TestRequest::default(), TestRequest::to_request).await;
    assert_eq!(reply.line(), r#"404 {"code":"NOT_FOUND","message":"Not Found","trace_id":"id-1"} id-1"#);
    let headers = ["content-encoding", "etag", "x-mine", "allow"].map(|name| reply.header(name));
    assert_eq!(headers, [None, None, Some("1"), Some("GET")]);
    let vary = reply.headers.iter().filter(|(name, _)| name == "vary").map(|(_, value)| value.as_str());
    assert_eq!(vary.collect::<Vec<_>>(), ["origin", "accept"]);
}

/// The handlers of a configuration choose the response, of both extractors.
#[actix_web::test]
async fn handlers_of_configurations() {
    let own =
        |error, _: &_| InternalError::from_response(error, HttpResponse::BadRequest().json("mine")).into();
    let empty = |error, _: &_| InternalError::from_response(error, HttpResponse::Conflict().finish()).into();
    let config = |path, config: web::JsonConfig| {
        web::scope(path)
            .app_data(config)
            .route("/ours", web::post().to(async |_: Json<u64>| "fine"))
            .route("/theirs", web::post().to(async |_: web::Json<u64>| "fine"))
    };
    let log = Log::default();
    let app = App::new()
        .service(config("/own", web::JsonConfig::default().error_handler(own)))
        .service(config("/empty", web::JsonConfig::default().error_handler(empty)))
        .service(config("/error", web::JsonConfig::default().error_handler(|_, _| OrderError::Locked.into())))
        .service(config(
            "/rejection",
            web::JsonConfig::default().error_handler(|error, _| Rejection::from(error).into()),
        ))
        .service(config("/none", web::JsonConfig::default()))
        .wrap(errbook_actix::middleware_with(log.policy()));
    let app = init_service(app).await;
    let bad = r#"400 {"code":"BAD_REQUEST","message":"Bad Request","trace_id":"id-1"} id-1"#;
    for (scope, expected) in [
        ("/own", r#"400 "mine" -"#),
        ("/empty", r#"409 {"code":"CONFLICT","message":"Conflict","trace_id":"id-1"} id-1"#),
        ("/error", r#"409 {"code":"LOCKED","message":"the order is locked","trace_id":"id-1"} id-1"#),
        ("/rejection", bad),
        ("/none", bad),
    ] {
        for extractor in ["ours", "theirs"] {
            let request = TestRequest::post().uri(&format!("{scope}/{extractor}")).set_payload("x");
            let request = request.insert_header(("content-type", "application/json"));
            assert_eq!(
                ask(&app, request, TestRequest::to_request).await.line(),
                expected,
                "{scope}/{extractor}"
            );
            let logged = log.take();
            let says = |text: &str| logged.iter().any(|line| line.contains(text));
            assert!(
                matches!(scope, "/own" | "/error") || says("expected value at line 1"),
                "{scope}: {logged:?}"
            );
        }
    }
}

/// The rejections of the extractors have the declared format without the middleware too.
#[actix_web::test]
async fn rejections_need_no_middleware() {
    let app = App::new()
        .route("/", web::get().to(async |_: Query<[(String, u8); 1]>| "fine"))
        .route("/{n}", web::get().to(async |_: errbook_actix::Path<u8>| "fine"))
        .route("/form", web::post().to(async |_: errbook_actix::Form<[(String, u8); 1]>| "fine"));
    let app = init_service(app).await;
    for (request, expected) in [
        (TestRequest::with_uri("/?n=x"), r#"400 {"code":"BAD_REQUEST","message":"Bad Request"} -"#),
        (TestRequest::with_uri("/x"), r#"404 {"code":"NOT_FOUND","message":"Not Found"} -"#),
        (
            TestRequest::post().uri("/form").set_payload("n=1"),
            r#"415 {"code":"UNSUPPORTED_MEDIA_TYPE","message":"Unsupported Media Type"} -"#,
        ),
    ] {
        assert_eq!(ask(&app, request, TestRequest::to_request).await.line(), expected);
    }
}
