//! Other middleware, and the errors that it returns.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::ErrorGatewayTimeout;
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::middleware::{Next, from_fn};
use actix_web::test::{TestRequest, init_service};
use actix_web::{App, HttpResponse, Responder as _, web};

use crate::{BOOK, Log, OrderError, ask};

const LOCKED: &str = r#"409 {"code":"LOCKED","message":"the order is locked","trace_id":"id-1"} id-1"#;

async fn refuse(_: ServiceRequest, _: Next<impl MessageBody>) -> Result<ServiceResponse, actix_web::Error> {
    Err(OrderError::Locked.into())
}

async fn time_out(_: ServiceRequest, _: Next<impl MessageBody>) -> Result<ServiceResponse, actix_web::Error> {
    Err(ErrorGatewayTimeout("password=hunter2"))
}

/// What a middleware such as that of CORS does to the responses of others.
async fn allow_origin(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let mut response = next.call(request).await?;
    let name = HeaderName::from_static("access-control-allow-origin");
    response.headers_mut().insert(name, HeaderValue::from_static("*"));
    Ok(response)
}

async fn locked() -> Result<HttpResponse, OrderError> {
    Err(OrderError::Locked)
}

async fn fine(path: web::Path<u64>, data: web::Data<u64>) -> String {
    format!("{path} {}", *data.into_inner())
}

#[actix_web::test]
async fn an_error_of_an_inner_middleware_is_a_reply() {
    let log = Log::default();
    let app = App::new()
        .service(web::scope("/refused").wrap(from_fn(refuse)))
        .service(web::scope("/late").wrap(from_fn(time_out)))
        .wrap(errbook_actix::middleware_with(log.policy()));
    let app = init_service(app).await;

    let reply = ask(&app, TestRequest::with_uri("/refused/x"), TestRequest::to_request).await;
    assert_eq!(reply.line(), LOCKED);
    let reply = ask(&app, TestRequest::with_uri("/late/x"), TestRequest::to_request).await;
    let late = r#"504 {"code":"GATEWAY_TIMEOUT","message":"Gateway Timeout","trace_id":"id-1"} id-1"#;
    assert_eq!(reply.line(), late);
    assert_eq!(log.take(), ["LOCKED 409 id-1 - []", "GATEWAY_TIMEOUT 504 id-1 - [password=hunter2]"]);
}

/// The body of a problem says which status the response has (RFC 9457 §3.1.2).
#[actix_web::test]
async fn a_status_of_the_handler_is_that_of_the_body() {
    let chosen = async || OrderError::Locked.customize().with_status(StatusCode::LOCKED);
    let app = App::new().route("/", web::get().to(chosen)).wrap(errbook_actix::middleware(&BOOK));
    let request = TestRequest::get().insert_header(("accept", "application/problem+json"));
    let reply = ask(&init_service(app).await, request, TestRequest::to_request).await;
    assert_eq!(reply.status, 423);
    assert!(reply.body.contains(r#""status":423"#), "{}", reply.body);
}

/// The innermost one replies, all agree on the identifier, and one logs.
#[actix_web::test]
async fn several_act_once() {
    let log = Log::default();
    let middleware = || errbook_actix::middleware_with(log.policy().with_hook(|_| ()));
    let app = App::new()
        .service(
            web::scope("/inner")
                .route("/{id}", web::get().to(locked))
                .route("/panic/{id}", web::get().to(async || -> HttpResponse { panic!("secret") }))
                .wrap(middleware()),
        )
        .service(web::scope("/refused").wrap(from_fn(refuse)).wrap(middleware()))
        .wrap(middleware())
        .wrap(middleware());
    let app = init_service(app).await;

    let internal =
        r#"500 {"code":"INTERNAL_SERVER_ERROR","message":"Internal Server Error","trace_id":"id-1"} id-1"#;
    for (path, line, logged) in [
        ("/inner/7", LOCKED, "LOCKED 409 id-1 /inner/{id} []"),
        ("/refused/7", LOCKED, "LOCKED 409 id-1 - []"),
        ("/inner/panic/7", internal, "INTERNAL_SERVER_ERROR 500 id-1 - [panicked: secret]"),
        (
            "/inner/x/y",
            r#"404 {"code":"NOT_FOUND","message":"Not Found","trace_id":"id-1"} id-1"#,
            "NOT_FOUND 404 id-1 - []",
        ),
    ] {
        let reply = ask(&app, TestRequest::with_uri(path), TestRequest::to_request).await;
        assert_eq!(reply.line(), line, "{path}");
        assert_eq!(reply.count("x-request-id"), 1, "{path}");
        assert_eq!(reply.count("vary"), 1, "{path}");
        assert_eq!(log.take(), [logged], "{path}");
    }
}

/// A header that another middleware adds stays, inside and outside.
#[actix_web::test]
async fn headers_of_others_stay() {
    let policy = Log::default().policy();
    let inside = App::new()
        .route("/7", web::get().to(locked))
        .wrap(from_fn(allow_origin))
        .wrap(errbook_actix::middleware_with(policy.clone()));
    let outside = App::new()
        .route("/7", web::get().to(locked))
        .wrap(errbook_actix::middleware_with(policy))
        .wrap(from_fn(allow_origin));
    let (inside, outside) = (init_service(inside).await, init_service(outside).await);
    for path in ["/7", "/8"] {
        let request = || TestRequest::with_uri(path);
        let replies = [
            ask(&inside, request(), TestRequest::to_request).await,
            ask(&outside, request(), TestRequest::to_request).await,
        ];
        for reply in replies {
            assert_eq!(reply.header("access-control-allow-origin"), Some("*"), "{path}: {reply:?}");
            assert!(reply.body.contains(r#""trace_id":"id-1""#), "{path}: {reply:?}");
        }
    }
}

/// actix-web panics while it routes or adds data if a middleware keeps a clone of the request.
#[actix_web::test]
async fn the_request_is_not_cloned() {
    let policy = Log::default().policy();
    let middleware = || errbook_actix::middleware_with(policy.clone());
    let resource = web::resource("/{id}").app_data(web::Data::new(2_u64)).route(web::get().to(fine));
    let scope = web::scope("/inner").app_data(web::Data::new(1_u64)).service(resource.wrap(middleware()));
    let app = init_service(App::new().service(scope.wrap(middleware())).wrap(middleware())).await;

    let reply = ask(&app, TestRequest::with_uri("/inner/7"), TestRequest::to_request).await;
    assert_eq!(reply.line(), "200 7 2 -");
}
