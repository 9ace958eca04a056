//! Inline literals, which know no escapes, and the role that stands for them where that is not enough.

use super::text::{Spot, Within, escape, is_break};

/// A literal; nothing if there is nothing in it. Blanks at its ends, which a literal cannot have, are left out.
pub(super) fn literal(content: &str, before: Option<char>) -> String {
    let content = content.replace(is_break, " ").replace('\t', " ");
    let content = content.trim();
    if content.is_empty() {
        return String::new();
    }
    // Between brackets or quotes of a pair, the signs would be no markup.
    let is_quoted = before.is_some_and(|c| !c.is_whitespace()) && !content.starts_with(char::is_alphanumeric);
    if content.contains("``") || content.starts_with('`') || content.ends_with(['`', '\\']) || is_quoted {
        return format!(":literal:`{}`", escape(content, &Spot { within: Within::Role, ..Spot::default() }));
    }
    format!("``{content}``")
}

/// A literal that keeps its distance from letters.
pub(super) fn span(content: &str, spot: &Spot) -> String {
    apart(&literal(content, spot.before), spot)
}

/// Inline markup with `\ ` where letters are too near for it to be markup (reStructuredText, "Inline markup recognition rules").
pub(super) fn apart(markup: &str, spot: &Spot) -> String {
    if markup.is_empty() {
        return String::new();
    }
    let is_open = spot.before.is_none_or(|c| c.is_whitespace() || matches!(c, '-' | '/' | ':' | '('));
    let is_closed = spot.after.is_none_or(|c| {
        c.is_whitespace()
            || matches!(c, '\'' | '"' | ')' | ']' | '}' | '>' | '-' | '/' | ':' | '.' | ',' | ';' | '!' | '?')
    });
    format!("{}{markup}{}", if is_open { "" } else { "\\ " }, if is_closed { "" } else { "\\ " })
}
