//! The headings of doc comments are Markdown, as their texts are, and below the heading of a group.

use errbook::{ApiError, Book};
use errbook_docgen::{Block, Format, Group, Sections};

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "Bad")]
/// # When `limit` is *0*
/// Ask ~~never~~.
struct Bad;

static BOOK: Book = Book::new("Headings", &[Bad::CATALOG]);

#[test]
fn in_every_format() {
    assert_eq!(Bad.to_string(), "Bad Request");
    for (format, heading, text) in [
        (Format::Markdown, "#### When `limit` is _0_", "Ask ~~never~~."),
        (Format::Html, "<h4>When <code>limit</code> is <em>0</em></h4>", "<p>Ask <del>never</del>.</p>"),
        (Format::AsciiDoc, "==== When `limit` is _0_", "Ask &#126;&#126;never&#126;&#126;."),
        (Format::ReStructuredText, "When ``limit`` is *0*\n^^^^^^^^^^^^^^^^^^^^^", "Ask ~~never~~."),
    ] {
        let sections = Sections::new().group(Group::by("class")).example(None);
        let page = sections.render(format, &BOOK).unwrap();
        assert!(page.contains(&format!("\n\n{heading}\n\n{text}\n")), "{page}");
    }
}
