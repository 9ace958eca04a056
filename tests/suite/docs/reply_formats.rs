//! Example replies in formats that are not JSON, of one variant, of another status, and of another derive's message.
#![allow(dead_code, reason = "only the catalog is looked at")]

use errbook::{ApiError, Body, Book, Reply};
use errbook_docgen::{Block, Format, Page};

static EMPTY: Body = Body::empty();
static LINE: Body = Body::text("{code}: {message}");
static RPC: Body = errbook::body!({ "code": number, "status": status }).with_http_status(200);

#[derive(Debug, thiserror::Error, ApiError)]
#[api(rename_all = "PascalCase", status = 404)]
enum Problem {
    #[error("there is no order {id}")]
    Public {
        #[api(detail)]
        id: u64,
    },
    #[error("for logs")]
    #[api(body = EMPTY)]
    Empty,
    #[error("line {0}")]
    #[api(body = LINE)]
    Line(#[api(detail = "0")] u8),
    #[error("for logs")]
    #[api(body = RPC, number = -1, redact)]
    Rpc,
}

static BOOK: Book = Book::new("Replies", &[Problem::CATALOG]);

fn page(source: &str) -> String {
    let page = Page::new("page", format!("```\n{source}\n```"));
    page.render(Format::Markdown, &BOOK).unwrap().replace("```\n", "").replace("\n```", "")
}

#[test]
fn each_in_its_own() {
    assert_eq!(page("{{ errors[1].example.http }}"), "HTTP/1.1 404 Not Found\n\n");
    assert_eq!(
        page("{{ errors[2].example.http }}"),
        "HTTP/1.1 404 Not Found\nContent-Type: text/plain; charset=utf-8\n\nLine: line 1"
    );
    assert_eq!(
        page("{{ errors[3].example.http }}"),
        "HTTP/1.1 200 OK\nContent-Type: application/json\n\n{\n  \"code\": -1,\n  \"status\": 404\n}"
    );
}

#[test]
fn the_status_of_the_transport_is_a_name() {
    let status = |name: &str| page(&format!("{{{{ errors | map(attribute='{name}') | join(' ') }}}}"));
    assert_eq!(status("status"), "404 404 404 404");
    assert_eq!(status("http_status"), "404 404 404 200");
}

/// Registered with IANA, whatever `http` calls them.
#[test]
fn each_status_of_a_transport_has_its_phrase() {
    static ENTITY: Body = errbook::body!({}).with_http_status(422);
    static OTHER: Body = errbook::body!({}).with_http_status(203);

    #[derive(Debug, ApiError)]
    #[api(display, status = 400, rename_all = "PascalCase")]
    enum Transported {
        #[api(body = ENTITY)]
        Entity,
        #[api(body = OTHER)]
        Other,
    }

    static BOOK: Book = Book::new("Replies", &[Transported::CATALOG]);
    let list = errbook_docgen::List::bullets("{{ example.http }}").render(Format::Markdown, &BOOK).unwrap();
    assert!(list.contains("HTTP/1.1 422 Unprocessable Content"), "{list}");
    assert!(list.contains("HTTP/1.1 203 Non-Authoritative Information"), "{list}");
}

/// The documented message is the one that is sent.
#[test]
fn the_message_of_another_derive() {
    let sent: serde_json::Value =
        serde_json::from_slice(&Reply::new(&Problem::Public { id: 1 }).to_bytes()).unwrap();
    let shown: serde_json::Value = serde_json::from_str(&page("{{ errors[0].example.body }}")).unwrap();
    assert_eq!(shown["message"], sent["message"]);
    assert_eq!(shown["details"], sent["details"]);
    assert_eq!(page("{{ errors[0].message }}"), "there is no order {id}");
}
