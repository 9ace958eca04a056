//! The Markdown of doc comments as `AsciiDoc`.

use super::text::{self, LINE_BREAK, Origin, Spot, Table};
use super::{HOLE, address, code};
use crate::ast::{self, Block, Grid, Inline, Item, List};
use crate::format::Markup;

/// What the blocks to be written are in.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Blocks {
    pub(super) in_cell: bool,
    pub(super) depth: usize,
    pub(super) bullets: usize,
    pub(super) numbers: usize,
}

impl Blocks {
    pub(super) fn write(self, blocks: &[Block]) -> String {
        let mut out = String::new();
        let mut is_behind_list = false;
        for block in blocks {
            let is_list = matches!(block, Block::List(_));
            if !out.is_empty() {
                // A comment between two lists keeps them apart.
                out.push_str(if is_behind_list && is_list { "\n\n//-\n\n" } else { "\n\n" });
            }
            out.push_str(&self.block(block));
            is_behind_list = is_list;
        }
        out
    }

    pub(super) fn block(self, block: &Block) -> String {
        match block {
            Block::Paragraph(content) | Block::Html(content) => inline(content, &self.spot()),
            Block::Heading { content, .. } => {
                inline(&[Inline::Strong(content.clone())], &Spot { on_one_line: true, ..self.spot() })
            }
            Block::Code { info, text } => code::block(text, &ast::language(info), self.in_cell),
            Block::Quote(blocks) => {
                let fence = "_".repeat(4 + self.depth);
                let inside = Self { depth: self.depth + 1, bullets: 0, numbers: 0, ..self };
                format!("{fence}\n{}\n{fence}", inside.write(blocks))
            }
            Block::List(list) => self::list(self, list),
            Block::Table(grid) if !self.in_cell => super::table::write(grid),
            Block::Table(grid) => self.table(grid),
            Block::Rule => "'''".to_owned(),
            Block::Footnote { label, blocks } => {
                let label = Inline::Text(format!("[{label}] "));
                inline(&[&[label], ast::line(blocks).as_slice()].concat(), &self.spot())
            }
            Block::Definitions(items) if !self.in_cell => super::AsciiDoc.definitions(items),
            Block::Definitions(_) => inline(&ast::line(std::slice::from_ref(block)), &self.spot()),
            Block::Raw(raw) => raw.clone(),
        }
    }

    pub(super) fn spot(self) -> Spot {
        Spot {
            begins_line: true,
            table: if self.in_cell { Table::Cell } else { Table::None },
            origin: Origin::Markdown,
            ..Spot::default()
        }
    }

    /// A table that is in a cell has other separators.
    fn table(self, grid: &Grid) -> String {
        let separator = if self.in_cell { '!' } else { '|' };
        let spot = Spot {
            table: if self.in_cell { Table::Inner } else { Table::Cell },
            on_one_line: true,
            ..self.spot()
        };
        let cell = |content: &[Inline]| format!("{separator}{}", inline(content, &spot));
        let header = grid.columns.iter().map(|column| cell(&column.header)).collect::<Vec<_>>().join(" ");
        let row = |row: &Vec<ast::Cell>| {
            row.iter().map(|content| cell(&ast::line(&content.blocks))).collect::<Vec<_>>().join(" ")
        };
        let rows: Vec<_> = grid.rows.iter().map(row).collect();
        format!("[options=\"header\"]\n{separator}===\n{header}\n\n{}\n{separator}===", rows.join("\n"))
    }

    /// Blocks behind a marker or a term: those behind the first paragraph are attached to it.
    pub(super) fn attached(self, blocks: &[Block]) -> String {
        let inside = Self { bullets: 1, ..self };
        item(inside, "", &Item::of(blocks.to_vec())).trim_start().to_owned()
    }
}

/// The parts of a paragraph.
pub(super) fn inline(content: &[Inline], spot: &Spot) -> String {
    let mut writer = Inlines { spot, out: String::new(), is_strong: false, is_emphasis: false };
    writer.write(content, spot.after);
    writer.out
}

struct Inlines<'w> {
    spot: &'w Spot,
    out: String,
    is_strong: bool,
    is_emphasis: bool,
}

impl Inlines<'_> {
    fn write(&mut self, content: &[Inline], after: Option<char>) {
        for (at, inline) in content.iter().enumerate() {
            let after = content.get(at + 1).map_or(after, first_char);
            let spot = self.here(after);
            match inline {
                Inline::Text(text) => self.out.push_str(&text::escape(&text.replace('\n', " "), &spot)),
                Inline::SoftBreak => self.out.push_str(&text::escape(" ", &spot)),
                Inline::Html(tag) if tag.starts_with("<br") => {
                    self.out.push_str(if spot.on_one_line { " " } else { LINE_BREAK });
                }
                Inline::Html(_) => {}
                Inline::Footnote(label) => self.out.push_str(&text::escape(&format!("[{label}]"), &spot)),
                Inline::Raw(raw) => self.out.push_str(raw),
                // What is struck out would say the opposite without a sign of it.
                Inline::Strike(content) => {
                    let signs = || Inline::Text("~~".to_owned());
                    self.write(&[&[signs()], content.as_slice(), &[signs()]].concat(), after);
                }
                Inline::Code(content) => self.out.push_str(&code::span(content, &spot)),
                Inline::Break if spot.on_one_line => self.out.push(' '),
                Inline::Break => {
                    let is_empty = self.out.is_empty() || self.out.ends_with('\n');
                    self.out.push_str(if is_empty { "{empty}" } else { "" });
                    self.out.push_str(LINE_BREAK);
                }
                Inline::Strong(content) if !self.is_strong => self.marked('*', content, &spot),
                Inline::Emphasis(content) if !self.is_emphasis => self.marked('_', content, &spot),
                Inline::Strong(content) | Inline::Emphasis(content) => self.write(content, after),
                Inline::Link { address, content, .. } => self.link(address, content),
                Inline::Image { address, alt, .. } => {
                    let alt = text::escape(
                        alt,
                        &Spot {
                            in_brackets: true,
                            on_one_line: true,
                            before: Some('['),
                            after: Some(']'),
                            ..spot
                        },
                    );
                    self.out.extend(["image:", &address::target(address), "[", &alt, "]"]);
                }
            }
        }
    }

    /// The place behind what is written.
    fn here(&self, after: Option<char>) -> Spot {
        let before = self.out.chars().next_back().or(self.spot.before).filter(|c| *c != '\n');
        let begins_line = if self.out.is_empty() { self.spot.begins_line } else { self.out.ends_with('\n') };
        Spot { before, after, begins_line, origin: Origin::Markdown, ..*self.spot }
    }

    fn marked(&mut self, sign: char, content: &[Inline], spot: &Spot) {
        let (starts, content, ends) = without_blanks(content);
        let space = |is_there: bool| if is_there { " " } else { "" };
        self.out.push_str(space(starts));
        if content.is_empty() {
            return;
        }
        let spot = self.here(if ends { Some(' ') } else { spot.after });
        let is_free = code::stands_free(&spot);
        let sign_of = if is_free { sign.to_string() } else { sign.to_string().repeat(2) };
        let (strong, emphasis) = (self.is_strong, self.is_emphasis);
        self.is_strong |= sign == '*';
        self.is_emphasis |= sign == '_';
        self.out.push_str(&sign_of);
        self.write(&content, Some(sign));
        self.out.extend([sign_of.as_str(), space(ends)]);
        (self.is_strong, self.is_emphasis) = (strong, emphasis);
    }

    fn link(&mut self, address: &str, content: &[Inline]) {
        let is_bare = self.here(None);
        let shown = ast::plain(content);
        let inside = Spot {
            in_brackets: true,
            on_one_line: true,
            begins_line: false,
            before: Some('['),
            after: Some(']'),
            ..*self.spot
        };
        let is_plain = shown == address && address::target(address) == address && code::stands_free(&is_bare);
        if is_plain && address.starts_with("http") && !self.spot.in_brackets {
            self.out.push_str(address);
            self.out.push_str("[]");
            return;
        }
        self.out.extend(["link:", &address::target(address), "[", &inline(content, &inside), "]"]);
    }
}

/// The content without the spaces at its ends, beside which a sign is not markup, and whether there were some.
fn without_blanks(content: &[Inline]) -> (bool, Vec<Inline>, bool) {
    let is_break = |inline: &Inline| matches!(inline, Inline::Break | Inline::SoftBreak);
    let from = content.iter().take_while(|inline| is_break(inline)).count();
    let to = content.iter().rposition(|inline| !is_break(inline)).map_or(from, |last| last + 1);
    let (mut starts, mut ends) = (from > 0, to < content.len());
    let mut content = content.get(from..to).unwrap_or_default().to_vec();
    if let Some(Inline::Text(text)) = content.first_mut() {
        starts |= text.starts_with(char::is_whitespace);
        text.drain(..text.len() - text.trim_start().len());
    }
    if let Some(Inline::Text(text)) = content.last_mut() {
        ends |= text.ends_with(char::is_whitespace);
        text.truncate(text.trim_end().len());
    }
    content.retain(|inline| !matches!(inline, Inline::Text(text) if text.is_empty()));
    (starts, content, ends)
}

/// What an inline begins with when it is written.
fn first_char(inline: &Inline) -> Option<char> {
    match inline {
        Inline::Text(text) => text.chars().next(),
        Inline::Code(_) => Some('`'),
        Inline::Break | Inline::Html(_) => None,
        Inline::SoftBreak => Some(' '),
        Inline::Strike(_) => Some('~'),
        Inline::Footnote(_) => Some('['),
        Inline::Raw(raw) => raw.chars().next(),
        Inline::Strong(_) => Some('*'),
        Inline::Emphasis(_) => Some('_'),
        Inline::Link { .. } | Inline::Image { .. } => Some(HOLE),
    }
}

/// A list; further blocks of an item are attached to it by a line with `+`.
fn list(blocks: Blocks, list: &List) -> String {
    let inside = match list.first {
        Some(_) => Blocks { numbers: blocks.numbers + 1, ..blocks },
        None => Blocks { bullets: blocks.bullets + 1, ..blocks },
    };
    let marker = match list.first {
        Some(_) => ".".repeat(inside.numbers),
        None => "*".repeat(inside.bullets),
    };
    let start = match list.first {
        Some(first) if first != 1 => format!("[start={first}]\n"),
        _ => String::new(),
    };
    let items: Vec<_> = list.items.iter().map(|blocks| item(inside, &marker, blocks)).collect();
    format!("{start}{}", items.join("\n"))
}

fn item(inside: Blocks, marker: &str, item: &Item) -> String {
    let (text, rest) = match item.blocks.split_first() {
        Some((Block::Paragraph(content), rest)) => (inline(&item.with_box(content), &inside.spot()), rest),
        _ => ("{empty}".to_owned(), item.blocks.as_slice()),
    };
    let mut out = format!("{marker} {}", if text.is_empty() { "{empty}" } else { &text });
    // How many lists are open inside this item.
    let mut open = 0;
    for (at, block) in rest.iter().enumerate() {
        match block {
            Block::List(_) if open == 0 => {
                // Without an empty line, it would go on with an attached paragraph.
                out.push_str(if at > 0 { "\n\n" } else { "\n" });
                out.push_str(&inside.block(block));
                open = depth_of(block);
            }
            // Each empty line leaves one of the lists that are open.
            block => {
                out.push_str(&"\n".repeat(open));
                out.push_str("\n+\n");
                out.push_str(&attached(inside, block));
                open = 0;
            }
        }
    }
    out
}

/// A list that is attached is not one of the item's level: it is a block of its own.
fn attached(inside: Blocks, block: &Block) -> String {
    match block {
        Block::List(_) => {
            let fence = "=".repeat(4 + inside.depth);
            let written = Blocks { bullets: 0, numbers: 0, depth: inside.depth + 1, ..inside }.block(block);
            format!("[none]\n{fence}\n{written}\n{fence}")
        }
        block => inside.block(block),
    }
}

/// How many lists are open after the last item.
fn depth_of(block: &Block) -> usize {
    let Block::List(list) = block else { return 0 };
    let inside = list.items.last().and_then(|item| item.blocks.last());
    1 + inside.map_or(0, depth_of)
}
