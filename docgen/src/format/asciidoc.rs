//! `AsciiDoc`: character references for text, its own blocks for those of Markdown.

mod address;
mod code;
mod inline;
mod listing;
mod text;

pub(crate) use self::listing::blocks;
pub(super) use self::listing::with_room;
use super::spot::{Spot, Within};
use super::{Markup, Place, Position};
use crate::ast::{Block, Cell, Definition, Grid, Inline, Item, List, language, line};
use crate::block::Align;

/// The format, with what the blocks to be written are in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AsciiDoc {
    in_cell: bool,
    /// How many quotations and attached lists.
    depth: usize,
    bullets: usize,
    numbers: usize,
}

impl Markup for AsciiDoc {
    fn name(&self) -> &'static str {
        "AsciiDoc"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["adoc", "asciidoc"]
    }

    fn comment(&self) -> Option<(&'static str, &'static str)> {
        Some(("//", ""))
    }

    fn inline(&self, content: &[Inline], position: Position<'_>) -> String {
        let in_macro = position.before.strip_suffix('[').is_some_and(|name| !name.ends_with([' ', '[']));
        // Behind the author's letter or number, a sign may begin a list, and a cell may hold one.
        let begins_line = position.place != Place::Heading
            && position
                .before
                .rsplit('|')
                .next()
                .is_none_or(|cell| cell.trim_start().chars().all(char::is_alphanumeric));
        let spot = Spot::at(position, begins_line);
        let within = match spot.within {
            _ if in_macro => Within::Brackets,
            _ if is_one_line(position) => Within::Line,
            within => within,
        };
        let written = inline::write(content, &Spot { within, ..spot });
        // A marker needs a text, and a term without a definition takes the next block for it.
        let is_bare = written.is_empty() && position.after.is_none() && is_marker(position.before);
        if is_bare { "{empty}".to_owned() } else { written }
    }

    fn paragraph(&self, content: &[Inline]) -> String {
        let written = inline::write(content, &Spot::START);
        // An indented line would be a listing.
        written.trim_matches(' ').to_owned()
    }

    fn heading(&self, level: usize, content: &[Inline], anchor: Option<&str>) -> String {
        // Behind a dot, `[#id]` has a role, and it has other signs.
        let is_name = |anchor: &str| anchor.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'));
        let anchor = anchor.map(|anchor| match anchor {
            name if is_name(name) => format!("[#{name}]\n"),
            other => format!("[id=\"{}\"]\n", super::html::attribute(other)),
        });
        let anchor = anchor.unwrap_or_default();
        let title = self.inline(content, Position::at(Place::Heading));
        let title = if title.is_empty() { "{empty}" } else { &title };
        format!("{anchor}{} {title}", "=".repeat(level.min(6)))
    }

    /// A title is none in a list or a cell.
    fn inner_heading(&self, _: usize, content: &[Inline]) -> String {
        self.paragraph(&[Inline::Strong(content.to_vec())])
    }

    fn divider(&self, above: Option<&Block>, block: &Block) -> &'static str {
        if matches!((above, block), (Some(Block::List(_)), Block::List(_))) { "//-" } else { "" }
    }

    fn code_block(&self, info: &str, code: &str) -> String {
        code::block(code, &language(info), self.in_cell)
    }

    fn quote(&self, blocks: &[Block]) -> String {
        let fence = "_".repeat(4 + self.depth);
        format!("{fence}\n{}\n{fence}", self.deeper().blocks(blocks))
    }

    fn list(&self, list: &List) -> String {
        let (marker, inside) = match list.first {
            Some(_) => (".".repeat(self.numbers + 1), Self { numbers: self.numbers + 1, ..*self }),
            None => ("*".repeat(self.bullets + 1), Self { bullets: self.bullets + 1, ..*self }),
        };
        let start = match list.first {
            Some(first) if first != 1 => format!("[start={first}]\n"),
            _ => String::new(),
        };
        let items: Vec<_> = list.items.iter().map(|item| format!("{marker} {}", inside.item(item))).collect();
        format!("{start}{}", items.join("\n"))
    }

    fn definitions(&self, items: &[Definition]) -> String {
        let inside = Self { bullets: 1, ..*self };
        let item = |item: &Definition| {
            let term = self.inline(&item.term, Position { after: Some(':'), ..Position::at(Place::Term) });
            let definition = inside.item(&Item { checked: None, blocks: item.blocks.clone() });
            format!("{term}:: {definition}")
        };
        items.iter().map(item).collect::<Vec<_>>().join("\n")
    }

    /// A table that is in a cell becomes lines.
    fn table(&self, grid: &Grid) -> String {
        if self.in_cell {
            return self.paragraph(&line(&[Block::Table(Box::new(grid.clone()))]));
        }
        let spot = Spot { within: Within::Line, ..Spot::default() };
        let headers = grid.columns.iter();
        let headers = headers.map(|column| format!("|{}", inline::write(&column.header, &spot)));
        let mut out = String::new();
        if !grid.caption.is_empty() {
            out.extend([".", &self.inline(&grid.caption, Position::at(Place::Heading)), "\n"]);
        }
        // The cells on the first line tell how many columns there are.
        out.extend(["[", &columns(grid), "options=\"header\"]\n|===\n"]);
        out.extend([&headers.collect::<Vec<_>>().join(" "), "\n"]);
        let inside = Self { in_cell: true, ..Self::PAGE };
        for row in &grid.rows {
            out.push('\n');
            for cell in row.iter().filter(|cell| cell.span > 0) {
                out.extend([&inside.cell(cell), "\n"]);
            }
        }
        out + "|==="
    }

    fn rule(&self) -> String {
        "'''".to_owned()
    }

    fn verbatim(&self, text: &str) -> String {
        code::verbatim(text, false)
    }

    fn address(&self, text: &str) -> String {
        address::escape(text)
    }
}

impl AsciiDoc {
    pub(crate) const PAGE: Self = Self { in_cell: false, depth: 0, bullets: 0, numbers: 0 };
    /// In an item of a list on the page.
    pub(crate) const ITEM: Self = Self { bullets: 1, ..Self::PAGE };

    fn deeper(self) -> Self {
        Self { depth: self.depth + 1, bullets: 0, numbers: 0, ..self }
    }

    fn cell(self, cell: &Cell) -> String {
        let span = if cell.span > 1 { format!(".{}+", cell.span) } else { String::new() };
        let is_text = |block: &Block| matches!(block, Block::Paragraph(_) | Block::Html(_));
        let style = if cell.blocks.iter().all(is_text) { "" } else { "a" };
        format!("{span}{style}|{}", self.blocks(&cell.blocks))
    }

    /// What is behind the marker of an item; further blocks are attached to it by a line with `+`.
    pub(super) fn item(self, item: &Item) -> String {
        let (text, rest) = match item.blocks.split_first() {
            // Written already.
            Some((Block::Raw(raw), [])) => return raw.clone(),
            Some((Block::Paragraph(content), rest)) => (self.paragraph(&item.with_box(content)), rest),
            _ => (String::new(), item.blocks.as_slice()),
        };
        let text = if text.is_empty() { "{empty}".to_owned() } else { text };
        match rest {
            [] => text,
            [list @ Block::List(_)] => format!("{text}\n{}", self.block(list)),
            // Behind an attached paragraph, it would go on with that without an empty line.
            [rest @ .., list @ Block::List(_)] => {
                format!("{text}\n+\n{}\n\n{}", self.attached(rest), self.block(list))
            }
            rest => format!("{text}\n+\n{}", self.attached(rest)),
        }
    }

    /// Blocks that are attached to an item. A list is not one of the item's level: it is a block of its own.
    fn attached(self, blocks: &[Block]) -> String {
        let fence = "=".repeat(4 + self.depth);
        let attached = blocks.iter().map(|block| match block {
            Block::List(_) => format!("[none]\n{fence}\n{}\n{fence}", self.deeper().block(block)),
            block => self.block(block),
        });
        attached.collect::<Vec<_>>().join("\n+\n")
    }

    /// Blocks on a line of a page, between the author's fences, which are shorter. In or below an item, they are attached to it.
    pub(super) fn placed(blocks: &[Block], line: &str, above: &str) -> String {
        let page = Self { depth: 1, ..Self::PAGE };
        match above.trim_end() {
            "+" => page.attached(blocks),
            _ if line.is_empty() => page.blocks(blocks),
            _ => Self { bullets: 1, ..page }.item(&Item { checked: None, blocks: blocks.to_vec() }),
        }
    }
}

/// Whether a line is the marker of an item or of a title so far, or a term.
fn is_marker(line: &str) -> bool {
    let signs = line.trim();
    line.ends_with(' ')
        && (signs.ends_with("::")
            || (!signs.is_empty() && signs.trim_matches(['*', '-', '.', '=']).is_empty()))
}

/// Whether it is in a title, a comment, the attributes of a block, or a term, which end with their line.
fn is_one_line(Position { before, after, .. }: Position<'_>) -> bool {
    let is_title = before.strip_prefix('.').is_some_and(|title| !title.starts_with([' ', '.']));
    is_title || before.starts_with(['=', '[']) || before.starts_with("//") || after == Some(':')
}

/// How columns are aligned, if one of them is.
fn columns(grid: &Grid) -> String {
    if grid.columns.iter().all(|column| column.align.is_none()) {
        return String::new();
    }
    let align = |align: Option<Align>| match align {
        None | Some(Align::Left) => "<",
        Some(Align::Center) => "^",
        Some(Align::Right) => ">",
    };
    let aligns: Vec<_> = grid.columns.iter().map(|column| align(column.align)).collect();
    format!("cols=\"{}\",", aligns.join(","))
}
