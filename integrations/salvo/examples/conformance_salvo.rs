//! The conformance API as a user of salvo writes it.

use std::convert::Infallible;
use std::time::Duration;

use errbook_conformance::{NewOrder, Order, StoreError};
use errbook_salvo::Error;
use futures_util::StreamExt as _;
use salvo::conn::tcp::TcpAcceptor;
use salvo::extract::{FormBody, JsonBody, PathParam};
use salvo::http::ParseError;
use salvo::prelude::*;
use salvo::sse::{self, SseEvent};
use serde::Deserialize;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

errbook_conformance::errors!(errbook_salvo);

#[handler]
async fn get_order(id: PathParam<u64>) -> Result<Json<Order>, OrderError> {
    match id.into_inner() {
        7 => Ok(Json(Order { id: 7 })),
        id => Err(OrderError::NoSuchOrder { id }),
    }
}

#[derive(Deserialize)]
struct Filter {
    #[serde(rename = "limit")]
    _limit: Option<u32>,
}

#[handler]
async fn list_orders(request: &mut Request) -> Result<Json<Vec<Order>>, ParseError> {
    let _: Filter = request.parse_queries()?;
    Ok(Json(Vec::new()))
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
async fn create_order(order: JsonBody<NewOrder>) -> Result<StatusCode, OrderError> {
    create(&order)
}

#[handler]
async fn create_from_form(order: FormBody<NewOrder>) -> Result<StatusCode, OrderError> {
    create(&order)
}

#[handler]
async fn limited() -> OrderError {
    OrderError::RateLimited { wait: Duration::from_millis(29_500) }
}

#[handler]
async fn secret(request: &Request) -> Result<&'static str, AuthError> {
    request.headers().get("authorization").map(|_| "secret").ok_or(AuthError::TokenMissing)
}

#[handler]
async fn store() -> Result<(), OrderError> {
    Err(StoreError::default())?
}

#[handler]
async fn upstream(status: PathParam<u16>) -> OrderError {
    OrderError::Upstream { status: status.into_inner() }
}

#[handler]
async fn any(request: &Request) -> Result<(), Error> {
    if request.query("which") == Some("order") {
        Err(OrderError::NoSuchOrder { id: 1 })?
    } else {
        Err(AuthError::TokenMissing)?
    }
}

#[handler]
async fn slow(request: &Request) -> OrderError {
    let ms = request.query("ms").unwrap_or(0);
    for _ in 0..4 {
        tokio::time::sleep(Duration::from_millis(ms / 4)).await;
    }
    OrderError::Locked
}

#[handler]
async fn spawned(response: &mut Response) {
    let answer = tokio::spawn(async {
        let mut response = Response::new();
        response.render(OrderError::Locked);
        response
    });
    *response = answer.await.unwrap_or_default();
}

#[handler]
async fn panics() {
    panic!("password=hunter2");
}

#[handler]
async fn hang() {
    tokio::time::sleep(Duration::from_secs(5)).await;
}

#[handler]
async fn own_json(response: &mut Response) {
    response.render_with_status(StatusCode::BAD_REQUEST, Text::Json(r#"{"mine":true}"#));
}

#[handler]
async fn own_html(response: &mut Response) {
    response.render_with_status(StatusCode::NOT_FOUND, Text::Html("<h1>mine</h1>"));
}

#[handler]
async fn stream(response: &mut Response) {
    let events = futures_util::stream::iter(0..3).then(async |count| {
        tokio::time::sleep(Duration::from_millis(20)).await;
        Ok::<_, Infallible>(SseEvent::default().text(count.to_string()))
    });
    sse::stream(response, events);
}

fn service() -> Service {
    let at = |path: &str| Router::with_path(path.to_owned());
    let limit = || max_size(64 * 1024);
    let timeout = Timeout::new(Duration::from_millis(300)).error(StatusError::gateway_timeout);
    let router = Router::new()
        .hoop(timeout)
        .push(at("orders").get(list_orders))
        .push(at("orders").hoop(limit()).post(create_order))
        .push(at("orders/{id}").get(get_order))
        .push(at("form").hoop(limit()).post(create_from_form))
        .push(at("limited").get(limited))
        .push(at("secret").get(secret))
        .push(at("store").get(store))
        .push(at("upstream/{status}").get(upstream))
        .push(at("any").get(any))
        .push(at("slow").get(slow))
        .push(at("spawned").get(spawned))
        .push(at("panic").get(panics))
        .push(at("hang").get(hang))
        .push(at("own-json").get(own_json))
        .push(at("own-html").get(own_html))
        .push(at("stream").get(stream));
    let service = Service::new(router);
    if errbook_conformance::has_layer() { service.hoop(errbook_salvo::hoop(&BOOK)) } else { service }
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    // Salvo warns of every success without a body.
    let levels =
        Targets::new().with_default(LevelFilter::DEBUG).with_target("salvo_core", LevelFilter::ERROR);
    let logs = tracing_subscriber::fmt().json().with_writer(std::io::stderr);
    logs.with_max_level(LevelFilter::DEBUG).finish().with(levels).init();
    errbook_conformance::exit_with_input();
    let listener = tokio::net::TcpListener::bind(errbook_conformance::address()).await?;
    errbook_conformance::announce(listener.local_addr()?);
    Server::new(TcpAcceptor::try_from(listener)?).serve(service()).await;
    Ok(())
}
