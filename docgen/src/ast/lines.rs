//! Blocks as inline markup, for places where blocks do not fit.

use super::{Block, Grid, Inline, Item, Part, each_inline, plain};
use crate::format::html::list_tags;

/// What fits into the place.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Room {
    /// One line break between blocks.
    Line,
    /// Empty lines between them.
    Text,
    /// These, and elements of HTML for lists.
    Elements,
}

/// One line of all that the blocks say, with line breaks between them.
pub fn line(blocks: &[Block]) -> Vec<Inline> {
    flow(blocks, Room::Line)
}

/// The same in a format that has elements for lists, but no definitions of footnotes within a line.
pub(crate) fn line_with_elements(blocks: &[Block]) -> Vec<Inline> {
    let mut line = flow(blocks, Room::Elements);
    each_inline(&mut line, &mut |part| {
        if let Part::Inline(note @ Inline::Footnote(_)) = part {
            *note = Inline::Text(plain(std::slice::from_ref(note)));
        }
    });
    line
}

/// The text of blocks: an empty line between paragraphs, a line for each item of a list and each row of a table.
pub fn plain_blocks(blocks: &[Block]) -> String {
    plain(&flow(blocks, Room::Text))
}

fn flow(blocks: &[Block], room: Room) -> Vec<Inline> {
    let mut out = Vec::new();
    let mut above = None;
    for block in blocks {
        let content = inlines(block, room);
        if !content.is_empty() {
            let breaks = above.map_or(0, |above| breaks(above, block, room));
            out.extend(std::iter::repeat_n(Inline::Break, breaks));
            out.extend(content);
            above = Some(block);
        }
    }
    out
}

fn breaks(above: &Block, block: &Block, room: Room) -> usize {
    let is_apart = |block: &Block| matches!(block, Block::List(_) | Block::Rule);
    match room {
        Room::Line => 1,
        Room::Text if matches!(block, Block::List(_)) => 1,
        Room::Elements if is_apart(above) || is_apart(block) => 0,
        Room::Text | Room::Elements => 2,
    }
}

fn inlines(block: &Block, room: Room) -> Vec<Inline> {
    let has_elements = room == Room::Elements;
    let title =
        |content: &Vec<_>| if has_elements { vec![Inline::Strong(content.clone())] } else { content.clone() };
    let lines = match block {
        Block::Paragraph(content) | Block::Html(content) => return content.clone(),
        Block::Heading { content, .. } => return title(content),
        Block::Raw(raw) => return vec![Inline::Raw(raw.clone())],
        Block::Quote(blocks) => return flow(blocks, room),
        Block::Footnote { label, blocks } => return behind(format!("[{label}] "), blocks, room),
        Block::Rule => return vec![Inline::Break; if has_elements { 2 } else { 0 }],
        Block::List(list) if has_elements => {
            let (open, close) = list_tags(list);
            let item = |item: &Item| {
                let content = behind(item.task_box().to_owned(), &item.blocks, room);
                [vec![Inline::Html("<li>".to_owned())], content, vec![Inline::Html("</li>".to_owned())]]
                    .concat()
            };
            let items = list.items.iter().flat_map(item);
            return [Inline::Html(open)]
                .into_iter()
                .chain(items)
                .chain([Inline::Html(close.to_owned())])
                .collect();
        }
        Block::List(list) => {
            let items = list.items.iter().enumerate();
            items.map(|(at, item)| behind(list.marker(at), &item.blocks, room)).collect()
        }
        Block::Code { text, .. } => text.lines().map(|line| vec![Inline::Code(line.to_owned())]).collect(),
        Block::Definitions(items) => {
            items.iter().flat_map(|item| [title(&item.term), flow(&item.blocks, room)]).collect()
        }
        Block::Table(grid) => grid.lines(),
    };
    lines.join(&Inline::Break)
}

/// The content of blocks behind a text.
fn behind(text: String, blocks: &[Block], room: Room) -> Vec<Inline> {
    let text = (!text.is_empty()).then_some(Inline::Text(text));
    text.into_iter().chain(flow(blocks, room)).collect()
}

impl Grid {
    fn lines(&self) -> Vec<Vec<Inline>> {
        let headers = self.columns.iter().map(|column| column.header.clone()).collect::<Vec<_>>();
        let rows = self.full_rows().into_iter().map(|row| row.into_iter().map(line).collect::<Vec<_>>());
        std::iter::once(headers).chain(rows).map(|cells| cells.join(&Inline::Text(" ".to_owned()))).collect()
    }
}
