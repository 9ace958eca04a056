//! An example of a reply is the reply of an error that has the example's values, in each format.

use std::collections::BTreeMap;
use std::fmt;
use std::time::{Duration, SystemTime};

use errbook::{ApiError, Body, Entry, Reply, Violation};
use serde_json::{Value, json};

use crate::shipped::SHIPPED;

static TEXT: Body = Body::text("{code}: {message} ({details.limit})").with_content_language("en");
static EMPTY: Body = Body::empty().with_http_status(202);

/// A number on the wire whose Rust type does not say so.
type UserId = u64;

#[derive(Debug, Clone, Copy, serde::Serialize)]
struct Cents(u32);

#[derive(Debug, serde::Serialize)]
struct BadField {
    at: Vec<Option<u8>>,
    field: &'static str,
}

#[derive(Debug, ApiError)]
#[api(display, rename_all = "SCREAMING_SNAKE_CASE", docs_url = "https://shop.example/errors/{code}")]
enum ShopError {
    /// The budget of the user is spent.
    #[api(
        status = 402,
        number = 7,
        message = "user {user} may spend {left:>6.1} of {name:?}: {limit:05} {{cents}}"
    )]
    #[api(header("X-Scope" = "scope=\"{name}\"", "X-Plan" = "free"), detail("live" = false), meta(team = "billing"))]
    Spent {
        #[api(detail, example = 7)]
        user: UserId,
        #[api(detail(name = "amount"), example = 250)]
        _amount: Cents,
        #[api(example = 250)]
        limit: u32,
        #[api(detail, example = "blue \"sky\"")]
        name: String,
        #[api(detail, example = 12.0)]
        left: f64,
        #[api(detail, example = [{ "field": "name", "at": [1, null] }])]
        fields: Vec<BadField>,
        #[api(detail, example = { "A-7": 3, "B-8": 0 })]
        counts: BTreeMap<&'static str, u8>,
        #[api(header = "X-Left", example = -3)]
        header: i8,
        #[api(header = "Link", example = ["</a>", "</b>"])]
        links: Vec<&'static str>,
        #[api(retry_after, example = 9)]
        wait: Duration,
    },
    #[api(status = 500)]
    Constant,
    #[api(status = 503, title = "Down", message = "{what:^9}|{what:*<6}|{left:04}", expose)]
    Padded {
        #[api(example = "queue")]
        what: &'static str,
        #[api(example = -3)]
        left: i8,
    },
    #[api(status = 429, message = "{load:?}, {load:.2} and {load} of {what:?}")]
    Busy {
        #[api(example = 250)]
        load: f64,
        #[api(detail, example = "queue")]
        what: &'static str,
        // The example is that of the detail alone.
        #[api(retry_after, detail(name = "wait_ms", with = Duration::as_millis), example = 30_000)]
        wait: Duration,
    },
    #[api(status = 422, message = "wrong")]
    Wrong(#[api(violations)] Vec<Violation>),
}

fn errors() -> [ShopError; 5] {
    let (name, fields) =
        ("blue \"sky\"".to_owned(), vec![BadField { field: "name", at: vec![Some(1), None] }]);
    [
        ShopError::Spent {
            user: 7,
            _amount: Cents(250),
            limit: 250,
            name,
            left: 12.0,
            fields,
            counts: BTreeMap::from([("A-7", 3), ("B-8", 0)]),
            header: -3,
            links: vec!["</a>", "</b>"],
            wait: Duration::from_secs(9),
        },
        ShopError::Constant,
        ShopError::Padded { what: "queue", left: -3 },
        ShopError::Busy { load: 250.0, what: "queue", wait: Duration::from_secs(30) },
        ShopError::Wrong(vec![Violation::new("…").with_pointer("/field").with_code("…")]),
    ]
}

/// A reply to a request of the examples.
fn reply<'a>(error: &'a dyn ApiError, body: &'a Body) -> Reply<'a> {
    let time = SystemTime::UNIX_EPOCH + Duration::new(1_735_689_600, 0);
    Reply::new(error).body(body).trace_id("4bf92f3577b34da6a3ce929d0e0e4736").timestamp(time)
}

fn formats() -> impl Iterator<Item = &'static Body> {
    SHIPPED.into_iter().chain([&TEXT, &EMPTY])
}

fn hold(error: &dyn ApiError, body: &Body) {
    let (real, example) = (reply(error, body), error.entry().example(body));
    let shown = example.to_string();
    match example.json() {
        Some(json) => {
            assert_eq!(json, serde_json::from_str::<Value>(&real.to_string()).unwrap());
            assert_eq!(json, serde_json::from_str::<Value>(&shown).unwrap());
        }
        None => assert_eq!(shown, real.to_string()),
    }
    assert_eq!(example.json().is_some(), body.is_json());
    assert!(example.to_http().ends_with(&format!("\n\n{shown}")));

    let response = real.to_response();
    assert_eq!(example.status(), response.status());
    let sent = response.headers().iter().map(|(name, value)| (name.as_str(), value.to_str().unwrap()));
    let mut sent: Vec<_> = sent.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    let shown = example.headers().into_iter();
    let mut shown: Vec<_> = shown.map(|(name, value)| (name.to_ascii_lowercase(), value)).collect();
    sent.sort();
    shown.sort();
    assert_eq!(shown, sent);
}

#[test]
fn the_declared_values_make_the_real_reply() {
    for error in errors() {
        formats().for_each(|body| hold(&error, body));
    }
}

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "UNSAID", message = "{known} {alias} {newtype:?} {list:?} {hex:#x}")]
struct Unsaid {
    #[api(detail)]
    known: u64,
    #[api(detail)]
    alias: UserId,
    #[api(detail)]
    newtype: Cents,
    #[api(detail)]
    list: Vec<BadField>,
    #[api(detail)]
    nothing: (),
    #[api(detail)]
    pair: (u32, String),
    #[api(detail)]
    map: BTreeMap<String, Cents>,
    hex: u8,
}

/// A value is of the type that is sent, or `…`.
fn may_stand_for(example: &Value, sent: &Value) -> bool {
    match (example, sent) {
        (Value::String(text), _) if text.contains('…') => true,
        (Value::Array(example), Value::Array(sent)) => may_stand_for(&example[0], &sent[0]),
        (Value::Object(example), Value::Object(sent)) => {
            let mut sent = sent.values();
            example.len() == sent.len()
                && example.values().all(|value| may_stand_for(value, sent.next().unwrap()))
        }
        _ => std::mem::discriminant(example) == std::mem::discriminant(sent),
    }
}

#[test]
fn what_nobody_said_is_of_the_type_or_unknown() {
    let error = Unsaid {
        known: 3,
        alias: 7,
        newtype: Cents(1),
        list: vec![BadField { field: "name", at: Vec::new() }],
        nothing: (),
        pair: (1, "a".to_owned()),
        map: BTreeMap::from([("a".to_owned(), Cents(1))]),
        hex: 10,
    };
    let example = error.entry().example(&errbook::body::FLAT).json().unwrap();
    let sent: Value = serde_json::from_str(&reply(&error, &errbook::body::FLAT).to_string()).unwrap();
    assert!(may_stand_for(&example, &sent), "{example:#} {sent:#}");
    assert_eq!(example["message"], "1 … … … …");
    assert_eq!(
        example["details"],
        json!({ "known": 1, "alias": "…", "newtype": "…", "list": ["…"], "pair": "…", "map": { "key": "…" } })
    );
}

#[derive(Debug, ApiError)]
#[api(rename_all = "PascalCase")]
enum Foreign {
    #[api(status = 409)]
    Public,
    #[api(status = 502)]
    Private,
}

impl fmt::Display for Foreign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("nobody knows")
    }
}

impl std::error::Error for Foreign {}

/// Nothing is known of a `Display` that is not the derive's, if clients read it.
#[test]
fn an_unknown_message_is_not_the_title() {
    let message = |error: &dyn ApiError| {
        error.entry().example(&errbook::body::MESSAGE).json().unwrap()["error"].clone()
    };
    assert_eq!(message(&Foreign::Public), "…");
    assert_eq!(message(&Foreign::Private), "Bad Gateway");
}

static BROKEN: Entry = Entry::new(400, "Broken").with_message("} a {b c {} {{ {d:99999999999} {");

/// A hand-written template can be anything.
#[test]
fn a_template_that_is_none_stays() {
    let json = BROKEN.example(&errbook::body::MESSAGE).json();
    assert_eq!(json, Some(json!({ "error": "} a … { … {" })));
}
