//! The documentation of an error, cut at its headings.

use super::{Entry, Section};

impl Entry {
    /// The whole documentation, in Markdown.
    pub const fn docs(&self) -> &'static str {
        self.docs
    }

    /// What the error means, in Markdown: the documentation before its first `# Heading`, empty if undocumented.
    pub fn description(&self) -> &'static str {
        description(self.docs)
    }

    /// The section under each `# Heading`, in the order of the source.
    pub fn sections(&self) -> impl Iterator<Item = Section> + use<> {
        let mut rest = split(self.docs).1;
        std::iter::from_fn(move || {
            let (heading, after) = rest?;
            let (text, next) = split(after);
            rest = next;
            Some(Section::new(heading, text))
        })
    }

    /// The text under this heading.
    pub fn section(&self, heading: &str) -> Option<&'static str> {
        self.sections().find(|section| section.heading() == heading).map(|section| section.text())
    }
}

/// The text before the first heading of level 1.
pub(crate) fn description(docs: &'static str) -> &'static str {
    split(docs).0
}

/// The text before the first heading of level 1, then that heading and what follows it. Code, HTML that is not
/// Markdown inside, and items of lists are skipped.
fn split(docs: &'static str) -> (&'static str, Option<(&'static str, &'static str)>) {
    if !docs.contains('#') {
        return (without_blank_ends(docs), None);
    }
    let mut fence: Option<&str> = None;
    // The tag that ends the open HTML.
    let mut html: Option<&str> = None;
    // How far the lines of the open list item are indented.
    let mut item: Option<usize> = None;
    let mut start = 0;
    for line in docs.split_inclusive('\n') {
        let is_html = html.is_some();
        html = match html {
            Some(end) => Some(end).filter(|end| !line.contains(end)),
            None => html_of(line).filter(|_| fence.is_none()),
        };
        match (fence, fence_of(line)) {
            _ if is_html => {}
            (None, Some((marks, info))) if !(marks.starts_with('`') && info.contains('`')) => {
                fence = Some(marks);
            }
            (Some(open), Some((marks, ""))) if marks.starts_with(open) => fence = None,
            _ => {}
        }
        let indentation = line.len() - line.trim_start_matches(' ').len();
        if fence.is_none() && !line.trim().is_empty() && item.is_none_or(|width| indentation < width) {
            item = item_of(line);
        }
        let end = start + line.len();
        if let Some(heading) = heading(line).filter(|_| fence.is_none() && !is_html && item.is_none()) {
            return (without_blank_ends(&docs[..start]), Some((heading, &docs[end..])));
        }
        start = end;
    }
    (without_blank_ends(docs), None)
}

/// What Markdown ignores at the ends of a text (`CommonMark` §2.1); other white space is text.
const BLANK: [char; 4] = [' ', '\t', '\n', '\r'];

/// The text without the blank lines around it and the space at its end. An indentation of four or more at its start is code.
fn without_blank_ends(text: &str) -> &str {
    let text = text.trim_end_matches(BLANK);
    let first = text.trim_start_matches(BLANK);
    let start = text.len() - first.len();
    let line = text[..start].rfind('\n').map_or(0, |end| end + 1);
    let is_code = text[line..start].contains('\t') || start - line >= 4;
    if is_code { &text[line..] } else { first }
}

/// The backticks or tildes that open or close a code block, and the text after them (`CommonMark` §4.5).
fn fence_of(line: &str) -> Option<(&str, &str)> {
    let start = line.trim_start_matches(' ');
    let mark = start.chars().next().filter(|mark| matches!(mark, '`' | '~'))?;
    let info = start.trim_start_matches(mark);
    let marks = start.strip_suffix(info)?;
    (marks.len() >= 3 && line.len() - start.len() <= 3).then(|| (marks, info.trim()))
}

/// How wide the marker of the list item that begins on a line is, with the spaces around it (`CommonMark` §5.2).
fn item_of(line: &str) -> Option<usize> {
    let start = line.trim_start_matches(' ');
    let digits = start.trim_start_matches(|c: char| c.is_ascii_digit());
    let signs: &[char] = if digits.len() < start.len() { &['.', ')'] } else { &['-', '*', '+'] };
    let behind = digits.strip_prefix(signs)?;
    let is_item = line.len() - start.len() <= 3 && behind.starts_with(' ') && !behind.trim().is_empty();
    is_item.then(|| line.len() - behind.trim_start_matches(' ').len())
}

/// The tag that ends the HTML which a line opens and does not close, if all before it is HTML (`CommonMark` §4.6).
fn html_of(line: &str) -> Option<&'static str> {
    const BLOCKS: [(&str, &str); 5] = [
        ("<!--", "-->"),
        ("<pre", "</pre>"),
        ("<script", "</script>"),
        ("<style", "</style>"),
        ("<textarea", "</textarea>"),
    ];
    let start = line.trim_start_matches(' ');
    let is_open = |(open, end): &(&str, &str)| {
        let after = start.strip_prefix(open);
        let is_tag =
            |after: &str| *open == "<!--" || after.starts_with(|c: char| c == '>' || c.is_whitespace());
        after.is_some_and(|after| is_tag(after) && !after.contains(end))
    };
    let block = BLOCKS.iter().find(|block| is_open(block))?;
    (line.len() - start.len() <= 3).then_some(block.1)
}

/// The text of a heading of level 1 (`CommonMark` §4.2).
fn heading(line: &'static str) -> Option<&'static str> {
    let start = line.trim_start_matches(' ');
    let name = start.strip_prefix("# ").filter(|_| line.len() - start.len() <= 3)?.trim();
    // A closing sequence follows a space: `# C#` is about C#.
    let open = name.trim_end_matches('#');
    Some(if open.ends_with(' ') || open.is_empty() { open.trim_end() } else { name })
}
