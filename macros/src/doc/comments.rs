//! HTML comments in documentation are notes of its authors, which no reader gets. What is code is kept.

use std::borrow::Cow;

/// The text without its HTML comments (`CommonMark` §4.6 and §6.6).
pub fn without(text: &str) -> Cow<'_, str> {
    if !text.contains("<!--") {
        return text.into();
    }
    let mut reader = Reader::default();
    text.split_inclusive('\n').for_each(|line| reader.line(line));
    reader.end_paragraph();
    reader.out.into()
}

#[derive(Default)]
struct Reader<'t> {
    out: String,
    /// The lines of the open paragraph.
    paragraph: String,
    /// What closes the open block of code.
    fence: Option<&'t str>,
    /// What its first line begins with: the markers of lists and quotations.
    container: &'t str,
    in_comment: bool,
    in_list: bool,
    /// Whether the last line was blank, or code by its indentation.
    may_be_code: bool,
}

impl<'t> Reader<'t> {
    fn line(&mut self, line: &'t str) {
        let content = line.trim_start_matches([' ', '\t', '>']);
        if self.fence.is_some() && self.leaves_container(line) {
            self.fence = None;
        }
        if let Some(open) = self.fence {
            self.out.push_str(line);
            let end = content.trim_end();
            let is_end = end.starts_with(open) && end.chars().all(|c| open.starts_with(c));
            self.fence = self.fence.filter(|_| !is_end);
            return;
        }
        if self.in_comment {
            return self.in_comment(line);
        }
        if content.trim().is_empty() {
            self.end_paragraph();
            self.may_be_code = true;
            return self.out.push_str(line);
        }
        let is_indented = line.starts_with("    ") || line.starts_with('\t');
        self.in_list =
            is_item(content) || self.in_list && (is_indented || line.starts_with(' ') || !self.may_be_code);
        if is_indented && self.paragraph.is_empty() && !self.in_list {
            return self.out.push_str(line);
        }
        self.may_be_code = false;
        let (before, content) = line.split_at(line.len() - without_markers(content).len());
        self.fence = fence(content).filter(|_| !is_indented || self.in_list);
        if self.fence.is_some() || content.starts_with("<!--") || content.starts_with('#') {
            self.end_paragraph();
        }
        if self.fence.is_some() {
            self.container = before;
            self.out.push_str(line);
        } else if let Some(comment) = content.strip_prefix("<!--") {
            self.out.push_str(before);
            // `<!-->` is one, too.
            self.in_comment(content.get(2..).filter(|_| comment.starts_with(['-', '>'])).unwrap_or(comment));
        } else {
            self.paragraph.push_str(line);
            if content.starts_with('#') {
                self.end_paragraph();
            }
        }
    }

    /// Whether a line is not in the list item or the quotation of the open block of code.
    fn leaves_container(&self, line: &str) -> bool {
        let content = line.trim_start_matches([' ', '\t']);
        let is_in_list = self.in_list && !content.trim().is_empty();
        if self.container.contains('>') {
            !content.starts_with('>')
        } else {
            is_in_list && line.len() - content.len() < self.container.len()
        }
    }

    /// A line, or the rest of one, in a comment that begins a line. After its end, the line goes on.
    fn in_comment(&mut self, line: &'t str) {
        match line.split_once("-->") {
            Some((_, after)) => {
                self.in_comment = false;
                self.may_be_code = true;
                // Another one that the line does not close ends with it, as HTML does.
                match after.rfind("<!--").filter(|open| after.get(*open..).and_then(comment).is_none()) {
                    Some(open) => {
                        self.line(after.get(..open).unwrap_or_default());
                        self.paragraph.push('\n');
                    }
                    // It would open a block outside of the quotation or the list.
                    None if fence(after).is_some() => self.out.push('\n'),
                    None => self.line(after),
                }
            }
            None => {
                self.in_comment = true;
                self.out.push_str(if line.ends_with('\n') { "\n" } else { "" });
                self.may_be_code = true;
            }
        }
    }

    fn end_paragraph(&mut self) {
        self.out.push_str(&inline(&self.paragraph));
        self.paragraph.clear();
    }
}

/// Whether a line begins an item of a list.
fn is_item(content: &str) -> bool {
    without_markers(content).len() < content.len()
}

/// A line without the markers of lists that it begins with.
fn without_markers(mut content: &str) -> &str {
    loop {
        let marker = content.trim_start_matches(|c: char| c.is_ascii_digit());
        let marker = if marker.len() < content.len() {
            marker.strip_prefix(['.', ')'])
        } else {
            content.strip_prefix(['-', '*', '+'])
        };
        match marker.filter(|rest| rest.starts_with([' ', '\t'])) {
            Some(rest) => content = rest.trim_start_matches([' ', '\t', '>']),
            None => return content,
        }
    }
}

/// The marks that open a block of code.
fn fence(content: &str) -> Option<&str> {
    let mark = content.chars().next().filter(|mark| matches!(mark, '`' | '~'))?;
    let info = content.trim_start_matches(mark);
    let marks = content.strip_suffix(info)?;
    (marks.len() >= 3 && !(mark == '`' && info.contains('`'))).then_some(marks)
}

/// A paragraph without the comments in it.
fn inline(paragraph: &str) -> String {
    let mut out = String::with_capacity(paragraph.len());
    let mut rest = paragraph;
    while let Some(at) = rest.find(['\\', '`', '<']) {
        let (text, sign) = rest.split_at(at);
        out.push_str(text);
        if let Some(after) = comment(sign) {
            // A comment between two spaces takes one of them along.
            let is_between = after.is_empty() || after.starts_with([' ', '\n']);
            out.truncate(if is_between { out.trim_end_matches(' ').len() } else { out.len() });
            rest = after;
            continue;
        }
        let length = match sign.as_bytes() {
            [b'\\', next, ..] if next.is_ascii_punctuation() => 2,
            [b'`', ..] => code_span(sign),
            _ => 1,
        };
        let (kept, after) = sign.split_at(length);
        out.push_str(kept);
        rest = after;
    }
    out.push_str(rest);
    out
}

/// What is behind the comment that begins a text.
fn comment(text: &str) -> Option<&str> {
    let inside = text.strip_prefix("<!--")?;
    // `<!-->` and `<!--->` are whole.
    let inside = if inside.starts_with(['>', '-']) { text.get(2..)? } else { inside };
    inside.split_once("-->").map(|(_, after)| after)
}

/// The length of the code span that begins a text, or of its backticks if nothing closes it.
fn code_span(text: &str) -> usize {
    let marks = text.len() - text.trim_start_matches('`').len();
    let mut at = marks;
    while let Some(next) = text.get(at..).and_then(|rest| rest.find('`')) {
        let run = text.get(at + next..).unwrap_or_default();
        let length = run.len() - run.trim_start_matches('`').len();
        at += next + length;
        if length == marks {
            return at;
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Options, Parser};

    use super::without;

    /// What rustdoc shows of a text, without spaces, and whether it has comments.
    fn shown(text: &str) -> (String, bool) {
        let (mut shown, mut has_comments) = (String::new(), false);
        for event in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES) {
            match event {
                Event::Text(text) => shown.push_str(&text),
                Event::Code(code) => shown.extend(["`", &code, "`"]),
                Event::Html(html) | Event::InlineHtml(html) => has_comments |= html.contains("<!--"),
                _ => {}
            }
        }
        (shown.split_whitespace().collect(), has_comments)
    }

    #[test]
    fn readers_get_the_rest() {
        let parts = [
            "a ",
            "<!--",
            "<!-- x -->",
            "-->",
            "\n\n",
            "\n",
            "`",
            "``",
            "\n```\n",
            "- ",
            "> ",
            "\\",
            "# h\n",
            "\n    ",
            "~~~ b\n",
            "<!-->",
        ];
        let mut differences = Vec::new();
        for one in parts {
            for two in parts {
                for three in parts {
                    for four in parts {
                        let text = format!("{one}{two}{three}{four}c");
                        let after = without(&text);
                        if shown(&after).1 {
                            differences.push(format!("{text:?} {after:?}"));
                        }
                    }
                }
            }
        }
        assert!(
            differences.is_empty(),
            "{}: {:#?}",
            differences.len(),
            &differences[..differences.len().min(30)]
        );
    }

    #[test]
    fn in_every_place() {
        let cases = [
            ("The store. <!-- TODO -->\nWait.", "The store.\nWait."),
            ("a <!-- x --> b", "a b"),
            ("a <!-- x\ny --> b\n<!-- z -->", "a b\n"),
            ("a\n\n<!--\n# Cause\nReplica 4.\n-->\n\n# Solution\nWait.", "a\n\n\n\n\n\n\n# Solution\nWait."),
            ("> <!-- x -->\n> a", "> \n> a"),
            ("- <!-- x -->\n- a\n\n      <!-- y -->", "- \n- a\n\n      "),
            ("| a <!-- x --> | b |\n| - | - |", "| a | b |\n| - | - |"),
            ("## Head <!-- x -->\na", "## Head\na"),
        ];
        for (text, expected) in cases {
            assert_eq!(without(text), expected, "{text}");
        }
    }

    #[test]
    fn code_is_kept() {
        for text in [
            "```html\n<!-- x -->\n```",
            "- a\n  ~~~\n  <!-- x -->\n  ~~~",
            "a `<!-- x -->` b",
            "a ``<!-- ` -->`` b",
            "a\n\n    <!-- x -->\n    b",
            "a \\<!-- x -->",
            "a <!-- b\n\nc -->",
        ] {
            assert_eq!(without(text), text);
        }
    }
}
