//! The conformance API as a user of warp writes it.

use std::convert::Infallible;
use std::time::Duration;

use errbook_conformance::{NewOrder, Order, StoreError};
use errbook_warp::Error;
use futures_util::StreamExt as _;
use serde::Deserialize;
use warp::http::StatusCode;
use warp::reply::{self, Response};
use warp::sse::Event;
use warp::{Filter, Rejection, Reply};

errbook_conformance::errors!(errbook_warp);

async fn get_order(id: u64) -> Result<impl Reply, OrderError> {
    if id == 7 { Ok(reply::json(&Order { id })) } else { Err(OrderError::NoSuchOrder { id }) }
}

#[derive(Deserialize)]
struct Filters {
    #[serde(rename = "limit")]
    _limit: Option<u32>,
}

async fn list_orders(_: Filters) -> impl Reply {
    reply::json(&Vec::<Order>::new())
}

async fn create(order: NewOrder) -> Result<StatusCode, OrderError> {
    let violations = order.violations();
    match order.item.as_str() {
        _ if !violations.is_empty() => Err(OrderError::InvalidOrder(violations)),
        "locked" => Err(OrderError::Locked),
        _ => Ok(StatusCode::CREATED),
    }
}

async fn limited() -> OrderError {
    OrderError::RateLimited { wait: Duration::from_millis(29_500) }
}

/// A filter of the user, which rejects.
async fn token(header: Option<String>) -> Result<String, Rejection> {
    Ok(header.ok_or(AuthError::TokenMissing)?)
}

async fn store() -> Result<StatusCode, OrderError> {
    Err(StoreError::default())?
}

async fn upstream(status: u16) -> OrderError {
    OrderError::Upstream { status }
}

#[derive(Deserialize)]
struct Which {
    which: String,
}

async fn any(Which { which }: Which) -> Result<StatusCode, Error> {
    if which == "order" { Err(OrderError::NoSuchOrder { id: 1 })? } else { Err(AuthError::TokenMissing)? }
}

#[derive(Deserialize)]
struct Slow {
    ms: u64,
}

async fn slow(Slow { ms }: Slow) -> OrderError {
    for _ in 0..4 {
        tokio::time::sleep(Duration::from_millis(ms / 4)).await;
    }
    OrderError::Locked
}

async fn spawned() -> Response {
    tokio::spawn(async { OrderError::Locked.into_response() }).await.unwrap_or_default()
}

async fn panics() -> StatusCode {
    panic!("password=hunter2");
}

/// The timeout of the app, in the handler: warp has none.
async fn hang() -> StatusCode {
    let work = tokio::time::sleep(Duration::from_secs(5));
    let finished = tokio::time::timeout(Duration::from_millis(300), work).await;
    finished.map_or(StatusCode::GATEWAY_TIMEOUT, |()| StatusCode::OK)
}

fn own_json() -> impl Reply {
    let json = reply::with_header(r#"{"mine":true}"#, "content-type", "application/json");
    reply::with_status(json, StatusCode::BAD_REQUEST)
}

fn own_html() -> impl Reply {
    reply::with_status(reply::html("<h1>mine</h1>"), StatusCode::NOT_FOUND)
}

fn stream() -> impl Reply {
    warp::sse::reply(futures_util::stream::iter(0..3).then(async |count| {
        tokio::time::sleep(Duration::from_millis(20)).await;
        Ok::<_, Infallible>(Event::default().data(count.to_string()))
    }))
}

fn routes() -> impl Filter<Extract = (impl Reply,), Error = Rejection> + Clone {
    let limit = warp::body::content_length_limit(64 * 1024);
    let orders = warp::path!("orders" / u64).and(warp::get()).then(get_order);
    let orders = orders.or(warp::path!("orders").and(warp::get()).and(warp::query()).then(list_orders));
    let json = warp::post().and(limit).and(warp::body::json());
    let orders = orders.or(warp::path!("orders").and(json).then(create));
    let form = warp::post().and(limit).and(warp::body::form());
    let orders = orders.or(warp::path!("form").and(form).then(create)).boxed();

    let get = |path: &'static str| warp::path(path).and(warp::path::end()).and(warp::get());
    let errors = get("limited").then(limited);
    let secret = warp::header::optional("authorization").and_then(token).map(|_| "secret");
    let errors = errors.or(get("secret").and(secret)).or(get("store").then(store));
    let errors = errors.or(warp::path!("upstream" / u16).and(warp::get()).then(upstream));
    let errors = errors.or(get("any").and(warp::query()).then(any)).boxed();

    let pitfalls = get("slow").and(warp::query()).then(slow).or(get("spawned").then(spawned));
    let pitfalls = pitfalls.or(get("panic").then(panics)).or(get("hang").then(hang));
    let own = get("own-json").map(own_json).or(get("own-html").map(own_html)).or(get("stream").map(stream));
    orders.or(errors).or(pitfalls).or(own)
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    errbook_conformance::log_to_standard_error();
    errbook_conformance::exit_with_input();
    let listener = tokio::net::TcpListener::bind(errbook_conformance::address()).await?;
    errbook_conformance::announce(listener.local_addr()?);
    if errbook_conformance::has_layer() {
        errbook_warp::serve(listener, errbook_warp::service(routes(), &BOOK)).await;
    } else {
        warp::serve(routes().recover(errbook_warp::recover)).incoming(listener).run().await;
    }
    Ok(())
}
