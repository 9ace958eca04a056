//! The text in place of an image is text to each reader of Markdown.

use errbook_docgen::{Block, Format, Page, Table};

use crate::readers::process::Process;
use crate::readers::texts::book;

/// The values of `alt` in a page, without the entities of HTML.
fn texts(html: &str) -> Vec<String> {
    let values = html.split(" alt=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let entities = [
        ("&lt;", "<"),
        ("&#60;", "<"),
        ("&gt;", ">"),
        ("&#91;", "["),
        ("&#93;", "]"),
        ("&#123;", "{"),
        ("&#125;", "}"),
    ];
    let entities = entities.into_iter().chain([
        ("&#58;", ":"),
        ("&#96;", "`"),
        ("&#92;", "\\"),
        ("&#124;", "|"),
        ("&quot;", "\""),
        ("&#39;", "'"),
    ]);
    values
        .map(|value| entities.clone().fold(value.to_owned(), |text, (entity, c)| text.replace(entity, c)))
        .collect()
}

fn check(format: Format, reader: Option<Process>) {
    let Some(mut reader) = reader else { return };
    let shows = |reader: &mut Process, page: &str, expected: &[&str]| {
        let html = reader.read(page).unwrap();
        assert_eq!(texts(&html), expected, "{format}: {page}\n{html}");
        assert_eq!(html.matches("<em>").count(), 1, "{format}: {page}");
    };
    for (markdown, text) in [
        ("the {id}", "the {id}"),
        ("a \\[b\\] <c> \\\\ d", "a [b] <c> \\ d"),
        ("is :tada: {{ x }} \"q\"", "is :tada: {{ x }} \"q\""),
        ("a | b", "a | b"),
    ] {
        let description = format!("![{markdown}](x.png \"t\")\n*e*");
        let book = book([["", "", description.replace('|', "\\|").as_str()]]);
        let page = Page::new("page", "{{ errors[0].description }}\n").render(format, &book).unwrap();
        shows(&mut reader, &page, &[text]);
        let table = Table::new().column(("a", "{{ description }}")).render(format, &book).unwrap();
        shows(&mut reader, &table, &[text]);
    }
    let author = "![a X](x.png) *e*\n\n| ![X](y.png \"X\") |\n| - |\n| [![X b](/X.png \"t X\")](/u) |\n";
    let page = Page::new("page", author.replace('X', "{{ errors[0].meta.x }}"));
    for text in ["the {id}", "{{ x }} is :tada:", "*a* [b] \\ | c", "1 * 2", "a `b` <c> _d_"] {
        let page = page.render(format, &book([[text, "", ""]])).unwrap();
        shows(&mut reader, &page, &[&format!("a {text}"), text, &format!("{text} b")]);
    }
}

#[test]
fn in_vitepress() {
    check(Format::VitePress, Process::vitepress());
}

#[test]
fn in_mkdocs() {
    check(Format::MkDocs, Process::mkdocs());
}

#[test]
fn in_mdx() {
    check(Format::Mdx, Process::mdx());
}
