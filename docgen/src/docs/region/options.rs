//! What follows `errbook:begin`: the name of the block, then `key=word`, `key="…"` or `key='…'`.
//!
//! Inside of quotes a backslash precedes a quote, a backslash, `>` or `/`, and a line break is a space.

use crate::error::{Error, ErrorKind};

/// The name of the block, and its options in order.
pub(super) type Words = (Option<String>, Vec<(String, String)>);

/// Reads all words. An error has the number of the lines before it.
pub(super) fn read(text: &str) -> Result<Words, (usize, Error)> {
    let mut options = Vec::new();
    let mut rest = text.trim_start();
    let name = rest.split(char::is_whitespace).next().filter(|name| !name.is_empty() && !name.contains('='));
    rest = rest.get(name.map_or(0, str::len)..).unwrap_or_default().trim_start();
    while !rest.is_empty() {
        let (option, behind) = option(rest).map_err(|error| {
            let before = text.get(..text.len() - rest.len()).unwrap_or_default();
            (before.matches('\n').count(), error)
        })?;
        options.push(option);
        rest = behind.trim_start();
    }
    Ok((name.map(str::to_owned), options))
}

/// Reads an option, and returns the rest.
fn option(text: &str) -> Result<((String, String), &str), Error> {
    let word = text.split(char::is_whitespace).next().unwrap_or_default();
    let bad = || not_an_option(word);
    let (key, _) = word.split_once('=').filter(|(key, _)| !key.is_empty()).ok_or_else(bad)?;
    let value = text.get(key.len() + 1..).unwrap_or_default();
    let (value, rest) = match value.chars().next() {
        Some(quote @ ('"' | '\'')) => {
            let unclosed = || format!("unclosed value of `{key}`: expected `{quote}`");
            quoted(value, quote).ok_or_else(|| Error::new(ErrorKind::Marker, &unclosed()))?
        }
        None => return Err(bad()),
        Some(c) if c.is_whitespace() => return Err(bad()),
        Some(_) => {
            let (value, rest) = value.split_at(word.len() - key.len() - 1);
            (value.to_owned(), rest)
        }
    };
    if !rest.is_empty() && !rest.starts_with(char::is_whitespace) {
        return Err(not_an_option(rest.split(char::is_whitespace).next().unwrap_or_default()));
    }
    Ok(((key.to_owned(), value), rest))
}

fn not_an_option(found: &str) -> Error {
    let message = format!(
        "expected `key=\"…\"`, found `{found}`: quote a value with spaces, write `\\` before a quote inside of it, and no spaces around `=`"
    );
    Error::new(ErrorKind::Marker, &message)
}

/// The value in the quotes at the start of the text, and the rest.
fn quoted(text: &str, quote: char) -> Option<(String, &str)> {
    let mut value = String::new();
    let mut chars = text.strip_prefix(quote)?.chars();
    loop {
        match chars.next()? {
            c if c == quote => return Some((value, chars.as_str())),
            '\\' if chars.as_str().starts_with(['"', '\'', '\\', '>', '/']) => value.extend(chars.next()),
            '\n' => {
                value.truncate(value.trim_end().len());
                value.push(' ');
                chars = chars.as_str().trim_start().chars();
            }
            c => value.push(c),
        }
    }
}
