//! Type parameters, `where` clauses and const generics: bounds are asked for only where a field is used.

use std::fmt::{Debug, Display};

use errbook::{ApiError, HasCatalog, Reply};
use serde::Serialize;

use crate::message_of;

#[derive(Debug, ApiError)]
#[api(display)]
enum Lookup<K, S>
where
    K: Debug + Send,
    S: Debug,
{
    #[api(status = 404, code = "Missing", message = "no {key}")]
    Missing {
        #[api(detail)]
        key: K,
    },
    #[api(status = 500, code = "Store")]
    Store(#[api(source)] S),
}

#[derive(Debug, ApiError)]
#[api(display, status = 413, code = "TooMany", message = "{items:?}")]
struct TooMany<T: Debug, const LIMIT: usize> {
    items: [T; LIMIT],
}

#[derive(Debug, ApiError)]
#[api(display, status = 429, code = "Busy", serialize)]
struct Busy<T, H = u8> {
    #[api(retry_after)]
    wait: Option<T>,
    #[api(header = "X-Limit")]
    limit: Option<H>,
}

/// Neither `Display` nor `Serialize`, and nobody asks for it.
#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "Opaque")]
struct Opaque<T>(T);

#[derive(Debug)]
struct Nothing;

fn reply<K: Debug + Display + Serialize + Send + Sync>(key: K) -> String {
    Reply::new(&Lookup::<K, std::io::Error>::Missing { key }).to_string()
}

#[test]
fn a_parameter_in_message_and_details() {
    assert_eq!(reply(7), r#"{"code":"Missing","message":"no 7","details":{"key":7}}"#);
    assert_eq!(reply("tea"), r#"{"code":"Missing","message":"no tea","details":{"key":"tea"}}"#);
}

#[test]
fn a_parameter_as_source() {
    use std::error::Error as _;
    let error = Lookup::<u8, _>::Store(std::fmt::Error);
    assert!(error.source().unwrap().is::<std::fmt::Error>());
}

#[test]
fn const_generics() {
    assert_eq!(message_of(&TooMany { items: [1, 2] }), "[1, 2]");
}

#[test]
fn options_of_parameters() {
    let reply = Reply::new(&Busy { wait: Some(3_u32), limit: Some("ten") }).to_response();
    assert_eq!(reply.headers()["retry-after"], "3");
    assert_eq!(reply.headers()["x-limit"], "ten");
    let error = Busy::<u32> { wait: None, limit: None };
    assert_eq!(Reply::new(&error).to_response().headers().len(), 1);
    assert_eq!(serde_json::to_value(&error).unwrap()["code"], "Busy");
}

#[test]
fn an_unused_parameter_needs_nothing_but_debug() {
    assert_eq!(Opaque(Nothing).code(), "Opaque");
    assert_eq!(format!("{:?}", Opaque(Nothing).0), "Nothing");
}

#[test]
fn all_instances_have_the_same_entries() {
    let one = Opaque::<u8>::CATALOG.entries().next().unwrap();
    let other = Opaque::<String>::CATALOG.entries().next().unwrap();
    assert!(std::ptr::eq(one, other));
}
