//! Documentation of a kind shows what the errors that have it say: their messages, details and headers.
#![allow(dead_code, reason = "some errors are only documented")]

use std::time::Duration;

use errbook::{ApiError, Book, Entry, Reply, Violation};
use errbook_docgen::{Block, Format, Page, Sections, Table};

#[derive(Debug, Clone, Copy, ApiError)]
#[api(display, rename_all = "snake_case", header("X-Kind" = "k"))]
enum Code {
    /// There is no such thing.
    #[api(status = 404, message = "not found")]
    NotFound,
    #[api(status = 409, number = 9)]
    Conflict,
    #[api(status = 429)]
    Busy {
        #[api(detail, example = 5)]
        limit: u8,
        #[api(detail, example = true)]
        queued: bool,
    },
}

#[derive(Debug, ApiError)]
#[api(display)]
enum OrderError {
    #[api(kind = Code::NotFound, message = "no order {id}")]
    NoOrder {
        /// Its number.
        #[api(detail, example = 7)]
        id: u64,
    },
    #[api(kind = Code::Conflict, message = "{by} holds the order", header("X-Number" = "{number}"))]
    Held {
        #[api(detail(name = "holder"), example = "ada")]
        by: String,
    },
    #[doc(hidden)]
    #[api(kind = Code::NotFound, message = "hidden", detail("hidden" = true))]
    Hidden,
}

#[derive(Debug, ApiError)]
#[api(display)]
enum UserError {
    #[api(kind = Code::NotFound, message = "no user {id}", detail("what" = "user"))]
    NoUser {
        #[api(detail, example = 8)]
        id: u64,
        #[api(detail)]
        realm: String,
    },
    #[api(kind = Code::NotFound, message = "no order {id}")]
    NoOrderOfUser {
        #[api(detail)]
        id: u64,
    },
    #[api(kind = Code::Conflict)]
    Silent,
}

/// Any code, with what was called.
#[derive(Debug, ApiError)]
#[api(display, message = "`{operation}` failed: {kind}")]
struct Failure {
    #[api(kind)]
    kind: Code,
    #[api(detail, example = "pay")]
    operation: &'static str,
    #[api(detail, example = 3)]
    limit: u8,
    #[api(retry_after)]
    wait: Duration,
}

static BOOK: Book = Book::new("API", &[Code::CATALOG, OrderError::CATALOG, UserError::CATALOG]);
static WRAPPERS: Book = Book::new("API", &[OrderError::CATALOG, UserError::CATALOG]);
static CODES: Book = Book::new("API", &[Code::CATALOG, UserError::CATALOG]);
static FAILURES: Book = Book::new("API", &[Code::CATALOG, Failure::CATALOG]);

/// The messages and the details of each error of a book, as a table shows them.
fn table(book: &Book) -> String {
    let details = "{% for d in details %}{{ d.name }} {% endfor %}";
    let table = Table::new().column(("Code", "{{ code }}")).column(("Message", "{{ message }}"));
    table.column(("Details", details)).render(Format::Csv, book).unwrap()
}

fn example(book: &Book, code: &str) -> serde_json::Value {
    let source = "{% for e in errors if e.code == CODE %}{{ e.example.body | safe }}{% endfor %}";
    let source = source.replace("CODE", &format!("'{code}'"));
    let json = Page::new("example.md", source).render(Format::Markdown, book).unwrap();
    serde_json::from_str(&json).unwrap()
}

/// A real reply to a request with the trace id of examples.
fn reply(error: &dyn ApiError) -> serde_json::Value {
    let reply = Reply::new(error).trace_id("4bf92f3577b34da6a3ce929d0e0e4736").to_bytes();
    serde_json::from_slice(&reply).unwrap()
}

#[test]
fn tables_show_all_messages_and_details_once() {
    let rows = "Code,Message,Details\n\
        not_found,\"not found\nno order {id}\nno user {id}\",id what realm\n\
        conflict,{by} holds the order,holder\n\
        busy,,limit queued\n";
    assert_eq!(table(&BOOK), rows);
    let own = "{% for m in messages %}[{{ m }}]{% endfor %}";
    let list = Table::new().column(("Messages", own)).markdown(&CODES).unwrap();
    assert!(list.contains("[not found][no user {id}][no order {id}]"), "{list}");
}

#[test]
fn only_types_of_the_book_count() {
    let rows = "Code,Message,Details\n\
        not_found,\"not found\nno user {id}\nno order {id}\",what id realm\n\
        conflict,,\n\
        busy,,limit queued\n";
    assert_eq!(table(&CODES), rows);
    // The message of the kind alone is not a reply of these types.
    let rows = "Code,Message,Details\n\
        not_found,\"no order {id}\nno user {id}\",id what realm\n\
        conflict,{by} holds the order,holder\n";
    assert_eq!(table(&WRAPPERS), rows);
}

#[test]
fn sections_show_all_details_and_the_reply_of_one_error() {
    let section = Sections::new().filter("code == 'not_found'").render(Format::Markdown, &BOOK).unwrap();
    assert_eq!(
        section,
        "## <a id=\"not_found\"></a>404 not_found\n\nThere is no such thing.\n\n### Details\n\n\
        | Name    | Type      | Description |\n\
        | ------- | --------- | ----------- |\n\
        | `id`    | `integer` | Its number. |\n\
        | `what`  | `string`  |             |\n\
        | `realm` | `string`  |             |\n\n\
        ### Headers\n\n\
        | Name     | Value |\n\
        | -------- | ----- |\n\
        | `X-Kind` | `k`   |\n\n\
        ### Example\n\n\
        ```http\nHTTP/1.1 404 Not Found\nX-Kind: k\nContent-Type: application/json\n\n\
        {\n  \"code\": \"not_found\",\n  \"message\": \"no order 7\",\n  \
        \"trace_id\": \"4bf92f3577b34da6a3ce929d0e0e4736\",\n  \"details\": {\n    \"id\": 7\n  }\n}\n```\n"
    );
}

#[test]
fn an_example_is_a_real_reply() {
    assert_eq!(example(&BOOK, "not_found"), reply(&OrderError::NoOrder { id: 7 }));
    assert_eq!(example(&BOOK, "conflict"), reply(&OrderError::Held { by: "ada".to_owned() }));
    assert_eq!(example(&BOOK, "busy"), reply(&Code::Busy { limit: 5, queued: true }));
    let user = UserError::NoUser { id: 8, realm: "string".to_owned() };
    assert_eq!(example(&CODES, "not_found"), reply(&user));
    assert_eq!(example(&CODES, "conflict"), reply(&UserError::Silent));
}

#[test]
fn a_field_may_be_every_error_of_its_type() {
    let rows = "Code,Message,Details\n\
        not_found,\"not found\n`{operation}` failed: {kind}\",operation limit\n\
        conflict,`{operation}` failed: {kind},operation limit\n\
        busy,`{operation}` failed: {kind},limit queued operation\n";
    assert_eq!(table(&FAILURES), rows);

    let kind = Code::Busy { limit: 5, queued: true };
    let failure = Failure { kind, operation: "pay", limit: 3, wait: Duration::from_secs(30) };
    let mut real = reply(&failure);
    // Nobody knows the message of a kind that has values.
    real["message"] = "`pay` failed: …".into();
    assert_eq!(example(&FAILURES, "busy"), real);
    let headers = FAILURES.errors_of(failure.entry()).flat_map(Entry::headers).map(|header| header.name());
    assert_eq!(headers.collect::<Vec<_>>(), ["X-Kind", "X-Kind", "Retry-After"]);
}

#[test]
fn the_entry_of_such_an_error_has_the_facts_of_the_kind() {
    let errors: Vec<&Entry> = BOOK.errors_of(Code::Conflict.entry()).collect();
    let names: Vec<_> = errors.iter().map(|error| (error.type_name(), error.variant())).collect();
    assert_eq!(names, [("Code", "Conflict"), ("OrderError", "Held"), ("UserError", "Silent")]);
    for error in &errors {
        assert_eq!((error.code(), error.status().as_u16(), error.number()), ("conflict", 409, Some(9)));
        assert_eq!(error.title(), "Conflict");
    }
    let header = |error: &Entry, name| error.headers().find(|header| header.name() == name)?.value();
    assert_eq!(header(errors[1], "X-Number"), Some("9"));
    assert_eq!(header(errors[1], "X-Kind"), Some("k"));
    assert_eq!(header(errors[2], "X-Number"), None);
    assert_eq!(errors[1].field("by").unwrap().example(), Some("ada".into()));
    assert_eq!(WRAPPERS.errors_of(Code::Busy { limit: 1, queued: false }.entry()).count(), 0);
}

#[test]
fn what_clients_may_read_of_another_display_is_shown() {
    #[derive(Debug, thiserror::Error, ApiError)]
    enum Thiserror {
        #[error("for logs: {0}")]
        #[api(kind = Code::NotFound)]
        Silent(u8),
        #[error("for everybody: {0}")]
        #[api(kind = Code::NotFound, expose)]
        Exposed(#[api(example = 4)] u8),
        #[error("for logs")]
        #[api(kind = Code::NotFound, redact)]
        Redacted,
    }
    static SHOWN: Book = Book::new("API", &[Thiserror::CATALOG]);

    let messages: Vec<_> = SHOWN.errors_of(Code::NotFound.entry()).map(Entry::message).collect();
    assert_eq!(messages, [Some("not found"), Some("for everybody: {0}"), None]);
    let real = [Thiserror::Silent(4), Thiserror::Exposed(4), Thiserror::Redacted];
    let real = real.each_ref().map(|error| Reply::new(error).message());
    assert_eq!(real, ["not found", "for everybody: 4", "Not Found"]);
}

#[test]
fn violations_and_statuses_of_such_an_error_are_shown() {
    #[derive(Debug, ApiError)]
    #[api(display)]
    struct Invalid {
        #[api(kind)]
        kind: Code,
        #[api(violations)]
        violations: Vec<Violation>,
        #[api(status)]
        status: u16,
    }
    static SHOWN: Book = Book::new("API", &[Invalid::CATALOG]);

    let facts = Table::new().column(("Code", "{{ code }} {{ violations }} {{ any_status }}"));
    let rows = facts.render(Format::Csv, &SHOWN).unwrap();
    assert_eq!(rows, "Code\nnot_found true true\nconflict true true\nbusy true true\n");
    assert!(example(&SHOWN, "conflict")["violations"].is_array());
}

#[test]
fn a_kind_may_have_a_kind() {
    #[derive(Debug, ApiError)]
    #[api(display, kind = Code::NotFound, message = "no row", detail("store" = "sql"))]
    struct NoRow;

    #[derive(Debug, ApiError)]
    #[api(display)]
    enum Outer {
        #[api(kind = NoRow, detail("a" = 1))]
        Variant,
        #[api(detail("b" = 2))]
        Field(#[api(kind)] NoRow),
    }
    static OUTER: Book = Book::new("API", &[Outer::CATALOG]);

    assert_eq!(table(&OUTER), "Code,Message,Details\nnot_found,no row,a store b\n");
    assert_eq!(example(&OUTER, "not_found"), reply(&Outer::Variant));
    assert_eq!(Reply::new(&Outer::Field(NoRow)).to_string().matches("sql").count(), 1);
}
