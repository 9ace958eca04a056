//! What matters on a socket: `HEAD`, compression, and web sockets.

use std::io;
use std::net::SocketAddr;

use actix_web::middleware::Compress;
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};
use actix_ws::Message;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::{BOOK, OrderError};

/// Serves an app while the test asks it.
macro_rules! serve {
    ($app:expr, $ask:expr) => {{
        let server = HttpServer::new(move || $app).workers(1).disable_signals().bind(("127.0.0.1", 0))?;
        let address = server.addrs()[0];
        let server = server.run();
        let handle = server.handle();
        let server = actix_web::rt::spawn(server);
        let asked = $ask(address).await;
        handle.stop(false).await;
        server.await.map_err(io::Error::other)??;
        asked
    }};
}

fn routes(config: &mut web::ServiceConfig) {
    config.route("/", web::route().to(async || OrderError::Locked)).route("/ws", web::get().to(echo));
}

async fn echo(request: HttpRequest, body: web::Payload) -> actix_web::Result<HttpResponse> {
    let (response, mut session, mut messages) = actix_ws::handle(&request, body)?;
    actix_web::rt::spawn(async move {
        while let Some(Ok(message)) = messages.recv().await {
            if let Message::Text(text) = message {
                let _ = session.text(text).await;
            }
        }
    });
    Ok(response)
}

async fn ask(address: SocketAddr, requests: String) -> io::Result<String> {
    let mut stream = TcpStream::connect(address).await?;
    stream.write_all(requests.as_bytes()).await?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).await?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Two `HEAD` and a `GET` in one write; a body after a `HEAD` would be taken for the next response.
#[actix_web::test]
async fn head_has_no_body() -> io::Result<()> {
    let head = |path| format!("HEAD {path} HTTP/1.1\r\nhost: x\r\nx-request-id: i\r\n\r\n");
    let get = "GET / HTTP/1.1\r\nhost: x\r\nx-request-id: i\r\nconnection: close\r\n\r\n";
    let requests = format!("{}{}{get}", head("/"), head("/nothing"));
    let text = serve!(App::new().configure(routes).wrap(errbook_actix::middleware(&BOOK)), |address| ask(
        address, requests
    ))?;

    let body = r#"{"code":"LOCKED","message":"the order is locked","trace_id":"i"}"#;
    let parts: Vec<_> = text.split("\r\n\r\n").collect();
    assert_eq!(parts.len(), 4, "{text}");
    let length = format!("content-length: {}\r\n", body.len());
    assert!(parts[0].starts_with("HTTP/1.1 409") && parts[0].contains(&length), "{text}");
    assert!(parts[1].starts_with("HTTP/1.1 404") && parts[1].contains("application/json"), "{text}");
    assert!(parts[2].starts_with("HTTP/1.1 409") && parts[2].contains(&length), "{text}");
    assert_eq!(parts[3], body);
    Ok(())
}

/// RFC 9110 §8.6: the length, if there is one, is that of the answer to `GET`.
#[actix_web::test]
async fn head_has_the_headers_of_get_beside_compression() -> io::Result<()> {
    let ours = || errbook_actix::middleware(&BOOK);
    serve!(App::new().configure(routes).wrap(Compress::default()).wrap(ours()), same_headers)?;
    serve!(App::new().configure(routes).wrap(ours()).wrap(Compress::default()), same_headers)?;
    Ok(())
}

async fn same_headers(address: SocketAddr) -> io::Result<()> {
    for path in ["/", "/nothing"] {
        for encoding in ["gzip", "identity"] {
            let ask = async |method| {
                let common = "HTTP/1.1\r\nhost: x\r\nconnection: close\r\nx-request-id: i\r\n";
                let request = format!("{method} {path} {common}accept-encoding: {encoding}\r\n\r\n");
                let text = ask(address, request).await?;
                let (head, body) = text.split_once("\r\n\r\n").unwrap();
                let mut head: Vec<_> = head.lines().filter(|line| !line.starts_with("date:")).collect();
                head.sort_unstable();
                io::Result::Ok((head.join("\n"), !body.is_empty()))
            };
            let ((get, true), (head, false)) = (ask("GET").await?, ask("HEAD").await?) else {
                panic!("{path} {encoding}")
            };
            assert_eq!(get, head);
            let is_compressed = get.contains("content-encoding: gzip");
            assert!(path != "/" || is_compressed == (encoding == "gzip"), "{get}");
        }
    }
    Ok(())
}

#[actix_web::test]
async fn a_web_socket_passes() -> io::Result<()> {
    serve!(App::new().configure(routes).wrap(errbook_actix::middleware(&BOOK)), web_socket)
}

async fn web_socket(address: SocketAddr) -> io::Result<()> {
    let plain =
        ask(address, "GET /ws HTTP/1.1\r\nhost: x\r\nconnection: close\r\nx-request-id: i\r\n\r\n".into());
    let plain = plain.await?;
    let refused = r#"{"code":"BAD_REQUEST","message":"Bad Request","trace_id":"i"}"#;
    assert!(plain.starts_with("HTTP/1.1 400") && plain.ends_with(refused), "{plain}");

    let mut stream = TcpStream::connect(address).await?;
    let head = [
        "GET /ws HTTP/1.1",
        "host: x",
        "connection: upgrade",
        "upgrade: websocket",
        "sec-websocket-version: 13",
        "sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==",
    ];
    stream.write_all((head.join("\r\n") + "\r\n\r\n").as_bytes()).await?;
    // A text of two bytes, masked with zeros.
    stream.write_all(b"\x81\x82\0\0\0\0hi").await?;
    let mut text = Vec::new();
    while !text.ends_with(b"\x81\x02hi") {
        assert_ne!(stream.read_buf(&mut text).await?, 0, "{text:?}");
    }
    let text = String::from_utf8_lossy(&text).into_owned();
    assert!(text.starts_with("HTTP/1.1 101") && !text.contains("x-request-id"), "{text}");
    Ok(())
}
