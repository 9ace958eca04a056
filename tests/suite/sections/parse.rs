//! Sections say what doc comments and texts say, in Markdown, MDX and HTML, whatever these contain.

use errbook_docgen::{Block, Format, Sections};
use proptest::prelude::*;

use crate::readers::letters::{Signs, of_description, of_events};
use crate::readers::texts::{book, has_heading, holdable, is_blank, runner, text, trimmed};
use crate::readers::{comrak, html, mdx, normal, pulldown};

fn sections(heading: &str) -> Sections {
    Sections::new().heading(heading).example(None).anchors(false)
}

fn check_headings(format: Format, read: impl Fn(&str) -> Result<String, String>) {
    let sections = sections("{{ meta.x }} ({{ meta.y | code }})");
    let result = runner().run(&text(), |text| {
        let text = trimmed(&holdable(&text)).replace('\n', " ");
        prop_assume!(!is_blank(&text));
        let page = sections.render(format, &book([[&text, "y", "a"], ["end", "y", "b"]])).unwrap();
        let [heading, end] = [&*text, "end"].map(|text| format!("h⟦{text} (code⟦y⟧)⟧"));
        let expected = normal(&format!("{heading}p⟦a⟧{end}p⟦b⟧"));
        prop_assert_eq!(read(&page).map(|read| normal(&read)), Ok(expected), "{:?}", page);
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn headings_of_markdown() {
    check_headings(Format::Markdown, |page| Ok(pulldown::outline(page)));
    check_headings(Format::Markdown, |page| Ok(comrak::outline(page)));
}

#[test]
fn headings_of_mdx() {
    check_headings(Format::Mdx, mdx::outline);
}

#[test]
fn headings_of_html() {
    check_headings(Format::Html, |page| {
        let outline = normal(&html::outline(page)).replace("h2⟦", "h⟦").replace("⟧  ", "⟧");
        Ok(outline.trim_end().to_owned())
    });
}

fn check_descriptions(format: Format, has_html: bool, read: impl Fn(&str) -> String) {
    let sections = sections("{{ meta.x }}");
    let result = runner().run(&text(), |text| {
        let page = sections.render(format, &book([["a", "", &text], ["b", "", "end"]])).unwrap();
        // Footnotes go to the end of the page, and HTML that is not closed is text, tags and all.
        prop_assume!(
            !["[^1]", "![", "<!", "\u{feff}"].iter().any(|sign| text.contains(sign)) && !has_heading(&text)
        );
        let said = of_description(&holdable(&text), Signs { has_markers: false, has_html });
        prop_assume!(!said.contains("[x]") && !said.contains("[]"));
        prop_assert_eq!(read(&page), format!("a{said}bend"), "{:?}", page);
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn descriptions_of_markdown() {
    let read = |page: &str| of_events(pulldown_cmark::Parser::new_ext(page, pulldown::options()));
    check_descriptions(Format::Markdown, true, read);
}

#[test]
fn descriptions_of_html() {
    check_descriptions(Format::Html, false, html::letters);
}
