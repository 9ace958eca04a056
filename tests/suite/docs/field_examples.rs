//! `example` is what samples show: in details, in headers and in messages.
#![allow(dead_code, reason = "only the catalog is looked at")]

use std::time::Duration;

use errbook::{ApiError, Book, Catalog, CatalogItem, Detail, Entry, Fact, Field, HasCatalog as _, Header};
use errbook_docgen::{Block, Format, Page};
use serde_json::json;

#[derive(Debug, Clone, Copy, serde::Serialize)]
struct Cents(u32);

#[derive(Debug, serde::Serialize)]
struct Priced(u32);

impl std::fmt::Display for Priced {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

#[derive(Debug, serde::Serialize)]
struct Wrong;

#[derive(Debug, ApiError)]
#[api(display, rename_all = "PascalCase", status = 402, rename_details = "camelCase")]
enum Examples<T: serde::Serialize + std::fmt::Debug + Send + Sync> {
    #[api(
        message = "{user} of {team:?} may spend {limit:?} {{not}} {left:>3} after {wait:?} by {by_type:?} {maybe:?} {id:?}"
    )]
    Named {
        #[api(example = "ada")]
        user: String,
        #[api(example = "blue \"sky\"")]
        team: &'static str,
        #[api(detail, example = 250)]
        limit: Cents,
        #[api(header = "X-Left", example = -3)]
        left: i8,
        wait: Duration,
        by_type: String,
        maybe: Option<u8>,
        /// Not the detail of this name.
        id: Cents,
        #[api(detail = "id")]
        other: u8,
        #[api(detail, example = [{ "field": "name", "at": [1, -2.5, null, true], "none": {} }])]
        wrong_fields: Vec<Wrong>,
        #[api(detail(with = Duration::as_millis, json = "integer"), example = 1500)]
        timeout_ms: Duration,
        #[api(detail, example = "generic")]
        of_any: T,
    },
    #[api(message = "{0}, {1}, {2:?} and {3}")]
    Tuple(
        #[api(detail(name = "length", with = String::len), example = 3)] String,
        #[api(detail = "one", example = "first")] String,
        #[api(detail(name = "two", json = "number"))] Cents,
        bool,
    ),
    #[api(status = 429)]
    Headers {
        #[api(retry_after, example = 7)]
        wait: Duration,
        #[api(header = "Link", example = ["</a>", "</b>"])]
        links: Vec<String>,
        #[api(header = "X-Unsaid")]
        unsaid: u8,
    },
}

type Of = Examples<u8>;

#[derive(Debug, thiserror::Error, ApiError)]
enum Foreign {
    #[error("no order {id}, {} of {}", .left + 1, 8)]
    #[api(status = 404, code = "NoOrder")]
    NoOrder {
        #[api(example = "A-7")]
        id: Box<str>,
        left: u8,
    },
    #[error("no {0} {1:?}")]
    #[api(status = 404, code = "Nothing")]
    Nothing(#[api(example = "tea")] String, Cents),
}

static GENERIC: Book = Book::new("Examples", &[<Of as errbook::HasCatalog>::CATALOG, Foreign::CATALOG]);

fn page(book: &Book, error: usize, source: &str) -> String {
    let source = format!("{{% set example = errors[{error}].example %}}\n{source}");
    let page = Page::new("page", format!("```\n{source}\n```")).render(Format::Markdown, book).unwrap();
    page.replace("```\n", "").replace("\n```", "")
}

fn body(book: &Book, error: usize) -> serde_json::Value {
    serde_json::from_str(&page(book, error, "{{ example.body }}")).unwrap()
}

#[test]
fn of_named_fields() {
    let body = body(&GENERIC, 0);
    assert_eq!(body["message"], r#"ada of "blue \"sky\"" may spend … {not}  -3 after … by "string" … …"#);
    let wrong = json!([{ "field": "name", "at": [1, -2.5, null, true], "none": {} }]);
    let details =
        json!({ "limit": 250, "id": 1, "wrongFields": wrong, "timeoutMs": 1500, "ofAny": "generic" });
    assert_eq!(body["details"], details);
}

#[test]
fn of_a_tuple() {
    let body = body(&GENERIC, 1);
    // The example of a converted field is not that of the field.
    assert_eq!(body["message"], "string, first, … and true");
    assert_eq!(body["details"], json!({ "length": 3, "one": "first", "two": 1.5 }));
}

/// `Debug` of a type is its own, and a letter is not any string.
#[test]
fn of_what_only_the_type_can_write() {
    #[derive(Debug, ApiError)]
    #[api(display, status = 400, code = "Unclear")]
    #[api(message = "{left:?} {limit:?} {limit} {team:?} {found:?} {found} {letter}")]
    struct Unclear {
        #[api(detail, example = 3)]
        left: Option<u8>,
        #[api(detail(json = "integer"), example = 250)]
        limit: Priced,
        #[api(example = "Team(7)")]
        team: Cents,
        #[api(detail)]
        found: char,
        #[api(example = "é")]
        letter: char,
    }

    let example = Unclear::CATALOG.entries().next().unwrap().example(&errbook::body::MESSAGE);
    assert_eq!(example.json(), Some(json!({ "error": "… … 250 Team(7) … … é" })));
}

#[test]
fn of_headers() {
    let http = page(&GENERIC, 2, "{{ example.http }}");
    let headers: Vec<_> = http.lines().take_while(|line| !line.is_empty()).skip(1).collect();
    let expected =
        ["Link: </a>", "Link: </b>", "X-Unsaid: …", "Retry-After: 7", "Content-Type: application/json"];
    assert_eq!(headers, expected);
    assert!(page(&GENERIC, 0, "{{ example.http }}").contains("\nX-Left: -3\n"));
}

#[test]
fn of_another_derive() {
    assert_eq!(body(&GENERIC, 3)["message"], "no order A-7, … of …");
    assert_eq!(body(&GENERIC, 4)["message"], "no tea …");
}

#[test]
fn the_entry_knows_them() {
    let entry = Of::CATALOG.entries().next().unwrap();
    let field = |name: &str| entry.field(name).map(|field| (field.json_type(), field.example()));
    assert_eq!(field("user"), Some((Some("string"), Some(json!("ada")))));
    assert_eq!(field("by_type"), Some((Some("string"), None)));
    assert_eq!(field("limit"), Some((None, Some(json!(250)))));
    assert_eq!(field("id"), Some((None, None)));
    assert_eq!(field("wait"), None);
    let header = entry.headers().next().unwrap();
    assert_eq!((header.name(), header.example()), ("X-Left", Some(json!(-3))));
    let examples: Vec<_> = entry.details().map(|detail| detail.example()).collect();
    assert_eq!((examples[0].clone(), examples[1].clone()), (Some(json!(250)), None));
}

static BY_HAND: Entry =
    Entry::new(404, "NoOrder").with_message("no order {id} of {user}: {limit}").with_facts(&[
        Fact::Field(Field::new("id").with_json_type("integer")),
        Fact::Detail(Detail::new("limit", "Cents", "").with_json_type("integer").with_example("7")),
        Fact::Header(Header::dynamic("X-Left").with_example("3")),
    ]);
static CATALOG: Catalog = Catalog::new("ByHand", &[CatalogItem::Entry(&BY_HAND)]);
static BY_HAND_BOOK: Book = Book::new("By hand", &[&CATALOG]);

#[test]
fn of_hand_written_entries() {
    let body = body(&BY_HAND_BOOK, 0);
    assert_eq!(body["message"], "no order 1 of …: 7");
    assert_eq!(body["details"], json!({ "limit": 7 }));
    assert!(page(&BY_HAND_BOOK, 0, "{{ example.http }}").contains("\nX-Left: 3\n"));
}
