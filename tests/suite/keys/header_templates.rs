//! The text of a header may name fields, as a message does.

use std::borrow::Cow;
use std::fmt;
use std::time::Duration;

use errbook::{ApiError, Header, Reply};

fn sent(error: &dyn ApiError, name: &str) -> Vec<String> {
    let response = Reply::new(error).to_response();
    response.headers().get_all(name).iter().map(|value| value.to_str().unwrap().to_owned()).collect()
}

#[derive(Debug, ApiError)]
#[api(display, rename_all = "PascalCase", status = 403, header("X-Request" = "{code}/{id:>4}"))]
enum Denied {
    #[api(header("WWW-Authenticate" = "Bearer error=\"insufficient_scope\", scope=\"{scope}\""))]
    Scope { id: u8, scope: &'static str },
    #[api(status = 429, number = 7, message = "wait")]
    #[api(header("X-Wait" = "{{{wait:?}}} {number}", "X-Limit" = "{limit}", "X-Limit" = "limit={limit:03}"))]
    Wait {
        id: u8,
        wait: Duration,
        limit: Option<u8>,
        #[api(header = "X-Wait")]
        more: Option<&'static str>,
    },
    #[api(header("X-Request" = "none"))]
    Replaced,
}

#[test]
fn values_are_inserted() {
    let error = Denied::Scope { id: 7, scope: "orders:write" };
    assert_eq!(
        sent(&error, "www-authenticate"),
        [r#"Bearer error="insufficient_scope", scope="orders:write""#]
    );
    assert_eq!(sent(&error, "x-request"), ["Scope/   7"]);
    assert_eq!(sent(&Denied::Replaced, "x-request"), ["none"]);
}

#[test]
fn with_format_specs_and_options() {
    let error = Denied::Wait { id: 1, wait: Duration::from_millis(1500), limit: Some(9), more: Some("x") };
    assert_eq!(sent(&error, "x-wait"), ["{1.5s} 7", "x"]);
    assert_eq!(sent(&error, "x-limit"), ["9", "limit=009"]);
    let error = Denied::Wait { id: 1, wait: Duration::ZERO, limit: None, more: None };
    assert_eq!(sent(&error, "x-wait"), ["{0ns} 7"]);
    assert!(sent(&error, "x-limit").is_empty());
}

#[test]
fn a_value_stays_inside_of_its_quotes() {
    let of = |scope| sent(&Denied::Scope { id: 1, scope }, "www-authenticate");
    let expected = r#"Bearer error="insufficient_scope", scope="a\", realm=\"b\\""#;
    assert_eq!(of(r#"a", realm="b\"#), [expected]);
    for bad in ["a\r\nSet-Cookie: b=c", "\n", "\r", "\0", "\u{7f}"] {
        assert!(of(bad).is_empty(), "{bad:?}");
    }
    assert_eq!(of("").len(), 1);
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("tuple")]
#[api(status = 400, code = "A{b}", header("X-One" = "\"a\\\"{0}\" {0} \"{1:?}\" {code}", "X-Two" = "{2}"))]
struct Tuple<'a, T: fmt::Debug + Send + Sync, U: fmt::Debug + Send + Sync>(T, U, Option<Cow<'a, str>>);

#[test]
fn of_a_generic_tuple() {
    let error = Tuple("\"", "x\"y", Some("z".into()));
    assert_eq!(sent(&error, "x-one"), [r#""a\"\"" " "\"x\\\"y\"" A{b}"#]);
    assert_eq!(sent(&error, "x-two"), ["z"]);
    assert!(sent(&Tuple(1, 2, None), "x-two").is_empty());
}

struct Failing;

impl fmt::Display for Failing {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Err(fmt::Error)
    }
}

impl fmt::Debug for Failing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Failing")
    }
}

#[derive(Debug, ApiError)]
#[api(display, status = 500, code = "Broken", header("X-Bad" = "{bad}", "X-Id" = "{id}", "X-Exposed" = "yes"))]
struct Broken {
    #[api(detail)]
    bad: Failing,
    #[api(detail)]
    id: u8,
}

impl serde::Serialize for Failing {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit()
    }
}

#[test]
fn a_display_that_fails() {
    let error = Broken { bad: Failing, id: 1 };
    assert!(sent(&error, "x-bad").is_empty());
    assert_eq!(sent(&error, "x-id"), ["1"]);
}

#[derive(Debug, ApiError)]
#[api(display, strict, status = 401, code = "Strict", header("WWW-Authenticate" = "Bearer realm=\"{realm}\""))]
/// It counts as the header that a 401 requires.
struct Strict {
    #[api(detail)]
    realm: String,
}

#[test]
fn the_entry_has_the_template() {
    let error = Strict { realm: "shop".to_owned() };
    let headers: Vec<_> = error.entry().headers().collect();
    assert_eq!(headers, [Header::filled("WWW-Authenticate", "Bearer realm=\"{realm}\"")]);
    assert_eq!((headers[0].value(), headers[0].template()), (None, Some("Bearer realm=\"{realm}\"")));
    let of_type = Denied::Scope { id: 7, scope: "" }.entry().headers().last().unwrap();
    assert_eq!(of_type, Header::filled("X-Request", "Scope/{id:>4}"));
    assert_eq!(sent(&error, "www-authenticate"), ["Bearer realm=\"shop\""]);
}
