//! What the routes answer when nothing is wrong, and the program itself.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

use orders::BOOK;
use serde_json::json;

use crate::client::{ask, ask_with};
use crate::service::Service;

const TEA: &str = r#"{"lines":[{"item":"tea","quantity":2},{"item":"cup","quantity":1}]}"#;

#[test]
fn orders_are_created_shown_listed_and_paid() {
    let service = Service::start(100);
    let order = json!({
        "id": 1,
        "lines": [{ "item": "tea", "quantity": 2 }, { "item": "cup", "quantity": 1 }],
        "cents": 2100,
        "paid": false,
    });
    let created = ask(service.address, "POST /orders", TEA);
    assert_eq!((created.status, created.json()), (201, order.clone()));
    assert_eq!(ask(service.address, "GET /orders/1", "").json(), order);

    ask(service.address, "POST /orders", TEA);
    assert_eq!(ask(service.address, "GET /orders?limit=1", "").json(), json!([order]));
    let next = ask(service.address, "GET /orders?after=1", "").json();
    assert_eq!((next.as_array().unwrap().len(), &next[0]["id"]), (1, &json!(2)));

    let paid = ask(service.address, "POST /orders/1/pay", r#"{"card":"4242"}"#);
    assert_eq!((paid.status, &paid.json()["paid"]), (200, &json!(true)));
    assert_eq!(ask(service.address, "GET /orders/1", "").json()["paid"], true);
}

#[test]
fn the_pages_show_every_error() {
    let service = Service::start(0);
    let page = ask_with(service.address, "GET /errors", "", "");
    assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"));
    let policy = page.header("content-security-policy").unwrap();
    assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"), "{policy}");
    assert!(page.body.contains(&format!("content=\"{policy}\"")));
    let catalogue = ask_with(service.address, "GET /errors.json", "", "");
    assert_eq!(catalogue.header("content-type"), Some("application/json"));
    let catalogue = catalogue.json();
    let codes: Vec<_> = BOOK.documented_entries().map(errbook::Entry::code).collect();
    let listed = catalogue.as_array().unwrap();
    assert_eq!(listed.iter().map(|error| error["code"].as_str().unwrap()).collect::<Vec<_>>(), codes);
    for code in codes {
        assert!(page.body.contains(&format!("id=\"{code}\"")), "the page has no anchor for {code}");
    }
    let of_order = listed.iter().find(|error| error["code"] == "NO_SUCH_ORDER").unwrap();
    assert_eq!(of_order["docs"], "/errors#NO_SUCH_ORDER");
}

#[test]
fn the_program_serves() {
    let mut program = Command::new(env!("CARGO_BIN_EXE_errbook-orders"));
    let program = program.env("PORT", "0").stdout(Stdio::piped()).stderr(Stdio::null());
    let mut program = Program(program.spawn().unwrap());
    let mut line = String::new();
    BufReader::new(program.0.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let address = line.trim().strip_prefix("listening on http://").unwrap().parse().unwrap();
    let headers = "authorization: Bearer demo\r\ncontent-type: application/json\r\n";
    let created = ask_with(address, "POST /orders", headers, TEA);
    let paid = ask_with(address, "POST /orders/1/pay", headers, r#"{"card":"busy"}"#);
    assert_eq!(created.status, 201, "{created:?}");
    paid.problem(503, "PAYMENT_FAILED");
}

/// The running program. It is killed when this is dropped.
struct Program(Child);

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
