//! The items of lists, terms and definitions say the same text in Markdown, MDX and HTML, whatever it contains.

use errbook_docgen::{Block, Format, List};
use proptest::prelude::*;

use crate::readers::texts::{book, holdable, is_blank, runner, text, trimmed};
use crate::readers::{comrak, html, mdx, normal, pulldown};

/// A template around the text `X`, and its expected content.
const PLACES: &[(&str, &str)] = &[
    ("{{ meta.x }}", "X"),
    ("a {{ meta.x }} b", "a X b"),
    ("a{{ meta.x }}{{ meta.y }}", "aXy"),
    ("{{ meta.x | code }}", "code⟦X⟧"),
    ("{{ meta.x | code }}: {{ meta.y }}", "code⟦X⟧: y"),
];

/// Compares lists of two errors with what a reader parses.
fn check(
    list: impl Fn(String) -> List,
    format: Format,
    outline: impl Fn(&str, &str) -> String,
    read: impl Fn(&str) -> Result<String, String>,
) {
    for (template, said) in PLACES {
        let list = list((*template).to_owned());
        let result = runner().run(&text(), |text| {
            let text = trimmed(&holdable(&text)).to_owned();
            prop_assume!(!is_blank(&text));
            let page = list.render(format, &book([[&text, "y", ""], ["end", "y", ""]])).unwrap();
            let expected = outline(&said.replace('X', &text), &said.replace('X', "end"));
            prop_assert_eq!(read(&page).map(|read| normal(&read)), Ok(normal(&expected)), "{:?}", page);
            Ok(())
        });
        result.unwrap_or_else(|error| panic!("{template:?}: {error}"));
    }
}

fn bullets(said: &str, end: &str) -> String {
    format!("ul⟦li⟦{said}⟧li⟦{end}⟧⟧")
}

#[test]
fn bullets_of_markdown() {
    check(List::bullets, Format::Markdown, bullets, |page| Ok(pulldown::outline(page)));
    check(List::bullets, Format::Markdown, bullets, |page| Ok(comrak::outline(page)));
}

#[test]
fn bullets_of_mdx() {
    check(List::bullets, Format::Mdx, bullets, mdx::outline);
}

#[test]
fn bullets_of_html() {
    check(List::bullets, Format::Html, bullets, |page| Ok(squeezed(&html::outline(page))));
}

fn check_definitions(format: Format, read: impl Fn(&str) -> Result<String, String>) {
    let terms = |template: String| List::definitions(template, "z");
    let read = |page: &str| read(page).map(|read| squeezed(&read));
    check(terms, format, |said, end| format!("dl⟦dt⟦{said}⟧dd⟦z⟧dt⟦{end}⟧dd⟦z⟧⟧"), read);
    let definitions = |template: String| List::definitions("z", template);
    check(definitions, format, |said, end| format!("dl⟦dt⟦z⟧dd⟦{said}⟧dt⟦z⟧dd⟦{end}⟧⟧"), read);
}

#[test]
fn definitions_of_markdown() {
    check_definitions(Format::Markdown, |page| Ok(pulldown::outline_with_definitions(page)));
}

#[test]
fn definitions_of_mdx() {
    // A paragraph of only elements is not a paragraph (`@mdx-js/mdx`).
    let unravelled = |outline: String| outline.replacen("dl⟦p⟦", "dl⟦", 1).replace("⟧⟧⟧", "⟧⟧");
    check_definitions(Format::Mdx, |page| mdx::outline(page).map(unravelled));
}

#[test]
fn definitions_of_html() {
    check_definitions(Format::Html, |page| Ok(html::outline(page)));
}

/// Without the line breaks between elements.
fn squeezed(outline: &str) -> String {
    let mut outline = normal(outline);
    for tag in ["li⟦", "dt⟦", "dd⟦"] {
        outline = outline.replace(&format!("⟧ {tag}"), &format!("⟧{tag}"));
    }
    outline.trim_end().to_owned()
}
