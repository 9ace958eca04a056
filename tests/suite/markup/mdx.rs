//! With any doc comments, an MDX page is valid and reads the same.

use errbook_docgen::{Block, Format, Page, Style, Table};
use proptest::prelude::*;

use crate::readers::letters::{Signs, of_description, without_tags};
use crate::readers::mdx;
use crate::readers::texts::{book, description, holdable, runner, text};

/// The outline without what is not a letter of the text.
fn letters(outline: &str) -> String {
    const NAMES: [&str; 18] = [
        "strong", "code", "quote", "table", "Card", "pre", "del", "em", "td", "tr", "ul", "ol", "li", "p",
        "h", "br", "b", "(/u )a",
    ];
    let mut out = String::new();
    for part in outline.split_inclusive('⟦') {
        let text = part.trim_end_matches('⟦');
        let name =
            NAMES.into_iter().find(|name| part.ends_with('⟦') && text.ends_with(name)).unwrap_or_default();
        out.push_str(text.strip_suffix(name).unwrap_or(text));
    }
    let letters = out.chars().filter(|c| !matches!(c, '⟦' | '⟧' | ' ' | '\t' | '\n'));
    without_tags(&letters.collect::<String>())
}

/// What GitHub takes for an address goes on over signs of markup.
fn has_address(text: &str) -> bool {
    // `markdown-rs` panics on some front matter.
    text.contains("www.") || text.contains("://") || text.contains("---")
}

/// Whether `markdown-rs` reads the text as `pulldown-cmark` does, if nothing in it means something to MDX alone.
fn is_read_alike(text: &str) -> bool {
    // A page that begins with U+FEFF has none; `---` begins its front matter; in `[](<)`, a backslash makes a link;
    // a definition parts lists; a backtick alone makes code of what is escaped behind it.
    // Comments are omitted.
    if text.contains('\u{feff}')
        || text.contains("<!")
        || text.contains("---")
        || text.contains("](")
        || text.contains("]:")
        || (text.contains('<') && text.contains('`'))
    {
        return false;
    }
    let text = text.replace(['<', '{', '}'], "(").replace("import", "imp").replace("export", "exp");
    mdx::outline(&text).is_ok_and(|outline| letters(&outline) == letters(&letters_of(false, &text)))
}

#[test]
fn cells() {
    let table =
        Table::new().column(("n", "{{ description }}")).column(("m", "{{ meta.x }}")).style(Style::compact());
    let result = runner().run(&text(), |text| {
        prop_assume!(!has_address(&text));
        let book = book([["v", "", &text], ["c", "", "w"]]);
        let table = table.render(Format::Mdx, &book).unwrap();
        let outline = mdx::outline(&table);
        prop_assume!(outline != Err(mdx::PANICKED.to_owned()));
        prop_assert!(outline.is_ok(), "{:?}: {:?}", table, outline);
        let outline = outline.unwrap();
        prop_assume!(!outline.contains("(start "));
        let cells = outline
            .strip_prefix("table⟦tr⟦td⟦n⟧td⟦m⟧⟧tr⟦td⟦")
            .and_then(|rest| rest.strip_suffix("⟧td⟦v⟧⟧tr⟦td⟦w⟧td⟦c⟧⟧⟧"));
        prop_assert!(cells.is_some(), "{:?}: {:?}", table, outline);
        let said = description(&book);
        prop_assume!(said.as_deref().is_some_and(is_read_alike));
        prop_assert_eq!(letters(cells.unwrap()), letters(&letters_of(false, &said.unwrap())), "{:?}", table);
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn pages() {
    for template in [
        "X",
        "- X\n- n",
        "> X\n\nn",
        "n **m** X\n",
        "X n",
        "# X\n\nn",
        "<Card>\n  X\n</Card>\n\nn",
        "n <b>X</b> m\n",
    ] {
        let page = Page::new("page", template.replace('X', "{{ errors[0].description }}"));
        let result = runner().run(&text(), |text| {
            prop_assume!(!has_address(&text));
            let book = book([["", "", &text]]);
            let page = page.render(Format::Mdx, &book).unwrap();
            let outline = mdx::outline(&page);
            prop_assume!(outline != Err(mdx::PANICKED.to_owned()));
            prop_assert!(outline.is_ok(), "{:?}: {:?}", page, outline);
            let said = description(&book);
            prop_assume!(said.as_deref().is_some_and(is_read_alike));
            let said = said.unwrap();
            // Of other blocks, a heading or the rest of a line has the markers as text; in an item, `[x]` is a box.
            prop_assume!(is_one_paragraph(&said) && !text.contains("[x]") && !text.contains("[ ]"));
            // MDX does not read elements alone as a paragraph.
            prop_assume!(!letters_of(false, &said).is_empty());
            let expected = mdx::outline(&template.replace('X', "⁂")).unwrap();
            let without = letters(&expected).replace('⁂', &letters(&letters_of(false, &said)));
            prop_assert_eq!(
                letters(&outline.unwrap()).replace("1.", ""),
                without.replace("1.", ""),
                "{:?}",
                page
            );
            Ok(())
        });
        result.unwrap_or_else(|error| panic!("{template:?}: {error}"));
    }
}

#[test]
fn attributes_and_children() {
    for (template, outline) in [
        ("<Card title=\"X\">\n  b\n</Card>", "(title X)Card⟦p⟦b⟧⟧"),
        ("<Card title='a X' />", "(title a X)Card⟦⟧"),
        ("a <Card title=\"X\">X</Card> b", "p⟦a (title X)Card⟦X⟧ b⟧"),
        ("<Card>\n  X\n</Card>", "Card⟦p⟦X⟧⟧"),
        ("a <Card>X</Card>", "p⟦a Card⟦X⟧⟧"),
    ] {
        let page = Page::new("page", template.replace('X', "{{ errors[0].meta.x }}"));
        let result = runner().run(&text(), |text| {
            let text = crate::readers::texts::trimmed(&holdable(&text)).to_owned();
            let page = page.render(Format::Mdx, &book([[&text, "", ""]])).unwrap();
            let unnested = |outline: String| {
                crate::readers::normal(&outline.replace("p⟦", "⟦").replace("⟦⟦", "⟦").replace("⟧⟧", "⟧"))
            };
            let expected = unnested(outline.replace('X', &text));
            prop_assert_eq!(mdx::outline(&page).map(unnested), Ok(expected), "{:?}", page);
            Ok(())
        });
        result.unwrap_or_else(|error| panic!("{template:?}: {error}"));
    }
}

fn letters_of(has_markers: bool, markdown: &str) -> String {
    of_description(markdown, Signs { has_markers, has_html: false })
}

fn is_one_paragraph(markdown: &str) -> bool {
    let outline = crate::readers::pulldown::outline(markdown);
    ["ul⟦", "ol⟦", "quote⟦", "h⟦", "pre⟦", "html⟦", "table⟦", "Rule"]
        .iter()
        .all(|block| !outline.contains(block))
}
