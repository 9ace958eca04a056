//! `also` lists the other statuses that a `status` field may choose.

use errbook::{ApiError, Entry, Fact, Reply};
use errbook_docgen::{Sections, Table};
use http::StatusCode;

use crate::message_of;

#[derive(Debug, ApiError)]
#[api(display, rename_all = "snake_case")]
enum Invalid {
    #[api(status = 400, also(413, 422), message = "line {line} is wrong")]
    Body {
        #[api(status)]
        status: u16,
        line: u32,
    },
    #[api(status = StatusCode::BAD_GATEWAY, also(503))]
    Upstream(#[api(status)] Option<StatusCode>),
    #[api(status = 502)]
    Any(#[api(status)] u16),
    #[api(status = 404)]
    #[allow(dead_code)]
    Fixed,
}

#[derive(Debug, ApiError)]
#[api(display, status = 409, also(499), code = "titled", title = "Odd")]
struct Titled {
    #[api(status)]
    status: u16,
}

/// A hand-written impl is held to the list of its entry.
#[derive(Debug)]
struct Hand(u16);

impl std::fmt::Display for Hand {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("hand")
    }
}

impl std::error::Error for Hand {}

impl ApiError for Hand {
    fn entry(&self) -> &'static Entry {
        static ENTRY: Entry = Entry::new(400, "hand").with_facts(&[
            Fact::DynamicStatus,
            Fact::AlsoStatus(413),
            Fact::AlsoStatus(7),
        ]);
        &ENTRY
    }
    fn status(&self) -> StatusCode {
        StatusCode::from_u16(self.0).unwrap()
    }
}

fn status(error: &dyn ApiError) -> u16 {
    Reply::new(error).to_response().status().as_u16()
}

fn statuses(entry: &Entry) -> Vec<u16> {
    entry.statuses().map(|status| status.as_u16()).collect()
}

#[test]
fn any_other_value_falls_back() {
    let body = |status| Invalid::Body { status, line: 7 };
    for (given, expected) in
        [(413, 413), (422, 422), (400, 400), (404, 400), (500, 400), (200, 400), (0, 400)]
    {
        assert_eq!(status(&body(given)), expected, "{given}");
        assert_eq!(body(given).status(), expected);
        assert_eq!(message_of(&body(given)), "line 7 is wrong");
    }
    assert_eq!(status(&Invalid::Upstream(Some(StatusCode::SERVICE_UNAVAILABLE))), 503);
    assert_eq!(status(&Invalid::Upstream(Some(StatusCode::GATEWAY_TIMEOUT))), 502);
    assert_eq!(status(&Invalid::Any(418)), 418);
    assert_eq!(status(&Titled { status: 499 }), 499);
    assert_eq!(status(&Hand(413)), 413);
    assert_eq!(status(&Hand(422)), 400);
}

#[test]
fn the_entry_has_all() {
    let entries: Vec<_> = Invalid::CATALOG.entries().collect();
    let all: Vec<_> = entries.iter().map(|entry| (statuses(entry), entry.has_any_status())).collect();
    let expected =
        [(vec![400, 413, 422], false), (vec![502, 503], false), (vec![502], true), (vec![404], false)];
    assert_eq!(all, expected);
    assert_eq!(statuses(Hand(400).entry()), [400, 413]);
    assert!(format!("{:?}", entries[0]).contains("AlsoStatus(422)"));
}

#[test]
fn documentation_has_all() {
    static BOOK: errbook::Book = errbook::Book::new("API", &[Invalid::CATALOG]);
    let table = Table::new().column(("s", "{{ statuses | join('/') }} {{ any_status }}"));
    let rows = table.markdown(&BOOK).unwrap();
    assert!(rows.contains("| 400/413/422 false |") && rows.contains("| 502 true "), "{rows}");
    let sections = Sections::new().anchors(false).example(None).details(None).headers(None);
    let sections = errbook_docgen::Block::render(&sections, errbook_docgen::Format::Markdown, &BOOK).unwrap();
    let expected = "## 400, 413, 422 body\n\n## 502, 503 upstream\n\n## 502, 4xx, 5xx any\n\n## 404 fixed\n";
    assert_eq!(sections, expected);
}
