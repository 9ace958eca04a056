//! One reply names all fields that garde found wrong: in nested structs, lists and maps.

use std::collections::{BTreeMap, HashMap};

use errbook::{ApiError, Reply, Violation, Violations, body};
use garde::Validate;
use serde_json::{Value, json};

#[derive(Debug, Validate)]
struct Order {
    #[garde(length(min = 1))]
    name: String,
    #[garde(dive)]
    items: Vec<Item>,
    #[garde(dive)]
    prices: BTreeMap<String, Price>,
    #[garde(inner(length(max = 3)))]
    tags: Vec<String>,
    #[garde(dive)]
    ship_to: Option<Address>,
    #[garde(dive)]
    wrapped: Wrapped,
    #[garde(dive)]
    by_name: HashMap<String, Vec<Item>>,
}

#[derive(Debug, Validate)]
struct Item {
    #[garde(range(min = 1))]
    quantity: u32,
}

#[derive(Debug, Validate)]
#[garde(transparent)]
struct Price(#[garde(range(max = 100))] u32);

#[derive(Debug, Validate)]
struct Address {
    #[garde(ascii, length(min = 2))]
    city: String,
}

#[derive(Debug, Validate)]
struct Wrapped(#[garde(range(min = 1))] u8);

#[derive(Debug, ApiError)]
#[api(display, status = 422, code = "INVALID_ORDER")]
struct Invalid(#[api(violations)] Violations);

fn order() -> Order {
    Order {
        name: String::new(),
        items: vec![Item { quantity: 1 }, Item { quantity: 0 }],
        prices: BTreeMap::from([("a/b.c~d".to_owned(), Price(101))]),
        tags: vec!["ok".to_owned(), "long".to_owned()],
        ship_to: Some(Address { city: "é".to_owned() }),
        wrapped: Wrapped(0),
        by_name: HashMap::from([("0".to_owned(), vec![Item { quantity: 0 }])]),
    }
}

#[test]
fn one_reply_names_all() {
    let report = order().validate().unwrap_err();
    assert_eq!(Violations::from(&report), Violations::from(report.clone()));
    let error = Invalid(report.into());
    let reply: Value = serde_json::from_slice(&Reply::new(&error).to_bytes()).unwrap();
    assert_eq!(
        reply["violations"],
        json!([
            { "pointer": "/by_name/0/0/quantity", "message": "lower than 1" },
            { "pointer": "/items/1/quantity", "message": "lower than 1" },
            { "pointer": "/name", "message": "length is lower than 1" },
            { "pointer": "/prices/a~1b.c~0d", "message": "greater than 100" },
            { "pointer": "/ship_to/city", "message": "not ascii" },
            { "pointer": "/tags/1", "message": "length is greater than 3" },
            { "pointer": "/wrapped/0", "message": "lower than 1" },
        ])
    );
}

#[test]
fn as_a_problem() {
    let error = Invalid(order().validate().unwrap_err().into());
    let problem: Value = serde_json::from_slice(&Reply::new(&error).body(&body::PROBLEM).to_bytes()).unwrap();
    let pointers: Vec<_> = problem["errors"].as_array().unwrap().iter().map(|it| &it["pointer"]).collect();
    assert_eq!(pointers[3], "#/prices/a~1b.c~0d");
    assert_eq!(pointers.len(), 7);
}

/// The value itself has no path.
#[test]
fn of_the_whole() {
    let report = Price(101).validate().unwrap_err();
    assert_eq!(Violations::from(report), Violation::new("greater than 100").into());
}

#[derive(Debug, Validate)]
struct Keywords {
    #[garde(length(min = 1))]
    r#type: String,
    #[garde(dive)]
    r#in: Vec<Item>,
}

/// The name of a field that is a keyword is that of the JSON.
#[test]
fn of_keywords() {
    let keywords = Keywords { r#type: String::new(), r#in: vec![Item { quantity: 0 }] };
    let error = Invalid(keywords.validate().unwrap_err().into());
    let reply: Value = serde_json::from_slice(&Reply::new(&error).to_bytes()).unwrap();
    let pointers: Vec<_> = reply["violations"].as_array().unwrap().iter().map(|it| &it["pointer"]).collect();
    assert_eq!(pointers, ["/in/0/quantity", "/type"]);
}

/// Beside thiserror, as a source, and where it is optional.
#[test]
fn a_report_is_a_list_of_violations() {
    #[derive(Debug, thiserror::Error, ApiError)]
    enum OrderError {
        #[error("the order is not valid")]
        #[api(status = 422, code = "INVALID_ORDER")]
        Invalid(
            #[from]
            #[api(violations)]
            garde::Report,
        ),
        #[error("the query is not valid")]
        #[api(status = 400, code = "INVALID_QUERY")]
        Query {
            #[api(violations)]
            report: Option<garde::Report>,
        },
    }

    let report = || Item { quantity: 0 }.validate().unwrap_err();
    let violations = json!([{ "pointer": "/quantity", "message": "lower than 1" }]);
    let json = |error: OrderError| serde_json::to_value(Reply::new(&error)).unwrap()["violations"].clone();
    assert_eq!(json(report().into()), violations);
    assert_eq!(json(OrderError::Query { report: Some(report()) }), violations);
    assert_eq!(json(OrderError::Query { report: None }), Value::Null);
}
