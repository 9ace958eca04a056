//! One reply names all fields that validator found wrong: in nested structs, lists and maps, with codes and parameters.

use std::collections::BTreeMap;

use errbook::{ApiError, Reply, Violations};
use serde_json::{Value, json};
use validator::{Validate, ValidationError};

#[derive(Debug, Validate)]
#[validate(schema(function = "not_both"))]
struct Order {
    #[validate(length(min = 1, max = 5))]
    name: String,
    #[validate(email, length(equal = 30, code = "exact", message = "is 30 letters long"))]
    email: String,
    #[validate(nested)]
    items: Vec<Item>,
    #[validate(nested)]
    ship_to: Address,
    #[validate(nested)]
    prices: BTreeMap<String, Item>,
    #[validate(must_match(other = "repeated"))]
    password: String,
    repeated: String,
    #[validate(required)]
    coupon: Option<String>,
}

#[derive(Debug, Validate)]
struct Item {
    #[validate(range(min = 1.0, exclusive_max = 10.5))]
    quantity: f64,
}

#[derive(Debug, Validate)]
struct Address {
    #[validate(custom(function = "known"), contains(pattern = "a\"b"))]
    city: String,
}

fn known(_: &str) -> Result<(), ValidationError> {
    let mut error = ValidationError::new("unknown_city").with_message("is no city that we know".into());
    error.add_param("nearest".into(), &["Ulm", "Bonn"]);
    Err(error)
}

fn not_both(_: &Order) -> Result<(), ValidationError> {
    Err(ValidationError::new("contradictory"))
}

#[derive(Debug, ApiError)]
#[api(display, status = 422, code = "INVALID_ORDER")]
struct Invalid(#[api(violations)] Violations);

fn order() -> Order {
    Order {
        name: "longer than five".to_owned(),
        email: "nobody".to_owned(),
        items: vec![Item { quantity: 1.0 }, Item { quantity: 0.0 }],
        ship_to: Address { city: "Rome".to_owned() },
        prices: BTreeMap::from([("a".to_owned(), Item { quantity: 11.0 })]),
        password: "hunter2".to_owned(),
        repeated: "hunter3".to_owned(),
        coupon: None,
    }
}

#[test]
fn one_reply_names_all() {
    let errors = order().validate().unwrap_err();
    assert_eq!(Violations::from(&errors), Violations::from(errors.clone()));
    let error = Invalid(errors.into());
    let json = Reply::new(&error).to_string();
    let reply: Value = serde_json::from_str(&json).unwrap();
    let range = json!({ "min": 1.0, "exclusive_max": 10.5 });
    assert_eq!(
        reply["violations"],
        json!([
            { "pointer": "/coupon", "code": "required", "message": "is required" },
            {
                "pointer": "/email", "code": "exact", "message": "is 30 letters long",
                "details": { "equal": 30 },
            },
            { "pointer": "/email", "code": "email", "message": "must be an email address" },
            {
                "pointer": "/items/1/quantity", "code": "range",
                "message": "must be at least 1.0 and less than 10.5", "details": range,
            },
            {
                "pointer": "/name", "code": "length",
                "message": "must have a length of at least 1 and at most 5",
                "details": { "min": 1, "max": 5 },
            },
            { "pointer": "/password", "code": "must_match", "message": "does not match" },
            {
                "pointer": "/prices/0/quantity", "code": "range",
                "message": "must be at least 1.0 and less than 10.5", "details": range,
            },
            {
                "pointer": "/ship_to/city", "code": "contains", "message": "must contain \"a\\\"b\"",
                "details": { "needle": "a\"b" },
            },
            {
                "pointer": "/ship_to/city", "code": "unknown_city", "message": "is no city that we know",
                "details": { "nearest": ["Ulm", "Bonn"] },
            },
        ])
    );
}

/// What the client sent is not sent back.
#[test]
fn values_are_left_out() {
    let error = Invalid(order().validate().unwrap_err().into());
    let json = Reply::new(&error).to_string();
    for sent in ["hunter", "Rome", "nobody", "longer"] {
        assert!(!json.contains(sent), "{json}");
    }
}

#[derive(Debug, Validate)]
#[validate(schema(function = "never"))]
struct Range {
    #[validate(range(min = 3))]
    to: u8,
}

fn never(_: &Range) -> Result<(), ValidationError> {
    Err(ValidationError::new("reversed").with_message("ends before it starts".into()))
}

/// Rules of a struct are about the struct, and a list can be validated by itself.
#[test]
fn of_the_whole() {
    let list = |errors: validator::ValidationErrors| {
        let places =
            |violation: &errbook::Violation| format!("{:?} {}", violation.place(), violation.message());
        Violations::from(errors).iter().map(places).collect::<Vec<_>>()
    };
    assert_eq!(list(Range { to: 3 }.validate().unwrap_err()), ["None ends before it starts"]);
    let many = list(vec![Range { to: 4 }].validate().unwrap_err());
    assert_eq!(many, [r#"Some(Pointer(JsonPointer("/0"))) ends before it starts"#]);
    let nested = list(vec![Range { to: 1 }].validate().unwrap_err());
    assert_eq!(nested, [r#"Some(Pointer(JsonPointer("/0/to"))) must be at least 3"#]);
}

/// Fields have an order, although a hash map has none.
#[test]
fn in_a_fixed_order() {
    let json = |order: Order| Reply::new(&Invalid(order.validate().unwrap_err().into())).to_string();
    assert!((0..20).all(|_| json(order()) == json(order())));
}

#[derive(Debug, Validate)]
struct Keywords {
    #[validate(length(min = 1))]
    r#type: String,
    #[validate(nested)]
    r#in: Vec<Item>,
}

/// The name of a field that is a keyword is that of the JSON.
#[test]
fn of_keywords() {
    let keywords = Keywords { r#type: String::new(), r#in: vec![Item { quantity: 0.0 }] };
    let error = Invalid(keywords.validate().unwrap_err().into());
    let reply: Value = serde_json::from_slice(&Reply::new(&error).to_bytes()).unwrap();
    let pointers: Vec<_> = reply["violations"].as_array().unwrap().iter().map(|it| &it["pointer"]).collect();
    assert_eq!(pointers, ["/in/0/quantity", "/type"]);
}
