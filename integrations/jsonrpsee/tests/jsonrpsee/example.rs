//! The conformance API, asked with the clients of jsonrpsee.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use errbook_conformance::Example;
use jsonrpsee::core::client::{ClientT, Error, SubscriptionClientT};
use jsonrpsee::core::params::{ArrayParams, BatchRequestBuilder};
use jsonrpsee::core::traits::ToRpcParams;
use jsonrpsee::http_client::{HeaderMap, HttpClient};
use jsonrpsee::rpc_params;
use jsonrpsee::types::ErrorObjectOwned;
use jsonrpsee::ws_client::WsClientBuilder;
use serde_json::{Value, json};

const TRACE: &str = "4bf92f3577b34da6a3ce929d0e0e4736";

fn client(example: &Example) -> HttpClient {
    let traceparent = format!("00-{TRACE}-00f067aa0ba902b7-01");
    let headers = HeaderMap::from_iter([("traceparent".parse().unwrap(), traceparent.parse().unwrap())]);
    HttpClient::builder().set_headers(headers).build(format!("http://{}", example.address())).unwrap()
}

async fn refused(client: &impl ClientT, method: &str, params: impl ToRpcParams + Send) -> ErrorObjectOwned {
    checked(client.request::<Value, _>(method, params).await.unwrap_err())
}

/// The error object, free of secrets.
fn checked(error: Error) -> ErrorObjectOwned {
    let Error::Call(object) = error else { panic!("{error:?}") };
    let json = serde_json::to_string(&object).unwrap();
    for word in ["hunter2", "10.0.0.5", "panicked", ".rs", "::"] {
        assert!(!json.contains(word), "`{word}` in {json}");
    }
    object
}

fn data(object: &ErrorObjectOwned) -> Value {
    object.data().map_or(Value::Null, |data| serde_json::from_str(data.get()).unwrap())
}

#[tokio::test]
async fn errors_are_objects_with_data() {
    let example = Example::start("jsonrpsee", true).unwrap();
    let client = client(&example);

    assert_eq!(client.request::<u64, _>("orders_get", rpc_params![7]).await.unwrap(), 7);

    let object = refused(&client, "orders_get", rpc_params![8]).await;
    assert_eq!((object.code(), object.message()), (-32000, "there is no order 8"));
    let expected = json!({ "code": "NO_SUCH_ORDER", "trace_id": TRACE, "details": { "id": 8 } });
    assert_eq!(data(&object), expected);

    let object = refused(&client, "orders_create", rpc_params!["", 0]).await;
    let violations = json!([
        { "pointer": "/item", "code": "EMPTY", "message": "must not be empty" },
        { "pointer": "/quantity", "code": "MIN", "message": "must be at least 1" },
    ]);
    assert_eq!(data(&object)["violations"], violations);

    let object = refused(&client, "orders_limited", rpc_params![]).await;
    assert_eq!(data(&object), json!({ "code": "RATE_LIMITED", "trace_id": TRACE, "retry_after": 30 }));

    let none = || rpc_params![];
    let cases: [(&str, ArrayParams, i32, &str); 14] = [
        ("orders_secret", none(), -32000, "TOKEN_MISSING"),
        ("orders_store", none(), -32000, "STORE_DOWN"),
        ("orders_storeBlocking", none(), -32000, "STORE_DOWN"),
        ("orders_upstream", rpc_params![404], -32000, "UPSTREAM"),
        ("orders_any", rpc_params!["order"], -32000, "NO_SUCH_ORDER"),
        ("orders_any", rpc_params!["auth"], -32000, "TOKEN_MISSING"),
        ("orders_slow", rpc_params![20], -32000, "LOCKED"),
        ("orders_spawned", none(), -32000, "LOCKED"),
        ("orders_panic", none(), -32603, "INTERNAL_SERVER_ERROR"),
        ("orders_panicAtOnce", none(), -32603, "INTERNAL_SERVER_ERROR"),
        ("orders_panicBlocking", none(), -32603, "INTERNAL_SERVER_ERROR"),
        ("orders_internal", none(), -32000, "INTERNAL_SERVER_ERROR"),
        ("orders_get", rpc_params!["x"], -32602, "BAD_REQUEST"),
        ("orders_nothing", none(), -32601, "NOT_FOUND"),
    ];
    for (method, params, number, code) in cases {
        let object = refused(&client, method, params).await;
        let data = data(&object);
        assert_eq!(
            (object.code(), &data["code"], &data["trace_id"]),
            (number, &json!(code), &json!(TRACE)),
            "{method}"
        );
    }

    let own = refused(&client, "orders_own", rpc_params![]).await;
    assert_eq!((own.code(), own.message(), data(&own)), (17, "mine", json!("data")));
}

#[tokio::test]
async fn each_error_of_a_batch_is_answered() {
    let example = Example::start("jsonrpsee", true).unwrap();
    let mut batch = BatchRequestBuilder::new();
    batch.insert("orders_get", rpc_params![7]).unwrap();
    batch.insert("orders_store", rpc_params![]).unwrap();
    batch.insert("orders_panic", rpc_params![]).unwrap();
    batch.insert("orders_nothing", rpc_params![]).unwrap();

    let responses = client(&example).batch_request::<u64>(batch).await.unwrap();

    let responses = responses.into_iter().map(|response| {
        response.map_err(|error| {
            let data = data(&error.into_owned());
            assert_eq!(data["trace_id"], TRACE);
            data["code"].as_str().unwrap().to_owned()
        })
    });
    let refused = ["STORE_DOWN", "INTERNAL_SERVER_ERROR", "NOT_FOUND"].map(|code| Err(code.to_owned()));
    assert_eq!(responses.collect::<Vec<_>>(), [vec![Ok(7)], refused.to_vec()].concat());
}

/// Entries that are not requests too, of which jsonrpsee keeps nothing of the request of HTTP.
#[test]
fn errors_of_a_batch_have_one_id() {
    let example = Example::start("jsonrpsee", true).unwrap();
    let batch = r#"[1,{"jsonrpc":"2.0","id":2},{"jsonrpc":"2.0","id":3,"method":"orders_secret"}]"#;
    for header in ["x-request-id: batch-1\r\n", ""] {
        let mut stream = TcpStream::connect(example.address()).unwrap();
        let head =
            "POST / HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-type: application/json\r\n";
        write!(stream, "{head}{header}content-length: {}\r\n\r\n{batch}", batch.len()).unwrap();
        let mut reply = String::new();
        stream.read_to_string(&mut reply).unwrap();

        let (head, body) = reply.split_once("\r\n\r\n").unwrap();
        let sent = head.lines().find_map(|line| line.strip_prefix("x-request-id: ")).unwrap();
        assert!(header.is_empty() || sent == "batch-1", "{head}");
        let objects = serde_json::from_str::<Vec<Value>>(body).unwrap();
        let ids = objects.iter().map(|object| object["error"]["data"]["trace_id"].as_str());
        assert_eq!(ids.collect::<Vec<_>>(), [Some(sent); 3], "{body}");
    }
}

#[tokio::test]
async fn calls_over_web_socket_have_ids_of_their_own() {
    let example = Example::start("jsonrpsee", true).unwrap();
    let client = WsClientBuilder::new().build(format!("ws://{}", example.address())).await.unwrap();

    let ids = [
        refused(&client, "orders_store", rpc_params![]).await,
        refused(&client, "orders_store", rpc_params![]).await,
    ]
    .map(|object| data(&object)["trace_id"].as_str().unwrap().to_owned());
    assert_ne!(ids[0], ids[1]);

    let watch =
        client.subscribe::<u64, _>("orders_subscribeWatch", rpc_params![8], "orders_unsubscribeWatch").await;
    let object = checked(watch.unwrap_err());
    let rejected = data(&object);
    assert_eq!(rejected["code"], "STORE_DOWN");

    let rejected = rejected["trace_id"].as_str().unwrap();
    example.wait_for_log(rejected);
    let log = example.into_log().unwrap();
    for (id, method) in
        [(&*ids[0], "orders_store"), (&*ids[1], "orders_store"), (rejected, "orders_subscribeWatch")]
    {
        let events = log.lines().filter(|line| line.contains(id)).collect::<Vec<_>>();
        assert_eq!(events.len(), 1, "{id} in {log}");
        assert!(events[0].contains(method) && events[0].contains("hunter2"), "{events:?}");
    }
}

#[tokio::test]
async fn each_error_is_logged_once() {
    let example = Example::start("jsonrpsee", true).unwrap();
    let client = client(&example);
    for method in
        ["orders_store", "orders_storeBlocking", "orders_panic", "orders_internal", "orders_limited"]
    {
        refused(&client, method, rpc_params![]).await;
    }
    let log = example.into_log().unwrap();
    let events = log.lines().filter(|line| line.contains(r#""target":"errbook""#)).collect::<Vec<_>>();
    assert_eq!(events.len(), 5, "{log}");
    let expected = [
        ("orders_store", "STORE_DOWN", "ERROR"),
        ("orders_storeBlocking", "STORE_DOWN", "ERROR"),
        ("orders_panic", "INTERNAL_SERVER_ERROR", "ERROR"),
        ("orders_internal", "INTERNAL_SERVER_ERROR", "ERROR"),
        ("orders_limited", "RATE_LIMITED", "DEBUG"),
    ];
    for (event, (method, code, level)) in events.iter().zip(expected) {
        for word in [method, code, level, TRACE] {
            assert!(event.contains(word), "`{word}` not in {event}");
        }
        assert_eq!(
            event.contains("10.0.0.5"),
            code == "STORE_DOWN" || method == "orders_internal",
            "{event}"
        );
    }
}

#[tokio::test]
async fn without_the_layer_errors_have_no_trace_id() {
    let example = Example::start("jsonrpsee", false).unwrap();
    for method in ["orders_store", "orders_storeBlocking"] {
        let object = refused(&client(&example), method, rpc_params![]).await;
        assert_eq!((object.code(), data(&object)), (-32000, json!({ "code": "STORE_DOWN" })));
    }
}
