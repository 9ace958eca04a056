//! Values in the front matter of a page, which is YAML: as a whole scalar on one line, or between quotes.

use std::fmt::Write as _;

use super::fill::written;
use crate::ast::HOLE;
use crate::format::Format;
use crate::template::{Mark, Piece};

/// The end of the front matter that a page begins with.
pub(super) fn end(page: &str) -> Option<usize> {
    let mut lines = page.split_inclusive('\n');
    let first = lines.next().filter(|line| line.trim_end() == "---" && line.ends_with('\n'))?;
    let mut at = first.len();
    for line in lines {
        at += line.len();
        if matches!(line.trim_end(), "---" | "...") {
            return Some(at);
        }
    }
    None
}

/// The front matter with values in its holes, or the line that cannot hold one.
pub(super) fn fill<'p>(matter: &str, values: &mut impl Iterator<Item = Piece<'p>>) -> Result<String, String> {
    let mut out = String::with_capacity(matter.len() + 16);
    for line in matter.split_inclusive('\n') {
        if line.contains(HOLE) {
            let values: Vec<_> = values.by_ref().take(line.matches(HOLE).count()).collect();
            out.push_str(
                &self::line(line, &values).ok_or_else(|| line.replace(HOLE, "{{ … }}").trim().to_owned())?,
            );
        } else {
            out.push_str(line);
        }
    }
    Ok(out)
}

fn line(line: &str, values: &[Piece<'_>]) -> Option<String> {
    let text = line.trim_start_matches([' ', '-']);
    if text.starts_with('#') {
        return Some(filled(line, values, |value| value.replace('\n', " ")));
    }
    let is_quoted = text.starts_with(['"', '\'']);
    let key = text.find(": ").filter(|at| !is_quoted && text.find(" #").is_none_or(|comment| *at < comment));
    let (key, scalar) = key.map_or(("", text), |at| text.split_at(at + 1));
    let scalar = scalar.trim_start_matches(' ');
    let before = line.get(..line.len() - scalar.len())?;
    let is_scalar = !key.is_empty() || before.ends_with("- ");
    if !is_scalar || key.contains([HOLE, '{', '[', '"', '\'']) {
        return None;
    }
    let scalar = match scalar.chars().next()? {
        '"' => filled(scalar, values, quoted),
        '\'' if values.iter().any(|value| value.plain().contains(is_special)) => {
            in_double_quotes(scalar, values)?
        }
        '\'' => filled(scalar, values, |value| value.replace('\'', "''")),
        '[' | '{' | '|' | '>' | '!' | '&' | '*' | '%' | '@' | '`' => return None,
        _ => {
            let content = scalar.split(" #").next().unwrap_or_default().trim_end();
            let comment = scalar.get(content.len()..).filter(|comment| !comment.contains(HOLE))?;
            let written = filled(content, values, str::to_owned);
            let is_fact = content.chars().eq([HOLE]) && matches!(values, [value] if value.mark == Mark::Fact);
            // Spaces beside an empty value are dropped.
            let is_trimmed = values.iter().any(|value| value.text.is_empty());
            let written = if is_trimmed { written.trim() } else { &written };
            (if is_fact { written.to_owned() } else { plain(written) }) + comment
        }
    };
    // Prettier removes the space before nothing.
    let before = if scalar.trim().is_empty() { before.trim_end() } else { before };
    Some(format!("{before}{scalar}"))
}

fn filled(text: &str, values: &[Piece<'_>], write: impl Fn(&str) -> String) -> String {
    written(text, &mut values.iter().copied(), |value| write(&value.plain()))
}

/// A scalar of the author's in single quotes, which know no escapes, in double quotes.
fn in_double_quotes(scalar: &str, values: &[Piece<'_>]) -> Option<String> {
    let inside = scalar.strip_prefix('\'')?.replace("''", "\0");
    let (inside, behind) = inside.split_once('\'').filter(|(_, behind)| !behind.contains([HOLE, '\0']))?;
    Some(format!("\"{}\"{behind}", quoted(&filled(&inside.replace('\0', "'"), values, str::to_owned))))
}

/// A scalar, in quotes unless every reader takes it for this text.
fn plain(text: &str) -> String {
    let begins = text.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '(' | '_'));
    let breaks =
        text.contains(": ") || text.contains(" #") || text.ends_with([':', ' ']) || text.contains(is_special);
    if begins && !breaks && !is_other(text) {
        return text.to_owned();
    }
    format!("\"{}\"", quoted(text))
}

/// A text between double quotes, which are those of JSON.
fn quoted(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for c in Format::Json.markup().verbatim(value).chars() {
        match c {
            // Writing to a `String` cannot fail.
            c if is_special(c) => drop(write!(out, "\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}

/// Whether some readers take a character for a break or a space, or do not allow it in YAML.
fn is_special(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// Words that are not text in YAML 1.1 or 1.2.
const WORDS: [&str; 9] = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];

/// Whether a reader could take a text for another type, such as a number or a time.
fn is_other(text: &str) -> bool {
    let is_part = |c: char| c.is_ascii_hexdigit() || " xXoO_,:.+-tTzZ".contains(c);
    WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
        || (text.starts_with(|c: char| c.is_ascii_digit()) && text.chars().all(is_part))
}
