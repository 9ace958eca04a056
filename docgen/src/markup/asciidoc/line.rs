//! Values on a line of prose, with what the author wrote around them.

use super::text::{self, Spot};
use super::{HOLE, address, code, plain, prose};
use crate::markup::{Piece, tree};

/// Where on a line the author is.
#[derive(Debug)]
pub(super) struct Line {
    in_cell: bool,
    kind: Kind,
    brackets: usize,
    /// Between `<<` and `>>`.
    in_reference: bool,
    /// Whether nothing but markers of lists and cells was read.
    begins: bool,
    /// What was read since the last blank.
    word: String,
    /// Signs that switch markup off until they come again.
    pass: Option<&'static str>,
    before: Option<char>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Flow,
    /// Where text could not go on in a further line.
    Single,
    /// A heading, which a sign at its start may end as well, or a list of attributes.
    Delimited,
}

impl Line {
    pub(super) fn new(line: &str, in_cell: bool) -> Self {
        let start = line.trim_start();
        let is_heading =
            start.starts_with(['=', '#']) && start.trim_start_matches(['=', '#']).starts_with(' ');
        let is_attribute = start.starts_with(':');
        let is_list_of_attributes = start.starts_with('[') && line.trim_end().ends_with(']');
        let is_title = start.strip_prefix('.').is_some_and(|title| !title.starts_with([' ', '.']));
        let is_term = ["::", ";;"].iter().any(|sign| {
            start
                .split(HOLE)
                .skip(1)
                .any(|part| part.contains(&format!("{sign} ")) || part.trim_end().ends_with(sign))
        });
        let kind = match () {
            () if in_cell => Kind::Flow,
            () if is_heading || is_list_of_attributes => Kind::Delimited,
            () if is_attribute || is_title || is_term => Kind::Single,
            () => Kind::Flow,
        };
        Self {
            in_cell,
            kind,
            brackets: 0,
            in_reference: false,
            begins: true,
            word: String::new(),
            pass: None,
            before: None,
        }
    }

    pub(super) fn write(mut self, line: &str, values: &mut dyn Iterator<Item = Piece<'_>>) -> String {
        let mut out = String::with_capacity(line.len() * 2);
        let mut parts = line.split(HOLE).peekable();
        let first = parts.next().unwrap_or_default();
        out.push_str(first);
        self.read(first);
        while let Some(part) = parts.next() {
            let after = part.chars().next().or_else(|| parts.peek().is_some().then_some(HOLE));
            let value = values.next();
            let skipped = match value {
                Some(value) if self.is_tightly_passed(part) && !code::may_pass(&plain(value)) => {
                    out.pop();
                    out.push_str(&text::escape(&plain(value), &self.spot(Some('+'))));
                    1
                }
                Some(value) => {
                    out.push_str(&self.value(value, part, after));
                    0
                }
                None => 0,
            };
            out.push_str(part.get(skipped..).unwrap_or_default());
            self.read_hole();
            self.read(part);
        }
        out
    }

    /// Whether the value stands alone between two `+`.
    fn is_tightly_passed(&self, part: &str) -> bool {
        self.pass == Some("+") && self.before == Some('+') && part.starts_with('+')
    }

    fn value(&self, value: Piece<'_>, part: &str, after: Option<char>) -> String {
        if let Some(sign) = self.pass {
            let value = plain(value).replace('\n', " ");
            return match sign {
                "+++" => code::in_html(&value),
                _ if self.in_cell => value.replace('|', "\\|"),
                _ => value,
            };
        }
        let value_is_address = part.starts_with('[') && plain(value).contains("://");
        if value_is_address || self.is_address() {
            return address::escape(&plain(value));
        }
        self::value(value, &self.spot(after.filter(|c| *c != '\n')))
    }

    fn spot(&self, after: Option<char>) -> Spot {
        Spot {
            before: self.before,
            after,
            begins_line: self.begins,
            on_one_line: self.kind != Kind::Flow || self.in_reference,
            table: if self.in_cell { text::Table::Cell } else { text::Table::None },
            in_brackets: self.brackets > 0 || self.in_reference || self.kind == Kind::Delimited,
            ..Spot::default()
        }
    }

    /// Whether the word so far is an address, or a macro that one follows.
    fn is_address(&self) -> bool {
        let macros = ["link:", "xref:", "mailto:", "image:", "icon:", "video:", "audio:", "include::"];
        self.brackets == 0
            && (self.word.contains("://")
                || (self.word.contains("<<") && !self.word.contains(','))
                || macros.iter().any(|name| self.word.contains(name)))
    }

    fn read(&mut self, author: &str) {
        let mut chars = author.char_indices();
        while let Some((at, c)) = chars.next() {
            let rest = author.get(at..).unwrap_or_default();
            let sign = ["+++", "++", "+"].into_iter().find(|sign| rest.starts_with(sign));
            if let (Some(sign), true) = (sign, self.pass.is_none_or(|open| sign == Some(open))) {
                let opens = rest.get(sign.len()..).is_some_and(|rest| !rest.starts_with(char::is_whitespace));
                self.pass = if self.pass.is_none() && opens { Some(sign) } else { None };
                for _ in 1..sign.len() {
                    chars.next();
                }
            }
            self.in_reference = match (self.before, c) {
                (Some('<'), '<') => true,
                (Some('>'), '>') => false,
                _ => self.in_reference,
            };
            match c {
                '[' if self.pass.is_none() => self.brackets += 1,
                ']' => self.brackets = self.brackets.saturating_sub(1),
                _ => {}
            }
            self.begins = match c {
                ' ' | '\t' | '*' | '.' | '-' => self.begins,
                '|' => self.in_cell,
                ':' => self.begins || self.before == Some(':'),
                _ => false,
            };
            match c {
                _ if c.is_whitespace() || matches!(c, '[' | ']' | '(' | '"' | '|') => self.word.clear(),
                _ => self.word.push(c),
            }
            self.before = Some(c);
        }
    }

    fn read_hole(&mut self) {
        self.begins = false;
        self.before = Some(HOLE);
        if !self.word.is_empty() {
            self.word.push(HOLE);
        }
    }
}

/// A value in prose.
pub(super) fn value(value: Piece<'_>, spot: &Spot) -> String {
    match value {
        Piece::Text(value) | Piece::Author(value) => text::escape(value, spot),
        Piece::Code(value) => code::span(value, spot),
        Piece::Markdown(source) => prose::lines(&tree::lines(tree::parse(source)), spot),
    }
}
