//! Values in the front matter of a page, which is YAML: a value is the same text in every scalar.
//!
//! A scalar without quotes that would be read as another text, or as a number, gets quotes around all of it.

mod plain;

use self::plain::Words;
use super::place::HOLE;
use super::{Piece, filled};
use crate::markup::holes::filled_with;

/// The front matter, with its fences, and values in its holes.
pub(super) fn block<'p>(text: &str, values: &mut impl Iterator<Item = Piece<'p>>) -> String {
    let mut values = values.by_ref().take(text.matches(HOLE).count());
    let out = String::with_capacity(text.len() + 8);
    let mut writer = Writer { text, at: 0, values: &mut values, out, least: 0, depth: 0 };
    writer.fill(writer.line_end(0));
    while let Some(c) = writer.peek(0) {
        writer.read(c);
    }
    writer.out
}

struct Writer<'t, 'v, 'p> {
    text: &'t str,
    at: usize,
    values: &'v mut dyn Iterator<Item = Piece<'p>>,
    out: String,
    /// How far the lines are indented at least that belong to the last key or item.
    least: usize,
    /// How many brackets are open.
    depth: usize,
}

impl<'t> Writer<'t, '_, '_> {
    fn read(&mut self, c: char) {
        let in_flow = self.depth > 0;
        let ends_word = plain::ends_word(self.peek(c.len_utf8()), in_flow);
        let before = self.text.get(..self.at).unwrap_or_default();
        match c {
            '#' if before.ends_with(is_blank) => self.fill(self.line_end(self.at)),
            '"' | '\'' => self.quoted(c),
            '[' | '{' => {
                self.depth += 1;
                self.fill(self.at + 1);
            }
            ']' | '}' => {
                self.depth = self.depth.saturating_sub(1);
                self.fill(self.at + 1);
            }
            '-' | '?' if ends_word && !in_flow => {
                self.least = self.column() + 1;
                self.fill(self.at + 1);
            }
            ':' if ends_word || (in_flow && before.ends_with(['"', '\''])) => self.fill(self.at + 1),
            '?' if ends_word => self.fill(self.at + 1),
            '|' | '>' if !in_flow => self.block_scalar(),
            // A tag, an anchor or an alias.
            '!' | '&' | '*' => {
                let length = self.rest().find(|c| is_blank(c) || (in_flow && plain::is_flow(c)));
                self.fill(length.map_or(self.text.len(), |length| self.at + length));
            }
            ',' if in_flow => self.fill(self.at + 1),
            c if is_blank(c) => self.fill(self.at + 1),
            _ => self.plain(),
        }
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self, behind: usize) -> Option<char> {
        self.rest().get(behind..)?.chars().next()
    }

    /// How much stands before this on its line.
    fn column(&self) -> usize {
        let before = self.text.get(..self.at).unwrap_or_default();
        before.rsplit('\n').next().unwrap_or_default().chars().count()
    }

    fn line_end(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        rest.find('\n').map_or(self.text.len(), |end| at + end)
    }

    /// Goes on to there, with values as they are but on one line.
    fn fill(&mut self, to: usize) {
        self.fill_with(to, |value| value.replace('\n', " "));
    }

    fn fill_with(&mut self, to: usize, escape: impl Fn(&str) -> String) {
        let text = self.text.get(self.at..to).unwrap_or_default();
        self.out.push_str(&filled_with(text, self.values, |value| escape(&super::plain(value))));
        self.at = to.max(self.at + 1);
    }

    fn quoted(&mut self, quote: char) {
        let column = self.column();
        let mut chars = self.rest().char_indices().skip(1).peekable();
        let mut end = self.text.len();
        while let Some((at, c)) = chars.next() {
            match c {
                '\\' if quote == '"' => drop(chars.next()),
                '\'' if quote == '\'' && chars.next_if(|(_, next)| *next == '\'').is_some() => {}
                c if c == quote => {
                    end = self.at + at + 1;
                    break;
                }
                _ => {}
            }
        }
        if quote == '"' {
            self.fill_with(end, plain::double_quoted);
        } else {
            self.fill_with(end, |value| value.replace('\'', "''").replace('\n', " "));
        }
        if self.depth == 0 && self.rest().trim_start_matches(' ').starts_with(':') {
            self.least = column + 1;
        }
    }

    /// Text behind `|` or `>`, with all lines that are indented.
    fn block_scalar(&mut self) {
        let mut end = self.line_end(self.at);
        while let Some(line) = self.text.get(end + 1..self.line_end(end + 1)) {
            if !line.trim().is_empty() && !self.belongs(line) {
                break;
            }
            end = self.line_end(end + 1);
        }
        self.fill(end);
    }

    /// Whether a line is indented far enough for the last key or item.
    fn belongs(&self, line: &str) -> bool {
        let indentation = line.len() - line.trim_start_matches(' ').len();
        (self.depth > 0 || indentation >= self.least) && !line.starts_with("---") && !line.starts_with("...")
    }

    /// A scalar without quotes.
    fn plain(&mut self) {
        let in_flow = self.depth > 0;
        let (end, sign) = self.plain_end();
        if !in_flow && sign == Some(':') {
            self.least = self.column() + 1;
        }
        let template = self.text.get(self.at..end).unwrap_or_default();
        if !template.contains(HOLE) {
            return self.fill(end);
        }
        let values: Vec<_> = self.values.take(template.matches(HOLE).count()).collect();
        let (said, words) = said(template, &values);
        let is_marker = self.column() == 0 && (said.starts_with("---") || said.starts_with("..."));
        let is_item = sign == Some(',') || (in_flow && self.out.trim_end().ends_with(','));
        let is_exact = if said.is_empty() {
            !is_item
        } else {
            // Blanks at the ends of lines are none.
            let loses_blanks = template.contains('\n') && said.contains("  ");
            !loses_blanks && plain::is_exact(&said, words, in_flow)
        };
        if is_exact && !is_marker {
            self.out.push_str(&filled(template, &mut values.into_iter()));
        } else {
            self.out.extend(["\"", &plain::double_quoted(&said), "\""]);
        }
        self.at = end;
    }

    /// Where a scalar without quotes ends that begins here, and the sign that ends it.
    fn plain_end(&self) -> (usize, Option<char>) {
        let in_flow = self.depth > 0;
        let (mut end, mut sign) = self.line_of_plain(self.at);
        let mut line = self.line_end(self.at) + 1;
        while let Some(text) = self.text.get(line..self.line_end(line)).filter(|_| sign.is_none()) {
            let is_comment = text.trim_start().starts_with('#');
            let start = line + text.len() - text.trim_start().len();
            line += text.len() + 1;
            if text.trim().is_empty() {
                continue;
            }
            if is_comment || !self.belongs(text) {
                break;
            }
            let (line_end, line_sign) = self.line_of_plain(start);
            // It is a key of its own.
            if !in_flow && line_sign == Some(':') {
                break;
            }
            end = if line_end > start { line_end } else { end };
            sign = line_sign;
        }
        (end, sign)
    }

    /// Up to where a line of such a scalar goes that begins here.
    fn line_of_plain(&self, start: usize) -> (usize, Option<char>) {
        let line = self.text.get(start..self.line_end(start)).unwrap_or_default();
        let sign = plain::end(line, start == self.at, self.depth > 0);
        let (length, sign) = sign.map_or((line.len(), None), |(at, sign)| (at, Some(sign)));
        let text = line.get(..length).unwrap_or_default();
        (start + text.trim_end_matches(is_blank).len(), sign)
    }
}

/// What a scalar of the author's says, its lines joined, and whose words these are. Blanks beside nothing are nothing.
fn said(template: &str, values: &[Piece<'_>]) -> (String, Words) {
    let mut folded = String::with_capacity(template.len());
    for (at, line) in template.split('\n').enumerate() {
        let line = if at > 0 { line.trim_matches(is_blank) } else { line.trim_end_matches(is_blank) };
        match line {
            "" => folded.push('\n'),
            _ if at > 0 && !folded.ends_with('\n') => folded.extend([" ", line]),
            _ => folded.push_str(line),
        }
    }
    let mut parts = folded.split(HOLE);
    let mut text = parts.next().unwrap_or_default().to_owned();
    for (part, value) in parts.zip(values) {
        if !super::plain(*value).is_empty() {
            text.push(HOLE);
        }
        text.push_str(part);
    }
    let text = text.trim_matches(is_blank);
    let mut values = values.iter().copied().filter(|value| !super::plain(*value).is_empty());
    let words = match text.matches(HOLE).count() {
        0 => Words::Author,
        _ if text.chars().eq([HOLE]) => Words::Value,
        _ => Words::Both,
    };
    (filled(text, &mut values), words)
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\n')
}
