//! An example reply in documentation is what the reply would be, with samples for what only an instance knows.
#![allow(dead_code, reason = "only the catalog is looked at")]

use std::borrow::Cow;
use std::collections::BTreeMap;

use errbook::{ApiError, Body, Book};
use errbook_docgen::{Block, Format, Page};

const HOUSE: Body = errbook::body!({
    "code": code, "text": message, "time": timestamp, "after"?: retry_after, "details": details,
})
.with_content_type("application/vnd.house+json")
.with_content_language("en");

#[derive(Debug, ApiError)]
#[api(display, body = HOUSE)]
enum Outer {
    #[api(status = 429, code = "Wait", message = "wait {wait:?} for `{what}`, {{not}} {left}", header("X-Plan" = "free"))]
    #[api(header("Link" = "<a>", "Link" = "<b>", "X-Scope" = "{what} {left:?}"))]
    Wait {
        #[api(retry_after)]
        wait: std::time::Duration,
        #[api(detail)]
        what: String,
        #[api(header = "X-Left")]
        left: u8,
        #[api(header = "Link")]
        links: Vec<String>,
    },
    #[api(transparent)]
    Inner(Inner),
}

#[derive(Debug, ApiError)]
#[api(display)]
enum Inner {
    #[api(status = 500, code = "Secret")]
    Secret(#[api(source)] std::io::Error),
}

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "Types")]
struct Types {
    #[api(detail)]
    bool: bool,
    #[api(detail)]
    number: Option<u64>,
    #[api(detail)]
    float: f64,
    #[api(detail)]
    text: Cow<'static, str>,
    #[api(detail)]
    borrowed: &'static str,
    #[api(detail)]
    list: Vec<Option<bool>>,
    #[api(detail)]
    array: [u8; 3],
    #[api(detail)]
    map: BTreeMap<String, Vec<i32>>,
    #[api(detail)]
    nonzero: std::num::NonZeroU8,
    #[api(detail)]
    lifetime: Option<&'static [&'static str]>,
    #[api(detail = "other")]
    own: Own,
}

#[derive(Debug, serde::Serialize)]
struct Own;

static BOOK: Book = Book::new("Replies", &[Outer::CATALOG, Types::CATALOG]);

/// Of the error with this place in the book.
fn page(error: usize, source: &str) -> String {
    let source = format!("{{% set example = errors[{error}].example %}}\n{source}");
    Page::new("page", format!("```\n{source}\n```"))
        .render(Format::Markdown, &BOOK)
        .unwrap()
        .replace("```\n", "")
        .replace("\n```", "")
}

#[test]
fn the_whole_message() {
    assert_eq!(
        page(0, "{{ example.http }}"),
        r#"HTTP/1.1 429 Too Many Requests
X-Plan: free
Link: <a>
Link: <b>
X-Scope: string 1
X-Left: …
Link: …
Retry-After: 30
Content-Type: application/vnd.house+json
Content-Language: en

{
  "code": "Wait",
  "text": "wait … for `string`, {not} 1",
  "time": "2025-01-01T00:00:00Z",
  "after": 30,
  "details": {
    "what": "string"
  }
}"#
    );
}

#[test]
fn the_format_is_that_of_the_outermost_type() {
    assert_eq!(
        page(1, "{{ example }}"),
        r#"{
  "code": "Secret",
  "text": "Internal Server Error",
  "time": "2025-01-01T00:00:00Z",
  "details": null
}"#
    );
    assert_eq!(page(1, "{{ example.media_type }}"), "application/vnd.house+json");
    assert_eq!(page(2, "{{ example.media_type }} {{ example.headers | length }}"), "application/json 1");
}

#[test]
fn samples_are_of_the_types() {
    assert_eq!(
        page(2, "{{ example.body }}"),
        r#"{
  "code": "Types",
  "message": "Bad Request",
  "trace_id": "4bf92f3577b34da6a3ce929d0e0e4736",
  "details": {
    "bool": true,
    "number": 1,
    "float": 1.5,
    "text": "string",
    "borrowed": "string",
    "list": [
      true
    ],
    "array": [
      1
    ],
    "map": {
      "key": [
        1
      ]
    },
    "nonzero": 1,
    "lifetime": [
      "string"
    ],
    "other": "…"
  }
}"#
    );
}

#[derive(Debug, ApiError)]
#[api(display, body = errbook::body::PROBLEM, status = 422, code = "Wrong")]
struct Wrong(#[api(violations)] Vec<errbook::Violation>);

static WRONG: Book = Book::new("Wrong", &[Wrong::CATALOG]);

#[test]
fn one_violation_is_shown() {
    let page = Page::new("page", "{{ errors[0].example }}").render(Format::Markdown, &WRONG).unwrap();
    assert!(page.contains(r##""pointer": "#/field""##), "{page}");
    assert!(page.contains(r#""detail": "…""#), "{page}");
}
