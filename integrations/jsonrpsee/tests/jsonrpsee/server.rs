//! What the example does not serve: settings, other layers, many calls at once.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use errbook::{AnyError, ApiError, Book, HttpError, TraceId};
use errbook_jsonrpsee::{ErrorLayer, Policy};
use jsonrpsee::core::client::{ClientT, Error};
use jsonrpsee::http_client::{HeaderMap, HttpClient};
use jsonrpsee::server::middleware::rpc::RpcServiceBuilder;
use jsonrpsee::server::{RpcModule, Server, ServerHandle};
use jsonrpsee::types::ErrorObjectOwned;
use jsonrpsee::{ResponsePayload, rpc_params};
use serde_json::{Value, json};

#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "GONE", number = 404, message = "{id}", impls(errbook_jsonrpsee))]
struct Gone {
    #[api(detail)]
    id: u64,
}

static BOOK: Book = Book::new("Test", &[Gone::CATALOG]);

fn methods() -> RpcModule<()> {
    let mut module = RpcModule::new(());
    let gone = |params: jsonrpsee::types::Params<'static>, _, _| async move {
        let id = params.one::<u64>()?;
        tokio::time::sleep(Duration::from_millis(id % 7)).await;
        assert_ne!(id % 10, 3, "hunter2");
        Err::<(), ErrorObjectOwned>(Gone { id }.into())
    };
    module.register_async_method("gone", gone).unwrap();
    let blocking = |params: jsonrpsee::types::Params<'_>, _, _| {
        let id = params.one::<u64>()?;
        Err::<(), ErrorObjectOwned>(Gone { id }.into())
    };
    module.register_blocking_method("blocking", blocking).unwrap();
    let refused = |_: jsonrpsee::types::Params<'_>, &(): &(), _: &_| {
        ResponsePayload::<()>::error(ErrorObjectOwned::owned::<()>(-32600, "the shop is closed", None))
    };
    module.register_method("refused", refused).unwrap();
    module
}

/// Starts a server with two layers of calls, or the same one twice.
async fn start(outer: ErrorLayer, inner: Option<ErrorLayer>) -> (ServerHandle, String) {
    let http = tower::ServiceBuilder::new().layer(errbook_jsonrpsee::http_layer(&BOOK));
    let rpc = RpcServiceBuilder::new().layer(outer).option_layer(inner);
    let server = Server::builder().set_http_middleware(http).set_rpc_middleware(rpc);
    let server = server.build("127.0.0.1:0").await.unwrap();
    let address = server.local_addr().unwrap();
    (server.start(methods()), format!("http://{address}"))
}

fn client(url: &str, id: &str) -> HttpClient {
    let headers = HeaderMap::from_iter([("x-request-id".parse().unwrap(), id.parse().unwrap())]);
    HttpClient::builder().set_headers(headers).build(url).unwrap()
}

async fn refused(client: &HttpClient, method: &str, id: u64) -> (i32, String, Value) {
    match client.request::<Value, _>(method, rpc_params![id]).await {
        Err(Error::Call(object)) => {
            let data = object.data().map_or(Value::Null, |data| serde_json::from_str(data.get()).unwrap());
            (object.code(), object.message().to_owned(), data)
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn settings_choose_the_error_of_a_refusal() {
    #[derive(Debug, ApiError)]
    #[api(display, status = 400, code = "REFUSED", number = 1)]
    struct Refused;

    let ask = async |policy: Policy| {
        let (_server, url) = start(errbook_jsonrpsee::layer_with(policy), None).await;
        refused(&client(&url, "id"), "refused", 0).await
    };
    let policy = || Policy::new(&BOOK);
    let data = |code| json!({ "code": code, "trace_id": "id" });

    assert_eq!(ask(policy()).await, (-32600, "Bad Request".into(), data("BAD_REQUEST")));
    assert_eq!(ask(policy().with_texts()).await, (-32600, "the shop is closed".into(), data("BAD_REQUEST")));
    let choose = |refusal: errbook_jsonrpsee::Refusal| match refusal.status.as_u16() {
        400 => AnyError::from(Refused),
        _ => HttpError::new(refusal.status).into(),
    };
    assert_eq!(ask(policy().with_http_error(choose)).await.2, data("REFUSED"));
    assert_eq!(ask(policy().with_rule(|_| false)).await, (-32600, "the shop is closed".into(), Value::Null));
}

#[tokio::test]
async fn ids_come_from_a_hook_and_errors_go_to_one() {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let sink = Arc::clone(&seen);
    let policy = Policy::new(&BOOK).with_trace_id(|| TraceId::new("from-hook")).with_hook(move |event| {
        let error = event.occurrence.as_error().downcast_ref::<Gone>().map(|gone| gone.id);
        sink.lock().unwrap().push((error, event.trace_id.cloned(), event.route.map(str::to_owned)));
    });
    let http = tower::ServiceBuilder::new();
    let rpc = RpcServiceBuilder::new().layer(errbook_jsonrpsee::layer_with(policy));
    let server = Server::builder().set_http_middleware(http).set_rpc_middleware(rpc);
    let server = server.build("127.0.0.1:0").await.unwrap();
    let client = client(&format!("http://{}", server.local_addr().unwrap()), "unused");
    let _server = server.start(methods());

    for (id, method) in [(4, "gone"), (5, "blocking")] {
        let (number, _, data) = refused(&client, method, id).await;
        assert_eq!((number, &data["trace_id"]), (404, &json!("from-hook")));
    }

    let id = TraceId::new("from-hook");
    let expected =
        [(Some(4), id.clone(), Some("gone".to_owned())), (Some(5), id, Some("blocking".to_owned()))];
    assert_eq!(*seen.lock().unwrap(), expected);
}

#[tokio::test]
async fn two_layers_act_once() {
    let count = Arc::new(Mutex::new(0));
    let counting = || {
        let count = Arc::clone(&count);
        errbook_jsonrpsee::layer_with(Policy::new(&BOOK).with_hook(move |_| *count.lock().unwrap() += 1))
    };
    let (_server, url) = start(counting(), Some(counting())).await;
    let client = client(&url, "twice");

    let cases = [("gone", 4), ("gone", 13), ("blocking", 5), ("refused", 0), ("unknown", 0)];
    for (at, (method, id)) in cases.into_iter().enumerate() {
        let (.., data) = refused(&client, method, id).await;
        assert_eq!((&data["trace_id"], *count.lock().unwrap()), (&json!("twice"), at + 1), "{method}");
    }
}

/// One thread, so that a stale scope would show. The server refuses more than a hundred connections.
#[tokio::test]
async fn many_calls_at_once_keep_their_own_ids() {
    let (_server, url) = start(errbook_jsonrpsee::layer(&BOOK), None).await;
    let calls = (0..90).map(|id| {
        let client = client(&url, &format!("call-{id}"));
        tokio::spawn(async move {
            let method = if id % 2 == 0 { "blocking" } else { "gone" };
            (id, refused(&client, method, id).await)
        })
    });
    for call in calls.collect::<Vec<_>>() {
        let (id, (number, message, data)) = call.await.unwrap();
        assert_eq!(data["trace_id"], format!("call-{id}"));
        if id % 10 == 3 {
            assert_eq!((number, &*message), (-32603, "Internal Server Error"));
        } else {
            assert_eq!((number, message), (404, id.to_string()));
        }
    }
}
