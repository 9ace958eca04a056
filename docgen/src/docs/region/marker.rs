//! The comments of each format, and the markers among them. `options.rs` reads what follows `errbook:begin`.

use errbook::__private::nearest;

use super::lines::Line;
use crate::format::Format;

/// The comments of a format.
#[derive(Debug, Clone, Copy)]
pub(super) struct Syntax {
    open: &'static str,
    /// Empty where the line, or its indented block, is the comment.
    pub(super) close: &'static str,
    /// The characters that may precede a marker on its line.
    prefix: &'static [char],
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Word {
    Begin,
    End,
}

/// A comment that is a marker, or nearly one.
#[derive(Debug)]
pub(super) struct Marker<'p> {
    /// The word of the marker, or what is in its place.
    pub(super) word: Result<Word, String>,
    /// What follows the word.
    pub(super) rest: &'p str,
    pub(super) is_closed: bool,
    /// The offset of the comment.
    pub(super) start: usize,
    /// Blanks and the signs of block quotes before it on its line; `None` if there is other text.
    pub(super) prefix: Option<&'p str>,
    /// The index of its last line.
    pub(super) last: usize,
    /// What follows it on that line.
    pub(super) after: &'p str,
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

    /// The comment of a marker, for messages.
    pub(super) fn example(self, word: Word) -> String {
        let text = match word {
            Word::Begin => "errbook:begin NAME",
            Word::End => "errbook:end",
        };
        format!("{} {text} {}", self.open, self.close).trim_end().to_owned()
    }

    /// The marker that begins on the line at this index. Behind other text only an exact one counts.
    pub(super) fn marker<'p>(self, page: &'p str, lines: &[Line<'p>], at: usize) -> Option<Marker<'p>> {
        let line = lines.get(at)?;
        let prefix = line.prefix(self.prefix);
        let mut from = prefix.len();
        loop {
            let found = from + line.text.get(from..)?.find(self.open)?;
            let (is_first, start) = (found == prefix.len(), line.start + found);
            let text = page.get(start + self.open.len()..)?;
            let is_longer = match self.open {
                "//" => text.starts_with('/'),
                ".." => !text.starts_with([' ', '\t', '\r', '\n']) && !text.is_empty(),
                _ => false,
            };
            if is_longer || self.close.is_empty() && !is_first {
                return None;
            }
            let (length, is_closed) = self.extent(text, lines.get(at..)?);
            let said = said(text.get(..length)?);
            if let Some((word, rest)) = said.filter(|(word, _)| is_first || word.is_ok()) {
                let end = start + self.open.len() + length;
                let last = lines.partition_point(|line| line.text_end() < end);
                let after = page.get(end + self.close.len()..lines.get(last)?.text_end());
                let (prefix, after) = (is_first.then_some(prefix), after.unwrap_or_default());
                return Some(Marker { word, rest, is_closed, start, prefix, last, after });
            }
            from = line.text.get(found + self.open.len()..)?.find(self.close)? + found + self.open.len();
        }
    }

    /// The length of the comment that starts this text on the first of these lines, and whether it is closed.
    fn extent(self, text: &str, lines: &[Line<'_>]) -> (usize, bool) {
        let first = text.lines().next().map_or(0, str::len);
        if self.close.is_empty() {
            let [line, further @ ..] = lines else { return (first, true) };
            // A comment of reStructuredText goes on in indented lines.
            let is_further =
                |next: &&Line<'_>| self.open == ".." && !next.is_blank() && next.width() > line.width();
            let last = further.iter().take_while(is_further).last();
            return (last.map_or(first, |last| first + last.text_end() - line.text_end()), true);
        }
        match text.split_once(self.close) {
            // A comment with another one inside is not closed.
            Some((inside, _)) if !inside.contains(self.open) => (inside.len(), true),
            _ => (first, false),
        }
    }
}

/// What a comment says if it is a marker, or nearly one, and what follows: the word, or what is in its place.
fn said(text: &str) -> Option<(Result<Word, String>, &str)> {
    let text = text.trim_start();
    let (first, rest) = text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()));
    let (name, word) = first.split_once(':').unwrap_or((first, ""));
    match (name, word) {
        ("errbook", "begin") => return Some((Ok(Word::Begin), rest)),
        ("errbook", "end") => return Some((Ok(Word::End), rest)),
        _ => {}
    }
    let next = rest.split_whitespace().next().unwrap_or_default();
    // A comment such as `errbook: these tables are generated` is prose, and a logbook and an ebook are other books.
    let is_word = !word.is_empty() || matches!(next, "begin" | "end");
    let name = name.trim_start_matches(|c: char| !c.is_alphanumeric()).to_ascii_lowercase();
    let is_errbook = name.starts_with("er") && nearest(&name, ["errbook"]).is_some();
    let found = if word.is_empty() { format!("{first} {next}") } else { first.to_owned() };
    (is_errbook && is_word).then_some((Err(found), rest))
}
