//! HTML in doc comments: what is harmless and closed stays, comments are omitted, everything else is text; links run no script.

use errbook_docgen::{Block, Format, List, Page, Sections, Table};

use crate::readers::mdx;
use crate::readers::texts::{WITH_PROSE, book};

fn cell(format: Format, description: &str) -> String {
    let table =
        Table::new().column(("H", "{{ description }}")).render(format, &book([["", "", description]]));
    let table = table.unwrap();
    let row = match format {
        Format::Html => table.split("<td>").nth(1).unwrap().split("</td>").next().unwrap(),
        _ => table.lines().nth(2).unwrap().trim_matches(['|', ' ']),
    };
    row.to_owned()
}

#[test]
fn elements_stay() {
    for (written, html, mdx) in [
        ("Wait.<br>Retry.", "Wait.<br>Retry.", "Wait.<br />Retry."),
        ("Wait.<br/>Retry.", "Wait.<br/>Retry.", "Wait.<br/>Retry."),
        ("<a href=\"/x\">x</a>", "<a href=\"/x\">x</a>", "<a href=\"/x\">x</a>"),
        (
            "<code>a</code> or <kbd>b</kbd>",
            "<code>a</code> or <kbd>b</kbd>",
            "<code>a</code> or <kbd>b</kbd>",
        ),
        ("ORDER_<wbr>GONE", "ORDER_<wbr>GONE", "ORDER\\_<wbr />GONE"),
        ("<ul><li>a</li><li>b</li></ul>", "<ul><li>a</li><li>b</li></ul>", "<ul><li>a</li><li>b</li></ul>"),
    ] {
        assert_eq!(cell(Format::Html, written), html);
        assert_eq!(cell(Format::Mdx, written), mdx);
        assert_eq!(cell(Format::Markdown, written).replace('\\', ""), html);
    }
}

/// A format without elements has a space between the words of two of them.
#[test]
fn elements_are_apart() {
    for (written, text) in [
        ("Any of <ul><li>a</li><li>b</li></ul> or <b>c</b>d", "Any of a b or cd"),
        ("<dl><dt>a</dt><dd>b</dd></dl>", "a b"),
        ("a<br>b <p>c</p><p>d</p>", "a\nb c d"),
    ] {
        let table = Table::new().column(("H", "{{ description }}"));
        let render = |format| table.render(format, &book([["", "", written]])).unwrap();
        assert_eq!(render(Format::Csv), format!("H\n{text}\n").replace("a\nb c d", "\"a\nb c d\""));
        assert!(render(Format::AsciiDoc).contains(&format!("|{}\n", text.replace('\n', " +\n"))));
        let lines = text.replace("a\n", "| a\n       | ");
        assert!(render(Format::ReStructuredText).ends_with(&format!("* - {lines}\n")));
    }
}

#[test]
fn other_html_is_text() {
    for (written, text) in [
        ("a <b> c", "a &lt;b&gt; c"),
        ("a </b> c", "a &lt;/b&gt; c"),
        ("**a <b>** c</b>", "<strong>a &lt;b&gt;</strong> c&lt;/b&gt;"),
        ("<img src=x onerror=\"f()\">", "&lt;img src=x onerror=&quot;f()&quot;&gt;"),
        ("<b onclick=\"f()\">c</b>", "&lt;b onclick=&quot;f()&quot;&gt;c&lt;/b&gt;"),
        ("<script>f()</script>", "&lt;script&gt;f()&lt;/script&gt;"),
        ("<a href=\"javascript:f()\">x</a>", "&lt;a href=&quot;javascript:f()&quot;&gt;x&lt;/a&gt;"),
    ] {
        assert_eq!(cell(Format::Html, written), text);
        for format in [Format::Markdown, Format::Mdx, Format::VitePress, Format::MkDocs] {
            let cell = cell(format, written).replace("\\<", "");
            assert!(
                !cell.contains("<b") && !cell.contains("<img") && !cell.contains("<script"),
                "{format}: {cell}"
            );
        }
    }
}

#[test]
fn comments_are_omitted() {
    for written in [
        "The store is behind.\n\n<!-- TODO(internal): ask billing -->",
        "<!--\nReplica 4 lags, see INC-4711.\n-->\n\nThe store is behind.",
        "The store <!-- replica 4 --> is behind.",
        "- The store\n\n  <!-- internal -->\n\n  is behind.",
        "The store is behind.\n\n<!-- not closed, internal",
    ] {
        for format in WITH_PROSE.into_iter().chain([Format::Csv]) {
            let book = book([["", "", written]]);
            let table = Table::new().column(("H", "{{ description }}")).render(format, &book).unwrap();
            let list = List::bullets("{{ description }}").render(format, &book).unwrap();
            let page = Page::new("page", "{{ errors[0].description }}").render(format, &book).unwrap();
            for page in [table, list, page] {
                assert!(page.contains("store") && page.contains("behind."), "{format}: {page}");
                let is_delimiter = |line: &&str| line.starts_with("| -");
                let text: String = page.lines().filter(|line| !is_delimiter(line)).collect();
                // Python-Markdown reads an item that begins with a list only behind something else.
                let text = text.replace("<!-- -->", "");
                for part in ["internal", "INC-4711", "replica 4", "--", "<!"] {
                    assert!(!text.contains(part), "{format}: {page}");
                }
            }
        }
    }
}

#[test]
fn links_run_no_script() {
    for (written, text) in [
        ("[x](javascript:alert(1))", "x"),
        ("[x](JavaScript:alert)", "x"),
        ("[x](  vbscript:a )", "x"),
        ("![x](data:text/html;base64,PHNjcmlwdD4=)", "x"),
        ("[x][1]\n\n[1]: java&#115;cript:a", "x"),
        ("<javascript:alert>", "javascript:alert"),
    ] {
        for format in
            [Format::Markdown, Format::Mdx, Format::AsciiDoc, Format::Html, Format::ReStructuredText]
        {
            let page =
                Page::new("page", "{{ errors[0].description }}").render(format, &book([["", "", written]]));
            let page = page.unwrap();
            let page = page.trim_start_matches("<p>").trim_end_matches("</p>");
            assert_eq!(page.replace(['\\', '\n'], "").replace("&#58;", ":"), text, "{format}: {written}");
        }
    }
    let table = Table::new().column(("H", "[x]({{ meta.x }})"));
    let render = |format, address| table.render(format, &book([[address, "", ""]])).unwrap();
    assert!(render(Format::Html, "javascript:f()").contains("<td>x</td>"));
    assert!(!render(Format::Markdown, "javascript:f()").contains("javascript:"));
    assert!(render(Format::Html, "https://a.b/c:d").contains("<td><a href=\"https://a.b/c:d\">x</a></td>"));
    assert!(render(Format::Html, "/data:x").contains("href=\"/data:x\""));
}

/// References to characters are part of an address, and each format writes the addresses in an author's markup.
#[test]
fn hidden_scripts_do_not_run() {
    for address in [
        "java&#10;script:a",
        "&#x6A;avascript:a",
        "javas&Tab;cript:a",
        "javascript&colon;a",
        "&#106avascript:a",
    ] {
        let cell = cell(Format::Html, &format!("<a href=\"{address}\">x</a> <a href=\"/a?b&amp;c\">y</a>"));
        assert!(cell.starts_with("&lt;a ") && cell.ends_with("<a href=\"/a?b&amp;c\">y</a>"), "{cell}");
    }
    let column = |template: &str, format| {
        let table = Table::new().column(("H", template));
        table.render(format, &book([["JavaScript:a", "", ""]])).unwrap()
    };
    let page = |template: &str, format| {
        Page::new("page", template).render(format, &book([["data:text/html,a", "", ""]])).unwrap()
    };
    for format in [Format::Html, Format::Markdown, Format::Mdx] {
        assert!(!column("<a href=\"{{ meta.x }}\">x</a>", format).contains("Script:a"), "{format}");
    }
    let x = "{{ errors[0].meta.x }}";
    let url = "{{ errors[0].meta.x | url }}";
    assert_eq!(
        page(&format!("<img src='{x}' title='{x}'>"), Format::VitePress),
        "<img src='#' title='data:text/html,a'>"
    );
    assert_eq!(page(&format!("<a href=\"{url}\">x</a>"), Format::Html), "<a href=\"#\">x</a>");
    assert_eq!(page(&format!("link:{url}[x]"), Format::AsciiDoc), "link:%23[x]");
    assert_eq!(page(&format!("`x <{url}>`__"), Format::ReStructuredText), "`x <#>`__");
    assert_eq!(page(x, Format::ReStructuredText), "data\\:text/html,a");
}

/// A space that HTML does not collapse stays at the beginning of a line of HTML.
#[test]
fn other_spaces_stay() {
    for space in ['\u{a0}', '\u{3000}'] {
        let written = format!("<p>a\n  {space}b</p>");
        let page = Page::new("page", "{{ errors[0].description }}");
        let render = |format| page.render(format, &book([["", "", &written]])).unwrap();
        assert_eq!(render(Format::Html), format!("<p>a\n{space}b</p>"));
        assert_eq!(render(Format::Markdown), format!("<p>a\n{space}b</p>"));
    }
}

/// What no reader takes for markup is not escaped.
#[test]
fn nothing_is_escaped_in_vain() {
    for text in [
        "price * qty",
        "~5 min",
        "[A, B]",
        "no _x field",
        "snake_case",
        "C#",
        "a - b",
        "1.5 > 1",
        "see [limits][]",
        "a (b) [c] \"d\" 'e'",
        "50 % & more",
        "R&D",
    ] {
        assert_eq!(cell(Format::Markdown, text), text);
        let page = Page::new("page", "{{ errors[0].description }}")
            .render(Format::Markdown, &book([["", "", text]]));
        assert_eq!(page.unwrap(), text);
    }
    let table = Table::new().column(("H", "{{ meta.x }}"));
    for text in ["price * qty", "~5 min", "[A, B]", "no _x field", "{id}", "auth:key:expired"] {
        let table = table.markdown(&book([[text, "", ""]])).unwrap();
        assert!(table.contains(&format!("| {text}")), "{table}");
    }
}

/// Components stay where the format says so, if they are closed and run nothing; elsewhere they are text.
#[test]
fn components() {
    let page = |format, description: &str| {
        let page = Page::new("page", "{{ errors[0].description }}");
        page.render(format, &book([["", "", description]])).unwrap()
    };
    for (written, mdx) in [
        ("see <Tip kind=\"a\">b *c*</Tip>", "see <Tip kind=\"a\">b _c_</Tip>"),
        ("a <Icon name='x' big /> b", "a <Icon name='x' big /> b"),
        ("<Tip>\n\nWait for `x`.\n\n</Tip>", "<Tip>\n\nWait for `x`.\n\n</Tip>"),
        ("<Tip>\n<Deep>\n\n- a\n\n</Deep>\n</Tip>", "<Tip>\n<Deep>\n\n- a\n\n</Deep>\n</Tip>"),
        ("<details>\n\nb\n\n</details>", "<details>\n\nb\n\n</details>"),
        ("a Vec<T> or <Tip>b</tip>", "a Vec\\<T> or \\<Tip>b\\</tip>"),
        ("a <Tip kind={f()}>b</Tip>", "a \\<Tip kind=\\{f()\\}>b\\</Tip>"),
        ("a <Link href=\"javascript:f()\">b</Link>", "a \\<Link href=\"javascript:f()\">b\\</Link>"),
    ] {
        assert_eq!(page(Format::MdxComponents, written), mdx);
        assert!(mdx::outline(mdx).is_ok(), "{mdx}");
        assert!(!page(Format::Mdx, written).replace("\\<", "").contains("<Tip"), "{written}");
    }
    assert_eq!(page(Format::Html, "a <Tip>b</Tip>"), "<p>a &lt;Tip&gt;b&lt;/Tip&gt;</p>");
    let book = book([["", "", "a <Tip>b</Tip>"]]);
    let sections = Sections::new().example(None).render(Format::MdxComponents, &book).unwrap();
    assert!(sections.ends_with("\n\na <Tip>b</Tip>\n"), "{sections}");
}

/// What is nested deeper than the tree is stays, on the level above it.
#[test]
fn nothing_is_too_deep() {
    for depth in [30, 31, 32, 33, 5_000] {
        for part in ["> ", "- ", "1. ", "- > "] {
            let page = Page::new("page", "{{ errors[0].description }}");
            let written = part.repeat(depth) + "the *deepest*";
            for format in WITH_PROSE {
                let page = page.render(format, &book([["", "", &written]])).unwrap();
                assert!(
                    page.contains("the ") && page.contains("deepest"),
                    "{format}, {depth} {part:?}: {page}"
                );
            }
        }
    }
}

/// A heading without text is none: signs of emphasis around nothing would be text.
#[test]
fn empty_headings_are_omitted() {
    let page = Page::new("page", "{{ errors[0].description }}");
    for written in ["#\nthe text", "##  ##\n\nthe text", "the text\n\n### <!-- later -->"] {
        for format in WITH_PROSE {
            let page = page.render(format, &book([["", "", written]])).unwrap();
            assert_eq!(
                page.trim_start_matches("<p>").trim_end_matches("</p>"),
                "the text",
                "{format}: {written:?}"
            );
        }
    }
}

/// A list in a cell keeps its levels.
#[test]
fn lists_in_cells() {
    let written = "1. a\n   - c\n   - d\n2. b";
    let html = "<ol><li>a<ul><li>c</li><li>d</li></ul></li><li>b</li></ol>";
    assert_eq!(cell(Format::Markdown, written), html);
    assert_eq!(cell(Format::Mdx, written), html);
    assert_eq!(cell(Format::Html, written).replace('\n', ""), html);
    let book = book([["", "", written]]);
    let table = |format| Table::new().column(("H", "{{ description }}")).render(format, &book).unwrap();
    assert!(
        table(Format::AsciiDoc).contains("a|. a\n** c\n") || table(Format::AsciiDoc).contains("a|. a\n* c\n")
    );
    assert!(table(Format::ReStructuredText).contains("* - 1. a\n"), "{}", table(Format::ReStructuredText));
}

/// The address of a link is that of the error, and the anchor of its section is its code.
#[test]
fn anchors() {
    let sections =
        |format| Sections::new().example(None).render(format, &book([["", "", "a"], ["", "", "b"]])).unwrap();
    for (format, first) in [
        (Format::Markdown, "## <a id=\"E\"></a>400 E\n"),
        (Format::Mdx, "## <a id=\"E\"></a>400 E\n"),
        (Format::VitePress, "## 400 E {#E}\n"),
        (Format::MkDocs, "## 400 E {#E}\n"),
        (Format::Html, "<h2 id=\"E\">400 E</h2>\n"),
        (Format::AsciiDoc, "[#E]\n== 400 E\n"),
        (Format::ReStructuredText, ".. _E:\n\n400 E\n-----\n"),
    ] {
        let page = sections(format);
        assert!(page.starts_with(first), "{format}: {page}");
        // An anchor is unique.
        assert_eq!(page.matches(first.lines().next().unwrap()).count(), 1, "{format}: {page}");
    }
    let without =
        Sections::new().example(None).anchors(false).render(Format::Html, &book([["", "", "a"]])).unwrap();
    assert!(without.starts_with("<h2>400 E</h2>\n"));
}
