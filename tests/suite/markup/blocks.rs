//! Blocks of doc comments that readers of some formats would not take for what they are, as these readers show them.

use errbook_docgen::{Block, Format, List, Page};

use crate::readers::mdx;
use crate::readers::process::Process;
use crate::readers::texts::book;
use crate::readers::visible;

fn page(format: Format, description: &str) -> String {
    let page = Page::new("page", "{{ errors[0].description }}\n");
    page.render(format, &book([["", "", description]])).unwrap()
}

/// The texts of paragraphs, items and cells, as a reader shows what a doc comment became.
#[track_caller]
fn shows(reader: Option<Process>, format: Format, description: &str, texts: &[&str]) {
    let Some(mut reader) = reader else { return };
    let page = page(format, description);
    let html = reader.read(&page).unwrap_or_else(|error| panic!("{page}\n{error}"));
    let shown: Vec<_> = visible::places(&html).into_iter().map(|(_, text)| text).collect();
    assert_eq!(shown, texts, "{page}\n{html}");
}

const DETAILS: &str =
    "<details>\n<summary>Limits of 1_000</summary>\n\nAt *most* ten.\n\n- a\n\n</details>\n\nThe end";
const TEXT_BESIDE_TAG: &str = "<div>\n1. no `item` <b>here</b>\n\nA *word*\n\n</div>\nbehind";

/// Elements around other blocks stay elements, and what is between their tags stays Markdown.
#[test]
fn tags_around_blocks() {
    let mdx = "<div>\n1\\. no \\`item\\` <b>here</b>\n\nA _word_\n\n</div>\nbehind\n";
    assert_eq!(page(Format::Mdx, TEXT_BESIDE_TAG), mdx);
    assert_eq!(page(Format::Mdx, DETAILS), DETAILS.replace("*most*", "_most_") + "\n");
    let mkdocs = page(Format::MkDocs, DETAILS);
    assert!(mkdocs.starts_with("<details markdown=\"1\">\n<summary>Limits of 1"), "{mkdocs}");
    assert_eq!(page(Format::AsciiDoc, "<div>\n the text\n</div>"), "the text\n");
    assert_eq!(page(Format::AsciiDoc, "<b> bold</b> text"), "bold text\n");
}

#[test]
fn tags_around_blocks_in_readers() {
    let texts = ["At most ten.", "a", "The end"];
    shows(Process::mdx(), Format::Mdx, DETAILS, &texts);
    shows(Process::mkdocs(), Format::MkDocs, DETAILS, &texts);
    shows(Process::vitepress(), Format::VitePress, DETAILS, &texts);
    shows(Process::mdx(), Format::Mdx, TEXT_BESIDE_TAG, &["1. no `item` here", "A word", "behind"]);
}

/// HTML whose first tag is text is read as Markdown.
#[test]
fn html_that_is_text() {
    for (description, written) in [
        ("<b>\n1. [a::b] ", "\\<b>\n1\\. [a::b]\n"),
        ("<b>\n2) *c* <i>d</i>", "\\<b>\n2\\) \\*c\\* <i>d</i>\n"),
    ] {
        assert_eq!(page(Format::Markdown, description), written);
    }
}

/// To MDX, a line of a paragraph that has only tags is a block.
#[test]
fn lines_of_tags() {
    for (description, written) in
        [("<br><b>\n|</b>", "<br /><b> |</b>\n"), ("a <i>b\n<b>\n= c</b></i>", "a <i>b <b> = c</b></i>\n")]
    {
        let page = page(Format::Mdx, description);
        assert_eq!(page, written);
        assert!(mdx::outline(&page).is_ok(), "{page}");
    }
}

/// An item without text is one, and not the line under a heading.
#[test]
fn empty_items() {
    for (description, texts) in
        [("- a\n-\n- b", &["a", "", "b"][..]), ("1.\n2. x", &["", "x"]), ("- a\n\n  -", &["a", ""])]
    {
        shows(Process::mkdocs(), Format::MkDocs, description, texts);
    }
}

/// An item is none of the list in the one above, whatever follows an empty line there.
#[test]
fn items_behind_lists_in_items() {
    let Some(mut reader) = Process::mkdocs() else { return };
    let book = book([["a", "", "x\n\n- one\n- two"], ["b", "", ""]]);
    let item = List::bullets("{{ meta.x }}{{ description }}");
    let raw = item.render(Format::MkDocs, &book).unwrap().replace("ax\n", "a\n");
    let deep =
        page(Format::MkDocs, "1. - a\n     - one\n\n     - two\n   - b\n2. c").replacen("<!-- -->", "x", 1);
    for (page, shown) in [
        (page(Format::MkDocs, "- a\n  - one\n\n  - two\n- b"), ITEMS.to_owned()),
        (
            page(Format::MkDocs, "- a\n  1. one\n  - two\n- b"),
            ITEMS.replace("<ul><li>one</li>", "<ol><li>one</li></ol><!----><ul>"),
        ),
        (raw, ITEMS.to_owned()),
        (deep, format!("<ol><li>x{ITEMS}</li><li>c</li></ol>")),
    ] {
        let html = reader.read(&page).unwrap();
        assert_eq!(html.replace(['\n', ' '], "").replace("<p>", "").replace("</p>", ""), shown, "{page}");
    }
}

/// A quotation or code is not read behind the marker of an item or a definition, also where a template prints it.
#[test]
fn items_that_begin_with_a_block() {
    let Some(mut reader) = Process::mkdocs() else { return };
    let book = book([["", "", "> a\n> > b"], ["", "", "```\na\n\nb\n```"], ["", "", "c"]]);
    let bullets = List::bullets("{{ description }}").render(Format::MkDocs, &book).unwrap();
    let definitions = List::definitions("t", "{{ description }}").render(Format::MkDocs, &book).unwrap();
    for page in [bullets, definitions] {
        let html = reader.read(&page).unwrap();
        assert!(!html.contains(['`', '\u{3}']) && !html.contains("&gt;"), "{page}\n{html}");
        assert_eq!(html.matches("<blockquote>").count(), 2, "{page}\n{html}");
        assert_eq!(html.matches("<pre>").count(), 1, "{page}\n{html}");
    }
}

const ITEMS: &str = "<ul><li>a<ul><li>one</li><li>two</li></ul></li><li>b</li></ul>";

/// `VitePress` has no footnotes.
#[test]
fn footnotes_of_vitepress() {
    let description = "Wait[^a].\n\n[^a]: *Ten*\n\n    seconds";
    assert_eq!(page(Format::VitePress, description), "Wait[a].\n\n\\[a\\] _Ten_<br>seconds\n");
    shows(Process::vitepress(), Format::VitePress, description, &["Wait[a].", "[a] Ten seconds"]);
}

/// What a reader would stumble over is not written behind a fence; the code is code.
#[test]
fn code_with_other_information() {
    for (info, mkdocs, vitepress) in [
        ("json title=\"a b\"", "```json title=\"a b\"\n", "```json title=\"a b\"\n"),
        ("ts twoslash", "```ts\n", "```ts twoslash\n"),
        ("a<b", "```\n", "```\n"),
        ("rust `x`", "```rust\n", "~~~rust `x`\n"),
    ] {
        let description = format!("~~~{info}\n1\n~~~\n\nend");
        for (reader, format, fence) in [
            (Process::mkdocs(), Format::MkDocs, mkdocs),
            (Process::vitepress(), Format::VitePress, vitepress),
        ] {
            let page = page(format, &description);
            assert!(page.starts_with(fence), "{page}");
            shows(reader, format, &description, &["end"]);
        }
    }
}

/// A sign of emphasis ends none that a sign in the text before it would begin.
#[test]
fn emphasis_behind_a_sign_that_is_text() {
    for (description, written) in [
        ("_www.{/*{/*", "_www\\.{/*{/*\n"),
        ("the _x field (*see y*)", "the _x field (*see y*)\n"),
        ("the _x field *see y*", "the _x field _see y_\n"),
        ("*a* (*b*)", "_a_ (_b_)\n"),
    ] {
        assert_eq!(page(Format::Markdown, description), written);
    }
}
