//! Blocks as lines of inline markup, where there is no room for blocks.

use super::{Block, Grid, Inline};

/// What the blocks say as lines of inline markup, where there is no room for blocks.
pub fn lines(blocks: &[Block]) -> Vec<Vec<Inline>> {
    let mut lines = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(content) | Block::Heading { content, .. } | Block::Html(content) => {
                lines.push(content.clone());
            }
            Block::Code { text, .. } => {
                lines.extend(text.lines().map(|line| vec![Inline::Code(line.to_owned())]));
            }
            Block::Quote(blocks) => lines.extend(self::lines(blocks)),
            Block::Footnote { label, blocks } => {
                lines.extend(marked(&format!("[{label}] "), self::lines(blocks)));
            }
            Block::List(list) => {
                for (at, item) in list.items.iter().enumerate() {
                    lines.extend(marked(&list.marker(at), self::lines(&item.blocks)));
                }
            }
            Block::Definitions(items) => {
                for item in items {
                    lines.push(item.term.clone());
                    lines.extend(self::lines(&item.blocks));
                }
            }
            Block::Table(grid) => lines.extend(grid.lines()),
            Block::Raw(raw) => lines.push(vec![Inline::Raw(raw.clone())]),
            Block::Rule => {}
        }
    }
    lines
}

/// The lines with a marker before the first of them.
fn marked(marker: &str, mut lines: Vec<Vec<Inline>>) -> Vec<Vec<Inline>> {
    match lines.first_mut() {
        Some(first) => first.insert(0, Inline::Text(marker.to_owned())),
        None => lines.push(vec![Inline::Text(marker.to_owned())]),
    }
    lines
}

/// One line of all that the blocks say.
pub fn line(blocks: &[Block]) -> Vec<Inline> {
    lines(blocks).join(&Inline::Break)
}

impl Grid {
    pub(super) fn lines(&self) -> Vec<Vec<Inline>> {
        let headers = self.columns.iter().map(|column| column.header.clone()).collect::<Vec<_>>();
        let rows = self.full_rows().into_iter().map(|row| row.into_iter().map(line).collect::<Vec<_>>());
        std::iter::once(headers).chain(rows).map(|cells| cells.join(&Inline::Text(" ".to_owned()))).collect()
    }
}
