//! Footnotes of one name in several doc comments are several footnotes, each with its own text.

use errbook_docgen::{Block, Format, Page, Sections, Table};

use crate::readers::process::Process;
use crate::readers::texts::book;

const FIRST: &str = "One[^1].\n\n[^1]: of one";
const SECOND: &str = "Two[^1], *again[^1]*.\n\n[^1]: of two";

#[test]
fn in_sections() {
    let sections = Sections::new().heading("{{ meta.x }}").anchors(false).example(None);
    let page =
        sections.render(Format::Markdown, &book([["a", "", FIRST], ["b", "", SECOND], ["c", "", FIRST]]));
    assert_eq!(
        page.unwrap(),
        "## a\n\nOne[^1].\n\n[^1]: of one\n\n## b\n\nTwo[^1-2], _again[^1-2]_.\n\n[^1-2]: of two\n\n## c\n\nOne[^1-3].\n\n[^1-3]: of one\n"
    );
}

#[test]
fn beside_those_of_the_author() {
    let page = "Mine[^1].\n\n{{ errors[0].description }}\n\n{{ errors[1].description }}\n\n[^1]: mine\n";
    let page = Page::new("page", page)
        .render(Format::Mdx, &book([["", "", FIRST], ["", "", "- Two[^1].\n\n[^1]: of two"]]));
    assert_eq!(
        page.unwrap(),
        "Mine[^1].\n\nOne[^1-2].\n\n[^1-2]: of one\n\n- Two[^1-3].\n\n[^1-3]: of two\n\n[^1]: mine\n"
    );
}

/// A footnote is one wherever its text is.
#[test]
fn in_items_and_quotations() {
    let page = Page::new("page", "{{ errors[0].description }}\n\n{{ errors[1].description }}");
    for (written, second) in [
        ("- One[^a].\n\n  [^a]: of one", "- One[^a-2].\n\n  [^a-2]: of one"),
        ("> One[^a].\n>\n> [^a]: of one", "> One[^a-2].\n>\n> [^a-2]: of one"),
    ] {
        let page = page.render(Format::Markdown, &book([["", "", written], ["", "", written]])).unwrap();
        assert_eq!(page, format!("{written}\n\n{second}"));
    }
}

/// Where there is no room for a footnote, its text is behind the rest.
#[test]
fn in_cells_and_other_formats() {
    let book = book([["", "", FIRST]]);
    let table = Table::new().column(("H", "{{ description }}"));
    let render = |format| table.render(format, &book).unwrap();
    assert!(render(Format::Html).contains("One<sup>1</sup>."), "{}", render(Format::Html));
    assert!(render(Format::Csv).contains("One[1].\n\n[1] of one"), "{}", render(Format::Csv));
    let markdown = render(Format::Markdown);
    assert!(markdown.contains("[1] of one") && markdown.lines().count() == 3, "{markdown}");
}

/// To Python-Markdown, a footnote in an item has one paragraph.
#[test]
fn in_items_of_mkdocs() {
    let Some(mut reader) = Process::mkdocs() else { return };
    let note = "One[^a].\n\n[^a]: of one\n\n    ```\n    x | *y*\n    ```\n\n    - z";
    let [item, quote] = ["  ", "> "].map(|indent| note.replace('\n', &format!("\n{indent}")));
    let docs = [format!("- {item}\n- b"), format!("> {quote}"), note.to_owned()];
    for place in ["X\n\nend", "- X\n- b\n", "> X\n"] {
        let page = Page::new("page", place.replace('X', "{{ errors[0].description }}"));
        for docs in &docs {
            let page = page.render(Format::MkDocs, &book([["", "", docs]])).unwrap();
            let html = reader.read(&page).unwrap();
            let (text, notes) = html.split_once("class=\"footnote\"").unwrap_or_default();
            assert!(
                !text.contains('y') && notes.contains("x | *y*") && notes.contains("<li>z</li>"),
                "{page}\n{html}"
            );
        }
    }
}

/// A section has those footnotes of the whole that it refers to, and one may be inside of another.
#[test]
fn in_sections_of_a_doc_comment() {
    let docs = "One[^a], two.\n\n# Cause\nIt[^b] is.\n\n[^a]: of one\n\n    [^c]: inside\n\n[^b]: of it[^a]\n[^d]: of none\n";
    let sections = Sections::new().heading("E").anchors(false).example(None);
    let page = sections.render(Format::Html, &book([["", "", docs]])).unwrap();
    assert_eq!(page.matches("of one").count(), 2, "{page}");
    assert!(page.contains("It<sup>b</sup> is.") && page.contains("[b] of it<sup>a"), "{page}");
    assert!(!page.contains("of none"), "{page}");
}

/// Two sections may define a footnote of one name: each has its own.
#[test]
fn of_one_name_in_two_sections() {
    let docs = "One[^a] [x].\n\n[^a]: of one\n\n[x]: /x\n\n# Cause\nIt[^a] [x] is.\n\n[^a]: of it\n";
    let sections = Sections::new().heading("E").anchors(false).example(None);
    let page = sections.render(Format::Markdown, &book([["", "", docs]])).unwrap();
    let expected =
        "## E\n\nOne[^a] [x](/x).\n\n[^a]: of one\n\n### Cause\n\nIt[^a-2] [x](/x) is.\n\n[^a-2]: of it\n";
    assert_eq!(page, expected);
}

/// What is defined between two blocks separates them also where a part is cut out of its doc comment.
#[test]
fn definitions_separate_blocks() {
    let sections = Sections::new().heading("E").anchors(false).example(None);
    for (docs, expected) in [
        ("1. |\n\n[a]: /u\n\n    1) \n\n# Other\nB", "<ol>\n<li>|</li>\n</ol>\n\n<pre><code>1)</code></pre>"),
        ("A\n\n# Cause\n- one [a]\n\n[a]: /u\n\n- two", "</ul>\n\n<ul>\n<li>two</li>\n</ul>"),
        (
            "- one\n\n[a]: /u\n[b]: /v\n\n+ [a]\n\n# Cause\n[a] [b]",
            "</ul>\n\n<ul>\n<li><a href=\"/u\">a</a></li>",
        ),
    ] {
        let page = sections.render(Format::Html, &book([["", "", docs]])).unwrap();
        assert!(page.contains(expected), "{docs:?}: {page}");
    }
}
