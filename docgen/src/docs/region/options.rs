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
        None => {
            let (value, rest) = value.split_at(value.find(char::is_whitespace).unwrap_or(value.len()));
            (value.to_owned(), rest)
        }
    };
    words.options.push((key.to_owned(), value));
    if !rest.is_empty() && !rest.starts_with(char::is_whitespace) {
        let next = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let (found, rest) = rest.split_at(next);
        return Err((Mistake::NoBlank { key: key.to_owned(), found: found.to_owned() }, rest));
    }
    Ok(rest)
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
