//! A section starts with the deprecation notice of its error.

use errbook::{ApiError, Book};
use errbook_docgen::{Block, Format, Sections};

#[allow(dead_code, reason = "of these there is only the documentation")]
#[derive(Debug, ApiError)]
#[api(display, status = 400, rename_all = "kebab-case")]
enum Old {
    /// Still sent.
    #[deprecated]
    Bare,
    #[deprecated(note = "use `new`")]
    Noted,
    #[deprecated(since = "1.2.0")]
    Since,
    #[deprecated(since = "1.2.0", note = "use `new`")]
    Both,
    #[deprecated(note = " ")]
    Blank,
}

static BOOK: Book = Book::new("Old", &[Old::CATALOG]);

#[test]
fn in_front() {
    let sections = Sections::new().anchors(false).heading("{{ code }}").example(None);
    let expected = "\
## bare

**Deprecated**

Still sent.

## noted

**Deprecated**: use `new`

## since

**Deprecated** since 1.2.0

## both

**Deprecated** since 1.2.0: use `new`

## blank

**Deprecated**
";
    assert_eq!(sections.render(Format::Markdown, &BOOK).unwrap(), expected);
}
