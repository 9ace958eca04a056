//! A client of HTTP/1.1 that hides nothing.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};

use serde_json::Value;

/// The identifier that requests are sent with.
pub const TRACE_ID: &str = "4bf92f3577b34da6a3ce929d0e0e4736";

/// What no reply may show: the texts of the store, of the provider and of a panic.
const SECRETS: [&str; 5] = ["hunter2", "4711", "no such table", "rusqlite", "db1.internal"];

/// One response.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    head: String,
    pub body: String,
}

/// Sends a request with a token and a trace id; further headers are lines.
pub fn ask(address: SocketAddr, request: &str, body: &str) -> Answer {
    ask_with(address, request, "authorization: Bearer token\r\ncontent-type: application/json\r\n", body)
}

pub fn ask_with(address: SocketAddr, request: &str, headers: &str, body: &str) -> Answer {
    let mut stream = TcpStream::connect(address).unwrap();
    let length = body.len();
    let head = format!(
        "{request} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\
         traceparent: 00-{TRACE_ID}-00f067aa0ba902b7-01\r\ncontent-length: {length}\r\n{headers}\r\n"
    );
    stream.write_all(head.as_bytes()).unwrap();
    stream.write_all(body.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    for secret in SECRETS {
        assert!(!answer.contains(secret), "{request} shows `{secret}`: {answer}");
    }
    let (head, body) = answer.split_once("\r\n\r\n").unwrap_or_else(|| panic!("{request}: {answer:?}"));
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    Answer { status, head: head.to_owned(), body: body.to_owned() }
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().skip(1).filter_map(|line| line.split_once(": "));
        lines.find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// Checks what holds for every error of the API, and returns its body.
    pub fn problem(&self, status: u16, code: &str) -> Value {
        let problem = self.json();
        assert_eq!((self.status, problem["code"].as_str()), (status, Some(code)), "{self:?}");
        assert_eq!(self.header("content-type"), Some("application/problem+json"), "{self:?}");
        assert_eq!(self.header("x-request-id"), Some(TRACE_ID), "{self:?}");
        assert_eq!(self.header("cache-control"), Some("no-store"), "{self:?}");
        assert_eq!(problem["trace_id"], TRACE_ID, "{self:?}");
        assert_eq!(problem["status"], status, "{self:?}");
        assert!(orders::BOOK.by_code(code).next().is_some(), "{code} is not documented");
        problem
    }
}
