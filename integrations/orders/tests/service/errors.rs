//! Each error that `error.rs` declares, asked for by a request.

use std::collections::BTreeSet;
use std::thread::sleep;
use std::time::{Duration, Instant};

use orders::{CustomerError, OrderError};
use serde_json::json;

use crate::client::{TOKEN, TRACE_ID, ask, ask_with, send};
use crate::service::Service;

const TEA: &str = r#"{"lines":[{"item":"tea","quantity":1}]}"#;

/// The request that provokes each error of one customer with an order, `1`, and a paid one, `2`.
const ERRORS: [(&str, &str, &str, u16, &str); 10] = [
    ("GET /orders/9", TOKEN, "", 404, "NO_SUCH_ORDER"),
    ("GET /orders/1", "authorization: Bearer other\r\n", "", 404, "NO_SUCH_ORDER"),
    ("GET /orders?limit=0", TOKEN, "", 422, "INVALID_QUERY"),
    ("POST /orders", TOKEN, r#"{"lines":[]}"#, 422, "INVALID_REQUEST"),
    ("POST /orders/2/pay", TOKEN, r#"{"card":"4242"}"#, 409, "ALREADY_PAID"),
    ("POST /orders/1/pay", TOKEN, r#"{"card":"declined"}"#, 402, "PAYMENT_FAILED"),
    ("GET /orders", "", "", 401, "TOKEN_MISSING"),
    ("GET /orders", "authorization: Basic token\r\n", "", 401, "TOKEN_MISSING"),
    ("GET /orders", "authorization: Bearer stolen\r\n", "", 401, "TOKEN_INVALID"),
    ("GET /orders/1/pay/now", "", "", 404, "NOT_FOUND"),
];

fn with_orders() -> Service {
    let service = Service::start(100);
    ask(service.address, "POST /orders", TEA);
    ask(service.address, "POST /orders", TEA);
    assert_eq!(ask(service.address, "POST /orders/2/pay", r#"{"card":"4242"}"#).status, 200);
    service
}

#[test]
fn every_error_is_answered() {
    let service = with_orders();
    let mut answered = BTreeSet::from(["RATE_LIMITED", "STORE_FAILED"]);
    for (request, headers, body, status, code) in ERRORS {
        ask_with(service.address, request, headers, body).problem(status, code);
        answered.insert(code);
    }
    let declared = [OrderError::CATALOG, CustomerError::CATALOG];
    for entry in declared.iter().flat_map(|catalog| catalog.documented_entries()) {
        assert!(answered.contains(entry.code()), "no request provokes {}", entry.code());
    }
}

#[test]
fn an_error_is_problem_details() {
    let service = with_orders();
    let answer = ask(service.address, "GET /orders/9?x=1", "");
    answer.problem(404, "NO_SUCH_ORDER");
    let expected = r#"{"type":"/errors#NO_SUCH_ORDER","title":"Not Found","status":404,"#.to_owned()
        + r#""detail":"there is no order 9","instance":"/orders/9","code":"NO_SUCH_ORDER","#
        + &format!(r#""trace_id":"{TRACE_ID}","id":9}}"#);
    assert_eq!(answer.body, expected);
}

#[test]
fn violations_point_at_the_fields() {
    let service = Service::start(100);
    let body = r#"{"lines":[{"item":"tea","quantity":0},{"item":"hat","quantity":1}]}"#;
    let problem = ask(service.address, "POST /orders", body).problem(422, "INVALID_REQUEST");
    let expected = json!([
        { "detail": "lower than 1", "pointer": "#/lines/0/quantity" },
        { "detail": "is not sold here", "pointer": "#/lines/1/item" },
    ]);
    assert_eq!(problem["errors"], expected, "{problem}");
    let empty = ask(service.address, "POST /orders", r#"{"lines":[]}"#).problem(422, "INVALID_REQUEST");
    assert_eq!(empty["errors"][0]["pointer"], "#/lines");
    let query = ask(service.address, "GET /orders?limit=101", "").problem(422, "INVALID_QUERY");
    assert_eq!(query["errors"], json!([{ "detail": "greater than 100", "parameter": "limit" }]), "{query}");
}

#[test]
fn the_status_of_a_payment_is_that_of_the_provider_or_502() {
    let service = with_orders();
    for (card, status, wait) in
        [("declined", 402, None), ("busy", 503, Some("5")), ("broken", 502, None), ("slow", 502, None)]
    {
        let body = format!(r#"{{"card":"{card}"}}"#);
        let answer = ask(service.address, "POST /orders/1/pay", &body);
        let problem = answer.problem(status, "PAYMENT_FAILED");
        assert_eq!(answer.header("retry-after"), wait, "{card}");
        assert_eq!(problem["title"], "Payment failed", "{card}");
    }
    assert_eq!(ask(service.address, "GET /orders/1", "").json()["paid"], false, "a failed payment is undone");
    assert_eq!(ask(service.address, "POST /orders/1/pay", r#"{"card":"4242"}"#).status, 200);
}

#[test]
fn a_client_that_hangs_up_leaves_no_order_half_paid() {
    let service = Service::patient();
    ask(service.address, "POST /orders", TEA);
    let wait_until = |paid: bool| {
        let end = Instant::now() + Duration::from_secs(10);
        while ask(service.address, "GET /orders/1", "").json()["paid"] != paid {
            assert!(Instant::now() < end, "`paid` is not {paid}");
            sleep(Duration::from_millis(50));
        }
    };
    let connection = send(service.address, "POST /orders/1/pay", TOKEN, r#"{"card":"slow"}"#);
    wait_until(true);
    drop(connection);
    // The payment goes on, and is undone when the provider has not answered in time.
    wait_until(false);
}

#[test]
fn a_provider_that_nobody_reaches_is_502() {
    let service = Service::without_provider();
    ask(service.address, "POST /orders", TEA);
    ask(service.address, "POST /orders/1/pay", r#"{"card":"4242"}"#).problem(502, "PAYMENT_FAILED");
}

#[test]
fn the_limit_is_that_of_one_customer() {
    let service = Service::start(2);
    ask(service.address, "GET /orders", "");
    ask(service.address, "GET /orders", "");
    let limited = ask(service.address, "GET /orders", "");
    limited.problem(429, "RATE_LIMITED");
    let wait: u64 = limited.header("retry-after").unwrap().parse().unwrap();
    assert!((1..=60).contains(&wait), "{wait}");
    assert_eq!(ask_with(service.address, "GET /orders", "authorization: Bearer other\r\n", "").status, 200);
}

#[test]
fn a_broken_store_says_nothing_about_itself() {
    let service = Service::start(100);
    service.store.execute("DROP TABLE orders").unwrap();
    for request in ["GET /orders", "GET /orders/1"] {
        let problem = ask(service.address, request, "").problem(500, "STORE_FAILED");
        assert_eq!(problem["title"], "Internal Server Error");
        assert!(problem.get("detail").is_none_or(|detail| detail == "Internal Server Error"), "{problem}");
    }
}
