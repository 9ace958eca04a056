//! Values are escaped for a Markdown cell; the rest of the template is not.

use errbook::{Book, Catalog, CatalogItem, Entry};
use errbook_docgen::Table;

macro_rules! cell {
    ($description:expr, $template:expr) => {{
        static ENTRY: Entry = Entry::new(400, "a|b").with_type("m::E", "E").with_docs($description);
        static CATALOG: Catalog = Catalog::new("E", &[CatalogItem::Entry(&ENTRY)]);
        static BOOK: Book = Book::new("Cells", &[&CATALOG]);
        let markdown = Table::new().column(("H", $template)).markdown(&BOOK).unwrap();
        assert_eq!(markdown.lines().count(), 3, "{markdown}");
        let row = markdown.lines().last().unwrap();
        row.strip_prefix("| ").unwrap().strip_suffix(" |").unwrap().to_owned()
    }};
    ($description:expr) => {
        cell!($description, "{{ description }}")
    };
}

#[test]
fn pipes() {
    assert_eq!(cell!("a | b || c"), r"a \| b \|\| c");
    assert_eq!(cell!("`a | b` | c"), r"`a \| b` \| c");
    assert_eq!(cell!("", "`{{ code }}`"), r"`a\|b`");
}

#[test]
fn backslashes() {
    assert_eq!(cell!(r"C:\temp \| \n end\"), r"C:\temp \| \n end\\");
    assert_eq!(cell!(r"`\d+` and ``a\`b`` and \"), r"`\d+` and ``a\`b`` and \\");
    assert_eq!(cell!(r"an open ` and \"), r"an open \` and \\");
}

#[test]
fn line_breaks() {
    assert_eq!(cell!("one paragraph\nin two lines"), "one paragraph in two lines");
    assert_eq!(cell!("one\n\ntwo"), "one<br><br>two");
    assert_eq!(cell!("one\r\n\r\ntwo"), "one<br><br>two");
    assert_eq!(cell!("hard  \nbreak"), "hard<br>break");
    assert_eq!(cell!("hard\\\nbreak"), "hard<br>break");
    assert_eq!(
        cell!("list:\n- a\n- b | c\n1. d"),
        r"list:<ul><li>a</li><li>b \| c</li></ul><ol><li>d</li></ol>"
    );
    assert_eq!(cell!("[a link\n](/u) `x`"), "[a link ](/u) `x`");
    assert_eq!(cell!("- a\n  - b\n- c"), "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>");
    assert_eq!(cell!("A:\n\n* one\n\n* two"), "A:<ul><li>one</li><li>two</li></ul>");
    assert_eq!(cell!("1. one\n\n   more\n\n2. two"), "<ol><li>one<br><br>more</li><li>two</li></ol>");
    assert_eq!(cell!("- one\n  > two\n- three"), "<ul><li>one<br><br>two</li><li>three</li></ul>");
    assert_eq!(cell!("a `span over\ntwo lines`"), "a `span over two lines`");
    assert_eq!(cell!("lone \r return"), "lone return");
}

#[test]
fn the_author_is_not_escaped() {
    assert_eq!(cell!("x", r"a \| <b>{{ description }}</b> \\"), r"a \| <b>x</b> \\");
    assert_eq!(cell!("x", "two\nlines {{ description }}\n"), "two lines x");
    // A fence is one of a code span.
    assert_eq!(cell!("x\ny", "```json\n{{ description | string }}\n```"), "<code>json x<br>y </code>");
    assert_eq!(cell!(r"x \| y", "{{ description | safe }}"), r"x \| y");
}

#[test]
fn filters_are_escaped_too() {
    assert_eq!(cell!("x | y", "{{ description | upper }} {{ description | length }}"), r"X \| Y 5");
    assert_eq!(cell!("x", "{{ description ~ '|' }}"), r"x\|");
}
