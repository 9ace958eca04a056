//! A client of HTTP/2 without TLS, by prior knowledge.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use bytes::Bytes;
use h2::client::{self, ResponseFuture, SendRequest};
use http::{HeaderMap, Method};
use tokio::net::TcpStream;

use crate::reply::Reply;
use crate::request::Request;

/// The time until a reply must be there.
const PATIENCE: Duration = Duration::from_secs(10);

/// Sends one request on a connection of its own.
pub fn ask(address: SocketAddr, request: &Request) -> Result<Reply, String> {
    let mut replies = ask_all(address, std::slice::from_ref(request))?;
    replies.pop().ok_or_else(|| "no reply".to_owned())
}

/// Sends requests on one connection, all before the first reply.
pub fn ask_all(address: SocketAddr, requests: &[Request]) -> Result<Vec<Reply>, String> {
    ask_after(address, &[], requests)
}

/// The same after others on this connection, whose streams are reset before their replies.
pub fn ask_after(address: SocketAddr, gone: &[Request], requests: &[Request]) -> Result<Vec<Reply>, String> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| format!("no runtime: {error}"))?;
    runtime.block_on(async {
        let exchanged = tokio::time::timeout(PATIENCE, exchange(address, gone, requests)).await;
        exchanged.map_err(|_| "the replies did not come in time".to_owned())?
    })
}

async fn exchange(address: SocketAddr, gone: &[Request], requests: &[Request]) -> Result<Vec<Reply>, String> {
    let stream = TcpStream::connect(address).await.map_err(|error| format!("no connection: {error}"))?;
    // The client takes many short replies that nobody has read yet for an attack, the sooner the smaller its window is.
    let mut client = client::Builder::new();
    client.initial_connection_window_size(1 << 20);
    let (mut sender, connection) = client.handshake(stream).await.map_err(shown)?;
    // It ends with the runtime.
    tokio::spawn(connection);
    let pending = send(&mut sender, gone).await?;
    // The server has begun to work for them.
    tokio::time::sleep(Duration::from_millis(gone.len() as u64)).await;
    drop(pending);
    let mut replies = Vec::new();
    for reply in send(&mut sender, requests).await? {
        replies.push(receive(reply).await.map_err(shown)?);
    }
    Ok(replies)
}

async fn send(sender: &mut SendRequest<Bytes>, requests: &[Request]) -> Result<Vec<ResponseFuture>, String> {
    let mut pending = Vec::new();
    for request in requests {
        *sender = sender.clone().ready().await.map_err(shown)?;
        let (reply, mut body) =
            sender.send_request(head(request)?, request.body.is_empty()).map_err(shown)?;
        if !request.body.is_empty() {
            body.send_data(request.body.clone().into(), true).map_err(shown)?;
        }
        pending.push(reply);
    }
    Ok(pending)
}

#[expect(clippy::needless_pass_by_value, reason = "it is passed to `map_err`")]
fn shown(error: h2::Error) -> String {
    format!("HTTP/2: {error}")
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
