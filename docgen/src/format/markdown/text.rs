//! Plain text in prose: a backslash before what would be markup, and before nothing else, so that pages stay readable.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::Flavour;
use super::flavour::Sign;
use crate::ast::{self, BLANKS, HOLE};
use crate::format::{Place, Position};

/// The text in a paragraph, a heading or a cell.
pub(super) fn escape(text: &str, around: Position<'_>, flavour: Flavour) -> String {
    let begins_line = around.begins_line();
    let text = if around.is_first() { text.trim_start_matches(BLANKS) } else { text };
    let text = if around.ends_line() { text.trim_end_matches([' ', '\t']) } else { text };
    let block = if begins_line { block_start(text) } else { None };
    let is_heading = around.place == Place::Heading;
    let (open, close) = flavour.shield(text);
    let around = Position { after: close.chars().next().or(around.after), ..around };
    let mut out = Writer { out: String::with_capacity(text.len() + 8), word: open.len(), flavour };
    out.out.push_str(open);
    let free = free_brackets(text, around, begins_line);
    let mut before = around.before.chars().next_back();
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        let words = if at > 0 { words(rest) } else { "" };
        if !words.is_empty() {
            out.words(words);
            before = words.chars().next_back();
            at += words.len();
            continue;
        }
        let Some(c) = rest.chars().next() else { break };
        let (is_first, is_last) = (at == 0, rest.len() == c.len_utf8());
        let is_stripped = flavour.strips_spaces() && !c.is_ascii() && (is_first || is_last);
        let is_at_edge = (is_first && around.begins_emphasis()) || (is_last && around.ends_emphasis());
        let sign = Sign {
            c,
            before,
            next: rest.chars().nth(1).or(around.after),
            text: (text.get(..at).unwrap_or_default(), rest),
            begins_line: begins_line && around.is_first(),
            line: around.start.map(|_| around.before),
        };
        match c {
            _ if at == 0 && around.is_escaped() && c.is_ascii_punctuation() => out.push(c),
            '\n' => out.line_break(),
            _ if is_space(c) && (is_at_edge || is_stripped) => out.reference(c),
            '#' if is_heading && (at == 0 || ends_heading(before, rest)) => out.escaped(c),
            // A page that begins with it has none.
            '\u{feff}' if at == 0 && around.before.is_empty() => out.reference(c),
            _ if at == 0 && around.joins(c, flavour, begins_line, text) => out.reference(c),
            '[' | ']' if free.contains(&at) && Some(at) != block => out.push(c),
            _ if block == Some(at) => out.escaped(c),
            _ if is_markup(sign, around, flavour) || flavour.is_markup(sign) => out.escaped(c),
            _ => out.push(c),
        }
        before = if c == '\n' { flavour.line_break().chars().next_back() } else { Some(c) };
        at += c.len_utf8();
    }
    out.finish_word(around.ends_address());
    out.out + close
}

/// The letters, digits and spaces that a text begins with and that are markup to no reader: all but a space at the end.
fn words(text: &str) -> &str {
    let is_sign = |c: u8| !c.is_ascii_alphanumeric() && c != b' ';
    let end = text.bytes().position(is_sign);
    let words = text.get(..end.unwrap_or(text.len())).unwrap_or_default();
    if end.is_none() { words.trim_end_matches(' ') } else { words }
}

/// Whether some reader takes a character for a space.
fn is_space(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}'
}

struct Writer {
    out: String,
    /// Where the current word begins.
    word: usize,
    flavour: Flavour,
}

impl Writer {
    fn words(&mut self, words: &str) {
        let (first, rest) = words.split_once(' ').map_or((words, None), |(first, rest)| (first, Some(rest)));
        self.out.push_str(first);
        if let Some(rest) = rest {
            self.finish_word(true);
            // No other word has a sign in it.
            self.out.extend([" ", rest]);
            self.word = self.out.len() - rest.rfind(' ').map_or(rest.len(), |space| rest.len() - space - 1);
        }
    }

    fn push(&mut self, c: char) {
        if matches!(c, ' ' | '\t') {
            self.finish_word(true);
        }
        self.out.push(c);
        if matches!(c, ' ' | '\t') {
            self.word = self.out.len();
        }
    }

    fn escaped(&mut self, c: char) {
        self.out.push_str(&self.flavour.escaped(c));
    }

    fn reference(&mut self, c: char) {
        let backslashes = self.out.len() - self.out.trim_end_matches('\\').len();
        self.out.push_str(if backslashes % 2 == 1 { "\\" } else { "" });
        // Writing to a `String` cannot fail.
        let _ = write!(self.out, "&#{};", u32::from(c));
    }

    fn line_break(&mut self) {
        self.finish_word(true);
        self.out.push_str(self.flavour.line_break());
        self.word = self.out.len();
    }

    /// In an address that GitHub would make a link of, a backslash stands for itself: such an address becomes none.
    fn finish_word(&mut self, is_whole: bool) {
        let word = self.out.get(self.word..).unwrap_or_default();
        // VitePress ends an address before another one, and takes what is left of that for a smiley.
        let is_doubled = self.flavour == Flavour::VitePress && word.matches("://").count() > 1;
        let has = |signs: [u8; 2]| word.bytes().any(|c| signs.contains(&c));
        if (is_whole && !has(*b"\\&") && !is_doubled) || !has(*b":.") {
            return;
        }
        let plain = without_addresses(word, self.flavour);
        self.out.truncate(self.word);
        self.out.push_str(&plain);
    }
}

/// A word in which `://` and `www.` are none.
fn without_addresses(word: &str, flavour: Flavour) -> String {
    let mut out = word.to_owned();
    for (at, host) in word.to_ascii_lowercase().rmatch_indices("www.") {
        out.replace_range(at + host.len() - 1..at + host.len(), &flavour.escaped('.'));
    }
    out.replace("\\://", "://").replace("://", &format!("{}//", flavour.escaped(':')))
}

/// Whether the character would be markup to all readers.
fn is_markup(sign: Sign<'_>, around: Position<'_>, flavour: Flavour) -> bool {
    let Sign { c, before, next, text: (_, rest), .. } = sign;
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let is_space = |c: Option<char>| matches!(c, Some(' ' | '\t'));
    let is_unknown = next == Some(HOLE);
    match c {
        '\\' => is_unknown || next.is_none_or(|c| c.is_ascii_punctuation() || c == '\n'),
        '`' | '[' | ']' => true,
        '*' => around.is_marked || flavour.escapes_loose_signs() || !(is_space(before) && is_space(next)),
        '_' if is_word(before) && is_word(next) => false,
        // What begins emphasis ends none, and all that could end it is escaped.
        '_' | '~' => {
            let begins = before.is_none_or(char::is_whitespace) && (is_word(next) || is_space(next));
            around.is_marked || !begins || (flavour.escapes_loose_signs() && !(c == '~' && flavour.is_mdx()))
        }
        '|' => around.is_cell(),
        '<' => is_unknown || begins_tag(rest, next),
        '&' => is_unknown || begins_reference(rest, around.after),
        '!' => is_unknown || (next == around.after && next == Some('[')),
        '^' => before == Some('['),
        _ => false,
    }
}

/// The brackets that make no link, footnote or box, since they are closed and nothing follows that would belong to them.
fn free_brackets(text: &str, around: Position<'_>, begins_line: bool) -> BTreeSet<usize> {
    let mut free = BTreeSet::new();
    for (open, _) in text.match_indices('[').filter(|_| !around.is_marked) {
        let (above, inside) = text.split_at(open);
        let Some((inside, behind)) =
            inside.get(1..).and_then(|inside| inside.split_once(['[', ']', '`', '<', '\n']))
        else {
            continue;
        };
        let close = open + 1 + inside.len();
        let before = above.chars().next_back().or(around.before.chars().next_back());
        // The page may define an address for it.
        let is_reference = !around.is_value && free.contains(&open.wrapping_sub(1)) && before == Some(']');
        let is_alone = match behind.chars().next().or(around.after) {
            Some('[') => !around.is_value,
            next => next.is_none_or(|c| {
                c.is_whitespace() || matches!(c, '.' | ',' | ';' | '!' | '?' | ')' | '"' | '\'')
            }),
        };
        let is_box = begins_line && above.trim().is_empty() && inside.trim().len() < 2;
        let word = above.rsplit(char::is_whitespace).next().unwrap_or_default();
        let is_in_address = word.contains("://") || word.to_ascii_lowercase().contains("www.");
        let is_free = text.get(close..).is_some_and(|close| close.starts_with(']'))
            && is_alone
            && !is_box
            && !is_in_address
            && (!inside.trim().is_empty() || is_reference)
            && !inside.starts_with(['^', '!'])
            && !inside.eq_ignore_ascii_case("toc")
            && !inside.ends_with('\\')
            && !matches!(before, Some('!' | '[' | '\\'))
            && (before != Some(']') || is_reference);
        if is_free {
            free.extend([open, close]);
        }
    }
    free
}

/// Whether a `&` begins a character reference, or would with what follows.
fn begins_reference(rest: &str, after: Option<char>) -> bool {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '#';
    let name = rest.get(1..).unwrap_or_default();
    let behind = name.trim_start_matches(is_name);
    let next = behind.chars().next().or(after);
    let is_open = behind.is_empty() && next.is_some_and(|c| is_name(c) || c == HOLE);
    let is_whole = behind.len() < name.len() && next == Some(';');
    is_open || is_whole
}

/// Whether a `<` begins an element, or an address of mail, which has no blanks.
fn begins_tag(rest: &str, next: Option<char>) -> bool {
    ast::begins_tag(rest)
        || next.is_some_and(|c| !c.is_whitespace()) && !rest.chars().take(4).any(char::is_whitespace)
}

/// Where a backslash is put into a text that would begin a block: `# `, `1. `.
fn block_start(text: &str) -> Option<usize> {
    let is_rule = text.starts_with("_ ") || text.starts_with("__");
    if is_rule || text.starts_with(['#', '*', '+', '-', '>', '=', ':', '|']) {
        return Some(0);
    }
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let behind = text.get(digits..)?.strip_prefix(['.', ')'])?;
    behind.chars().next().is_none_or(char::is_whitespace).then_some(digits)
}

/// Whether the `##` at the end of a heading begins here, which is not part of its text.
fn ends_heading(before: Option<char>, rest: &str) -> bool {
    matches!(before, Some(' ' | '\t')) && rest.trim_end_matches([' ', '\t']).chars().all(|c| c == '#')
}
