//! The program, asked over a socket: every route, every error that it declares, and what actix-web refuses.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};

const TRACE_ID: &str = "4bf92f3577b34da6a3ce929d0e0e4736";
const TOKEN: &str = "authorization: Bearer demo\r\ncontent-type: application/json\r\n";

/// The running program. It is killed when this is dropped.
struct Service {
    program: Child,
    address: SocketAddr,
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

impl Service {
    fn start() -> Self {
        let mut program = Command::new(env!("CARGO_BIN_EXE_errbook-orders-actix"));
        let mut program =
            program.env("PORT", "0").stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(program.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("listening on http://").unwrap().parse().unwrap();
        Self { program, address }
    }

    /// The head and the JSON of an answer.
    fn ask(&self, request: &str, headers: &str, body: &str) -> (String, Value) {
        self.ask_with_length(request, headers, body, body.len())
    }

    fn ask_with_length(&self, request: &str, headers: &str, body: &str, length: usize) -> (String, Value) {
        let mut stream = TcpStream::connect(self.address).unwrap();
        let request = format!(
            "{request} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\
             traceparent: 00-{TRACE_ID}-00f067aa0ba902b7-01\r\ncontent-length: {length}\r\n{headers}\r\n{body}"
        );
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.to_owned(), serde_json::from_str(body).unwrap_or_else(|error| panic!("{error}: {answer}")))
    }

    /// Checks what holds for every error, and returns its body.
    fn error(&self, request: &str, headers: &str, body: &str, status: u16, code: &str) -> Value {
        let (head, error) = self.ask(request, headers, body);
        assert!(head.starts_with(&format!("HTTP/1.1 {status} ")), "{request}: {head}");
        assert_eq!((&error["code"], &error["trace_id"]), (&json!(code), &json!(TRACE_ID)), "{request}");
        assert!(head.contains(&format!("x-request-id: {TRACE_ID}")), "{head}");
        assert!(head.contains("content-type: application/json"), "{head}");
        assert!(orders_actix::BOOK.by_code(code).next().is_some(), "{code} is not documented");
        error
    }
}

#[test]
fn orders_are_created_shown_and_cancelled() {
    let service = Service::start();
    let mut order = json!({ "id": 1, "item": "tea", "quantity": 2, "cancelled": false });
    let (head, created) = service.ask("POST /orders", TOKEN, r#"{"item":"tea","quantity":2}"#);
    assert!(head.starts_with("HTTP/1.1 201 "), "{head}");
    assert_eq!(created, order);
    assert_eq!(service.ask("GET /orders/1", TOKEN, "").1, order);
    order["cancelled"] = true.into();
    assert_eq!(service.ask("DELETE /orders/1", TOKEN, "").1, order);
    service.error("DELETE /orders/1", TOKEN, "", 409, "ALREADY_CANCELLED");
}

#[test]
fn errors_have_the_declared_format() {
    let service = Service::start();
    let error = service.error("GET /orders/9", TOKEN, "", 404, "NO_SUCH_ORDER");
    assert_eq!((&error["message"], &error["details"]), (&json!("there is no order 9"), &json!({ "id": 9 })));
    let error = service.error("POST /orders", TOKEN, r#"{"item":"","quantity":0}"#, 422, "INVALID_ORDER");
    let pointers: Vec<_> = error["violations"].as_array().unwrap().iter().map(|it| &it["pointer"]).collect();
    assert_eq!(pointers, ["/item", "/quantity"]);
    let (head, _) = service.ask("GET /orders/9", "", "");
    assert!(head.contains("www-authenticate: Bearer realm=\"orders\""), "{head}");
    service.error("GET /orders/9", "", "", 401, "UNAUTHORIZED_REQUEST");
}

#[test]
fn refusals_of_actix_have_it_too() {
    let service = Service::start();
    service.error("GET /nothing", "", "", 404, "NOT_FOUND");
    service.error("GET /orders/x", TOKEN, "", 404, "NOT_FOUND");
    service.error("POST /orders", TOKEN, "{", 400, "BAD_REQUEST");
    // Only the length is sent: actix-web refuses it without the body.
    let (head, error) = service.ask_with_length("POST /orders", TOKEN, "", 3_000_000);
    assert!(head.starts_with("HTTP/1.1 413 "), "{head}");
    assert_eq!((&error["code"], &error["trace_id"]), (&json!("CONTENT_TOO_LARGE"), &json!(TRACE_ID)));
}
