//! The comments of each format, and the markers among them.

use super::lines::Line;
use crate::error::{Error, ErrorKind};
use crate::format::Format;

/// The comments of a format.
#[derive(Debug)]
pub(crate) struct Syntax {
    open: &'static str,
    /// Empty where the line, or its indented block, is the comment.
    close: &'static str,
    /// The characters that may precede a marker on its line.
    prefix: &'static [char],
    /// The markers, for messages.
    pub(crate) begin: String,
    pub(crate) end: String,
}

/// A comment that begins with `errbook:`, on lines of its own.
#[derive(Debug)]
pub(super) struct Marker<'p> {
    /// What follows `errbook:`.
    pub(super) word: &'p str,
    /// What follows the word, or why the comment is not a marker.
    pub(super) rest: Result<&'p str, String>,
    /// Blanks and the signs of block quotes before it.
    pub(super) prefix: &'p str,
    /// The index of its last line.
    pub(super) last: usize,
}

impl Syntax {
    /// The comments of a format, if it has any.
    pub(crate) fn of(format: Format) -> Result<Self, Error> {
        let (open, close) = format.markup().comment().ok_or_else(|| {
            let message = format!(
                "{format} has no comments and so no regions: generate the whole file with `Docs::file`"
            );
            Error::new(ErrorKind::Marker, &message)
        })?;
        let prefix: &[char] = match open {
            // Indented, it is a literal paragraph of AsciiDoc.
            "//" => &[],
            _ if format.is_markdown() => &[' ', '\t', '>'],
            _ => &[' ', '\t'],
        };
        let marker = |text: &str| format!("`{}`", format!("{open} {text} {close}").trim_end());
        Ok(Self { open, close, prefix, begin: marker("errbook:begin NAME"), end: marker("errbook:end") })
    }

    /// The marker that begins on the line at this index.
    pub(super) fn marker<'p>(&self, page: &'p str, lines: &[Line<'p>], at: usize) -> Option<Marker<'p>> {
        let line = lines.get(at)?;
        let prefix = line.prefix(self.prefix);
        let first = line.text.get(prefix.len()..)?.strip_prefix(self.open)?;
        let start = line.text_end() - first.len();
        let (inside, is_closed) = self.inside(page.get(start..)?, first, lines.get(at..)?);
        let said = inside.trim_start().strip_prefix("errbook:")?;
        let (word, rest) = said.split_at(said.find(char::is_whitespace).unwrap_or(said.len()));
        let end = start + inside.len();
        let last = lines.partition_point(|line| line.text_end() < end);
        let after = page.get(end + self.close.len()..lines.get(last)?.text_end()).unwrap_or_default().trim();
        let rest = match word {
            // A comment such as `errbook: these tables are generated` is prose.
            "" => return None,
            _ if !is_closed => Err(format!("unclosed comment: expected `{}`", self.close)),
            _ if !after.is_empty() => {
                Err(format!("expected a marker on a line of its own, found `{after}` behind it"))
            }
            "begin" | "end" => Ok(rest),
            _ => Err(format!("unknown marker `errbook:{word}`, expected {} or {}", self.begin, self.end)),
        };
        Some(Marker { word, rest, prefix, last })
    }

    /// What is in the comment that starts this text, on the first of these lines, and whether it is closed.
    fn inside<'p>(&self, text: &'p str, first: &'p str, lines: &[Line<'_>]) -> (&'p str, bool) {
        if self.close.is_empty() {
            let [line, further @ ..] = lines else { return (first, true) };
            // A comment of reStructuredText goes on in indented lines.
            let is_further =
                |next: &&Line<'_>| self.open == ".." && !next.is_blank() && next.width() > line.width();
            let last = further.iter().take_while(is_further).last().unwrap_or(line);
            return (text.get(..first.len() + last.text_end() - line.text_end()).unwrap_or(first), true);
        }
        match text.split_once(self.close) {
            // A comment with another one inside is not closed.
            Some((inside, _)) if !inside.contains(self.open) => (inside, true),
            _ => (first, false),
        }
    }
}

/// The word behind all others, which is not read if there is a comment of a shell before it.
const LAST: &str = "last";

/// The block and its options, written as words of a shell. The comment goes on in the quote of its first line.
pub(super) fn options(text: &str, quote: &str) -> Result<(String, Vec<(String, String)>), String> {
    let lines = text.lines().map(|line| line.strip_prefix(quote).unwrap_or(line).trim());
    let text = lines.collect::<Vec<_>>().join(" ");
    // What would end the comment.
    let text = text.replace("--\\>", "-->").replace("*\\/", "*/");
    let mut words = shlex::split(&format!("{text} {LAST}"))
        .ok_or("unclosed quote: expected `key=\"…\"`, with `\\` before a quote inside of it")?;
    if words.pop().is_none_or(|word| word != LAST) {
        return Err("unexpected `#`: quote the whole word, as in `\"# x\"`".to_owned());
    }
    let mut words = words.into_iter();
    let name = words
        .next()
        .filter(|name| !name.contains('='))
        .ok_or("missing block name: expected `errbook:begin NAME`")?;
    let option = |word: String| match word.split_once('=') {
        Some((key, value)) if key.starts_with(char::is_alphanumeric) => {
            Ok((key.to_owned(), value.to_owned()))
        }
        _ => Err(format!(
            "expected `key=\"…\"`, found `{word}`: quote a value with spaces, and write no spaces around `=`"
        )),
    };
    Ok((name, words.map(option).collect::<Result<_, _>>()?))
}
