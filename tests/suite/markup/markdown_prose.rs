//! A doc comment reads the same in every place: in a cell, a paragraph, a list item, a heading.

use errbook::Book;
use errbook_docgen::{Block, Format, Page, Style, Table};
use proptest::prelude::*;

use crate::readers::letters::{Signs, of_description, of_events, of_tables};
use crate::readers::texts::{book, description, runner, text};
use crate::readers::{comrak, pulldown};

fn in_cell(book: &Book) -> String {
    let table = Table::new().column(("a", "{{ description }}")).column(("b", "{{ meta.x }}"));
    table.style(Style::compact()).markdown(book).unwrap()
}

fn check(property: impl Fn(&str, &Book) -> Result<(), TestCaseError>) {
    let result = runner().run(&text(), |text| {
        let book = book([["b", "", &text], ["c", "", "d"]]);
        // A link to an item, of which only the text is left, can be in the text of what is a link then.
        prop_assume!(!((text.contains("::") || text.contains("[`")) && text.contains("](")));
        // A page that begins with U+FEFF has none.
        // Comments are omitted, and what is one depends on the blocks around it: `<!` is in tests of its own (`harmless_html`).
        // Where there is no room for footnotes, their labels are text: they are in tests of their own too (`footnotes`).
        prop_assume!(!["[^1]", "<!", "\u{feff}"].iter().any(|sign| text.contains(sign)));
        let description = description(&book);
        prop_assume!(description.is_some());
        property(&description.unwrap(), &book)
    });
    result.unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn letters_in_a_cell() {
    check(|text, book| {
        let table = in_cell(book);
        let (rows, outside) = of_tables(&table);
        let expected = [["a", "b"], [&letters_of(false, text), "b"], ["d", "c"]];
        prop_assert_eq!(&rows, &expected, "{:?}", table);
        prop_assert_eq!(outside, "");
        Ok(())
    });
}

#[test]
fn nothing_ends_the_row() {
    check(|_, book| {
        let table = in_cell(book);
        let outline = comrak::outline(&table);
        prop_assert!(outline.ends_with("td⟦b⟧⟧tr⟦td⟦d⟧td⟦c⟧⟧⟧"), "{:?}: {}", table, outline);
        Ok(())
    });
}

#[test]
fn letters_on_a_page() {
    for template in [
        "X",
        "- X\n- b",
        "- a\n\n  X\n\n- b",
        "> X\n\nb",
        "> - X\n> - b",
        "a\n\nX\n\nb",
        "1. X\n\n   c\n2. b",
    ] {
        check(|text, book| {
            // Behind the marker of an item, `[ ]` is a box, and `---` makes a rule of it.
            let is_in_item = template.contains("- X") || template.contains(". X");
            let is_special = ["---", "[ ]", "[x]"].iter().any(|sign| text.contains(sign));
            prop_assume!(!(is_in_item && is_special));
            // An item without text is none in the middle of a paragraph, and `# #` is another heading than `# #\t`.
            prop_assume!(!letters_of(false, text).is_empty() && !text.contains("#\t"));
            // The signs of a quotation are a part of a comment in it.
            prop_assume!(!(template.contains('>') && text.contains("<!--")));
            same_letters(template, text, book)
        });
    }
}

/// Holds a page of the template, where `X` is the doc comment, to the letters of both.
fn same_letters(template: &str, text: &str, book: &Book) -> Result<(), TestCaseError> {
    let page = template.replace('X', "{{ errors[0].description }}");
    let page = Page::new("page", page).render(Format::Markdown, book).unwrap();
    let read = of_events(pulldown_cmark::Parser::new_ext(&page, pulldown::options()));
    let expected =
        of_events(pulldown_cmark::Parser::new_ext(&template.replace('X', "⟦"), pulldown::options()));
    let plain = letters_of(false, text);
    prop_assert_eq!(read, expected.replace('⟦', &plain), "{:?}", page);
    Ok(())
}

#[test]
fn letters_on_a_line() {
    for template in ["# X\n\nb", "a **b** X\n"] {
        check(|text, book| {
            prop_assume!(is_one_paragraph(text));
            same_letters(template, text, book)
        });
    }
}

/// Nothing of a doc comment that is not closed takes what follows.
#[test]
fn the_rest_of_the_page() {
    for template in ["X\n\nend", "- X\n\nend", "> X\n\nend", "1. a\n\n   X\n\nend"] {
        check(|text, book| {
            // Footnotes go to the end of the page.
            prop_assume!(!text.contains("[^1]"));
            let page = template.replace('X', "{{ errors[0].description }}");
            let page = Page::new("page", page).render(Format::Markdown, book).unwrap();
            prop_assert!(pulldown::outline(&page).ends_with("p⟦end⟧"), "pulldown-cmark: {:?}", page);
            prop_assert!(comrak::outline(&page).ends_with("p⟦end⟧"), "comrak: {:?}", page);
            Ok(())
        });
    }
}

fn is_one_paragraph(markdown: &str) -> bool {
    let outline = pulldown::outline(markdown);
    let mut depth = 0;
    let ends = outline.chars().filter(|c| {
        depth += i32::from(*c == '⟦') - i32::from(*c == '⟧');
        *c == '⟧' && depth == 0
    });
    outline.starts_with("p⟦") && ends.count() == 1
}

fn letters_of(has_markers: bool, markdown: &str) -> String {
    of_description(markdown, Signs { has_markers, has_html: true })
}
