//! `detail("name" = literal)` is in every reply, before the details of fields and in the order of the source.

use errbook::{ApiError, Body, Detail, DetailValue, DetailVisitor, Reply};
use serde_json::json;

use crate::shipped::SHIPPED;

const SPREAD: Body = errbook::body!({ "first": 1, ..details, "last": [{ ..details }] });

#[derive(Debug, ApiError)]
#[api(display, status = 400, rename_all = "PascalCase", rename_details = "camelCase")]
enum Constant<T: serde::Serialize + std::fmt::Debug + Send + Sync> {
    #[api(detail("text_kept" = "a \"quoted\" \u{1F}\u{1E}\n ä", "yes" = true, "no" = false))]
    #[api(detail("zero" = -0, "hex" = 0xff, "most" = 18_446_744_073_709_551_615, "least" = -9_223_372_036_854_775_808))]
    #[api(detail("half" = 0.5, "minus" = -1.25e-7, "large" = 2.5e10, "digits" = 0.1234567890123456789, "whole" = 1.0))]
    Unit,
    #[api(detail("kind" = "tuple"))]
    #[allow(dead_code, reason = "a field may stay out of the details")]
    Tuple(#[api(detail = "value")] T, u8),
    #[api(detail("kind" = "named",))]
    Named {
        #[api(detail)]
        at_most: Option<T>,
    },
    Without(#[api(detail = "value")] T),
    Nothing,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("over")]
#[api(status = 429, code = "Over", detail("plan" = "free"))]
struct Struct;

fn spread(error: &dyn ApiError) -> serde_json::Value {
    const DETAILS: Body = errbook::body!({ ..details });
    serde_json::from_slice(&Reply::new(error).body(&DETAILS).to_bytes()).unwrap()
}

#[test]
fn every_literal() {
    let reply = Reply::new(&Constant::<u8>::Unit).to_string();
    assert_eq!(
        reply,
        concat!(
            r#"{"code":"Unit","message":"Bad Request","details":{"text_kept":"a \"quoted\" \u001f\u001e\n ä","yes":true,"#,
            r#""no":false,"zero":0,"hex":255,"most":18446744073709551615,"least":-9223372036854775808,"half":0.5,"#,
            r#""minus":-1.25e-7,"large":25000000000.0,"digits":0.12345678901234568,"whole":1.0}}"#
        )
    );
}

#[test]
fn before_those_of_fields() {
    let tuple = Reply::new(&Constant::Tuple(7, 1)).to_string();
    assert!(tuple.ends_with(r#""details":{"kind":"tuple","value":7}}"#), "{tuple}");
    let named = Constant::Named { at_most: Some("x") };
    assert_eq!(spread(&named), json!({ "kind": "named", "atMost": "x" }));
    assert_eq!(spread(&Constant::Named::<u8> { at_most: None }), json!({ "kind": "named" }));
    assert_eq!(spread(&Constant::Without(1)), json!({ "value": 1 }));
    assert_eq!(spread(&Constant::Nothing::<u8>), json!({}));
    assert_eq!(spread(&Struct), json!({ "plan": "free" }));
}

#[test]
fn a_reply_of_constants_alone_is_static() {
    for body in SHIPPED.into_iter().chain([&SPREAD]) {
        // JSON-RPC takes its `id` from the request, and some formats need what this error does not have.
        let reply = || Reply::new(&Struct).body(body);
        let (one, two) = (reply().to_bytes(), reply().to_bytes());
        assert_eq!(one, two);
        assert_eq!(serde_json::to_vec(&reply()).unwrap(), *one);
        assert!(matches!(one, std::borrow::Cow::Borrowed(_)), "{}", String::from_utf8_lossy(&one));
    }
    let json = Reply::new(&Struct).body(&SPREAD).to_bytes();
    assert_eq!(*json, *br#"{"first":1,"plan":"free","last":[{"plan":"free"}]}"#);
    let traced = Reply::new(&Struct).trace_id("4bf9").to_string();
    assert_eq!(traced, r#"{"code":"Over","message":"over","trace_id":"4bf9","details":{"plan":"free"}}"#);
}

#[test]
fn both_writers_agree() {
    for error in
        [Constant::Unit, Constant::Tuple(1, 2), Constant::Named { at_most: Some(3) }, Constant::Nothing]
    {
        for body in SHIPPED.into_iter().chain([&SPREAD]) {
            let reply = Reply::new(&error).body(body);
            assert_eq!(serde_json::to_vec(&reply).unwrap(), *reply.to_bytes());
        }
    }
}

#[test]
fn the_visitor_and_the_entry_have_them() {
    let error = Constant::Tuple(7_u8, 0);
    let mut seen = Vec::new();
    let mut visit = |name: &str, value: DetailValue<'_>| {
        seen.push((name.to_owned(), serde_json::to_value(value).unwrap()));
    };
    error.details(&mut DetailVisitor::new(&mut visit));
    assert_eq!(seen, [("kind".to_owned(), json!("tuple")), ("value".to_owned(), json!(7))]);

    let details: Vec<_> = error.entry().details().collect();
    assert_eq!(details, [Detail::constant("kind", "\"tuple\""), Detail::new("value", "T", "")]);
    assert_eq!(details[0].value(), Some(json!("tuple")));
    assert_eq!(details[1].value(), None);
    let types: Vec<_> =
        Constant::Unit::<u8>.entry().details().filter_map(|detail| detail.json_type()).collect();
    assert_eq!(types[..5], ["string", "boolean", "boolean", "integer", "integer"]);
    assert_eq!(types[7..], ["number"; 5]);
}

#[derive(Debug, ApiError)]
#[api(display)]
enum Outer {
    #[api(transparent)]
    Inner(#[api(from)] Struct),
}

#[test]
fn behind_a_transparent_variant() {
    assert_eq!(spread(&Outer::from(Struct)), json!({ "plan": "free" }));
    assert_eq!(spread(&Box::new(Struct)), json!({ "plan": "free" }));
}

#[derive(Debug, ApiError)]
#[api(display)]
enum OfKind {
    #[api(detail("scope" = "all", "plan" = "paid"))]
    Constant(#[api(kind)] Struct),
    #[api(detail("scope" = "one"))]
    Both {
        #[api(kind)]
        kind: Struct,
        #[api(detail(name = "ms", with = std::time::Duration::as_millis, json = "integer"), example = 7)]
        after: std::time::Duration,
        #[api(detail(skip_if = Vec::is_empty))]
        list: Vec<u8>,
    },
}

#[test]
fn beside_a_kind() {
    assert_eq!(spread(&OfKind::Constant(Struct)), json!({ "scope": "all", "plan": "paid" }));
    let both = OfKind::Both { kind: Struct, after: std::time::Duration::from_secs(1), list: Vec::new() };
    assert_eq!(spread(&both), json!({ "scope": "one", "ms": 1000, "plan": "free" }));
}

macro_rules! from_a_macro {
    ($name:ident, $value:literal, $other:expr) => {
        #[derive(Debug, ApiError)]
        #[api(display, status = 400, code = "Macro", detail("value" = $value, "other" = $other))]
        struct $name;
    };
}

from_a_macro!(Positive, 1, true);
from_a_macro!(Negative, -1, "text");

#[test]
fn literals_of_a_macro() {
    assert_eq!(spread(&Positive), json!({ "value": 1, "other": true }));
    assert_eq!(spread(&Negative), json!({ "value": -1, "other": "text" }));
}
