//! What follows `errbook:begin`: the name of the block, then `key=word`, `key="…"` or `key='…'`.
//!
//! In quotes a backslash stands before a quote, a backslash, `>` or `/`, and a line break is a blank.

use super::mistake::Mistake;

/// What the words say, as far as they are well formed.
#[derive(Debug, Default)]
pub(super) struct Words {
    pub(super) name: Option<String>,
    pub(super) options: Vec<(String, String)>,
    /// Each with the number of lines before it.
    pub(super) mistakes: Vec<(usize, Mistake)>,
}

/// Reads all words; what is wrong with one is said, and the next is looked at.
pub(super) fn read(text: &str) -> Words {
    let mut words = Words::default();
    let (mut counted, mut lines) = (text, 0);
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let passed = counted.get(..counted.len() - rest.len()).unwrap_or_default();
        lines += passed.matches('\n').count();
        counted = rest;
        rest = match word(rest, &mut words) {
            Ok(rest) => rest.trim_start(),
            Err((mistake, rest)) => {
                words.mistakes.push((lines, mistake));
                rest.trim_start()
            }
        };
    }
    words
}

/// What is wrong, and where to go on.
type Failed<'t> = (Mistake, &'t str);

/// Reads one word, and returns what is behind it.
fn word<'t>(text: &'t str, words: &mut Words) -> Result<&'t str, Failed<'t>> {
    let (key, rest) = text.split_at(text.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(text.len()));
    let Some(value) = rest.strip_prefix('=') else {
        if words.name.is_some() || !words.options.is_empty() {
            let apart = rest.trim_start().strip_prefix('=');
            return Err((Mistake::NoValue { key: key.to_owned() }, apart.map_or(rest, behind_value)));
        }
        words.name = Some(key.to_owned());
        return Ok(rest);
    };
    if key.is_empty() || value.is_empty() || value.starts_with(char::is_whitespace) {
        return Err((Mistake::NoValue { key: key.to_owned() }, behind_value(value)));
    }
    let (value, rest) = match value.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        Some(quote) => {
            quoted(value, quote).ok_or((Mistake::UnclosedQuote { key: key.to_owned(), quote }, ""))?
        }
        None => unquoted(key, value)?,
    };
    words.options.push((key.to_owned(), value));
    if !rest.is_empty() && !rest.starts_with(char::is_whitespace) {
        let next = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let (found, rest) = rest.split_at(next);
        return Err((Mistake::NoBlank { key: key.to_owned(), found: found.to_owned() }, rest));
    }
    Ok(rest)
}

/// The value of one word, and what is behind it.
fn unquoted<'t>(key: &str, text: &'t str) -> Result<(String, &'t str), Failed<'t>> {
    if let Some(rest) = behind_curly(text) {
        return Err((Mistake::CurlyQuotes { key: key.to_owned() }, rest));
    }
    let (value, rest) = text.split_at(end_of_word(text));
    let next = rest.trim_start();
    if !value.ends_with("{{") && !OPERATORS.contains(&next.split_at(end_of_word(next)).0) {
        return Ok((value.to_owned(), rest));
    }
    let rest = next_option(rest);
    let value = text.get(..text.len() - rest.len()).unwrap_or_default();
    let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
    Err((Mistake::Unquoted { key: key.to_owned(), value }, rest))
}

/// What goes on with the value before it, and is no option.
const OPERATORS: [&str; 14] =
    ["=", "==", "!=", "<", "<=", ">", ">=", "in", "not", "is", "and", "or", "|", "~"];

/// What follows a value in quotes of typography, which word processors make of straight ones.
fn behind_curly(text: &str) -> Option<&str> {
    const DOUBLE: [char; 4] = ['\u{201c}', '\u{201d}', '\u{201e}', '"'];
    const SINGLE: [char; 4] = ['\u{2018}', '\u{2019}', '\u{201a}', '\''];
    let mut pairs = [&DOUBLE[..], &SINGLE[..]].into_iter();
    let (inside, quotes) = pairs.find_map(|quotes| Some((text.strip_prefix(quotes)?, quotes)))?;
    Some(match inside.split_once(quotes) {
        Some((_, rest)) => rest.get(end_of_word(rest)..).unwrap_or_default(),
        None => next_option(inside),
    })
}

/// The first word that is an option, and all behind it.
fn next_option(text: &str) -> &str {
    let is_key = |key: &str| !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || c == '-');
    let is_option = |word: &str| {
        word.split_once('=')
            .is_some_and(|(key, value)| is_key(key) && !value.is_empty() && !value.starts_with('='))
    };
    let mut rest = text.trim_start();
    while !rest.is_empty() && !is_option(rest.split_at(end_of_word(rest)).0) {
        rest = rest.get(end_of_word(rest)..).unwrap_or_default().trim_start();
    }
    rest
}

/// Where the word ends that a text begins with.
fn end_of_word(text: &str) -> usize {
    text.find(char::is_whitespace).unwrap_or(text.len())
}

/// What follows a value that stands apart from its key, if one does.
fn behind_value(text: &str) -> &str {
    let text = text.trim_start();
    if let Some(quote) = text.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        return quoted(text, quote).map_or("", |(_, rest)| rest);
    }
    let (word, rest) = text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()));
    let is_option = word.contains('=') || rest.trim_start().starts_with('=');
    if is_option { text } else { rest }
}

/// The value in quotes that the text begins with, and what is behind it.
fn quoted(text: &str, quote: char) -> Option<(String, &str)> {
    let mut value = String::new();
    let mut rest = text.strip_prefix(quote)?;
    loop {
        let c = rest.chars().next()?;
        rest = rest.get(c.len_utf8()..)?;
        match c {
            _ if c == quote => return Some((value, rest)),
            '\\' => {
                let escaped =
                    rest.chars().next().filter(|next| matches!(next, '"' | '\'' | '\\' | '>' | '/'));
                value.push(escaped.unwrap_or(c));
                rest = rest.get(escaped.map_or(0, char::len_utf8)..)?;
            }
            '\n' => {
                value.truncate(value.trim_end().len());
                value.push(' ');
                rest = rest.trim_start();
            }
            _ => value.push(c),
        }
    }
}
