//! What the example does not serve: settings, several extensions, streams, many requests at once.
#![allow(clippy::unused_async, reason = "resolvers are written so")]

use std::fmt;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_graphql::futures_util::StreamExt as _;
use async_graphql::futures_util::stream::{self, Stream};
use async_graphql::{EmptyMutation, Object, Schema, Subscription};
use async_graphql_axum::GraphQL;
use axum::Router;
use axum::routing::post_service;
use errbook::{AnyError, ApiError, Book, HttpError, TraceId};
use errbook_graphql::{Error, Errors, Policy};
use serde_json::{Value, json};

use crate::client::ask;

/// Its `Display` is for logs.
#[derive(Debug, ApiError)]
#[api(status = 404, code = "GONE", message = "{id}", impls(errbook_graphql))]
struct Gone {
    #[api(detail)]
    id: u64,
}

impl fmt::Display for Gone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("password=hunter2")
    }
}

impl std::error::Error for Gone {}

static BOOK: Book = Book::new("Test", &[Gone::CATALOG]);

struct Query;

#[Object]
impl Query {
    async fn gone(&self, id: u64) -> Result<u64, Gone> {
        tokio::time::sleep(Duration::from_millis(id % 7)).await;
        assert_ne!(id % 10, 3, "hunter2");
        Err(Gone { id })
    }

    async fn boxed(&self) -> Result<u64, Error> {
        Err(Gone { id: 5 })?
    }

    async fn refused(&self) -> async_graphql::Result<u64> {
        Err(async_graphql::Error::new("password=hunter2"))
    }
}

struct Watch;

#[Subscription]
impl Watch {
    async fn orders(&self) -> impl Stream<Item = Result<u64, Error>> {
        stream::iter([Ok(7), Err(Gone { id: 8 }.into())])
    }

    async fn panics(&self) -> impl Stream<Item = u64> {
        stream::iter([1, 2]).map(|count| {
            assert_eq!(count, 1, "hunter2");
            count
        })
    }
}

fn schema(extensions: impl IntoIterator<Item = Errors>) -> Schema<Query, EmptyMutation, Watch> {
    let schema = Schema::build(Query, EmptyMutation, Watch);
    extensions.into_iter().fold(schema, async_graphql::SchemaBuilder::extension).finish()
}

/// Starts a server with the layer of axum, or without.
async fn start(extensions: impl IntoIterator<Item = Errors>, has_layer: bool) -> SocketAddr {
    let app = Router::new().route("/", post_service(GraphQL::new(schema(extensions))));
    let app = if has_layer { app.layer(errbook_axum::layer(&BOOK)) } else { app };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, app).await });
    address
}

fn extension() -> Errors {
    errbook_graphql::extension(&BOOK).of::<Gone>()
}

async fn refused(address: SocketAddr, query: &str, id: &str) -> (String, Value) {
    let reply = ask(address, query, ("x-request-id", id)).await;
    let error = reply.error();
    let sent = reply.headers.get("x-request-id").map(|id| id.to_str().unwrap());
    assert_eq!(sent, error["extensions"]["trace_id"].as_str());
    (error["message"].as_str().unwrap().to_owned(), error["extensions"].clone())
}

#[tokio::test]
async fn settings_choose_the_error_of_a_refusal() {
    #[derive(Debug, ApiError)]
    #[api(display, status = 400, code = "REFUSED")]
    struct Refused;

    let ask = async |policy: Policy, query| {
        let address = start([errbook_graphql::extension_with(policy)], true).await;
        refused(address, query, "id").await
    };
    let policy = || Policy::new(&BOOK);
    let extensions = |code| json!({ "code": code, "trace_id": "id" });

    let unknown = "{ unknown }";
    assert_eq!(ask(policy(), unknown).await, ("Bad Request".into(), extensions("BAD_REQUEST")));
    let (message, with_text) = ask(policy().with_texts(), unknown).await;
    assert_eq!(with_text, extensions("BAD_REQUEST"));
    assert!(message.contains("unknown"), "{message}");
    let choose = |refusal: errbook_graphql::Refusal| match refusal.status.as_u16() {
        400 => AnyError::from(Refused),
        _ => HttpError::new(refusal.status).into(),
    };
    assert_eq!(ask(policy().with_http_error(choose), unknown).await.1, extensions("REFUSED"));

    let internal = ("Internal Server Error".into(), extensions("INTERNAL_SERVER_ERROR"));
    assert_eq!(ask(policy().with_texts(), "{ refused }").await, internal);
    // A type that is not registered is not known, so its text is not for clients either.
    #[cfg(not(feature = "custom-error-conversion"))]
    assert_eq!(ask(policy(), "{ gone(id: 1) }").await, internal);

    let response =
        schema([errbook_graphql::extension_with(policy().with_rule(|_| false))]).execute(unknown).await;
    assert!(response.errors[0].message.contains("unknown"));
    assert_eq!(response.errors[0].extensions, None);
}

#[tokio::test]
async fn ids_come_from_a_hook_and_errors_go_to_one() {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let sink = Arc::clone(&seen);
    let policy = Policy::new(&BOOK).with_trace_id(|| TraceId::new("from-hook")).with_hook(move |event| {
        let text = event.occurrence.as_error().to_string();
        sink.lock().unwrap().push((text, event.trace_id.cloned(), event.route.map(str::to_owned)));
    });
    let address = start([errbook_graphql::extension_with(policy).of::<Gone>()], false).await;

    for query in ["{ gone(id: 1) }", "{ boxed }"] {
        let (_, extensions) = refused(address, query, "unused").await;
        assert_eq!(extensions["trace_id"], "from-hook");
    }

    let event =
        |field: &str| ("password=hunter2".to_owned(), TraceId::new("from-hook"), Some(field.to_owned()));
    assert_eq!(*seen.lock().unwrap(), [event("gone"), event("boxed")]);
}

#[tokio::test]
async fn two_extensions_act_once() {
    let count = Arc::new(Mutex::new(0));
    let counting = || {
        let count = Arc::clone(&count);
        let policy = Policy::new(&BOOK).with_hook(move |_| *count.lock().unwrap() += 1);
        errbook_graphql::extension_with(policy).of::<Gone>()
    };
    let address = start([counting(), counting()], true).await;

    let cases = ["{ gone(id: 1) }", "{ boxed }", "{ gone(id: 13) }", "{ refused }", "{ unknown }"];
    for (at, query) in cases.into_iter().enumerate() {
        let (_, extensions) = refused(address, query, "twice").await;
        assert_eq!((&extensions["trace_id"], *count.lock().unwrap()), (&json!("twice"), at + 1), "{query}");
    }
}

#[tokio::test]
async fn errors_of_streams_have_extensions() {
    let schema = schema([extension()]);
    let ask = async |query: &str| {
        let responses = schema.execute_stream(query).collect::<Vec<_>>().await;
        responses.into_iter().map(|response| serde_json::to_value(response).unwrap()).collect::<Vec<_>>()
    };

    let responses = ask("subscription { orders }").await;
    assert_eq!(responses[0], json!({ "data": { "orders": 7 } }));
    let error = &responses[1]["errors"][0];
    assert_eq!((&error["message"], &error["extensions"]["code"]), (&json!("8"), &json!("GONE")));
    assert_eq!(error["extensions"]["trace_id"].as_str().unwrap().len(), 32);
    assert_eq!(responses.len(), 2);

    let responses = ask("subscription { panics }").await;
    assert_eq!(responses[0], json!({ "data": { "panics": 1 } }));
    let error = &responses[1]["errors"][0];
    assert_eq!(error["message"], "Internal Server Error");
    assert_eq!(error["extensions"]["code"], "INTERNAL_SERVER_ERROR");
    assert_eq!(responses.len(), 2);
}

/// One thread, so that a stale scope would show.
#[tokio::test]
async fn many_requests_at_once_keep_their_own_ids() {
    let address = start([extension()], true).await;
    let requests = (0..200).map(|id| {
        tokio::spawn(async move {
            (id, refused(address, &format!("{{ gone(id: {id}) }}"), &format!("request-{id}")).await)
        })
    });
    for request in requests.collect::<Vec<_>>() {
        let (id, (message, extensions)) = request.await.unwrap();
        assert_eq!(extensions["trace_id"], format!("request-{id}"));
        let expected = if id % 10 == 3 { "Internal Server Error".to_owned() } else { id.to_string() };
        assert_eq!(message, expected);
    }
}
