//! The conformance API as a user of poem writes it.

use std::sync::Arc;
use std::time::Duration;

use errbook_conformance::{NewOrder, Order, StoreError};
use errbook_poem::{Error, Form, Json, Path, Query};
use poem::error::GatewayTimeout;
use poem::http::{HeaderMap, StatusCode, header};
use poem::listener::TcpAcceptor;
use poem::web::Html;
use poem::web::sse::{Event, SSE};
use poem::{Endpoint, EndpointExt, IntoResponse, Request, Response, Route, Server, get, handler, post};
use serde::Deserialize;

errbook_conformance::errors!(errbook_poem);

#[handler]
fn get_order(Path(id): Path<u64>) -> Result<Json<Order>, OrderError> {
    if id == 7 { Ok(Json(Order { id })) } else { Err(OrderError::NoSuchOrder { id }) }
}

#[derive(Deserialize)]
struct Filter {
    #[serde(rename = "limit")]
    _limit: Option<u32>,
}

#[handler]
fn list_orders(Query(_): Query<Filter>) -> Json<Vec<Order>> {
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

#[handler]
fn create_order(Json(order): Json<NewOrder>) -> Result<StatusCode, OrderError> {
    create(&order)
}

#[handler]
fn create_from_form(Form(order): Form<NewOrder>) -> Result<StatusCode, OrderError> {
    create(&order)
}

#[handler]
fn limited() -> OrderError {
    OrderError::RateLimited { wait: Duration::from_millis(29_500) }
}

#[handler]
fn secret(headers: &HeaderMap) -> Result<&'static str, AuthError> {
    headers.get(header::AUTHORIZATION).map(|_| "secret").ok_or(AuthError::TokenMissing)
}

#[handler]
fn store() -> Result<(), OrderError> {
    Err(StoreError::default())?
}

#[handler]
fn upstream(Path(status): Path<u16>) -> OrderError {
    OrderError::Upstream { status }
}

#[derive(Deserialize)]
struct Which {
    which: String,
}

#[handler]
fn any(Query(Which { which }): Query<Which>) -> Result<(), Error> {
    if which == "order" { Err(OrderError::NoSuchOrder { id: 1 })? } else { Err(AuthError::TokenMissing)? }
}

#[derive(Deserialize)]
struct Slow {
    ms: u64,
}

#[handler]
async fn slow(Query(Slow { ms }): Query<Slow>) -> OrderError {
    for _ in 0..4 {
        tokio::time::sleep(Duration::from_millis(ms / 4)).await;
    }
    OrderError::Locked
}

#[handler]
async fn spawned() -> Response {
    tokio::spawn(async { OrderError::Locked.into_response() }).await.unwrap_or_default()
}

#[handler]
fn panics() {
    panic!("password=hunter2");
}

#[handler]
async fn hang() {
    tokio::time::sleep(Duration::from_secs(5)).await;
}

#[handler]
fn own_json() -> Response {
    Response::builder()
        .status(StatusCode::BAD_REQUEST)
        .content_type("application/json")
        .body(r#"{"mine":true}"#)
}

#[handler]
fn own_html() -> impl IntoResponse {
    Html("<h1>mine</h1>").with_status(StatusCode::NOT_FOUND)
}

#[handler]
fn stream() -> SSE {
    SSE::new(futures_util::stream::unfold(0, |count| async move {
        if count == 3 {
            return None;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
        Some((Event::message(count.to_string()), count + 1))
    }))
}

/// The `SizeLimit` of poem refuses bodies in chunks.
async fn limit(mut request: Request) -> poem::Result<Request> {
    let body = request.take_body().into_bytes_limit(64 * 1024).await?;
    request.set_body(body);
    Ok(request)
}

async fn in_time<E: Endpoint>(endpoint: Arc<E>, request: Request) -> poem::Result<Response> {
    let answered = tokio::time::timeout(Duration::from_millis(300), endpoint.call(request)).await;
    answered.map_err(GatewayTimeout)?.map(IntoResponse::into_response)
}

fn app() -> impl Endpoint {
    Route::new()
        .at("/orders/:id", get(get_order))
        .at("/orders", get(list_orders).post(create_order.before(limit)))
        .at("/form", post(create_from_form.before(limit)))
        .at("/limited", get(limited))
        .at("/secret", get(secret))
        .at("/store", get(store))
        .at("/upstream/:status", get(upstream))
        .at("/any", get(any))
        .at("/slow", get(slow))
        .at("/spawned", get(spawned))
        .at("/panic", get(panics))
        .at("/hang", get(hang))
        .at("/own-json", get(own_json))
        .at("/own-html", get(own_html))
        .at("/stream", get(stream))
        .around(in_time)
        .with_if(errbook_conformance::has_layer(), errbook_poem::middleware(&BOOK))
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    errbook_conformance::log_to_standard_error();
    errbook_conformance::exit_with_input();
    let listener = tokio::net::TcpListener::bind(errbook_conformance::address()).await?;
    errbook_conformance::announce(listener.local_addr()?);
    Server::new_with_acceptor(TcpAcceptor::from_tokio(listener)?).run(app()).await
}
