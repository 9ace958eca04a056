//! A text is the same text everywhere in a page of Markdown or MDX, whatever it contains.

use errbook_docgen::{Block, Format, Page};
use proptest::prelude::*;

use crate::readers::texts::{book, holdable, is_blank, runner, text, trimmed};
use crate::readers::{comrak, mdx, normal, pulldown};

/// Templates, and the outlines of their pages: `X` is the text.
const PLACES: &[(&str, &str)] = &[
    ("X", "p⟦X⟧"),
    ("a X b", "p⟦a X b⟧"),
    ("aXb", "p⟦aXb⟧"),
    ("Xb", "p⟦Xb⟧"),
    ("aX", "p⟦aX⟧"),
    ("a\nX\nb", "p⟦a X b⟧"),
    ("a\nX b", "p⟦a X b⟧"),
    ("a\\\nX b", "p⟦a\nX b⟧"),
    ("a  \nX b", "p⟦a\nX b⟧"),
    ("`a` X `b`", "p⟦code⟦a⟧ X code⟦b⟧⟧"),
    ("- X\n- b", "ul⟦li⟦X⟧li⟦b⟧⟧"),
    ("1. X\n2. b", "ol⟦li⟦X⟧li⟦b⟧⟧"),
    ("- a\n  - X\n- b\n", "ul⟦li⟦a ul⟦li⟦X⟧⟧⟧li⟦b⟧⟧"),
    ("- a\n    - X\n- b\n", "ul⟦li⟦a ul⟦li⟦X⟧⟧⟧li⟦b⟧⟧"),
    ("  - X", "ul⟦li⟦X⟧⟧"),
    ("- a\n\n  X\n- b\n", "ul⟦li⟦a\nX⟧li⟦b⟧⟧"),
    ("- a\n  X\n- b\n", "ul⟦li⟦a X⟧li⟦b⟧⟧"),
    ("> X", "quote⟦p⟦X⟧⟧"),
    ("> a\n> X\n> b", "quote⟦p⟦a X b⟧⟧"),
    ("> - X\n>\n> b", "quote⟦ul⟦li⟦X⟧⟧p⟦b⟧⟧"),
    ("# X\n\nb", "h⟦X⟧p⟦b⟧"),
    ("# X #\n\nb", "h⟦X⟧p⟦b⟧"),
    ("## a X", "h⟦a X⟧"),
    ("X\n===\n\nb", "h⟦X⟧p⟦b⟧"),
    ("a *X* b", "p⟦a em⟦X⟧ b⟧"),
    ("a **X** b", "p⟦a strong⟦X⟧ b⟧"),
    ("a ~~X~~ b", "p⟦a del⟦X⟧ b⟧"),
    ("**X**: b", "p⟦strong⟦X⟧: b⟧"),
    ("[X](/u)", "p⟦(/u )a⟦X⟧⟧"),
    ("[a X b](/u) c", "p⟦(/u )a⟦a X b⟧ c⟧"),
    ("[X][u] b\n\n[u]: /u", "p⟦(/u )a⟦X⟧ b⟧"),
    ("| a | b |\n| - | - |\n| X | c |\n| d | X |\n", "table⟦tr⟦td⟦a⟧td⟦b⟧⟧tr⟦td⟦X⟧td⟦c⟧⟧tr⟦td⟦d⟧td⟦X⟧⟧⟧"),
    ("XX", "p⟦XX⟧"),
    ("X X", "p⟦X X⟧"),
];

/// `markdown-rs` does not read its first row as one if it starts with certain letters.
const ROWS_WITHOUT_PIPES: (&str, &str) =
    ("a | b\n--- | ---\nX | c\nd | X\n", "table⟦tr⟦td⟦a⟧td⟦b⟧⟧tr⟦td⟦X⟧td⟦c⟧⟧tr⟦td⟦d⟧td⟦X⟧⟧⟧");

/// Code that the author wrote around the text.
const IN_CODE: &[(&str, &str)] = &[
    ("`X`", "p⟦code⟦X⟧⟧"),
    ("a `X` b", "p⟦a code⟦X⟧ b⟧"),
    ("a `b X c` d", "p⟦a code⟦b X c⟧ d⟧"),
    ("``X``", "p⟦code⟦X⟧⟧"),
    ("a `` X `` `b`", "p⟦a code⟦X⟧ code⟦b⟧⟧"),
    ("```` X`` b ````", "p⟦code⟦X`` b⟧⟧"),
    ("- `X`", "ul⟦li⟦code⟦X⟧⟧⟧"),
    ("# `X`", "h⟦code⟦X⟧⟧"),
    ("[`X`](/u)", "p⟦(/u )a⟦code⟦X⟧⟧⟧"),
    ("**`X`**", "p⟦strong⟦code⟦X⟧⟧⟧"),
    ("| a |\n| - |\n| `X` |\n| b `c X` |\n", "table⟦tr⟦td⟦a⟧⟧tr⟦td⟦code⟦X⟧⟧⟧tr⟦td⟦b code⟦c X⟧⟧⟧⟧"),
    ("| a |\n| - |\n| ` b\\|X ` |\n", "table⟦tr⟦td⟦a⟧⟧tr⟦td⟦code⟦b|X⟧⟧⟧⟧"),
    ("```\nX\n```\n\na", "pre⟦X⟧p⟦a⟧"),
    ("```http\na X b\nc\n```\na", "pre⟦a X b\nc⟧p⟦a⟧"),
    ("~~~~\nX\nX\n~~~~\n\na", "pre⟦X\nX⟧p⟦a⟧"),
    ("- ```\n  X\n  ```\n- a", "ul⟦li⟦pre⟦X⟧⟧li⟦a⟧⟧"),
    ("- a\n\n  ```\n  {\n    X\n  }\n  ```\n- a", "ul⟦li⟦a\npre⟦{\n  X\n}⟧⟧li⟦a⟧⟧"),
    ("> ```\n> X\n> ```\n\na", "quote⟦pre⟦X⟧⟧p⟦a⟧"),
    ("1. a\n   ~~~\n   X\n   ~~~\n2. b", "ol⟦li⟦a\npre⟦X⟧⟧li⟦b⟧⟧"),
];

/// Indented code, which MDX does not have. Empty lines at its end are not part of it, so another line ends it.
const IN_INDENTED_CODE: &[(&str, &str)] = &[
    ("    aX\n    b\n\nc", "pre⟦aX\nb⟧p⟦c⟧"),
    ("a\n\n    b X c\n\nd", "p⟦a⟧pre⟦b X c⟧p⟦d⟧"),
    ("    {\n      X\n    }\n\na", "pre⟦{\n  X\n}⟧p⟦a⟧"),
    ("\ta\n\tX\n\tX b\n", "pre⟦a\nX\nX b⟧"),
    ("- a\n\n      bX\n      c\n- d", "ul⟦li⟦a\npre⟦bX\nc⟧⟧li⟦d⟧⟧"),
    ("-     aX\n      b\n- c", "ul⟦li⟦pre⟦aX\nb⟧⟧li⟦c⟧⟧"),
    ("1. a\n\n       bX\n       c\n2. d", "ol⟦li⟦a\npre⟦bX\nc⟧⟧li⟦d⟧⟧"),
    (">     aX\n>     b\n\nc", "quote⟦pre⟦aX\nb⟧⟧p⟦c⟧"),
    ("> - a\n>\n>       bX\n>       c\n>\n> d", "quote⟦ul⟦li⟦a\npre⟦bX\nc⟧⟧⟧p⟦d⟧⟧"),
];

fn page(template: &str, text: &str, format: Format) -> String {
    let book = book([[text, "", ""]]);
    let page = Page::new("page", template);
    let rendered = page.render(format, &book).unwrap();
    assert_eq!(rendered, page.render(format, &book).unwrap());
    rendered
}

/// Compares every place with what a reader parses, and reports all failures.
fn check(
    places: &[(&str, &str)],
    [value, outlined]: [&str; 2],
    format: Format,
    read: impl Fn(&str) -> Result<String, String>,
) {
    let mut wrong = Vec::new();
    for (template, outline) in places {
        let (template, outline) = (template.replace('X', value), outline.replace('X', outlined));
        let result = runner().run(&text(), |text| {
            let text = if template.contains("}}{{") { text } else { trimmed(&holdable(&text)).to_owned() };
            prop_assume!(!is_blank(&text));
            let page = page(&template, &text, format);
            // In code that is indented, an empty line is not.
            let indentation = if outline.contains("{\n  X") { "\n  " } else { "\n" };
            let indented = holdable(&text).replace('\n', indentation);
            let indented = if outline.contains("{\n  X") { without_blank_lines(&indented) } else { indented };
            let expected = outline.replace('X', &indented);
            prop_assert_eq!(read(&page).map(|read| normal(&read)), Ok(normal(&expected)), "{:?}", page);
            Ok(())
        });
        wrong.extend(result.err().map(|error| format!("{template:?}: {error}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// Lines with only indentation are empty.
fn without_blank_lines(text: &str) -> String {
    text.split('\n').map(|line| if line == "  " { "" } else { line }).collect::<Vec<_>>().join("\n")
}

const TEXT: [&str; 2] = ["{{ errors[0].meta.x }}", "X"];
const CODE: [&str; 2] = ["{{ errors[0].meta.x | code }}", "code⟦X⟧"];

fn check_markdown(places: &[(&str, &str)], value: [&str; 2]) {
    check(places, value, Format::Markdown, |page| Ok(pulldown::outline(page)));
    check(places, value, Format::Markdown, |page| Ok(comrak::outline(page)));
}

#[test]
fn text_in_markdown() {
    check_markdown(PLACES, TEXT);
    check_markdown(&[ROWS_WITHOUT_PIPES], TEXT);
}

#[test]
fn text_in_mdx() {
    check(PLACES, TEXT, Format::Mdx, mdx::outline);
}

#[test]
fn code_in_markdown() {
    check_markdown(PLACES, CODE);
    check_markdown(&[ROWS_WITHOUT_PIPES], CODE);
}

#[test]
fn code_in_mdx() {
    check(PLACES, CODE, Format::Mdx, mdx::outline);
}

#[test]
fn text_in_code_in_markdown() {
    check_markdown(IN_CODE, TEXT);
}

#[test]
fn text_in_indented_code() {
    check_markdown(IN_INDENTED_CODE, TEXT);
    let broken = page("    {{ errors[0].meta.x }}{{ errors[0].meta.x }};", "a\n\n", Format::Markdown);
    assert_eq!(broken, "    a\n\n    a\n\n    ;");
    let page = page("a\n\n    {{ errors[0].meta.x }}\n\nb", "{\n  1\n\n}\n", Format::Markdown);
    assert_eq!(page, "a\n\n    {\n      1\n\n    }\n\nb");
}

#[test]
fn text_in_code_in_mdx() {
    check(IN_CODE, TEXT, Format::Mdx, mdx::outline);
}
