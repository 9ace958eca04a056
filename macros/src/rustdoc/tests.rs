//! What stands in a cell is read by the parser of rustdoc: rows stay whole, and a text comes out as it went in.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::cell::{push_code, push_markdown, push_text};
use crate::doc::Docs;

/// The texts of the cells of a row, as rustdoc reads them; a `¶` where HTML is left.
fn cells(row: &str) -> Vec<String> {
    let table = format!("| a | b |\n| --- | --- |\n{row}\n| end | |\n");
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_SMART_PUNCTUATION;
    let mut cells = Vec::new();
    for event in Parser::new_ext(&table, options | Options::ENABLE_STRIKETHROUGH) {
        match (event, cells.last_mut()) {
            (Event::Start(Tag::TableCell), _) => cells.push(String::new()),
            (Event::Text(text) | Event::Code(text), Some(cell)) => cell.push_str(&text),
            (Event::InlineHtml(html), Some(cell)) if !html.ends_with("code>") => cell.push_str(&html),
            (Event::SoftBreak | Event::HardBreak, Some(cell)) => cell.push(' '),
            (Event::End(TagEnd::Table), _) => break,
            _ => {}
        }
    }
    assert_eq!(cells.get(4..), Some(&["end".to_owned(), String::new()][..]), "{row}");
    cells.drain(2..4).collect()
}

/// The text of one paragraph.
fn plain(paragraph: &str) -> String {
    let options =
        Options::ENABLE_FOOTNOTES | Options::ENABLE_SMART_PUNCTUATION | Options::ENABLE_STRIKETHROUGH;
    let mut plain = String::new();
    for event in Parser::new_ext(paragraph, options) {
        match event {
            Event::Text(text) | Event::Code(text) | Event::InlineHtml(text) => plain.push_str(&text),
            Event::SoftBreak | Event::HardBreak => plain.push(' '),
            _ => {}
        }
    }
    plain
}

/// Texts of marks that mean something, the same in every run.
fn texts(marks: &'static [&'static str]) -> impl Iterator<Item = String> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut below = move |limit: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::from(state.to_le_bytes()[4]) % limit
    };
    (0..20_000).map(move |_| (0..=below(12)).map(|_| marks[below(marks.len())]).collect())
}

const MARKS: &[&str] = &[
    "|",
    "`",
    "``",
    "\\",
    "a",
    "b c",
    " ",
    "[",
    "]",
    "(",
    ")",
    "<",
    ">",
    "<b>",
    "</b>",
    "&lt;",
    "&",
    "*",
    "_",
    "~~",
    "!",
    "#",
    "$",
    "\"",
    "'",
    "--",
    "...",
    "https://a.b",
    "[^1]",
    "^",
    "=",
    "-",
    ":",
    "ä",
    "🦀",
    "{",
    "}",
];

#[test]
fn a_text_comes_out_as_it_is() {
    for text in texts(MARKS) {
        let mut row = "| ".to_owned();
        push_text(&mut row, &text);
        row.push_str(" | x |");
        assert_eq!(cells(&row), [text.trim(), "x"], "{row}");
    }
}

#[test]
fn a_code_comes_out_as_it_is() {
    for text in texts(MARKS) {
        let code = text.replace(' ', "");
        if code.is_empty() {
            continue;
        }
        let mut row = "| ".to_owned();
        push_code(&mut row, &code);
        row.push_str(" | x |");
        assert_eq!(cells(&row), [code.as_str(), "x"], "{row}");
    }
}

#[test]
fn markdown_means_the_same_in_a_cell() {
    for text in texts(&["|", "`", "``", "\\", "a", "b", " ", "*", "_", "\\|", "`a|b`", "(", "&amp;", "🦀"])
    {
        let text = format!("x{text}x");
        let mut row = "| ".to_owned();
        push_markdown(&mut row, &text, &Docs::default());
        row.push_str(" | x |");
        assert_eq!(cells(&row), [plain(&text), "x".to_owned()], "{text:?} is written as {row}");
    }
}

#[test]
fn no_markdown_breaks_a_row() {
    let docs = Docs { description: "[a]: <b|c> \"d|e\"\n[b c]: (x)\n".to_owned(), ..Docs::default() };
    for text in texts(MARKS) {
        let mut row = "| ".to_owned();
        push_markdown(&mut row, text.trim(), &docs);
        row.push_str(" | x |");
        assert_eq!(cells(&row).get(1).map(String::as_str), Some("x"), "{text:?} is written as {row}");
    }
}
