//! Markdown on a terminal.

mod lines;

use anstyle::Style;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use self::lines::Lines;
use crate::terminal::{CODE, DIM, EMPHASIS, PLAIN, STRONG, Styled};

fn events(markdown: &str) -> Parser<'_> {
    Parser::new_ext(
        markdown,
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS,
    )
}

/// The text of the first paragraph, on one line.
pub fn summary(markdown: &str) -> String {
    let mut out = String::new();
    for event in events(markdown) {
        match event {
            Event::Text(text) | Event::Code(text) => out.push_str(&text),
            Event::SoftBreak | Event::HardBreak => out.push(' '),
            Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::CodeBlock | TagEnd::Heading(_)) => break,
            _ => {}
        }
    }
    out
}

/// A code span of Markdown, whatever the text is.
pub fn code_span(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    if longest == 0 { format!("{fence}{text}{fence}") } else { format!("{fence} {text} {fence}") }
}

/// Writes Markdown in lines of at most so many columns, each after an indentation.
pub fn write(markdown: &str, indentation: &str, columns: Option<usize>, out: &mut Styled) {
    let mut writer = Writer::new(Lines::new(indentation, columns, out));
    events(markdown).for_each(|event| writer.event(event));
    writer.lines.end_paragraph();
}

struct Writer<'o> {
    lines: Lines<'o>,
    /// Those of the elements that are open.
    styles: Vec<Style>,
    /// The next number of each list that is open, if it has numbers.
    lists: Vec<Option<u64>>,
    /// The addresses of the links that are open, and their texts.
    links: Vec<(String, String)>,
    is_code_block: bool,
}

impl<'o> Writer<'o> {
    fn new(lines: Lines<'o>) -> Self {
        Self { lines, styles: Vec::new(), lists: Vec::new(), links: Vec::new(), is_code_block: false }
    }

    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.is_code_block => {
                text.lines().for_each(|line| self.lines.verbatim(CODE, line));
            }
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text),
            Event::Code(code) => {
                self.link_text(&code);
                self.lines.unbroken(CODE, &code);
            }
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.lines.break_line(),
            Event::InlineHtml(html) if html.starts_with("<br") => self.lines.break_line(),
            Event::Rule => self.lines.verbatim(DIM, "---"),
            Event::TaskListMarker(is_done) => self.text(if is_done { "[x] " } else { "[ ] " }),
            // Tags and comments say nothing without a browser.
            Event::Html(_) | Event::InlineHtml(_) => {}
            Event::FootnoteReference(label) => self.text(&format!("[{label}]")),
        }
    }

    fn text(&mut self, text: &str) {
        self.link_text(text);
        let style = self.styles.last().copied().unwrap_or(PLAIN);
        self.lines.words(style, text);
    }

    fn link_text(&mut self, text: &str) {
        if let Some((_, of_link)) = self.links.last_mut() {
            of_link.push_str(text);
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { .. } | Tag::Strong => self.styles.push(STRONG),
            Tag::Emphasis => self.styles.push(EMPHASIS),
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
                self.links.push((dest_url.into_string(), String::new()));
            }
            Tag::CodeBlock(_) => {
                self.is_code_block = true;
                self.lines.indent("  ", "  ");
            }
            Tag::BlockQuote(_) => self.lines.indent("> ", "> "),
            Tag::List(first) => {
                self.lines.end_line();
                self.lists.push(first);
            }
            Tag::Item => {
                let marker = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number += 1;
                        format!("{}. ", *number - 1)
                    }
                    _ => "- ".to_owned(),
                };
                self.lines.indent(&marker, &" ".repeat(marker.len()));
            }
            Tag::TableCell => self.text("| "),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => {
                self.styles.pop();
                self.lines.end_paragraph();
            }
            TagEnd::Strong | TagEnd::Emphasis => drop(self.styles.pop()),
            TagEnd::Link | TagEnd::Image => {
                if let Some((address, text)) = self.links.pop().filter(|(address, text)| address != text) {
                    self.link_text(&text);
                    self.lines.words(DIM, &format!(" ({address})"));
                }
            }
            TagEnd::CodeBlock => {
                self.is_code_block = false;
                self.lines.unindent();
                self.lines.end_paragraph();
            }
            TagEnd::BlockQuote(_) => {
                self.lines.end_line();
                self.lines.unindent();
                self.lines.end_paragraph();
            }
            TagEnd::List(_) => {
                self.lists.pop();
                if self.lists.is_empty() {
                    self.lines.end_paragraph();
                }
            }
            TagEnd::Item => {
                self.lines.end_line();
                self.lines.unindent();
            }
            TagEnd::Paragraph if self.lists.is_empty() => self.lines.end_paragraph(),
            TagEnd::Paragraph | TagEnd::TableHead | TagEnd::TableRow => self.lines.end_line(),
            TagEnd::TableCell => self.text(" "),
            TagEnd::Table => self.lines.end_paragraph(),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Styled, summary, write};

    fn written(markdown: &str, columns: Option<usize>) -> String {
        let mut out = Styled::default();
        write(markdown, "  ", columns, &mut out);
        anstream::adapter::strip_str(out.as_str()).to_string()
    }

    #[test]
    fn paragraphs_are_filled() {
        assert_eq!(
            written("One **two** three\nfour `a code` five.\n\nSix\\\nseven.", Some(18)),
            "  One two three\n  four a code\n  five.\n\n  Six\n  seven.\n"
        );
        assert_eq!(written("One two\nthree.", None), "  One two three.\n");
    }

    #[test]
    fn lists_and_code() {
        assert_eq!(
            written(
                "Try:\n\n1. first\n   - inner\n2. second\n\n```sh\ncurl  x\n\ny\n```\n\n> quoted\n> text",
                Some(20)
            ),
            "  Try:\n\n  1. first\n     - inner\n  2. second\n\n    curl  x\n\n    y\n\n  > quoted text\n"
        );
    }

    #[test]
    fn links_and_html() {
        assert_eq!(
            written("See [the list](https://a.b) or <https://c.d>.<br>Next<!-- hidden -->.", None),
            "  See the list (https://a.b) or https://c.d.\n  Next.\n"
        );
    }

    #[test]
    fn control_characters_are_shown() {
        assert_eq!(written("a \u{1b}[31mred", None), "  a \\u{1b}[31mred\n");
    }

    #[test]
    fn first_paragraph() {
        assert_eq!(summary("The `order`\nis *gone*.\n\nMore."), "The order is gone.");
        assert_eq!(summary("- one\n- two"), "one");
        assert_eq!(summary(""), "");
    }
}
