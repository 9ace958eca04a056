//! Markdown (`CommonMark` with the tables of GitHub) and its flavours.
//!
//! What an author wrote is kept: it is parsed with a hole for each value (`context.rs`), and `fill.rs` writes the values. Doc
//! comments are parsed and written anew (`print.rs`).

mod address;
mod around;
mod code;
mod context;
mod fill;
mod flavour;
mod front_matter;
mod print;
mod table;
mod text;

use std::borrow::Cow;

pub(crate) use self::context::Parsed;
pub(crate) use self::fill::{Whole, assemble, page};
pub(crate) use self::flavour::Flavour;
use super::markup::footnote_text;
use super::{Markup, Place, Position};
use crate::ast::{Block, Definition, Grid, Inline, Item, List, line_with_elements, parse};
use crate::template::{indent_into, indented};

/// The format in one of its flavours.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Markdown {
    flavour: Flavour,
    /// At a place where dashes could be something else than a rule.
    is_nested: bool,
    /// In an item or a quotation.
    is_in_item: bool,
}

impl Markup for Markdown {
    fn name(&self) -> &'static str {
        self.flavour.name()
    }

    fn extensions(&self) -> &'static [&'static str] {
        match self.flavour {
            Flavour::Gfm => &["md", "markdown"],
            Flavour::Mdx => &["mdx"],
            Flavour::MdxComponents | Flavour::VitePress | Flavour::MkDocs => &[],
        }
    }

    fn comment(&self) -> Option<(&'static str, &'static str)> {
        Some(match self.flavour {
            Flavour::Gfm | Flavour::VitePress | Flavour::MkDocs => ("<!--", "-->"),
            Flavour::Mdx | Flavour::MdxComponents => ("{/*", "*/}"),
        })
    }

    fn inline(&self, content: &[Inline], position: Position<'_>) -> String {
        let start = (position.place != Place::Cell).then_some(0);
        print::line(content, Position { start, ..position }, self.flavour)
    }

    fn heading(&self, level: usize, content: &[Inline], anchor: Option<&str>) -> String {
        let heading = self.inline(content, Position::at(Place::Heading));
        let (before, behind) = anchor.map(|anchor| self.flavour.anchor(anchor)).unwrap_or_default();
        let heading = format!("{} {before}{heading}{behind}", "#".repeat(level.clamp(1, 6)));
        heading.trim_end_matches(' ').to_owned()
    }

    fn code_block(&self, info: &str, code: &str) -> String {
        code::fenced(&self.flavour.info(info), code)
    }

    fn quote(&self, blocks: &[Block]) -> String {
        let inside = self.nested().blocks(blocks);
        let line = |line: &str| if line.is_empty() { ">".to_owned() } else { format!("> {line}") };
        inside.split('\n').map(line).collect::<Vec<_>>().join("\n")
    }

    fn list(&self, list: &List) -> String {
        self.list_with(list, '-')
    }

    /// GitHub has no definition lists; Markdown Extra, `MkDocs`, Hugo and Pandoc have this one. MDX and `VitePress` have the elements.
    fn definitions(&self, items: &[Definition]) -> String {
        if self.flavour.is_mdx() || self.flavour == Flavour::VitePress {
            let items: String = items.iter().map(|item| self.elements(item)).collect();
            return format!("<dl>\n{items}</dl>");
        }
        let mut out = String::new();
        for (at, item) in items.iter().enumerate() {
            out.push_str(if at > 0 { "\n\n" } else { "" });
            out.push_str(&self.inline(&item.term, Position::at(Place::Term)));
            let definition = self.behind_marker(self.nested().blocks(&item.blocks));
            // Without anything behind it, the sign would be text.
            let definition = if definition.is_empty() { "<!-- -->" } else { &definition };
            out.push_str("\n:   ");
            indent_into(definition, "    ", &mut out);
        }
        out
    }

    fn table(&self, grid: &Grid) -> String {
        table::write(grid, *self)
    }

    /// In an item, dashes would make a rule of its marker too.
    fn rule(&self) -> String {
        if self.is_nested { "***" } else { "---" }.to_owned()
    }

    fn verbatim(&self, text: &str) -> String {
        text.to_owned()
    }

    fn address(&self, text: &str) -> String {
        address::escape(text)
    }

    fn paragraph(&self, content: &[Inline]) -> String {
        print::paragraph(content, self.flavour)
    }

    fn html(&self, content: &[Inline]) -> String {
        print::html(content, self.flavour)
    }

    fn footnote(&self, label: &str, blocks: &[Block]) -> String {
        if !self.flavour.has_footnotes() {
            return self.paragraph(&footnote_text(label, blocks));
        }
        // To Python-Markdown, a footnote in an item has one paragraph.
        let is_line = self.is_in_item && self.flavour == Flavour::MkDocs;
        let line = is_line.then(|| self.inline(&line_with_elements(blocks), Position::default()));
        let text = line.unwrap_or_else(|| indented(&self.nested().blocks(blocks), "    "));
        format!("[^{label}]: {text}")
    }

    fn blocks(&self, blocks: &[Block]) -> String {
        self.write(blocks, false)
    }
}

impl Markdown {
    pub(crate) const fn new(flavour: Flavour) -> Self {
        Self { flavour, is_nested: false, is_in_item: false }
    }

    fn nested(self) -> Self {
        Self { is_nested: true, is_in_item: true, ..self }
    }

    /// Blocks, without empty lines between them if they are those of an item of a tight list.
    fn write(self, blocks: &[Block], is_tight: bool) -> String {
        let mut out = String::with_capacity(128);
        let mut marker = '-';
        let mut above: Option<&Block> = None;
        for block in blocks {
            // Two lists in a row are one unless their markers differ, and to Python-Markdown even then.
            let is_list = matches!((above, block), (Some(Block::List(_)), Block::List(_)));
            let is_divided = is_list && self.flavour.indentation() > 0;
            marker = if is_list && !is_divided && marker == '-' { '*' } else { '-' };
            out.push_str(if is_divided { "\n\n<!-- -->" } else { "" });
            let written = match block {
                Block::List(list) => self.list_with(list, marker).into(),
                Block::Raw(raw) => Cow::Borrowed(raw.as_str()),
                block => self.block(block).into(),
            };
            if written.is_empty() {
                continue;
            }
            let is_tight = is_tight
                && (self.flavour.indentation() == 0 || matches!(block, Block::List(_)))
                && may_follow(above, block);
            out.push_str(match above {
                None => "",
                Some(_) if is_tight => "\n",
                Some(_) => "\n\n",
            });
            out.push_str(&written);
            above = Some(block);
        }
        out
    }

    /// A definition as elements of HTML. Blocks between them have lines of their own, and so has all that is Markdown in `VitePress`.
    fn elements(self, item: &Definition) -> String {
        let apart = |written: String| format!("\n\n{written}\n\n");
        let [dt, dd] = ["<dt>", "<dd>"].map(|before| Position { before, ..Position::default() });
        let term = self.inline(&item.term, dt);
        let written = self.nested().blocks(&item.blocks);
        let [term, definition] = match parse(&written).as_slice() {
            [] => [term, String::new()],
            [Block::Paragraph(_)] if self.flavour.is_mdx() => {
                let dd = Position { after: Some('<'), ..dd };
                [term, self.inline(&line_with_elements(&item.blocks), dd).replace('\n', " ")]
            }
            _ => [term, apart(written)],
        };
        let term = if self.flavour.is_mdx() { term } else { apart(term) };
        format!("<dt>{term}</dt>\n<dd>{definition}</dd>\n")
    }

    /// What follows the marker of an item: Python-Markdown reads one only in front of text.
    fn behind_marker(self, inside: String) -> String {
        let is_read = self.flavour.indentation() == 0
            || inside.starts_with(char::is_alphabetic)
            || matches!(parse(&inside).first(), Some(Block::Paragraph(_)));
        if is_read { inside } else { format!("<!-- -->\n\n{inside}").trim_end().to_owned() }
    }

    fn list_with(self, list: &List, bullet: char) -> String {
        let inside = |item: &Item| self.behind_marker(self.nested().write(&item.blocks, !list.is_loose));
        let items: Vec<String> = list.items.iter().map(inside).collect();
        // To Python-Markdown, the line behind what follows an empty line is a part of it.
        let is_python = self.flavour.indentation() > 0;
        let is_loose = list.is_loose || (is_python && items.iter().any(|item| item.contains("\n\n")));
        let separator = if is_loose { "\n\n" } else { "\n" };
        let mut out = String::with_capacity(64);
        for (at, (item, inside)) in list.items.iter().zip(&items).enumerate() {
            out.push_str(if at > 0 { separator } else { "" });
            let start = out.len();
            match list.first {
                Some(first) => {
                    let number = first.saturating_add(at as u64).min(999_999_999);
                    out.extend([number.to_string().as_str(), if bullet == '-' { ". " } else { ") " }]);
                }
                None => out.extend([bullet, ' ']),
            }
            let width = (out.len() - start).max(self.flavour.indentation());
            out.extend(std::iter::repeat_n(' ', width - (out.len() - start)));
            out.push_str(item.task_box());
            indent_into(inside, &" ".repeat(width), &mut out);
            out.truncate(out.trim_end_matches(' ').len());
        }
        out
    }
}

/// Whether a block may follow another one without an empty line.
fn may_follow(before: Option<&Block>, block: &Block) -> bool {
    matches!(before, Some(Block::Paragraph(_) | Block::Code { .. }))
        && match block {
            Block::List(list) => {
                list.first.is_none_or(|first| first == 1)
                    && !list.items.iter().any(|item| item.blocks.is_empty())
            }
            Block::Code { .. } | Block::Quote(_) | Block::Heading { .. } => true,
            _ => false,
        }
}
