//! `HEAD` over a socket: actix-web has it for a route that says so.

use std::io;

use actix_web::{App, HttpServer, web};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::{BOOK, OrderError};

/// Two `HEAD` and a `GET` in one write; a body after a `HEAD` would be taken for the next response.
#[actix_web::test]
async fn head_has_no_body() -> io::Result<()> {
    let app = || {
        App::new()
            .route("/", web::route().to(async || OrderError::Locked))
            .wrap(errbook_actix::middleware(&BOOK))
    };
    let server = HttpServer::new(app).workers(1).disable_signals().bind(("127.0.0.1", 0))?;
    let address = server.addrs()[0];
    let server = server.run();
    let handle = server.handle();
    let server = actix_web::rt::spawn(server);

    let mut stream = TcpStream::connect(address).await?;
    let head = |path| format!("HEAD {path} HTTP/1.1\r\nhost: x\r\nx-request-id: i\r\n\r\n");
    let get = "GET / HTTP/1.1\r\nhost: x\r\nx-request-id: i\r\nconnection: close\r\n\r\n";
    stream.write_all(format!("{}{}{get}", head("/"), head("/nothing")).as_bytes()).await?;
    let mut text = String::new();
    stream.read_to_string(&mut text).await?;
    handle.stop(false).await;
    server.await.map_err(io::Error::other)??;

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
