//! The conformance API as a user of axum writes it.

use std::convert::Infallible;
use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::sse::{Event, Sse};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post};
use errbook_axum::{Error, Form, Json, Path, Query};
use errbook_conformance::{NewOrder, Order, StoreError};
use serde::Deserialize;
use tower::ServiceBuilder;
use tower_http::timeout::TimeoutLayer;

errbook_conformance::errors!(errbook_axum);

async fn get_order(Path(id): Path<u64>) -> Result<Json<Order>, OrderError> {
    if id == 7 { Ok(Json(Order { id })) } else { Err(OrderError::NoSuchOrder { id }) }
}

#[derive(Deserialize)]
struct Filter {
    #[serde(rename = "limit")]
    _limit: Option<u32>,
}

async fn list_orders(Query(_): Query<Filter>) -> Json<Vec<Order>> {
    Json(Vec::new())
}

fn create(order: &NewOrder) -> Result<StatusCode, OrderError> {
    let violations = order.violations();
    match order.item.as_str() {
        _ if !violations.is_empty() => Err(OrderError::InvalidOrder(violations)),
        "locked" => Err(OrderError::Locked),
        _ => Ok(StatusCode::CREATED),
    }
}

async fn create_order(Json(order): Json<NewOrder>) -> Result<StatusCode, OrderError> {
    create(&order)
}

async fn create_from_form(Form(order): Form<NewOrder>) -> Result<StatusCode, OrderError> {
    create(&order)
}

async fn limited() -> OrderError {
    OrderError::RateLimited { wait: Duration::from_millis(29_500) }
}

async fn secret(headers: HeaderMap) -> Result<&'static str, AuthError> {
    headers.get(header::AUTHORIZATION).map(|_| "secret").ok_or(AuthError::TokenMissing)
}

async fn store() -> Result<(), OrderError> {
    Err(StoreError::default())?
}

async fn upstream(Path(status): Path<u16>) -> OrderError {
    OrderError::Upstream { status }
}

#[derive(Deserialize)]
struct Which {
    which: String,
}

async fn any(Query(Which { which }): Query<Which>) -> Result<(), Error> {
    if which == "order" { Err(OrderError::NoSuchOrder { id: 1 })? } else { Err(AuthError::TokenMissing)? }
}

#[derive(Deserialize)]
struct Slow {
    ms: u64,
}

async fn slow(Query(Slow { ms }): Query<Slow>) -> OrderError {
    for _ in 0..4 {
        tokio::time::sleep(Duration::from_millis(ms / 4)).await;
    }
    OrderError::Locked
}

async fn spawned() -> Response {
    tokio::spawn(async { OrderError::Locked.into_response() }).await.unwrap_or_else(|_| ().into_response())
}

async fn panics() {
    panic!("password=hunter2");
}

async fn hang() {
    tokio::time::sleep(Duration::from_secs(5)).await;
}

async fn own_json() -> impl IntoResponse {
    (StatusCode::BAD_REQUEST, [(header::CONTENT_TYPE, "application/json")], r#"{"mine":true}"#)
}

async fn own_html() -> impl IntoResponse {
    (StatusCode::NOT_FOUND, Html("<h1>mine</h1>"))
}

async fn stream() -> impl IntoResponse {
    let events = futures_util::stream::unfold(0, |count| async move {
        if count == 3 {
            return None;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
        Some((Ok::<_, Infallible>(Event::default().data(count.to_string())), count + 1))
    });
    Sse::new(events)
}

fn app() -> Router {
    let timeout = TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, Duration::from_millis(300));
    let app = Router::new()
        .route("/orders/{id}", get(get_order))
        .route("/orders", get(list_orders).post(create_order))
        .route("/form", post(create_from_form))
        .route("/limited", get(limited))
        .route("/secret", get(secret))
        .route("/store", get(store))
        .route("/upstream/{status}", get(upstream))
        .route("/any", get(any))
        .route("/slow", get(slow))
        .route("/spawned", get(spawned))
        .route("/panic", get(panics))
        .route("/hang", get(hang))
        .route("/own-json", get(own_json))
        .route("/own-html", get(own_html))
        .route("/stream", get(stream))
        .layer(ServiceBuilder::new().layer(timeout).layer(DefaultBodyLimit::max(64 * 1024)));
    if errbook_conformance::has_layer() { app.layer(errbook_axum::layer(&BOOK)) } else { app }
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    errbook_conformance::log_to_standard_error();
    errbook_conformance::exit_with_input();
    let listener = tokio::net::TcpListener::bind(errbook_conformance::address()).await?;
    errbook_conformance::announce(listener.local_addr()?);
    axum::serve(listener, app()).await
}
