//! The text in place of an image is text to each reader of Markdown.

use errbook_docgen::{Block, Format, Page, Table};
use scraper::{Html, Selector};

use crate::readers::process::Process;
use crate::readers::texts::book;

/// The texts of all images in a page, and their titles.
fn texts(html: &str) -> [Vec<String>; 2] {
    let (page, images) = (Html::parse_fragment(html), Selector::parse("img").unwrap());
    ["alt", "title"]
        .map(|name| page.select(&images).filter_map(|image| image.attr(name)).map(str::to_owned).collect())
}

fn check(format: Format, reader: Option<Process>) {
    let Some(mut reader) = reader else { return };
    let shows = |reader: &mut Process, page: &str, expected: [&[&str]; 2]| {
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
        shows(&mut reader, &page, [&[text], &["t"]]);
        let table = Table::new().column(("a", "{{ description }}")).render(format, &book).unwrap();
        shows(&mut reader, &table, [&[text], &["t"]]);
    }
    let author = "![a X](x.png) *e*\n\n| ![X](y.png \"X\") |\n| - |\n| [![X b](/X.png \"t X\")](/u) |\n";
    let page = Page::new("page", author.replace('X', "{{ errors[0].meta.x }}"));
    for text in [
        "the {id}",
        "{{ x }} is :tada:",
        "*a* [b] \\ | c",
        "1 * 2",
        "a `b` <c> _d_",
        "(a) {++b++} $c$ \"d\" it's",
    ] {
        let page = page.render(format, &book([[text, "", ""]])).unwrap();
        let alternatives = [&format!("a {text}"), text, &format!("{text} b")];
        shows(&mut reader, &page, [&alternatives, &[text, &format!("t {text}")]]);
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
