//! The comments of each format, and the marker that one contains.
//!
//! `options.rs` reads what follows `errbook:begin`.

use errbook::__private::nearest;

use super::lines::Line;
use crate::format::Format;

/// The comments of a format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Syntax {
    open: &'static str,
    /// Empty where the line, or its indented block, is the comment.
    pub(super) close: &'static str,
    /// The characters that may precede a comment on its line.
    prefix: &'static [char],
}

impl Syntax {
    /// The comments of a format, if it has any.
    pub(super) fn of(format: Format) -> Option<Self> {
        let (open, close) = format.markup().comment()?;
        let prefix: &[char] = match open {
            // Indented, it is a literal paragraph of AsciiDoc.
            "//" => &[],
            _ if format.is_markdown() => &[' ', '\t', '>'],
            _ => &[' ', '\t'],
        };
        Some(Self { open, close, prefix })
    }

    /// Whether a comment of reStructuredText, which goes on in indented lines.
    fn is_indented(self) -> bool {
        self.open == ".."
    }

    /// The comment of a marker, for messages.
    pub(super) fn marker(self, word: Word) -> String {
        let text = match word {
            Word::Begin => "errbook:begin NAME",
            Word::End => "errbook:end",
        };
        format!("{} {text} {}", self.open, self.close).trim_end().to_owned()
    }

    /// The markers in a line, each with its offset in the line.
    pub(super) fn in_line(self, line: &str) -> impl Iterator<Item = (usize, Word)> {
        let mut from = 0;
        let comments = std::iter::from_fn(move || {
            let rest = line.get(from..).filter(|_| !self.close.is_empty())?;
            let at = from + rest.find(self.open)?;
            let text = line.get(at + self.open.len()..)?;
            from = text.find(self.close).map_or(line.len(), |end| line.len() - text.len() + end);
            Some((at, text))
        });
        comments.filter_map(|(at, text)| match Said::by(text)? {
            Said::Marker(word, _) => Some((at, word)),
            Said::Misspelled { .. } => None,
        })
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    Begin,
    End,
}

/// What a comment says, if it is a marker.
#[derive(Debug)]
pub(super) enum Said<'p> {
    /// The marker, and what follows its word.
    Marker(Word, &'p str),
    /// Nearly a marker, and which one.
    Misspelled { found: String, meant: Option<Word> },
}

/// A comment that is a marker, or nearly one.
#[derive(Debug)]
pub(super) struct Marker<'p> {
    pub(super) said: Said<'p>,
    /// What precedes it on its line: blanks, and the signs of block quotes.
    pub(super) prefix: &'p str,
    /// The index of its last line.
    pub(super) last: usize,
    /// What follows it on that line.
    pub(super) after: &'p str,
    pub(super) is_closed: bool,
}

impl<'p> Marker<'p> {
    /// The marker that begins on line `at`.
    pub(super) fn read(page: &'p str, lines: &[Line<'p>], at: usize, syntax: Syntax) -> Option<Self> {
        let line = lines.get(at)?;
        let prefix = line.prefix(syntax.prefix);
        let text = line.text.get(prefix.len()..)?.strip_prefix(syntax.open)?;
        let is_longer = match syntax.open {
            "//" => text.starts_with('/'),
            ".." => !text.is_empty() && !text.starts_with([' ', '\t']),
            _ => false,
        };
        if is_longer {
            return None;
        }
        let start = line.start + line.text.len() - text.len();
        let (last, length, is_closed) = syntax.extent(page, lines, at, start);
        let after =
            if syntax.close.is_empty() { start + length } else { start + length + syntax.close.len() };
        let end_of = |line: &Line<'_>| line.start + line.text.len();
        Some(Self {
            said: Said::by(page.get(start..start + length)?)?,
            prefix,
            last,
            after: page.get(after..end_of(lines.get(last)?)).filter(|_| is_closed).unwrap_or_default(),
            is_closed,
        })
    }
}

impl Syntax {
    /// The index of the last line of a comment, the length of its text, and whether it is closed.
    fn extent(self, page: &str, lines: &[Line<'_>], at: usize, start: usize) -> (usize, usize, bool) {
        let rest = page.get(start..).unwrap_or_default();
        let until = |last: usize| {
            lines.get(last).map_or(0, |line| (line.start + line.text.len()).saturating_sub(start))
        };
        if self.close.is_empty() && !self.is_indented() {
            return (at, until(at), true);
        }
        if self.is_indented() {
            let width = lines.get(at).map_or(0, Line::width);
            let further = lines.get(at + 1..).unwrap_or_default().iter();
            let last = at + further.take_while(|next| !next.is_blank() && next.width() > width).count();
            return (last, until(last), true);
        }
        match rest.find(self.close).and_then(|length| Some((length, rest.get(..length)?))) {
            // A comment with another one inside is not closed.
            Some((length, text)) if !text.contains(self.open) => {
                (at + text.matches('\n').count(), length, true)
            }
            _ => (at, until(at), false),
        }
    }
}

/// Words for a marker that people write.
const BEGINS: [&str; 4] = ["begin", "start", "open", "region"];
const ENDS: [&str; 5] = ["end", "stop", "close", "finish", "endregion"];

impl<'p> Said<'p> {
    fn by(text: &'p str) -> Option<Self> {
        let text = text.trim_start();
        let (first, rest) = text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()));
        match first {
            "errbook:begin" => return Some(Self::Marker(Word::Begin, rest)),
            "errbook:end" => return Some(Self::Marker(Word::End, rest)),
            _ => {}
        }
        let mut found = first.to_owned();
        if first.trim_end_matches(':').eq_ignore_ascii_case("errbook") {
            let second = rest.split_whitespace().next().unwrap_or_default();
            found = format!("{first} {second}");
        }
        let name = found.to_ascii_lowercase();
        let mut words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let (book, verb) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        // Without a colon it is prose, such as `errbook sends`, unless the word is exact.
        let is_verb = |verbs: &[&'static str]| {
            nearest(verb, verbs.iter().copied()).is_some_and(|near| near == verb || name.contains(':'))
        };
        // A logbook and an ebook are other books.
        let is_errbook = book.starts_with("er") && nearest(book, ["errbook"]).is_some();
        let meant = match is_errbook {
            true if is_verb(&BEGINS) => Some(Word::Begin),
            true if is_verb(&ENDS) => Some(Word::End),
            _ => None,
        };
        // A comment such as `errbook: these tables are generated` is prose.
        let is_ours = first.len() > "errbook:".len() && first.starts_with("errbook:");
        (meant.is_some() || is_ours).then_some(Self::Misspelled { found, meant })
    }
}
