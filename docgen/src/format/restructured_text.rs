//! reStructuredText: backslashes for text, its own blocks for those of Markdown.

mod address;
mod inline;
mod text;

use unicode_width::UnicodeWidthChar;

use super::spot::Spot;
use super::{Format, Markup, Place, Position};
use crate::ast::{Block, Definition, Grid, Inline, List, language, plain, simple};
use crate::template::{Piece, indented};

/// The languages that a highlighter is sure to know; of others docutils would complain.
#[rustfmt::skip]
const LANGUAGES: [&str; 29] = [
    "bash", "c", "console", "cpp", "css", "diff", "go", "graphql", "html", "http", "ini", "java", "javascript", "js",
    "json", "kotlin", "php", "python", "ruby", "rust", "sh", "shell", "sql", "swift", "toml", "ts", "typescript", "xml",
    "yaml",
];

#[derive(Debug)]
pub(crate) struct ReStructuredText;

impl Markup for ReStructuredText {
    fn name(&self) -> &'static str {
        "reStructuredText"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["rst"]
    }

    fn comment(&self) -> Option<(&'static str, &'static str)> {
        Some(("..", ""))
    }

    fn inline(&self, content: &[Inline], position: Position<'_>) -> String {
        // Behind markers and labels of the author's, too.
        let before = position.before.trim_start_matches([' ', '(']);
        let behind = before.trim_start_matches(char::is_alphanumeric);
        let begins_line = !before.contains(char::is_alphanumeric)
            || before.ends_with("  ")
            || before.trim_end_matches(' ').ends_with([':', ']', '|'])
            || behind.is_empty()
            || matches!(behind.trim(), "." | ")");
        let spot = Spot::at(position, begins_line);
        // Between the author's signs of markup, which does not nest, it is text that neither begins nor ends with a space.
        let is_marked = spot.before == spot.after && spot.after.is_some_and(|sign| "*`|".contains(sign));
        let text = is_marked.then(|| [Inline::Text(plain(content).trim().to_owned())]);
        let written = inline::write(text.as_ref().map_or(content, |text| text), &spot);
        // The author's backslash and one of ours would be a backslash, and leave what follows as it is.
        match written.strip_prefix('\\') {
            Some(rest) if position.is_escaped() => rest.to_owned(),
            _ => written,
        }
    }

    fn heading(&self, level: usize, content: &[Inline], anchor: Option<&str>) -> String {
        // Quotes keep the signs at the ends of a label.
        let anchor = anchor.map(|anchor| match anchor.replace('`', "\\`") {
            name if anchor.starts_with(char::is_alphanumeric) && anchor.ends_with(char::is_alphanumeric) => {
                format!(".. _{name}:\n\n")
            }
            name => format!(".. _`{name}`:\n\n"),
        });
        let anchor = anchor.unwrap_or_default();
        let title = self.inline(content, Position::at(Place::Heading));
        if title.is_empty() {
            return anchor.trim_end().to_owned();
        }
        let sign = ['=', '-', '~', '^', '"'].get(level.saturating_sub(1)).copied().unwrap_or('\'');
        format!("{anchor}{title}\n{}", line_under(&title, sign))
    }

    /// A title is none in a list or a cell.
    fn inner_heading(&self, _: usize, content: &[Inline]) -> String {
        self.paragraph(&[Inline::Strong(content.to_vec())])
    }

    /// A line block, if there are line breaks.
    fn paragraph(&self, content: &[Inline]) -> String {
        if let [Inline::Image { address, alt, .. }] = content {
            return image(address, alt);
        }
        let content = simple(content);
        let lines: Vec<_> = content.split(|inline| *inline == Inline::Break).collect();
        match lines.as_slice() {
            [line] => inline::write(line, &Spot::START),
            lines => {
                let line = |line: &&[Inline]| {
                    format!("| {}", inline::write(line, &Spot::default()).trim()).trim_end().to_owned()
                };
                lines.iter().map(line).collect::<Vec<_>>().join("\n")
            }
        }
    }

    /// A quotation is an indented block, which would belong to what is above it.
    fn divider(&self, above: Option<&Block>, block: &Block) -> &'static str {
        match block {
            Block::Quote(_) if !matches!(above, Some(Block::Paragraph(_) | Block::Heading { .. })) => "..",
            Block::List(_) if matches!(above, Some(Block::List(_))) => "..",
            _ => "",
        }
    }

    fn code_block(&self, info: &str, code: &str) -> String {
        let text = self.verbatim(code);
        let text = text.trim_matches('\n').trim_end();
        if text.trim().is_empty() {
            return String::new();
        }
        let language = language(info);
        let is_known = LANGUAGES.contains(&&*language);
        let directive = if is_known { format!(".. code-block:: {language}") } else { "::".to_owned() };
        format!("{directive}\n\n   {}", indented(text, "   "))
    }

    fn quote(&self, blocks: &[Block]) -> String {
        format!("   {}", indented(&self.blocks(blocks), "   "))
    }

    fn list(&self, list: &List) -> String {
        let is_wide = list.items.iter().any(|item| item.blocks.len() > 1);
        let items = list.items.iter().enumerate().map(|(at, item)| {
            let marker = match list.first {
                Some(first) => format!("{}. ", first.saturating_add(at as u64)),
                None => "- ".to_owned(),
            };
            let written = match item.blocks.split_first() {
                Some((Block::Paragraph(content), rest)) if item.checked.is_some() => {
                    self.blocks(&[&[Block::Paragraph(item.with_box(content))], rest].concat())
                }
                _ => self.blocks(&item.blocks),
            };
            let item = format!("{marker}{}", indented(&written, &" ".repeat(marker.len())));
            item.trim_end().to_owned()
        });
        items.collect::<Vec<_>>().join(if is_wide { "\n\n" } else { "\n" })
    }

    fn definitions(&self, items: &[Definition]) -> String {
        let item = |item: &Definition| {
            let term = self.inline(&item.term, Position::at(Place::Term));
            let definition = indented(&self.blocks(&item.blocks), "    ");
            format!("{term}\n    {definition}").trim_end_matches([' ', '\n']).to_owned()
        };
        items.iter().map(item).collect::<Vec<_>>().join("\n\n")
    }

    /// The directive `list-table` (docutils), whose cells may hold any blocks. It has neither alignment nor merged cells.
    fn table(&self, grid: &Grid) -> String {
        let line = |content: &[Inline]| self.inline(content, Position::at(Place::Heading));
        let headers = grid.columns.iter().map(|column| line(&column.header)).collect();
        let rows = grid.full_rows().into_iter();
        let rows = rows.map(|row| row.into_iter().map(|cell| self.blocks(cell)).collect());
        let rows: Vec<Vec<String>> = std::iter::once(headers).chain(rows).collect();
        // A table of headers alone would be a mistake.
        let option = if rows.len() > 1 { "   :header-rows: 1\n" } else { "" };
        let mut out =
            format!(".. list-table:: {}", line(&grid.caption)).trim_end().to_owned() + "\n" + option;
        for row in &rows {
            for (at, cell) in row.iter().enumerate() {
                let marker = if at == 0 { "   * - " } else { "     - " };
                out.extend(["\n", format!("{marker}{}", indented(cell, "       ")).trim_end()]);
            }
        }
        out
    }

    /// docutils accepts a rule only between the blocks of a section.
    fn rule(&self) -> String {
        "\\* * *".to_owned()
    }

    fn verbatim(&self, text: &str) -> String {
        text.replace(text::is_break, "\n")
    }

    fn address(&self, text: &str) -> String {
        address::escape(text)
    }
}

fn image(address: &str, alt: &str) -> String {
    let alt = alt.replace(|c: char| c.is_whitespace(), " ");
    let option = if alt.trim().is_empty() { String::new() } else { format!("\n   :alt: {}", alt.trim()) };
    format!(".. image:: {}{option}", address::escape(address).replace('\\', ""))
}

/// A line under a title that a template printed.
pub(crate) fn underline(printed: &str, sign: char) -> String {
    let title = super::page::write(Format::ReStructuredText, &Piece::split(printed));
    line_under(title.lines().next().unwrap_or_default(), sign)
}

/// A line as long as the title, in the columns that docutils counts.
fn line_under(title: &str, sign: char) -> String {
    // Of characters without a width in this version of Unicode, the most that another one may say.
    let is_wide = |c: char| c.width() == Some(2) || c >= '\u{17000}';
    let width: usize = title.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum();
    sign.to_string().repeat(width.max(4))
}
