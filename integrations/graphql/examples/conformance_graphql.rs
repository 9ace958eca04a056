//! The conformance API over GraphQL, as a user of async-graphql and axum writes it.
#![allow(clippy::unused_async, reason = "resolvers are written so")]

use std::time::Duration;

use async_graphql::futures_util::stream::{self, Stream};
use async_graphql::{EmptyMutation, ErrorExtensions as _, Object, Schema, SimpleObject, Subscription};
use async_graphql_axum::{GraphQL, GraphQLSubscription};
use axum::Router;
use axum::routing::post_service;
use errbook_conformance::{NewOrder, StoreError};
use errbook_graphql::Error;

errbook_conformance::errors!(errbook_graphql, errbook_axum);

struct Query;

#[derive(SimpleObject)]
struct Order {
    id: u64,
    next: Option<Next>,
}

struct Next;

#[Object]
impl Next {
    async fn id(&self) -> u64 {
        fails()
    }
}

#[Object]
impl Query {
    async fn order(&self, id: u64) -> Result<Order, OrderError> {
        if id == 7 { Ok(Order { id, next: Some(Next) }) } else { Err(OrderError::NoSuchOrder { id }) }
    }

    async fn create(&self, item: String, quantity: u32) -> Result<u64, OrderError> {
        let violations = NewOrder { item: item.clone(), quantity }.violations();
        match item.as_str() {
            _ if !violations.is_empty() => Err(OrderError::InvalidOrder(violations)),
            "locked" => Err(OrderError::Locked),
            _ => Ok(9),
        }
    }

    async fn limited(&self) -> Result<u64, OrderError> {
        Err(OrderError::RateLimited { wait: Duration::from_millis(29_500) })
    }

    async fn secret(&self) -> Result<u64, AuthError> {
        Err(AuthError::TokenMissing)
    }

    async fn store(&self) -> Result<u64, OrderError> {
        Err(StoreError::default())?
    }

    async fn extended(&self) -> async_graphql::Result<u64> {
        Err(OrderError::from(StoreError::default()).extend())
    }

    async fn upstream(&self, status: u16) -> Result<u64, OrderError> {
        Err(OrderError::Upstream { status })
    }

    async fn any(&self, which: String) -> Result<u64, Error> {
        if which == "order" { Err(OrderError::NoSuchOrder { id: 1 })? } else { Err(AuthError::TokenMissing)? }
    }

    async fn slow(&self, ms: u64) -> Result<u64, OrderError> {
        for _ in 0..4 {
            tokio::time::sleep(Duration::from_millis(ms / 4)).await;
        }
        Err(OrderError::Locked)
    }

    async fn spawned(&self) -> Result<u64, Error> {
        tokio::spawn(async { Error::from(OrderError::Locked) }).await.map_or(Ok(0), Err)
    }

    async fn panic(&self) -> Option<u64> {
        Some(fails())
    }

    async fn own(&self) -> async_graphql::Result<u64> {
        Err(async_graphql::Error::new("mine").extend_with(|_, extensions| extensions.set("mine", true)))
    }

    async fn internal(&self) -> async_graphql::Result<u64> {
        Err(async_graphql::Error::new_with_source(StoreError::default()))
    }
}

fn fails() -> u64 {
    panic!("password=hunter2")
}

struct Watch;

#[Subscription]
impl Watch {
    async fn orders(&self) -> impl Stream<Item = Result<u64, Error>> {
        stream::iter([Ok(7), Err(OrderError::from(StoreError::default()).into())])
    }
}

fn app() -> Router {
    let schema = Schema::build(Query, EmptyMutation, Watch);
    if !errbook_conformance::has_layer() {
        return Router::new().route("/", post_service(GraphQL::new(schema.finish())));
    }
    let extension = errbook_graphql::extension(&BOOK).of::<OrderError>().of::<AuthError>();
    let schema = schema.extension(extension).finish();
    Router::new()
        .route("/", post_service(GraphQL::new(schema.clone())))
        .route_service("/ws", GraphQLSubscription::new(schema))
        .layer(errbook_axum::layer(&BOOK))
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    errbook_conformance::log_to_standard_error();
    errbook_conformance::exit_with_input();
    let listener = tokio::net::TcpListener::bind(errbook_conformance::address()).await?;
    errbook_conformance::announce(listener.local_addr()?);
    axum::serve(listener, app()).await
}
