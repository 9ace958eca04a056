//! What axum refuses before a handler runs, and a handler that panics: also in the format of the API.

use crate::client::{ask, ask_with};
use crate::service::Service;

#[test]
fn refusals_keep_the_status_of_axum() {
    let service = Service::start(100);
    // A little over the limit of 2 MiB, so that axum has read all of it when it answers.
    let too_large = format!(r#"{{"lines":"{}"}}"#, "x".repeat(2 << 20));
    for (request, body, status, code) in [
        ("GET /nothing", "", 404, "NOT_FOUND"),
        ("GET /orders/x", "", 400, "BAD_REQUEST"),
        ("GET /orders?limit=x", "", 400, "BAD_REQUEST"),
        ("POST /orders", "{", 400, "BAD_REQUEST"),
        ("POST /orders", "{}", 422, "UNPROCESSABLE_CONTENT"),
        ("POST /orders", &*too_large, 413, "CONTENT_TOO_LARGE"),
        ("GET /panic", "", 500, "INTERNAL_SERVER_ERROR"),
    ] {
        ask(service.address, request, body).problem(status, code);
    }
    let text = "authorization: Bearer token\r\ncontent-type: text/plain\r\n";
    ask_with(service.address, "POST /orders", text, "{}").problem(415, "UNSUPPORTED_MEDIA_TYPE");
}

#[test]
fn a_wrong_method_names_the_right_ones() {
    let service = Service::start(100);
    let answer = ask(service.address, "DELETE /orders/1", "");
    answer.problem(405, "METHOD_NOT_ALLOWED");
    assert_eq!(answer.header("allow"), Some("GET,HEAD"));
}

#[test]
fn a_panic_leaves_the_service_running() {
    let service = Service::start(100);
    for _ in 0..20 {
        ask(service.address, "GET /panic", "").problem(500, "INTERNAL_SERVER_ERROR");
    }
    assert_eq!(ask(service.address, "GET /orders", "").status, 200);
}

#[test]
fn an_answer_to_head_has_no_body() {
    let service = Service::start(100);
    let answer = ask(service.address, "HEAD /orders/9", "");
    assert_eq!((answer.status, answer.body.as_str()), (404, ""));
}
