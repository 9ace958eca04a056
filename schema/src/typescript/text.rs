//! Texts of a lock in TypeScript: strings, keys, constants and comments that nothing can end early.

use std::fmt::Write as _;

use errbook_contract::__private::is_control;
use serde_json::Value as Json;

/// A string. What a terminal or an old reader would interpret is escaped, and so is the end of a script in HTML.
pub(super) fn string(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    for c in Json::from(text).to_string().replace("</", "<\\/").chars() {
        if is_control(c) {
            // Writing to a `String` cannot fail. All of these are in the first plane.
            let _ = write!(out, "\\u{:04x}", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out
}

/// The name of a member.
pub(super) fn key(name: &str) -> String {
    let is_plain = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if is_plain { name.to_owned() } else { string(name) }
}

/// A constant as a type, or as an expression.
pub(super) fn constant(value: &Json) -> String {
    match value {
        Json::String(text) => string(text),
        value => value.to_string(),
    }
}

/// A tag of `JSDoc`, whose text is on one line.
pub(super) fn tag(name: &str, text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // The mark keeps the tag, where `comment` makes text of all others.
    format!("{TAG}{name} {text}").trim_end().to_owned()
}

/// Stands for the `@` of a tag. A lock cannot have it in a comment, since it is a control character.
const TAG: char = '\u{1}';

/// Writes paragraphs as `JSDoc`.
pub(super) fn comment(paragraphs: &[String], out: &mut String) {
    let paragraphs: Vec<String> = paragraphs.iter().map(|text| visible(text)).collect();
    match paragraphs.as_slice() {
        [] => {}
        [line] if !line.contains('\n') => out.extend(["/** ", line.trim(), " */\n"]),
        paragraphs => {
            out.push_str("/**\n");
            for line in paragraphs.join("\n\n").lines() {
                out.push_str([" * ", line].concat().trim_end());
                out.push('\n');
            }
            out.push_str(" */\n");
        }
    }
}

/// The text without what would end a comment, begin a tag, or be interpreted.
fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.replace("*/", "*\\/").replace('@', "\\@").chars() {
        match c {
            '\n' => out.push(c),
            '\t' => out.push(' '),
            TAG => out.push('@'),
            c if is_control(c) => out.extend(c.escape_unicode()),
            c => out.push(c),
        }
    }
    out
}
