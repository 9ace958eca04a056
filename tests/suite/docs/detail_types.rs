//! Documentation shows the JSON type and the value of each detail where they are known.
#![allow(dead_code, reason = "only the catalog is looked at")]

use errbook::{ApiError, Book};
use errbook_docgen::{Block, Format, Page, Sections};

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "Constants")]
#[api(detail("plan" = "free", "live" = false, "most" = 3, "ratio" = 0.5))]
struct Constants {
    #[api(detail)]
    left: u8,
}

static BOOK: Book = Book::new("Types", &[Constants::CATALOG]);

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
