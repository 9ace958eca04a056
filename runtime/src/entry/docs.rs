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

/// The text before the first heading of level 1, then that heading and what follows it. Code, HTML and items of lists are skipped.
fn split(docs: &'static str) -> (&'static str, Option<(&'static str, &'static str)>) {
    if !docs.contains('#') {
        return (without_blank_ends(docs), None);
    }
    // What ends the open block of code or HTML.
    let mut open: Option<&str> = None;
    // How far the lines of the open list item are indented.
    let mut item: Option<usize> = None;
    let mut is_behind_blank = true;
    let mut start = 0;
    for line in docs.split_inclusive('\n') {
        let end = start + line.len();
        let indentation = line.len() - line.trim_start_matches(' ').len();
        let is_blank = line.trim().is_empty();
        if let Some(end) = open {
            open = open.filter(|_| !is_end(end, line));
        } else if item.is_none_or(|width| indentation < width && !is_blank) {
            open = opened(line, is_behind_blank);
            // A line of text may go on with the paragraph of the item.
            item = item_of(line).or(item.filter(|_| open.is_none() && !is_behind_blank));
            if let Some(heading) = heading(line) {
                return (without_blank_ends(&docs[..start]), Some((heading, &docs[end..])));
            }
        }
        is_behind_blank = is_blank;
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

/// The elements that begin a block of HTML, which ends with a blank line (`CommonMark` §4.6).
const BLOCKS: &str = " address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt \
    fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link main menu \
    menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead title tr track ul ";

/// What ends the block of code or HTML that a line opens and does not close: fences, a tag, or nothing for a blank line.
fn opened(line: &'static str, is_behind_blank: bool) -> Option<&'static str> {
    if let Some((marks, info)) = fence_of(line) {
        return Some(marks).filter(|marks| !(marks.starts_with('`') && info.contains('`')));
    }
    let start = line.trim_start_matches(' ');
    let tag = start.strip_prefix('<').filter(|_| line.len() - start.len() <= 3)?;
    if let Some(comment) = tag.strip_prefix("!--") {
        return (!comment.contains("-->")).then_some("-->");
    }
    let opening = tag.strip_prefix('/').unwrap_or(tag);
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let (name, behind) = opening.split_at(opening.find(|c| !is_name(c)).unwrap_or(opening.len()));
    let is_tag = !name.is_empty() && behind.starts_with(|c: char| c == '>' || c == '/' || c.is_whitespace());
    let end = match name {
        "pre" => "</pre>",
        "script" => "</script>",
        "style" => "</style>",
        "textarea" => "</textarea>",
        _ => "",
    };
    if tag == opening && !end.is_empty() {
        return (is_tag && !behind.contains(end)).then_some(end);
    }
    let is_alone = || behind.trim_end().strip_suffix('>').is_some_and(|inside| !inside.contains(['<', '>']));
    let is_block = BLOCKS.split(' ').any(|block| name.eq_ignore_ascii_case(block));
    (is_tag && (is_block || (is_behind_blank && is_alone()))).then_some("")
}

/// Whether a line ends the block that is ended by this.
fn is_end(end: &str, line: &str) -> bool {
    match end.chars().next() {
        None => line.trim().is_empty(),
        Some('<' | '-') => line.contains(end),
        Some(_) => fence_of(line).is_some_and(|(marks, info)| marks.starts_with(end) && info.is_empty()),
    }
}

/// The text of a heading of level 1 (`CommonMark` §4.2).
fn heading(line: &'static str) -> Option<&'static str> {
    let start = line.trim_start_matches(' ');
    let name = start.strip_prefix("# ").filter(|_| line.len() - start.len() <= 3)?.trim();
    // A closing sequence follows a space: `# C#` is about C#.
    let open = name.trim_end_matches('#');
    Some(if open.ends_with(' ') || open.is_empty() { open.trim_end() } else { name })
}
