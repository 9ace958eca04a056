//! Calls of gRPC, over HTTP/2.

use std::net::SocketAddr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use fastrand::Rng;

use super::{Answer, Declared, Kind, Protocol};
use crate::fuzz;
use crate::http2;
use crate::reply::{Reply, contains};
use crate::request::Request;

#[derive(Debug)]
pub struct Grpc;

const METHODS: [&str; 5] = ["GetOrder", "CreateOrder", "WatchOrders", "Try", "Nothing"];

/// The names of the cases of the example, but for the one with a status of its own.
const CASES: [&str; 10] =
    ["limited", "secret", "upstream", "any", "spawned", "panic", "internal", "io", "task", "store"];

fn request(method: &str, body: Vec<u8>) -> Request {
    let mut request = Request::new("POST", &format!("/orders.v1.Orders/{method}"))
        .with("content-type", "application/grpc")
        .with("te", "trailers");
    request.body = body;
    request
}

/// A message with its prefix.
fn framed(message: &[u8]) -> Vec<u8> {
    let length = u32::try_from(message.len()).unwrap_or_default();
    [&[0], &length.to_be_bytes()[..], message].concat()
}

impl Protocol for Grpc {
    fn call(&self, kind: Kind) -> Request {
        match kind {
            Kind::Order => request("GetOrder", framed(&[8, 7])),
            Kind::NoSuchOrder => request("GetOrder", framed(&[8, 8])),
            Kind::Unknown => request("Nothing", framed(&[])),
        }
    }

    fn fuzzed(&self, rng: &mut Rng) -> Request {
        let method = if rng.u8(..8) == 0 { fuzz::token(rng) } else { fuzz::pick(rng, &METHODS).to_owned() };
        let message = match rng.u8(..4) {
            0 => fuzz::bytes(rng, 200),
            1 => vec![8, rng.u8(..128)],
            _ => {
                let name = fuzz::pick(rng, &CASES).as_bytes();
                let length = u8::try_from(name.len()).unwrap_or_default();
                [&[10, length], name, &[16, rng.u8(..128)]].concat()
            }
        };
        let mut body = framed(&message);
        if rng.u8(..4) == 0 {
            fuzz::mutate(rng, &mut body);
        }
        request(&method.replace(['#', '?', '%', '^', '`', '|'], ""), body)
    }

    fn answer(&self, reply: &Reply) -> Result<Answer, String> {
        // tonic refuses another content type without a status of gRPC.
        if reply.status == 415 {
            return Ok(Answer::Below);
        }
        let status = field(reply, "grpc-status").ok_or("missing `grpc-status`")?;
        if status == "0" {
            return Ok(Answer::Success { is_order: reply.body == framed(&[8, 7]) });
        }
        let trace_id = field(reply, "x-request-id").ok_or("missing `x-request-id`")?;
        let details = field(reply, "grpc-status-details-bin").ok_or("missing details")?;
        let details =
            STANDARD_NO_PAD.decode(details.trim_end_matches('=')).map_err(|error| error.to_string())?;
        if !contains(&details, trace_id.as_bytes()) {
            return Err("the details have another identifier".to_owned());
        }
        let code = if contains(&details, b"NO_SUCH_ORDER") { "NO_SUCH_ORDER" } else { "" };
        Ok(Answer::Errors(vec![Declared { code: code.to_owned(), trace_id }]))
    }

    fn ask(&self, address: SocketAddr, requests: &[Request]) -> Result<Vec<Reply>, String> {
        http2::ask_all(address, requests)
    }
}

/// A header or a trailer.
fn field(reply: &Reply, name: &str) -> Option<String> {
    let start = [name.as_bytes(), b": "].concat();
    let mut lines = reply.raw.get(reply.body.len()..)?.split(|byte| *byte == b'\n');
    let value = lines.find_map(|line| line.strip_prefix(start.as_slice()))?;
    Some(String::from_utf8_lossy(value).trim_end().to_owned())
}
