//! The conformance API as a user of actix-web writes it.

use std::convert::Infallible;
use std::time::Duration;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::ErrorGatewayTimeout;
use actix_web::http::header;
use actix_web::middleware::{Condition, Next, from_fn};
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, get, post, web};
use errbook_actix::{Error, Form, Json, Path, Query};
use errbook_conformance::{NewOrder, Order, StoreError};
use serde::Deserialize;

errbook_conformance::errors!(errbook_actix);

#[get("/orders/{id}")]
async fn get_order(Path(id): Path<u64>) -> Result<Json<Order>, OrderError> {
    if id == 7 { Ok(Json(Order { id })) } else { Err(OrderError::NoSuchOrder { id }) }
}

#[derive(Deserialize)]
struct Filter {
    #[serde(rename = "limit")]
    _limit: Option<u32>,
}

#[get("/orders")]
async fn list_orders(Query(_): Query<Filter>) -> Json<Vec<Order>> {
    Json(Vec::new())
}

fn create(order: &NewOrder) -> Result<HttpResponse, OrderError> {
    let violations = order.violations();
    match order.item.as_str() {
        _ if !violations.is_empty() => Err(OrderError::InvalidOrder(violations)),
        "locked" => Err(OrderError::Locked),
        _ => Ok(HttpResponse::Created().finish()),
    }
}

#[post("/orders")]
async fn create_order(Json(order): Json<NewOrder>) -> Result<HttpResponse, OrderError> {
    create(&order)
}

#[post("/form")]
async fn create_from_form(Form(order): Form<NewOrder>) -> Result<HttpResponse, OrderError> {
    create(&order)
}

#[get("/limited")]
async fn limited() -> OrderError {
    OrderError::RateLimited { wait: Duration::from_millis(29_500) }
}

#[get("/secret")]
async fn secret(request: HttpRequest) -> Result<&'static str, AuthError> {
    request.headers().get(header::AUTHORIZATION).map(|_| "secret").ok_or(AuthError::TokenMissing)
}

#[get("/store")]
async fn store() -> Result<HttpResponse, OrderError> {
    Err(StoreError::default())?
}

#[get("/upstream/{status}")]
async fn upstream(Path(status): Path<u16>) -> OrderError {
    OrderError::Upstream { status }
}

#[derive(Deserialize)]
struct Which {
    which: String,
}

#[get("/any")]
async fn any(Query(Which { which }): Query<Which>) -> Result<HttpResponse, Error> {
    if which == "order" { Err(OrderError::NoSuchOrder { id: 1 })? } else { Err(AuthError::TokenMissing)? }
}

#[derive(Deserialize)]
struct Slow {
    ms: u64,
}

#[get("/slow")]
async fn slow(Query(Slow { ms }): Query<Slow>) -> OrderError {
    for _ in 0..4 {
        tokio::time::sleep(Duration::from_millis(ms / 4)).await;
    }
    OrderError::Locked
}

#[get("/spawned")]
async fn spawned() -> HttpResponse {
    let task = actix_web::rt::spawn(async { HttpResponse::from_error(OrderError::Locked) });
    task.await.unwrap_or_else(|_| HttpResponse::Ok().finish())
}

#[get("/panic")]
async fn panics() -> HttpResponse {
    panic!("password=hunter2");
}

#[get("/hang")]
async fn hang() -> HttpResponse {
    tokio::time::sleep(Duration::from_secs(5)).await;
    HttpResponse::Ok().finish()
}

#[get("/own-json")]
async fn own_json() -> HttpResponse {
    HttpResponse::BadRequest().content_type("application/json").body(r#"{"mine":true}"#)
}

#[get("/own-html")]
async fn own_html() -> HttpResponse {
    HttpResponse::NotFound().content_type("text/html; charset=utf-8").body("<h1>mine</h1>")
}

#[get("/stream")]
async fn stream() -> HttpResponse {
    let events = futures_util::stream::unfold(0, |count| async move {
        if count == 3 {
            return None;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
        Some((Ok::<_, Infallible>(web::Bytes::from(format!("data: {count}\n\n"))), count + 1))
    });
    HttpResponse::Ok().content_type("text/event-stream").streaming(events)
}

async fn timeout(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let response = tokio::time::timeout(Duration::from_millis(300), next.call(request));
    response.await.unwrap_or_else(|elapsed| Err(ErrorGatewayTimeout(elapsed)))
}

fn routes(config: &mut web::ServiceConfig) {
    config.service(get_order).service(list_orders).service(create_order).service(create_from_form);
    config.service(limited).service(secret).service(store).service(upstream).service(any);
    config.service(slow).service(spawned).service(panics).service(hang);
    config.service(own_json).service(own_html).service(stream);
    config.app_data(web::JsonConfig::default().limit(64 * 1024));
    config.app_data(web::FormConfig::default().limit(64 * 1024));
}

#[actix_web::main]
async fn main() -> std::io::Result<()> {
    errbook_conformance::log_to_standard_error();
    errbook_conformance::exit_with_input();
    let app = || {
        let errors = Condition::new(errbook_conformance::has_layer(), errbook_actix::middleware(&BOOK));
        App::new().configure(routes).wrap(from_fn(timeout)).wrap(errors)
    };
    let server = HttpServer::new(app).workers(2).bind_auto_h2c(errbook_conformance::address())?;
    for address in server.addrs() {
        errbook_conformance::announce(address);
    }
    server.run().await
}
