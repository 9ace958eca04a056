//! How each format writes comments, and the comment that begins on a line.
//!
//! What a comment says is not looked at here.

use super::lines::Line;
use crate::format::Format;

/// The comments of a format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Syntax {
    open: &'static str,
    /// Empty where the line, or its indented block, is the comment.
    close: &'static str,
}

const HTML: Syntax = Syntax { open: "<!--", close: "-->" };
const JSX: Syntax = Syntax { open: "{/*", close: "*/}" };
const SLASHES: Syntax = Syntax { open: "//", close: "" };
const DOTS: Syntax = Syntax { open: "..", close: "" };

/// The comments of all formats.
pub(super) const ALL: [Syntax; 4] = [HTML, JSX, SLASHES, DOTS];

impl Syntax {
    /// The comments of a format, if it has any.
    pub(crate) fn of(format: Format) -> Option<Self> {
        let (open, close) = format.markup().comment()?;
        Some(Self { open, close })
    }

    /// A comment that says `text`.
    pub(crate) fn comment(self, text: &str) -> String {
        format!("{} {text} {}", self.open, self.close).trim_end().to_owned()
    }

    /// What a comment ends with.
    pub(crate) fn close(self) -> &'static str {
        self.close
    }

    /// The comments that may begin in a line from a place on: what is before each in the line, and what is in it.
    pub(super) fn split(self, line: &str, from: usize) -> impl Iterator<Item = (&str, &str)> {
        let rest = line.get(from..).filter(|_| !self.close.is_empty()).unwrap_or_default();
        rest.match_indices(self.open).map(move |(at, open)| {
            let (before, text) = line.split_at(from + at);
            let text = text.get(open.len()..).unwrap_or_default();
            (before, text.split_once(self.close).map_or(text, |(text, _)| text))
        })
    }

    /// Whether a comment begins the line.
    fn begins(self, line: &Line<'_>) -> bool {
        let Some(rest) = line.unindented().strip_prefix(self.open) else { return false };
        match self {
            // Indented, it is a literal paragraph; three slashes are no comment.
            SLASHES => line.indent().is_empty() && !rest.starts_with('/'),
            DOTS => rest.is_empty() || rest.starts_with([' ', '\t']),
            _ => true,
        }
    }
}

/// A comment of a page.
#[derive(Debug)]
pub(super) struct Comment<'p> {
    /// What it says.
    pub(super) text: &'p str,
    /// The index of its last line.
    pub(super) last: usize,
    /// What follows it on that line.
    pub(super) after: &'p str,
    pub(super) is_closed: bool,
}

/// The comment that begins on line `at`.
pub(super) fn comment<'p>(
    page: &'p str,
    lines: &[Line<'p>],
    at: usize,
    syntax: Syntax,
) -> Option<Comment<'p>> {
    let line = lines.get(at)?;
    if !syntax.begins(line) {
        return None;
    }
    let start = line.start + line.indent().len() + syntax.open.len();
    let following = lines.get(at + 1..).unwrap_or_default();
    let text_until = |last: &Line<'p>| page.get(start..last.start + last.text.len()).unwrap_or_default();
    let whole = |last: usize, is_closed: bool| {
        let text = text_until(lines.get(last).unwrap_or(line));
        Comment { text, last, after: "", is_closed }
    };
    match syntax {
        SLASHES => return Some(whole(at, true)),
        DOTS => {
            let goes_on = |next: &&Line<'p>| !next.is_blank() && next.width() > line.width();
            return Some(whole(at + following.iter().take_while(goes_on).count(), true));
        }
        _ => {}
    }
    // A comment that swallows the next one has no end of its own.
    let reach = following.iter().take_while(|next| !syntax.begins(next)).count();
    let text = text_until(lines.get(at + reach).unwrap_or(line));
    let Some(length) = text.find(syntax.close) else { return Some(whole(at, false)) };
    let (end, last) = (start + length, text.get(..length).unwrap_or_default().matches('\n').count() + at);
    let after = text_after(page, end + syntax.close.len(), lines.get(last)?);
    Some(Comment { text: text.get(..length).unwrap_or_default(), last, after, is_closed: true })
}

fn text_after<'p>(page: &'p str, from: usize, line: &Line<'p>) -> &'p str {
    page.get(from..line.start + line.text.len()).unwrap_or_default()
}
