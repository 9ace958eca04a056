//! What a text begins and ends with is read as text, also where a reader takes characters off the ends of lines.

use errbook_docgen::{Block, Format, List, Page, Table};

use crate::readers::comrak;
use crate::readers::texts::book;

fn page(format: Format, template: &str, text: &str) -> String {
    Page::new("page", template).render(format, &book([[text, "", ""]])).unwrap()
}

fn text(format: Format, text: &str) -> String {
    page(format, "{{ errors[0].meta.x }}", text)
}

/// JavaScript, Python and docutils take all spaces of Unicode off.
#[test]
fn spaces() {
    for (space, reference) in [('\u{a0}', "&#160;"), ('\u{3000}', "&#12288;")] {
        for (written, escaped, rst) in [
            (format!("{space}x"), format!("{reference}x"), format!("\\ {space}x")),
            (format!("x{space}"), format!("x{reference}"), format!("x{space}\\")),
        ] {
            for format in [Format::Markdown, Format::Mdx, Format::Html, Format::AsciiDoc] {
                assert_eq!(text(format, &written), written, "{format}");
            }
            for format in [Format::VitePress, Format::MkDocs] {
                assert_eq!(text(format, &written), escaped, "{format}");
            }
            assert_eq!(text(Format::ReStructuredText, &written), rst);
            let code = page(Format::MkDocs, "{{ errors[0].meta.x | code }}", &written);
            assert_eq!(code, format!("<code>{escaped}</code>"));
        }
        let inside = format!("x{space}y");
        assert_eq!(text(Format::VitePress, &inside), inside);
        assert_eq!(text(Format::ReStructuredText, &inside), inside);
    }
}

/// A page that begins with U+FEFF has none, and beside signs of emphasis it is a space to JavaScript.
#[test]
fn byte_order_marks() {
    assert_eq!(text(Format::AsciiDoc, "\u{feff}x"), "&#65279;x");
    assert_eq!(text(Format::ReStructuredText, "\u{feff}x"), "\\\u{feff}x");
    let table = Table::new().column(("H", "**{{ meta.x }}**"));
    let table = table.render(Format::Mdx, &book([["\u{feff}x", "", ""]])).unwrap();
    assert!(table.contains("| **&#65279;x** |"), "{table}");
}

/// Three dots at the start of a page end its metadata, or begin with them.
#[test]
fn signs_behind_line_breaks() {
    assert_eq!(text(Format::Markdown, "_a\n_ b"), "_a<br>\\_ b");
    assert_eq!(text(Format::Mdx, "~a\n\n~ b"), "~a<br /><br />\\~ b");
    // The author's line break is one.
    assert_eq!(page(Format::Markdown, "a\n{{ errors[0].meta.x }}", "_b"), "a\n_b");
}

#[test]
fn dots() {
    assert_eq!(text(Format::MkDocs, "...and so on"), "\\...and so on");
    assert_eq!(text(Format::MkDocs, "wait..."), "wait...");
    assert_eq!(text(Format::Markdown, "..."), "...");
}

/// Escaped, two backslashes are four: a rule, or the line under a title.
#[test]
fn backslashes() {
    assert_eq!(text(Format::ReStructuredText, r"\\"), r"\ \\\\");
    assert_eq!(text(Format::ReStructuredText, r"\"), r"\\");
    assert_eq!(text(Format::ReStructuredText, r"\\a"), r"\\\\a");
}

/// In a title, signs at the end that are those in front are none of it.
#[test]
fn titles_of_asciidoc() {
    assert_eq!(page(Format::AsciiDoc, "== {{ errors[0].meta.x }}", "a =="), "== a &#61;&#61;");
    assert_eq!(page(Format::AsciiDoc, "= {{ errors[0].meta.x }}\n", "x ="), "= x &#61;\n");
    assert_eq!(page(Format::AsciiDoc, "{{ errors[0].meta.x }}", "a = b"), "a = b");
    assert_eq!(page(Format::AsciiDoc, "== {{ errors[0].meta.x }} is it", "a =="), "== a &#61;&#61; is it");
}

/// A line break that is an element is one as any other.
#[test]
fn breaks_of_asciidoc() {
    let render = |docs| {
        let page = Page::new("page", "{{ errors[0].description }}");
        page.render(Format::AsciiDoc, &book([["", "", docs]])).unwrap()
    };
    assert_eq!(render("<br>the text"), "{empty} +\nthe text");
    assert_eq!(render("the<br/>text"), "the +\ntext");
}

fn docs(format: Format, docs: &str) -> String {
    let page = Page::new("page", "{{ errors[0].description }}");
    page.render(format, &book([["", "", docs]])).unwrap()
}

/// Control characters and no-break spaces are not spaces of Markdown.
#[test]
fn spaces_around_definitions() {
    for character in ["\u{b}", "\u{c}", "\u{85}"] {
        let shown = docs(Format::Html, &format!("{character}\n\n[a]: /u\n"));
        assert!(!shown.is_empty(), "{character:?}");
    }
    assert_eq!(docs(Format::Html, "\n\n[a]: /u\n\n```[a]"), "<pre><code></code></pre>");
    let shown = docs(Format::Html, "a[^1]\n\n[^1]: b\u{a0}\n\n# Solution\n\nc");
    assert!(shown.contains("b\u{a0}"), "{shown}");
}

/// Behind a list in an item, a block would be text, unless the list is one of its own.
#[test]
fn blocks_behind_lists_of_asciidoc() {
    assert_eq!(docs(Format::AsciiDoc, "- a\n  - b\n\n  c"), "* a\n+\n[none]\n=====\n* b\n=====\n+\nc");
    assert_eq!(
        docs(Format::AsciiDoc, "- a\n  - b\n\n  c\n\n  d"),
        "* a\n+\n[none]\n=====\n* b\n=====\n+\nc\n+\nd"
    );
    let list = List::definitions("{{ meta.x }}", "{{ description }}");
    let list = list.render(Format::AsciiDoc, &book([["t", "", "a\n\n1. b\n\nc\n\nd"]])).unwrap();
    assert_eq!(list, "t:: a\n+\n[none]\n====\n. b\n====\n+\nc\n+\nd\n");
}

/// Signs are read beside text only, and an address would go on with what stands for a sign.
#[test]
fn ends_of_asciidoc() {
    assert_eq!(docs(Format::AsciiDoc, "**a<br>** b"), "*a* +\nb");
    let struck = docs(Format::AsciiDoc, "~~https://a.b/c~~");
    assert_eq!(struck, "&#126;&#126;https&#58;&#47;&#47;a.b/c&#126;&#126;");
}

/// Python-Markdown reads no block behind a marker, ends a block in an item by an empty line, and takes lists in a row for one.
#[test]
fn lists_of_mkdocs() {
    for (written, expected) in [
        ("- a\n- b", "-   a\n-   b"),
        ("- a\n  - b\n- c", "-   a\n    -   b\n-   c"),
        ("- - a\n  - b", "-   <!-- -->\n\n    -   a\n    -   b"),
        ("1. ```sh\n   a\n   ```\n2. b", "1.  <!-- -->\n\n    ```sh\n    a\n    ```\n\n2.  b"),
        ("- a\n  - b\n    > c\n- d", "-   a\n    -   b\n\n        > c\n\n-   d"),
        ("- a\n\n1. b", "-   a\n\n<!-- -->\n\n1.  b"),
        ("- a\n\n* b", "-   a\n\n<!-- -->\n\n-   b"),
    ] {
        assert_eq!(docs(Format::MkDocs, written), expected);
    }
    assert_eq!(docs(Format::Markdown, "1. ```sh\n   a\n   ```\n2. b"), "1. ```sh\n   a\n   ```\n2. b");
}

/// To readers that link bare email addresses, `_` is a letter of one.
#[test]
fn emphasis_of_email_addresses() {
    for (docs, written, is_emphasized) in [
        ("*user@x.io* wrote", "*user@x.io* wrote", true),
        ("_write to user@x.io_", "*write to user@x.io*", true),
        ("_no address_", "_no address_", true),
        ("user_name@x.io", "user_name@x.io", false),
    ] {
        let page = Page::new("page", "{{ errors[0].description }}");
        let page = page.render(Format::Markdown, &book([["", "", docs]])).unwrap();
        assert_eq!(page.trim_end(), written);
        assert_eq!(comrak::outline(&page).contains("em"), is_emphasized, "{}", comrak::outline(&page));
    }
}

/// Brackets in what looks like an address would end the link around it.
#[test]
fn brackets_in_addresses() {
    assert_eq!(text(Format::Mdx, "see www.[x] or [y]"), r"see www\.\[x\] or [y]");
    assert_eq!(text(Format::Markdown, "https://a.io/[x]"), r"https\://a.io/\[x\]");
}

fn cell(format: Format, template: &str, values: [&str; 3]) -> String {
    Table::new().column(("H", template)).render(format, &book([values])).unwrap()
}

/// In a cell, bars would be those of the table around it.
#[test]
fn tables_in_cells_of_asciidoc() {
    let table = "| a | b |\n| - | - |\n| `c` | d\\|e |";
    let written = cell(Format::AsciiDoc, "{{ description }}", ["", "", table]);
    assert!(written.contains("\na|a b +\n`c` d&#124;e\n|==="), "{written}");
}

/// An image without an address is written as its text.
#[test]
fn images_without_an_address() {
    for (format, end) in [
        (Format::ReStructuredText, "   * - chart\n"),
        (Format::AsciiDoc, "\n|chart\n|===\n"),
        (Format::Html, "<td>chart</td></tr>\n</tbody>\n</table>\n"),
    ] {
        let written = cell(format, "![{{ meta.x }}]({{ meta.y }})", ["chart", "", ""]);
        assert!(written.ends_with(end), "{format}: {written}");
    }
}

/// Asciidoctor takes one backslash off a line that would be a directive without it.
#[test]
fn directives_in_code() {
    let page = Page::new("page", "{{ errors[0].description }}\n");
    for (code, written) in [
        ("include::a[]", "----\n\\include::a[]\n----\n"),
        ("\\include::a[]", "[listing,indent=0]\n----\n \\include::a[]\n----\n"),
        ("x\n\\endif::[]", "[listing,indent=0]\n----\n x\n \\endif::[]\n----\n"),
        ("\\include", "----\n\\include\n----\n"),
    ] {
        let book = book([["", "", format!("```\n{code}\n```").as_str()]]);
        assert_eq!(page.render(Format::AsciiDoc, &book).unwrap(), written);
    }
}
