//! A client of HTTP/2 without TLS, by prior knowledge.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use h2::client::{self, ResponseFuture};
use http::{HeaderMap, Method};
use tokio::net::TcpStream;

use crate::reply::Reply;
use crate::request::Request;

/// The time until a reply must be there.
const PATIENCE: Duration = Duration::from_secs(10);

/// Sends one request on a connection of its own.
pub fn ask(address: SocketAddr, request: &Request) -> Result<Reply, String> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| format!("no runtime: {error}"))?;
    runtime.block_on(async {
        let exchanged = tokio::time::timeout(PATIENCE, exchange(address, request)).await;
        exchanged.map_err(|_| "the reply did not come in time".to_owned())?
    })
}

async fn exchange(address: SocketAddr, request: &Request) -> Result<Reply, String> {
    let shown = |error: h2::Error| format!("HTTP/2: {error}");
    let stream = TcpStream::connect(address).await.map_err(|error| format!("no connection: {error}"))?;
    let (sender, connection) = client::handshake(stream).await.map_err(shown)?;
    // It ends with the runtime.
    tokio::spawn(connection);
    let mut sender = sender.ready().await.map_err(shown)?;
    let (reply, mut body) = sender.send_request(head(request)?, request.body.is_empty()).map_err(shown)?;
    if !request.body.is_empty() {
        body.send_data(request.body.clone().into(), true).map_err(shown)?;
    }
    receive(reply).await.map_err(shown)
}

fn head(request: &Request) -> Result<http::Request<()>, String> {
    let method = Method::from_bytes(request.method.as_bytes()).map_err(|error| error.to_string())?;
    let mut head = http::Request::builder().method(method).uri(format!("http://localhost{}", request.target));
    for (name, value) in &request.headers {
        head = head.header(name, value.as_slice());
    }
    head.body(()).map_err(|error| error.to_string())
}

/// Reads the head, the body and the trailers.
async fn receive(reply: ResponseFuture) -> Result<Reply, h2::Error> {
    let (head, mut stream) = reply.await?.into_parts();
    let mut body = Vec::new();
    let mut body_began = None;
    while let Some(data) = stream.data().await {
        let data = data?;
        body_began.get_or_insert_with(Instant::now);
        stream.flow_control().release_capacity(data.len())?;
        body.extend_from_slice(&data);
    }
    let trailers = stream.trailers().await?.unwrap_or_default();
    let headers = lines(&head.headers);
    let mut raw = body.clone();
    for (name, value) in headers.iter().chain(&lines(&trailers)) {
        raw.extend([name.as_bytes(), b": ", value, b"\r\n"].concat());
    }
    let ended = Instant::now();
    let status = head.status.as_u16();
    Ok(Reply { status, headers, body, raw, body_began: body_began.unwrap_or(ended), ended })
}

fn lines(headers: &HeaderMap) -> Vec<(String, Vec<u8>)> {
    headers.iter().map(|(name, value)| (name.as_str().to_owned(), value.as_bytes().to_vec())).collect()
}
