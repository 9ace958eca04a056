//! What the example does not serve: large details, settings, other layers, many calls at once.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use errbook::{AnyError, ApiError, Book, HttpError, TraceId, Violation};
use errbook_conformance_proto::orders_client::OrdersClient;
use errbook_conformance_proto::orders_server::{Orders, OrdersServer};
use errbook_conformance_proto::{Case, CreateOrderRequest, GetOrderRequest, Order};
use errbook_tonic::{ErrorLayer, Policy};
use prost::Message as _;
use tonic::transport::server::TcpIncoming;
use tonic::transport::{Channel, Server};
use tonic::{Code, Request, Response, Status};
use tonic_types::{StatusExt as _, pb};

#[derive(Debug, ApiError)]
#[api(display, impls(errbook_tonic))]
enum Failed {
    #[api(status = 400, code = "BIG", message = "{text}", docs_url = "https://example.com/big")]
    Big {
        text: String,
        #[api(detail)]
        hint: String,
        #[api(violations)]
        violations: Vec<Violation>,
    },
    #[api(status = 404, code = "GONE", message = "{id}")]
    Gone {
        #[api(detail)]
        id: u64,
    },
}

static BOOK: Book = Book::new("Test", &[Failed::CATALOG]);

struct Service;

#[tonic::async_trait]
impl Orders for Service {
    async fn get_order(&self, request: Request<GetOrderRequest>) -> Result<Response<Order>, Status> {
        let id = request.into_inner().id;
        tokio::time::sleep(Duration::from_millis(id % 7)).await;
        assert_ne!(id % 10, 3, "hunter2");
        Err(Failed::Gone { id })?
    }

    async fn create_order(&self, _: Request<CreateOrderRequest>) -> Result<Response<Order>, Status> {
        Err(Status::failed_precondition("the shop is closed"))
    }

    type WatchOrdersStream = tokio_stream::Empty<Result<Order, Status>>;

    async fn watch_orders(&self, _: Request<Case>) -> Result<Response<Self::WatchOrdersStream>, Status> {
        Ok(Response::new(tokio_stream::empty()))
    }

    /// Fails with large texts or with many violations.
    async fn r#try(&self, request: Request<Case>) -> Result<Response<Order>, Status> {
        let Case { name, number } = request.into_inner();
        let text = |wanted| if name == wanted { "ä€🦀 %".repeat(2000) } else { String::from("short") };
        let violations = (0..number).map(|at| {
            Violation::new("is too long").with_pointer(format!("/items/{at}")).with_code("TOO_LONG")
        });
        Err(Failed::Big { text: text("text"), hint: text("hint"), violations: violations.collect() })?
    }
}

type Client = OrdersClient<Channel>;

async fn connect(layer: ErrorLayer) -> Client {
    let (incoming, address) = listen();
    let server = Server::builder().layer(layer).add_service(OrdersServer::new(Service));
    tokio::spawn(server.serve_with_incoming(incoming));
    connect_to(address).await
}

pub fn listen() -> (TcpIncoming, SocketAddr) {
    let incoming = TcpIncoming::bind(SocketAddr::from(([127, 0, 0, 1], 0))).unwrap();
    let address = incoming.local_addr().unwrap();
    (incoming, address)
}

async fn connect_to(address: SocketAddr) -> Client {
    OrdersClient::connect(format!("http://{address}")).await.unwrap()
}

fn layer() -> ErrorLayer {
    errbook_tonic::layer(&BOOK).with_domain("test.example.com").with_locale("en")
}

/// A request with an identifier.
fn with_id<T>(message: T, id: &str) -> Request<T> {
    let mut request = Request::new(message);
    request.metadata_mut().insert("x-request-id", id.parse().unwrap());
    request
}

#[tokio::test]
async fn large_errors_arrive_as_smaller_statuses() {
    let mut client = connect(layer()).await;
    for (name, number) in [("text", 0), ("hint", 0), ("", 5), ("", 2000), ("text", 2000), ("hint", 2000)] {
        let case = Case { name: name.into(), number };
        let status = client.r#try(with_id(case, "big-1")).await.unwrap_err();
        let details = status.get_error_details();
        let info = details.error_info().unwrap();

        assert_eq!((status.code(), &*info.reason), (Code::InvalidArgument, "BIG"), "{name} {number}");
        assert_eq!(details.request_info().unwrap().request_id, "big-1");
        assert_eq!(info.metadata.contains_key("hint"), name != "hint" && number < 10 && name != "text");
        assert_eq!(details.localized_message().is_some(), number < 10);
        assert!(status.message().starts_with(if name == "text" { "ä€🦀" } else { "short" }));
        assert_eq!(status.message().ends_with('…'), name == "text");
        let violations = details.bad_request().map_or(0, |bad| bad.field_violations.len());
        assert!(if number < 10 { violations == number as usize } else { violations > 20 }, "{violations}");
        assert!(status.message().len() + status.details().len() < 6 * 1024);
    }
}

#[tokio::test]
async fn settings_choose_the_error_of_a_refusal() {
    #[derive(Debug, ApiError)]
    #[api(display, status = 400, code = "REFUSED")]
    struct Refused;

    let closed = CreateOrderRequest::default();

    let mut client = connect(layer()).await;
    let status = client.create_order(closed.clone()).await.unwrap_err();
    assert_eq!((status.code(), status.message()), (Code::FailedPrecondition, "Bad Request"));
    let details = pb::Status::decode(status.details()).unwrap();
    assert_eq!(details.code, Code::FailedPrecondition as i32);

    let mut client = connect(errbook_tonic::layer_with(Policy::new(&BOOK).with_texts())).await;
    let status = client.create_order(closed.clone()).await.unwrap_err();
    assert_eq!((status.code(), status.message()), (Code::FailedPrecondition, "the shop is closed"));
    assert_eq!(status.get_error_details().error_info().unwrap().reason, "BAD_REQUEST");

    let choose = |refusal: errbook_tonic::Refusal| match refusal.status.as_u16() {
        400 => AnyError::from(Refused),
        _ => HttpError::new(refusal.status).into(),
    };
    let mut client = connect(errbook_tonic::layer_with(Policy::new(&BOOK).with_http_error(choose))).await;
    let status = client.create_order(closed.clone()).await.unwrap_err();
    assert_eq!(status.code(), Code::FailedPrecondition);
    assert_eq!(status.get_error_details().error_info().unwrap().reason, "REFUSED");

    let mut client = connect(errbook_tonic::layer_with(Policy::new(&BOOK).with_rule(|_| false))).await;
    let status = client.create_order(closed).await.unwrap_err();
    assert_eq!((status.message(), status.details()), ("the shop is closed", &b""[..]));
}

#[tokio::test]
async fn ids_come_from_a_hook_and_errors_go_to_one() {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let sink = Arc::clone(&seen);
    let policy = Policy::new(&BOOK).with_trace_id(|| TraceId::new("from-hook")).with_hook(move |event| {
        let error = event.occurrence.as_error().downcast_ref::<Failed>().map(ToString::to_string);
        sink.lock().unwrap().push((error, event.trace_id.cloned(), event.route.map(str::to_owned)));
    });
    let mut client = connect(errbook_tonic::layer_with(policy)).await;

    let status = client.get_order(GetOrderRequest { id: 5 }).await.unwrap_err();

    assert_eq!(status.get_error_details().request_info().unwrap().request_id, "from-hook");
    let route = "/orders.v1.Orders/GetOrder".to_owned();
    let expected = [(Some("5".to_owned()), TraceId::new("from-hook"), Some(route))];
    assert_eq!(*seen.lock().unwrap(), expected);
}

#[tokio::test]
async fn two_layers_act_once() {
    let count = Arc::new(Mutex::new(0));
    let counting = || {
        let count = Arc::clone(&count);
        errbook_tonic::layer_with(Policy::new(&BOOK).with_hook(move |_| *count.lock().unwrap() += 1))
    };
    let (incoming, address) = listen();
    let service = OrdersServer::new(Service);
    let server = Server::builder().layer(counting()).layer(counting()).add_service(service);
    tokio::spawn(server.serve_with_incoming(incoming));
    let mut client = connect_to(address).await;

    for (at, id) in [5, 13].into_iter().enumerate() {
        let status = client.get_order(with_id(GetOrderRequest { id }, "twice")).await.unwrap_err();
        assert_eq!(status.metadata().get_all("x-request-id").iter().count(), 1);
        assert_eq!(status.get_error_details().request_info().unwrap().request_id, "twice");
        assert_eq!(*count.lock().unwrap(), at + 1);
    }
    client.create_order(CreateOrderRequest::default()).await.unwrap_err();
    assert_eq!(*count.lock().unwrap(), 3);
}

#[tokio::test]
async fn an_interceptor_refuses_in_the_declared_form() {
    let (incoming, address) = listen();
    let refuse = |_: Request<()>| Err(Failed::Gone { id: 4 }.into());
    let service = OrdersServer::with_interceptor(Service, refuse);
    let server = Server::builder().layer(layer()).add_service(service);
    tokio::spawn(server.serve_with_incoming(incoming));

    let status = connect_to(address).await.get_order(with_id(GetOrderRequest { id: 1 }, "in-1")).await;

    let status = status.unwrap_err();
    assert_eq!((status.code(), status.message()), (Code::NotFound, "4"));
    let details = status.get_error_details();
    assert_eq!(details.error_info().unwrap().domain, "test.example.com");
    assert_eq!(details.request_info().unwrap().request_id, "in-1");
}

/// One thread, so that a stale scope would show.
#[tokio::test]
async fn many_calls_at_once_keep_their_own_ids() {
    let client = connect(layer()).await;
    let calls = (0..500).map(|id| {
        let mut client = client.clone();
        tokio::spawn(async move {
            let request = with_id(GetOrderRequest { id }, &format!("call-{id}"));
            (id, client.get_order(request).await.unwrap_err())
        })
    });
    for call in calls.collect::<Vec<_>>() {
        let (id, status) = call.await.unwrap();
        let details = status.get_error_details();
        assert_eq!(details.request_info().unwrap().request_id, format!("call-{id}"));
        if id % 10 == 3 {
            assert_eq!((status.code(), status.message()), (Code::Internal, "Internal Server Error"));
        } else {
            assert_eq!((status.code(), status.message()), (Code::NotFound, &*id.to_string()));
        }
    }
}

#[tokio::test]
async fn replies_without_an_error_are_untouched() {
    let mut client = connect(layer()).await;
    let request = with_id(Case::default(), "ok-1");
    let response = client.watch_orders(request).await.unwrap();
    assert_eq!(response.metadata().get("x-request-id"), None);
    assert_eq!(response.into_inner().message().await.unwrap(), None);
}

/// The layer of tower-http for CORS answers a preflight request with such a body.
#[test]
fn a_body_can_be_empty() {
    let body = errbook_tonic::ErrorBody::<tonic::body::Body>::default();
    assert!(tonic::codegen::Body::is_end_stream(&body));
}
