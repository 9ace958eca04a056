//! The conformance API, asked with the client of tonic.

use errbook_conformance::Example;
use errbook_conformance_proto::orders_client::OrdersClient;
use errbook_conformance_proto::{Case, CreateOrderRequest, GetOrderRequest};
use tonic::transport::Channel;
use tonic::{Code, Request, Status};
use tonic_types::{ErrorDetails, StatusExt as _};

const TRACE: &str = "4bf92f3577b34da6a3ce929d0e0e4736";

type Client = OrdersClient<Channel>;

async fn connect(example: &Example) -> Client {
    OrdersClient::connect(format!("http://{}", example.address())).await.unwrap()
}

/// A request with a trace id.
fn traced<T>(message: T) -> Request<T> {
    let mut request = Request::new(message);
    let traceparent = format!("00-{TRACE}-00f067aa0ba902b7-01");
    request.metadata_mut().insert("traceparent", traceparent.parse().unwrap());
    request
}

fn case(name: &str, number: u32) -> Case {
    Case { name: name.to_owned(), number }
}

/// The status that a case is answered with, free of secrets.
async fn refused(client: &mut Client, name: &str, number: u32) -> Status {
    checked(client.r#try(traced(case(name, number))).await.unwrap_err())
}

fn checked(status: Status) -> Status {
    let details = String::from_utf8_lossy(status.details());
    let all = format!("{} {details} {:?}", status.message(), status.metadata());
    for word in ["hunter2", "10.0.0.5", "panicked", ".rs", "::"] {
        assert!(!all.contains(word), "`{word}` in {all}");
    }
    status
}

fn reason(details: &ErrorDetails) -> &str {
    &details.error_info().unwrap().reason
}

fn trace_id(details: &ErrorDetails) -> Option<&str> {
    details.request_info().map(|info| &*info.request_id)
}

#[tokio::test]
async fn errors_are_statuses_with_details() {
    let example = Example::start("tonic", true).unwrap();
    let mut client = connect(&example).await;

    let order = client.get_order(GetOrderRequest { id: 7 }).await.unwrap();
    assert_eq!(order.into_inner().id, 7);

    let status = checked(client.get_order(traced(GetOrderRequest { id: 8 })).await.unwrap_err());
    assert_eq!((status.code(), status.message()), (Code::NotFound, "there is no order 8"));
    assert_eq!(status.metadata().get("x-request-id").unwrap(), TRACE);
    let details = status.get_error_details();
    let info = details.error_info().unwrap();
    assert_eq!((&*info.reason, &*info.domain), ("NO_SUCH_ORDER", "orders.example.com"));
    assert_eq!(info.metadata["id"], "8");
    assert_eq!(trace_id(&details), Some(TRACE));

    let invalid = CreateOrderRequest { item: String::new(), quantity: 0 };
    let status = checked(client.create_order(invalid).await.unwrap_err());
    assert_eq!(status.message(), "the order is not valid");
    let details = status.get_error_details();
    let fields = &details.bad_request().unwrap().field_violations;
    let fields = fields.iter().map(|field| (&*field.field, &*field.reason, &*field.description));
    let expected = [("item", "EMPTY", "must not be empty"), ("quantity", "MIN", "must be at least 1")];
    assert_eq!(fields.collect::<Vec<_>>(), expected);
    // Without an id in the request, one is generated, the same in the details and in the metadata.
    let id = trace_id(&details).unwrap();
    assert_eq!(id.len(), 32);
    assert_eq!(status.metadata().get("x-request-id").unwrap(), id);

    let status = refused(&mut client, "limited", 0).await;
    assert_eq!(status.code(), Code::ResourceExhausted);
    let delay = status.get_error_details().retry_info().unwrap().retry_delay.unwrap();
    assert_eq!(delay.as_secs(), 30);

    let cases = [
        ("secret", 0, Code::Unauthenticated, "TOKEN_MISSING"),
        ("store", 0, Code::Internal, "STORE_DOWN"),
        ("upstream", 404, Code::NotFound, "UPSTREAM"),
        ("upstream", 200, Code::Internal, "UPSTREAM"),
        ("any", 0, Code::NotFound, "NO_SUCH_ORDER"),
        ("any", 1, Code::Unauthenticated, "TOKEN_MISSING"),
        ("slow", 20, Code::Aborted, "LOCKED"),
        ("spawned", 0, Code::Aborted, "LOCKED"),
        ("panic", 0, Code::Internal, "INTERNAL_SERVER_ERROR"),
        ("internal", 0, Code::Internal, "INTERNAL_SERVER_ERROR"),
        ("io", 0, Code::NotFound, "NOT_FOUND"),
    ];
    for (name, number, code, expected) in cases {
        let status = refused(&mut client, name, number).await;
        let details = status.get_error_details();
        assert_eq!((status.code(), reason(&details)), (code, expected), "{name}");
        assert_eq!(trace_id(&details), Some(TRACE), "{name}");
        assert_eq!(details.error_info().unwrap().domain, "orders.example.com", "{name}");
        assert_eq!(status.metadata().get("x-request-id").unwrap(), TRACE, "{name}");
        assert!(details.debug_info().is_none());
    }

    let own = client.r#try(case("own", 0)).await.unwrap_err();
    assert_eq!((own.code(), own.message(), own.details()), (Code::OutOfRange, "mine", &b"\x12\x01m"[..]));
}

#[tokio::test]
async fn streams_end_with_statuses() {
    let example = Example::start("tonic", true).unwrap();
    let mut client = connect(&example).await;
    let cases = [
        ("store", "STORE_DOWN"),
        ("task", "STORE_DOWN"),
        ("panic", "INTERNAL_SERVER_ERROR"),
        ("internal", "INTERNAL_SERVER_ERROR"),
    ];
    for (name, expected) in cases {
        let mut stream = client.watch_orders(traced(case(name, 0))).await.unwrap().into_inner();
        let mut count = 0;
        let status = loop {
            match stream.message().await {
                Ok(Some(order)) => {
                    assert_eq!(order.id, count);
                    count += 1;
                }
                Ok(None) => panic!("the stream ended without a status"),
                Err(status) => break checked(status),
            }
        };
        let details = status.get_error_details();
        assert_eq!((count, status.code(), reason(&details)), (3, Code::Internal, expected), "{name}");
        assert_eq!(trace_id(&details), Some(TRACE), "{name}");
        assert_eq!(details.error_info().unwrap().domain, "orders.example.com", "{name}");
    }
    let log = example.into_log().unwrap();
    let store = log.lines().filter(|line| line.contains("STORE_DOWN")).collect::<Vec<_>>();
    assert_eq!(store.len(), 2, "{log}");
    for word in ["hunter2", "10.0.0.5", TRACE, "/orders.v1.Orders/WatchOrders", "ERROR"] {
        assert!(store.iter().all(|line| line.contains(word)), "`{word}` not in {store:?}");
    }
}

#[tokio::test]
async fn each_error_is_logged_once() {
    let example = Example::start("tonic", true).unwrap();
    let mut client = connect(&example).await;
    for name in ["store", "panic", "internal", "limited"] {
        refused(&mut client, name, 0).await;
    }
    let log = example.into_log().unwrap();
    let events = log.lines().filter(|line| line.contains(r#""target":"errbook""#)).collect::<Vec<_>>();
    assert_eq!(events.len(), 4, "{log}");
    for (event, code) in
        events.iter().zip(["STORE_DOWN", "INTERNAL_SERVER_ERROR", "INTERNAL_SERVER_ERROR", "RATE_LIMITED"])
    {
        let level = if code == "RATE_LIMITED" { "DEBUG" } else { "ERROR" };
        for word in [code, level, TRACE, "/orders.v1.Orders/Try"] {
            assert!(event.contains(word), "`{word}` not in {event}");
        }
    }
    assert!(events[0].contains("hunter2") && events[0].contains("10.0.0.5"), "{}", events[0]);
    assert!(events[1].contains("hunter2") && events[2].contains("hunter2"), "{events:?}");
}

#[tokio::test]
async fn without_the_layer_errors_have_no_trace_id() {
    let example = Example::start("tonic", false).unwrap();
    let mut client = connect(&example).await;
    let status = refused(&mut client, "store", 0).await;
    let details = status.get_error_details();
    assert_eq!((status.code(), reason(&details)), (Code::Internal, "STORE_DOWN"));
    assert_eq!((trace_id(&details), status.metadata().get("x-request-id")), (None, None));
}

#[tokio::test]
async fn what_tonic_refuses_has_details() {
    let example = Example::start("tonic", true).unwrap();
    let channel =
        Channel::from_shared(format!("http://{}", example.address())).unwrap().connect().await.unwrap();
    for path in ["/orders.v1.Orders/Nothing", "/nothing.v1.Here/Nothing"] {
        let mut grpc = tonic::client::Grpc::new(channel.clone());
        grpc.ready().await.unwrap();
        let codec = tonic_prost::ProstCodec::<Case, Case>::default();
        let status = grpc.unary(traced(case("", 0)), path.parse().unwrap(), codec).await.unwrap_err();
        let details = status.get_error_details();
        assert_eq!((status.code(), reason(&details)), (Code::Unimplemented, "NOT_IMPLEMENTED"), "{path}");
        assert_eq!(trace_id(&details), Some(TRACE), "{path}");
    }
}
