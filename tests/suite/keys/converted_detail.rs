//! `detail(name, with, skip_if, json)`: converted by a function, omitted where a function says so, typed for documentation.
#![allow(clippy::trivially_copy_pass_by_ref, reason = "these functions take references")]

use std::collections::BTreeMap;
use std::time::Duration;

use errbook::{ApiError, Body, DetailValue, DetailVisitor, Reply};
use serde::Serialize;
use serde_json::json;

use crate::shipped::SHIPPED;

const DETAILS: Body = errbook::body!({ "details": details });

/// Cannot be serialized.
#[derive(Debug)]
struct Card(String);

impl Card {
    fn masked(&self) -> String {
        format!("…{}", &self.0[self.0.len() - 2..])
    }
}

fn is_one(number: &u8) -> bool {
    *number == 1
}

fn double<T: Copy + std::ops::Add<Output = T>>(value: &T) -> T {
    *value + *value
}

fn first_of(list: &[u8]) -> Option<u8> {
    list.first().copied()
}

fn never(_: &u8) -> u8 {
    panic!("an omitted detail is not converted")
}

mod functions {
    pub(super) fn shout(text: &str) -> String {
        text.to_uppercase()
    }
}

#[derive(Debug, ApiError)]
#[api(display, status = 400, rename_all = "PascalCase", rename_details = "camelCase")]
enum Converted<'a, T: Serialize + Copy + std::ops::Add<Output = T> + std::fmt::Debug + Send + Sync> {
    With {
        #[api(detail(name = "timeout_ms", with = Duration::as_millis, json = "integer"))]
        timeout: Duration,
        #[api(detail(with = Card::masked))]
        paid_with: Card,
        #[api(detail(with = functions::shout))]
        text: String,
        #[api(detail(with = <[u8]>::len, name = "count"))]
        list: Vec<u8>,
        #[api(detail(with = double))]
        twice: T,
        #[api(detail(with = first_of))]
        first: Vec<u8>,
    },
    SkipIf {
        #[api(detail(skip_if = Vec::is_empty))]
        list: Vec<T>,
        #[api(detail(skip_if = str::is_empty))]
        text: String,
        #[api(detail(skip_if = str::is_empty))]
        borrowed: &'a str,
        #[api(detail(skip_if = Option::is_none))]
        maybe: Option<u8>,
        #[api(detail(skip_if = BTreeMap::is_empty,))]
        map: BTreeMap<String, u8>,
        #[api(detail)]
        always: u8,
    },
    Both(
        #[api(detail(skip_if = Duration::is_zero, with = Duration::as_secs_f64, name = "seconds"))] Duration,
        #[api(detail(name = "number", with = never, skip_if = is_one))] u8,
    ),
    /// `Self` is the type.
    OfSelf(#[api(detail(name = "of_self", with = Self::plus_one))] u8),
    #[api(detail("constant" = true))]
    Constant(#[api(detail(name = "list", skip_if = Vec::is_empty))] Vec<u8>),
}

impl<T: Serialize + Copy + std::ops::Add<Output = T> + std::fmt::Debug + Send + Sync> Converted<'_, T> {
    fn plus_one(number: &u8) -> u8 {
        number + 1
    }
}

type Of = Converted<'static, u32>;

/// The details that the visitor of an error gets.
fn visited(error: &dyn ApiError) -> serde_json::Value {
    let mut all = serde_json::Map::new();
    let mut visit = |name: &str, value: DetailValue<'_>| {
        all.insert(name.to_owned(), serde_json::to_value(value).unwrap());
    };
    error.details(&mut DetailVisitor::new(&mut visit));
    all.into()
}

#[track_caller]
fn has(error: &dyn ApiError, details: &serde_json::Value) {
    assert_eq!(visited(error), *details);
    for body in SHIPPED.into_iter().chain([&DETAILS]) {
        let reply = Reply::new(error).body(body);
        assert_eq!(serde_json::to_vec(&reply).unwrap(), *reply.to_bytes());
    }
    let reply: serde_json::Value =
        serde_json::from_slice(&Reply::new(error).body(&DETAILS).to_bytes()).unwrap();
    let is_empty = details.as_object().unwrap().is_empty();
    assert_eq!(reply["details"], if is_empty { json!(null) } else { details.clone() });
}

#[test]
fn converted() {
    let error = Of::With {
        timeout: Duration::from_millis(1500),
        paid_with: Card("4111 1111 1111 1142".to_owned()),
        text: "loud".to_owned(),
        list: vec![1, 2, 3],
        twice: 21,
        first: vec![7],
    };
    let details = json!({
        "timeout_ms": 1500, "paidWith": "…42", "text": "LOUD", "count": 3, "twice": 42, "first": 7,
    });
    has(&error, &details);
}

#[test]
fn omitted() {
    let nothing = Of::SkipIf {
        list: Vec::new(),
        text: String::new(),
        borrowed: "",
        maybe: None,
        map: BTreeMap::new(),
        always: 1,
    };
    has(&nothing, &json!({ "always": 1 }));
    let map = BTreeMap::from([("k".to_owned(), 1)]);
    let all =
        Of::SkipIf { list: vec![1], text: "t".to_owned(), borrowed: "b", maybe: Some(1), map, always: 2 };
    has(
        &all,
        &json!({ "list": [1], "text": "t", "borrowed": "b", "maybe": 1, "map": { "k": 1 }, "always": 2 }),
    );
}

#[test]
fn converted_or_omitted() {
    has(&Of::Both(Duration::from_millis(500), 1), &json!({ "seconds": 0.5 }));
    has(&Of::Both(Duration::ZERO, 1), &json!({}));
    has(&Of::OfSelf(1), &json!({ "of_self": 2 }));
    has(&Of::Constant(Vec::new()), &json!({ "constant": true }));
    has(&Of::Constant(vec![1]), &json!({ "constant": true, "list": [1] }));
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("slow")]
#[api(status = 503, code = "Slow")]
struct Slow<T: AsRef<str> + std::fmt::Debug + Send + Sync>(
    #[api(detail(name = "by", with = T::as_ref, skip_if = is_blank))] T,
    #[api(detail = "after")] u8,
);

fn is_blank<T: AsRef<str>>(text: &T) -> bool {
    text.as_ref().trim().is_empty()
}

#[test]
fn of_a_generic_struct_beside_thiserror() {
    has(&Slow("disk", 1), &json!({ "by": "disk", "after": 1 }));
    has(&Slow(String::from(" "), 1), &json!({ "after": 1 }));
}

#[test]
fn the_entry_knows_the_types() {
    let of = |error: &Of| -> Vec<_> {
        error.entry().details().map(|detail| (detail.name(), detail.ty(), detail.json_type())).collect()
    };
    let details = of(&Of::Both(Duration::ZERO, 1));
    assert_eq!(details, [("seconds", "", None), ("number", "", None)]);
    let skipped = of(&Of::Constant(Vec::new()));
    let types: Vec<_> = skipped.iter().map(|(_, ty, json)| (*ty, json.as_deref())).collect();
    assert_eq!(types, [("", Some("boolean")), ("Vec<u8>", Some("array<integer>"))]);
    let timeout = <Of as errbook::HasCatalog>::CATALOG.entries().next().unwrap().details().next().unwrap();
    assert_eq!((timeout.name(), timeout.json_type().as_deref()), ("timeout_ms", Some("integer")));
}

#[test]
fn omitted_details_are_optional() {
    let error = Of::SkipIf {
        list: vec![],
        text: String::new(),
        borrowed: "",
        maybe: None,
        map: BTreeMap::new(),
        always: 1,
    };
    let optional: Vec<_> =
        error.entry().details().map(|detail| (detail.name(), detail.is_optional())).collect();
    assert_eq!(
        optional,
        [
            ("list", true),
            ("text", true),
            ("borrowed", true),
            ("maybe", true),
            ("map", true),
            ("always", false)
        ]
    );
    let types: Vec<_> = Of::Both(Duration::ZERO, 1)
        .entry()
        .details()
        .map(|detail| (detail.is_optional(), detail.json_type()))
        .collect();
    assert_eq!(types, [(true, None), (true, None)]);
}
