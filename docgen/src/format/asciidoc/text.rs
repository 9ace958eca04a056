//! Plain text in prose: a character reference for each sign that could be markup in some place.
//!
//! No substitution reads a reference (Asciidoctor restores them after the last one that could), so it is safe anywhere.

use crate::ast::{BLANKS, HOLE};
use crate::format::spot::{Spot, Within};

/// A line break that the reader sees.
pub(super) const LINE_BREAK: &str = " +\n";

/// The reference to a character. Asciidoctor knows those of two digits and more.
pub(super) fn reference(c: char) -> String {
    format!("&#{:02};", u32::from(c))
}

/// The text in a paragraph, a heading or a cell.
pub(super) fn escape(text: &str, spot: &Spot) -> String {
    let begins = spot.begins_line && spot.before.is_none_or(char::is_whitespace);
    let text = if begins { text.trim_start_matches(BLANKS) } else { text };
    // Of these letters, the author's brackets would make a sign.
    let is_sign = matches!(text, "C" | "R" | "TM") && spot.before == Some('(') && spot.after == Some(')');
    let hostile = if spot.begins_line { hostile(text, spot) } else { is_sign.then_some(0) };
    let mut out = String::with_capacity(text.len() + 8);
    let is_inside = matches!(spot.within, Within::Code | Within::Brackets);
    let (mut before, mut end_of_address) = (None, 0);
    for (at, c) in text.char_indices() {
        let rest = text.get(at..).unwrap_or_default();
        if before.or(spot.before).is_none_or(char::is_whitespace) && !is_inside {
            end_of_address = at + address(rest, spot.after).len();
        }
        let next = rest.chars().nth(1);
        let begins_name = next.is_some_and(|c| c.is_ascii_alphabetic());
        match c {
            _ if at < end_of_address => out.push(c),
            ' ' | '\t' | '\n' => {
                let is_sign = |c: Option<char>| spot.is_value && c.is_some_and(|c| c.is_ascii_punctuation());
                let is_kept =
                    before.is_none() && is_sign(spot.before) || next.is_none() && is_sign(spot.after);
                out.push_str(if is_kept { "&#32;" } else { " " });
            }
            '\'' if before.is_some_and(|c| c.is_ascii_alphanumeric()) && begins_name => out.push_str("\\'"),
            _ if hostile == Some(at) || is_markup(before, rest, spot) => out.push_str(&reference(c)),
            _ => out.push(c),
        }
        before = Some(c);
    }
    // The author's `;` would make the term of a list of this reference.
    out.push_str(if out.ends_with(';') && spot.after == Some(';') { "{empty}" } else { "" });
    out
}

/// Whether the first character could be markup: a sign that has a meaning of its own, or beside another sign.
fn is_markup(inner: Option<char>, text: &str, spot: &Spot) -> bool {
    let mut chars = text.chars();
    let (Some(c), inner_next) = (chars.next(), chars.next()) else { return false };
    let (before, next) = (inner.or(spot.before), inner_next.or(spot.after));
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let is_space = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let is_calm = |c: Option<char>| {
        is_space(c) || c.is_some_and(|c| c.is_alphanumeric() || (!c.is_ascii() && c != HOLE))
    };
    let is_sign = ["(C)", "(R)", "(TM)"].iter().any(|sign| text.starts_with(sign));
    match c {
        _ if !c.is_ascii_punctuation() || matches!(c, '%' | '}') => false,
        '_' => !(is_word(inner) && is_word(inner_next)),
        '\'' => !is_calm(before) || !is_calm(next) || !(is_space(before) || is_space(next)),
        // The brackets of `xref:` may be far away.
        ':' if !is_space(next) => !(is_digit(before) && is_digit(next)),
        '&' => !(is_space(before) && inner_next == Some(' ')),
        '(' => !is_calm(before) || inner_next.is_none() || !is_calm(next) || is_sign,
        ',' | '=' | '"' if spot.within == Within::Brackets => true,
        // Asciidoctor omits signs at the end of a title that are those in front.
        '=' => !is_calm(before) || next.is_none() || !is_calm(next),
        '.' | ',' | ':' | '!' | '?' => before == Some(c) || before == Some(HOLE) || !is_calm(next),
        ';' | '/' | ')' | '-' | '"' | '$' => !is_calm(before) || !is_calm(next),
        _ => true,
    }
}

fn is_digit(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_ascii_digit())
}

/// The address that a text begins with, if Asciidoctor makes a link of exactly that.
fn address(text: &str, after: Option<char>) -> &str {
    let word = text.split(char::is_whitespace).next().unwrap_or_default();
    let is_whole = word.len() < text.len() || after.is_none_or(char::is_whitespace);
    let address = word.trim_end_matches(['.', ',', ';', ':', '!', '?', ')']);
    let path =
        address.strip_prefix("https://").or_else(|| address.strip_prefix("http://")).unwrap_or_default();
    let mut signs = path.split(|c: char| c.is_ascii_alphanumeric());
    let is_plain =
        |sign: &str| matches!(sign, "" | "/" | "." | "-" | "_" | "?" | "=" | "&" | "%" | "#" | "/?" | "/#");
    let is_plain = signs.all(is_plain) && path.matches('#').count() < 2;
    let ends = path.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '/');
    if is_whole && is_plain && ends { address } else { "" }
}

/// Where the character is that would make a block of the text.
fn hostile(text: &str, spot: &Spot) -> Option<usize> {
    block_start(text).or_else(|| block_start(&spot.with_sign(text)?).map(|_| 0))
}

/// Where the character is that would make a block of the text: a sign, or the one behind the number of a list or the label of an
/// admonition.
fn block_start(text: &str) -> Option<usize> {
    let word = text.len() - text.trim_start_matches(|c: char| c.is_ascii_alphanumeric()).len();
    let (word, behind) = text.split_at_checked(word)?;
    let mut behind = behind.chars();
    let (c, next) = (behind.next()?, behind.next());
    let is_label = matches!(word, "NOTE" | "TIP" | "IMPORTANT" | "WARNING" | "CAUTION");
    let is_block = match c {
        '-' if word.is_empty() => !is_digit(next),
        // A page that begins with U+FEFF has none.
        _ if word.is_empty() => c.is_ascii_punctuation() || matches!(c, '\u{2022}' | '\u{feff}'),
        _ if next.is_some_and(|c| !c.is_whitespace()) => false,
        ':' => is_label,
        '.' | ')' => word.len() == 1 || word.chars().all(|c| c.is_ascii_digit() || "ivxIVX".contains(c)),
        _ => false,
    };
    is_block.then_some(word.len())
}
