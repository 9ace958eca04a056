//! Text and doc comments say the same in HTML as a browser reads it, everywhere in a page.

use errbook_docgen::{Align, Block, Column, Format, Page, Table};
use proptest::prelude::*;

use crate::readers::letters::{Signs, of_description};
use crate::readers::texts::{book, description, holdable, runner, text};
use crate::readers::{html, normal};

/// Templates, and the outlines of their pages: `X` is the text.
const PLACES: &[(&str, &str)] = &[
    ("<p>X</p>", "p⟦X⟧"),
    ("<p>a X b</p>", "p⟦a X b⟧"),
    ("<p>aX<b>Xb</b></p>", "p⟦aXb⟦Xb⟧⟧"),
    ("<ul><li>X</ul>", "ul⟦li⟦X⟧⟧"),
    ("<a title=\"a X\">b</a>", "(title a X)a⟦b⟧"),
    ("<a title='X' id=\"X\">X</a>", "(id X)(title X)a⟦X⟧"),
    ("<textarea>aX</textarea>", "textarea⟦aX⟧"),
    ("<pre>aX</pre>", "pre⟦aX⟧"),
    ("<code>X</code>", "code⟦X⟧"),
];

fn check(property: impl Fn(String) -> Result<(), TestCaseError>) {
    runner().run(&text(), property).unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn places() {
    for (template, outline) in PLACES {
        let page = Page::new("page", template.replace('X', "{{ errors[0].meta.x }}"));
        check(|text| {
            let page = page.render(Format::Html, &book([[&text, "", ""]])).unwrap();
            let text = holdable(&text);
            let is_literal = template.contains("<pre") || template.contains("<textarea");
            // In text, a line break of the source is a space.
            let shown = if is_literal { text.clone() } else { text.replace('\n', " ") };
            let expected = outline.replace("X)", "\u{1})").replace('X', &shown).replace('\u{1}', &text);
            prop_assert_eq!(html::outline(&page), normal(&expected), "{:?}", page);
            Ok(())
        });
    }
}

#[test]
fn cells() {
    let table = Table::new()
        .column(("a", "{{ meta.x }}"))
        .column(Column::new("b", "{{ meta.y | code }}").align(Align::Left))
        .column(("c", "{{ description }}"));
    check(|text| {
        let table = table.render(Format::Html, &book([[&text, "y", "z"], ["x", &text, "z"]])).unwrap();
        let style = "(style text-align: left)";
        let text = holdable(&text);
        let expected = format!(
            "table⟦thead⟦tr⟦th⟦a⟧{style}th⟦b⟧th⟦c⟧⟧⟧tbody⟦tr⟦td⟦{text}⟧{style}td⟦code⟦y⟧⟧td⟦z⟧⟧tr⟦td⟦x⟧{style}td⟦code⟦{text}⟧⟧td⟦z⟧⟧⟧⟧"
        );
        let squeezed = |outline: String| normal(&outline).replace("⟧ ", "⟧");
        prop_assert_eq!(squeezed(html::outline(&table)), squeezed(expected), "{:?}", table);
        Ok(())
    });
}

#[test]
fn doc_comments() {
    for (template, before, after) in [
        ("<div>X</div><p>b", "", "b"),
        ("<p>a X b", "a", "b"),
        ("a\n\nX\n\nb", "a", "b"),
        ("<ul><li>X<li>b</ul>", "", "b"),
    ] {
        let page = Page::new("page", template.replace('X', "{{ errors[0].description }}"));
        check(|text| {
            let book = book([["", "", &text]]);
            let page = page.render(Format::Html, &book).unwrap();
            let description = description(&book);
            prop_assume!(
                !["[^1]", "![", "<!"].iter().any(|sign| text.contains(sign)) && description.is_some()
            );
            let text = letters_of(false, &description.unwrap());
            prop_assume!(!text.contains("[x]") && !text.contains("[]"));
            prop_assert_eq!(html::letters(&page), format!("{before}{text}{after}"), "{:?}", page);
            Ok(())
        });
    }
}

fn letters_of(has_markers: bool, markdown: &str) -> String {
    of_description(markdown, Signs { has_markers, has_html: false })
}
