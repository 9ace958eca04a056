//! Plain text in prose: a character reference for what would be markup, and for nothing else, so that pages stay readable.
//!
//! No substitution reads a reference (Asciidoctor restores them after the last one that could), so it is safe anywhere.

use crate::ast::HOLE;

/// A place in prose.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Spot {
    /// The character in front, or a hole; nothing at the start of a line.
    pub(super) before: Option<char>,
    pub(super) after: Option<char>,
    /// Where markup could begin a block.
    pub(super) begins_line: bool,
    /// A heading, for instance.
    pub(super) on_one_line: bool,
    pub(super) place: Place,
}

/// What a text is between.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    #[default]
    Text,
    /// The signs of code, beside which spaces are kept.
    Code,
    /// The brackets of a macro.
    Brackets,
}

/// A line break that the reader sees.
pub(super) const LINE_BREAK: &str = " +\n";

/// The reference to a character. Asciidoctor knows those of two digits and more.
pub(super) fn reference(c: char) -> String {
    format!("&#{:02};", u32::from(c))
}

/// The text in a paragraph, a heading or a cell.
pub(super) fn escape(text: &str, spot: &Spot) -> String {
    let text = if spot.begins_line { text.trim_start_matches([' ', '\t', '\n']) } else { text };
    let mut out = String::with_capacity(text.len() + 8);
    // Of these letters, the author's brackets would make a sign.
    let is_sign = matches!(text, "C" | "R" | "TM") && spot.before == Some('(') && spot.after == Some(')');
    let hostile = if spot.begins_line { block_start(text) } else { None };
    let hostile = if is_sign { Some(0) } else { hostile };
    let has_address = text.contains("://") || text.contains('@');
    let mut writer = Writer { spot, has_address, out: &mut out };
    let (mut before, mut rest) = (None, text);
    for word in text.split_inclusive(char::is_whitespace) {
        let from = writer.out.len();
        for c in word.chars() {
            let is_hostile = hostile == Some(text.len() - rest.len());
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
            writer.write(before, c, rest, is_hostile);
            before = Some(c);
        }
        writer.finish_address(word, from);
    }
    // The author's `;` would make the term of a list of this reference.
    if out.ends_with(';') && spot.after == Some(';') {
        out.push_str("{empty}");
    }
    out
}

struct Writer<'w> {
    spot: &'w Spot,
    /// Whether a backslash may stand in front of one.
    has_address: bool,
    out: &'w mut String,
}

impl Writer<'_> {
    fn write(&mut self, before: Option<char>, c: char, rest: &str, is_hostile: bool) {
        let next = rest.chars().next();
        match c {
            _ if c.is_ascii_alphanumeric() && !is_hostile => self.out.push(c),
            '{' if !is_hostile && is_attribute(rest) => self.out.push_str("\\{"),
            '\'' if is_ascii_word(before) && next.is_some_and(|c| c.is_ascii_alphabetic()) => {
                self.out.push_str("\\'");
            }
            ' ' | '\t' | '\n' => {
                let is_kept = self.spot.place == Place::Code && (before.is_none() || next.is_none());
                self.out.push_str(if is_kept { "&#32;" } else { " " });
            }
            _ if is_hostile || self.is_markup(before, c, rest) => self.out.push_str(&reference(c)),
            _ => self.out.push(c),
        }
    }

    /// Whether a character would be markup between its neighbours.
    fn is_markup(&self, inner: Option<char>, c: char, rest: &str) -> bool {
        let inner_next = rest.chars().next();
        let (before, next) = (inner.or(self.spot.before), inner_next.or(self.spot.after));
        let is = |neighbour: Option<char>, c: char| neighbour == Some(c) || neighbour == Some(HOLE);
        let is_blank = |c: Option<char>| c == Some(' ');
        let is_edge = next.is_none() || next == Some(HOLE);
        match c {
            '*' | '_' | '`' | '#' | '+' => {
                let is_in_word = is_word(inner) && is_word(inner_next);
                let stands_free = is_blank(inner) && is_blank(inner_next) && rest.len() > 1;
                !is_in_word && !stands_free
            }
            '^' | '~' | '[' | ']' | '|' => true,
            '{' => !matches!(next, Some(' ' | '"' | '}')),
            '\\' => self.has_address || !is_word(inner_next),
            '-' => is(before, '-') || (inner_next.is_none() && (is(next, '-') || is(next, '>'))),
            '.' => is(before, '.') && is(next, '.'),
            '(' => {
                is(next, '(')
                    || is(before, '(')
                    || is_edge
                    || ["C)", "R)", "TM)"].iter().any(|sign| rest.starts_with(sign))
            }
            '<' => is_edge || matches!(next, Some('<' | '-' | '=')) || self.has_address,
            '>' => matches!(before, None | Some('-' | '=' | HOLE)) || self.spot.place == Place::Brackets,
            '&' => is_edge || begins_entity(rest),
            '\'' => is(before, '`') || is(next, '`') || (may_be_word(before) && may_be_word(next)),
            '"' => self.spot.place == Place::Brackets || is(before, '`') || is(next, '`'),
            '$' => is(before, '$') || is(next, '$'),
            ':' => self.is_colon_markup(before, next, rest),
            ';' => {
                (is(before, ';') || self.out.ends_with(';'))
                    && (is_edge || is_blank(next) || next == Some(';'))
            }
            ',' | '@' => self.spot.place == Place::Brackets,
            // Asciidoctor omits signs at the end of a title that are those in front.
            '=' => self.spot.place == Place::Brackets || next.is_none(),
            _ => false,
        }
    }

    /// `::` ends the term of a list, `xref:` may have its brackets far away.
    fn is_colon_markup(&self, before: Option<char>, next: Option<char>, rest: &str) -> bool {
        let ends_word = matches!(next, None | Some(' ' | '\t' | HOLE));
        (matches!(before, Some(':' | HOLE)) && (ends_word || rest.is_empty()))
            || (rest.is_empty() && matches!(next, Some(':' | HOLE)))
            || (self.spot.place == Place::Brackets && rest.starts_with("//"))
            || (!ends_word && ends_with_macro(self.out))
    }

    /// A reference at the end of an address would be taken apart: such an address becomes no link.
    fn finish_address(&mut self, word: &str, from: usize) {
        let is_open = !word.ends_with(char::is_whitespace) && self.spot.after == Some(HOLE);
        let word = word.trim_end();
        let written = self.out.get(from..).unwrap_or_default();
        // Asciidoctor cuts the `;` off an address that it has made end with `&amp;` or `&gt;`.
        let is_cut = |part: &str| !part.starts_with(|c: char| c.is_ascii_alphanumeric());
        let is_cut = word.contains('>') || word.split('&').skip(1).any(is_cut);
        if word.contains("://") && (written.trim_end() != word || is_open || is_cut) {
            let plain = written.replace("://", "&#58;//");
            self.out.truncate(from);
            self.out.push_str(&plain);
        }
    }
}

/// Whether the name of a macro was written, whose brackets may be far away.
pub(super) fn ends_with_macro(written: &str) -> bool {
    let names = ["image", "icon", "xref", "link", "mailto", "menu", "pass", "footnote"];
    names.iter().any(|name| written.ends_with(name))
}

/// What both Ruby and Rust take for a character of a word, and no substitution reads.
fn is_word(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_ascii_digit() || c.is_alphabetic())
}

fn is_ascii_word(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_ascii_alphanumeric())
}

fn may_be_word(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_ascii_alphanumeric() || !c.is_ascii())
}

/// Whether what follows a `&` is the rest of a reference, or would be with what the author wrote.
fn begins_entity(rest: &str) -> bool {
    let behind = rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '#');
    behind.len() < rest.len() && (behind.is_empty() || behind.starts_with(';'))
}

/// Whether what follows a `{` is a name and `}`.
fn is_attribute(rest: &str) -> bool {
    let name = rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    name.starts_with('}') && rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_')
}

/// Where the character is that would make a block of the text.
fn block_start(text: &str) -> Option<usize> {
    let mut chars = text.chars();
    let first = chars.next()?;
    let next = chars.next();
    let ends = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let is_hostile = match first {
        '=' | '-' | '*' | '+' | '|' | '/' | '\'' | '"' | '<' => {
            ends(next) || next == Some(first) || next == Some('=')
        }
        ',' | '!' => next == Some('='),
        // A page that begins with U+FEFF has none.
        '.' | ':' | '#' | '`' | '[' | '^' | '~' | '_' | '\u{feff}' => true,
        '\u{2022}' => ends(next),
        _ => false,
    } || (first == '<' && next.is_some_and(|c| c.is_ascii_digit() || c == '.'));
    if is_hostile { Some(0) } else { marker(text) }
}

/// Where the sign behind the number of a list, or behind the label of an admonition is.
fn marker(text: &str) -> Option<usize> {
    let word = text.len() - text.trim_start_matches(|c: char| c.is_ascii_alphanumeric()).len();
    let (word, behind) = text.split_at_checked(word)?;
    let mut behind = behind.chars();
    let (sign, ends) = (behind.next()?, behind.next().is_none_or(char::is_whitespace));
    let is_number = word.chars().all(|c| c.is_ascii_digit()) || word.len() == 1;
    let is_marker = match sign {
        '.' => is_number,
        ')' => word.chars().all(|c| "IVXivx".contains(c)),
        ':' => ["NOTE", "TIP", "IMPORTANT", "CAUTION", "WARNING"].contains(&word),
        _ => false,
    };
    (ends && is_marker && !word.is_empty()).then_some(word.len())
}
