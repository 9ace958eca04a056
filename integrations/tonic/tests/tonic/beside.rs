//! The services and the layer that come with tonic, beside the layer.

use std::net::SocketAddr;

use errbook::Book;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tonic::transport::{Channel, Server};
use tonic::{Code, Request};
use tonic_health::pb::health_client::HealthClient;
use tonic_health::pb::{FILE_DESCRIPTOR_SET, HealthCheckRequest};
use tonic_reflection::pb::v1::ServerReflectionRequest;
use tonic_reflection::pb::v1::server_reflection_client::ServerReflectionClient;
use tonic_reflection::pb::v1::server_reflection_request::MessageRequest;
use tonic_reflection::pb::v1::server_reflection_response::MessageResponse;
use tonic_types::StatusExt as _;

use crate::server::listen;

static BOOK: Book = Book::new("Test", &[]);

/// A server with the services for health and reflection, which grpc-web can call too.
async fn serve() -> (SocketAddr, Channel) {
    let (incoming, address) = listen();
    let (reporter, health) = tonic_health::server::health_reporter();
    reporter.set_service_status("orders", tonic_health::ServingStatus::Serving).await;
    let reflection = tonic_reflection::server::Builder::configure();
    let reflection = reflection.register_encoded_file_descriptor_set(FILE_DESCRIPTOR_SET).build_v1().unwrap();
    let server = Server::builder().accept_http1(true).layer(tonic_web::GrpcWebLayer::new());
    let server = server.layer(errbook_tonic::layer(&BOOK)).add_service(health).add_service(reflection);
    tokio::spawn(server.serve_with_incoming(incoming));
    (address, Channel::from_shared(format!("http://{address}")).unwrap().connect().await.unwrap())
}

#[tokio::test]
async fn an_unknown_service_of_a_health_check_is_an_error_in_the_declared_form() {
    let mut client = HealthClient::new(serve().await.1);
    let ask = |service: &str| {
        let mut request = Request::new(HealthCheckRequest { service: service.into() });
        request.metadata_mut().insert("x-request-id", "health-1".parse().unwrap());
        request
    };

    let serving = client.check(ask("orders")).await.unwrap();
    assert_eq!(serving.metadata().get("x-request-id"), None);
    assert_eq!(
        serving.into_inner().status(),
        tonic_health::pb::health_check_response::ServingStatus::Serving
    );

    let status = client.check(ask("x")).await.unwrap_err();
    let details = status.get_error_details();
    assert_eq!((status.code(), status.message()), (Code::NotFound, "Not Found"));
    assert_eq!(details.error_info().unwrap().reason, "NOT_FOUND");
    assert_eq!(details.request_info().unwrap().request_id, "health-1");
}

/// The stream of reflection ends with the error.
#[tokio::test]
async fn an_unknown_symbol_is_an_error_in_the_declared_form() {
    let ask = async |message| {
        let request = ServerReflectionRequest { host: String::new(), message_request: Some(message) };
        let mut client = ServerReflectionClient::new(serve().await.1);
        let response = client.server_reflection_info(tokio_stream::once(request)).await;
        response?.into_inner().message().await.map(|message| message.unwrap().message_response.unwrap())
    };
    let services = ask(MessageRequest::ListServices(String::new())).await.unwrap();
    assert!(matches!(services, MessageResponse::ListServicesResponse(list) if list.service.len() == 2));
    let unknown = MessageRequest::FileContainingSymbol("orders.v9.Orders".into());
    let status = ask(unknown).await.unwrap_err();
    assert_eq!((status.code(), status.message()), (Code::NotFound, "Not Found"));
    assert_eq!(status.get_error_details().error_info().unwrap().reason, "NOT_FOUND");
}

#[tokio::test]
async fn grpc_web_has_the_status_and_the_identifier() {
    let (address, _) = serve().await;
    // One field, the string `x`, in one frame.
    let message = b"\0\0\0\0\x03\x0a\x01x";
    let mut stream = TcpStream::connect(address).await.unwrap();
    let head = [
        "POST /grpc.health.v1.Health/Check HTTP/1.1",
        "host: x",
        "content-type: application/grpc-web+proto",
        "x-request-id: web-1",
        "content-length: 8",
        "connection: close",
    ];
    stream.write_all((head.join("\r\n") + "\r\n\r\n").as_bytes()).await.unwrap();
    stream.write_all(message).await.unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).await.unwrap();
    let text = String::from_utf8_lossy(&bytes).replace(": ", ":");
    assert!(text.starts_with("HTTP/1.1 200 OK"), "{text}");
    assert!(text.contains("grpc-status:5\r\n") && text.contains("grpc-message:Not%20Found\r\n"), "{text}");
    assert_eq!(text.matches("x-request-id:web-1\r\n").count(), 1, "{text}");
}
