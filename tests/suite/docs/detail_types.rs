//! Documentation shows the JSON type and the value of each detail where they are known.
#![allow(dead_code, reason = "only the catalog is looked at")]

use std::collections::HashMap;

use errbook::{ApiError, Book};
use errbook_docgen::{Block, Format, Page, Sections};
use serde_json::json;

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "Constants")]
#[api(detail("plan" = "free", "live" = false, "most" = 3, "ratio" = 0.5))]
struct Constants {
    #[api(detail)]
    left: u8,
}

type UserId = u64;

#[derive(Debug, Clone, Copy, serde::Serialize)]
struct Cents(u32);

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "Fields")]
struct Fields {
    #[api(detail)]
    user: UserId,
    #[api(detail)]
    limit: Cents,
    #[api(detail)]
    wrong: Vec<Cents>,
    #[api(detail)]
    blocked: std::time::Duration,
    #[api(detail)]
    kinds: &'static [&'static str],
    #[api(detail)]
    pair: (u32, String),
    #[api(detail)]
    unit: (),
    #[api(detail)]
    map: HashMap<String, Cents>,
    #[api(detail)]
    nested: std::collections::BTreeMap<String, Vec<Option<f64>>>,
    #[api(detail)]
    foreign: serde_json::Value,
    #[api(detail(with = std::time::Duration::as_millis, json = "integer"))]
    wait_ms: std::time::Duration,
    #[api(detail(with = std::time::Duration::as_secs))]
    unsaid: std::time::Duration,
    #[api(detail(json = "map<string, boolean>"))]
    flags: Box<serde_json::Value>,
    #[api(detail(json = "object"))]
    any: Cents,
}

static BOOK: Book = Book::new("Types", &[Constants::CATALOG, Fields::CATALOG]);

/// A made-up value would contradict what the API sends.
#[test]
fn a_sample_never_pretends() {
    let source = "```json\n{{ errors[1].example.body }}\n```";
    let page = Page::new("page", source).render(Format::Markdown, &BOOK).unwrap();
    let json = page.trim().trim_start_matches("```json").trim_end_matches("```");
    let reply: serde_json::Value = serde_json::from_str(json).unwrap();
    let details = json!({
        "user": "…", "limit": "…", "wrong": ["…"], "blocked": "…", "kinds": ["string"], "pair": "…",
        "map": { "key": "…" }, "nested": { "key": [1.5] }, "foreign": "…", "wait_ms": 1, "unsaid": "…",
        "flags": { "key": true }, "any": "…",
    });
    assert_eq!(reply["details"], details);
}

#[test]
fn types_are_those_of_json() {
    let source = "{% for detail in errors[1].details %}{{ detail.type }}; {% endfor %}";
    let page = Page::new("page", format!("```\n{source}\n```")).render(Format::Markdown, &BOOK).unwrap();
    assert_eq!(
        page.lines().nth(1).unwrap().trim_end(),
        "UserId; Cents; array; std::time::Duration; array<string>; (u32, String); null; map<string, any>; \
         map<string, array<number>>; serde_json::Value; integer; any; map<string, boolean>; object;"
    );
}

#[test]
fn constants_are_shown_with_their_value() {
    let sections = Sections::new().render(Format::Markdown, &BOOK).unwrap();
    for row in
        ["| `plan`  | `string`", "| `live`  | `boolean`", "| `most`  | `integer`", "| `ratio` | `number`"]
    {
        assert!(sections.contains(row), "{sections}");
    }
    let source = "{{ errors[0].example.body }}";
    let example = Page::new("page", source).render(Format::Markdown, &BOOK).unwrap();
    let value = ["\"plan\": \"free\",", "\"live\": false,", "\"most\": 3,", "\"ratio\": 0.5,"];
    assert!(value.iter().all(|value| example.contains(value)), "{example}");
}
