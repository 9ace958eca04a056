//! The labels of footnotes: doc comments on one page may use the same ones.

use std::collections::{HashMap, HashSet};

use super::{Block, Inline};

/// The labels of a page so far.
#[derive(Debug, Default)]
pub(crate) struct Footnotes(HashSet<String>);

impl Footnotes {
    /// Those of the text that an author wrote.
    pub(crate) fn of(text: &str) -> Self {
        let labels = text.split("[^").skip(1).filter_map(|rest| Some(rest.split_once(']')?.0.to_owned()));
        Self(labels.collect())
    }

    /// Gives the footnotes of a doc comment labels that no other one has: `1` becomes `1-2`.
    pub(crate) fn distinct(&mut self, blocks: &mut [Block]) {
        let mut renamed = HashMap::new();
        for block in blocks.iter() {
            let Block::Footnote { label, .. } = block else { continue };
            if self.0.insert(label.clone()) {
                continue;
            }
            let free = (2..self.0.len() + 3)
                .map(|number| format!("{label}-{number}"))
                .find(|new| !self.0.contains(new));
            let new = free.unwrap_or_default();
            self.0.insert(new.clone());
            renamed.insert(label.clone(), new);
        }
        if !renamed.is_empty() {
            rename(blocks, &renamed);
        }
    }
}

fn rename(blocks: &mut [Block], renamed: &HashMap<String, String>) {
    for block in blocks {
        match block {
            Block::Paragraph(content) | Block::Heading { content, .. } | Block::Html(content) => {
                rename_inlines(content, renamed);
            }
            Block::Footnote { label, blocks } => {
                if let Some(new) = renamed.get(label) {
                    label.clone_from(new);
                }
                rename(blocks, renamed);
            }
            Block::Quote(blocks) => rename(blocks, renamed),
            Block::List(list) => list.items.iter_mut().for_each(|item| rename(&mut item.blocks, renamed)),
            Block::Definitions(items) => items.iter_mut().for_each(|item| rename(&mut item.blocks, renamed)),
            Block::Table(grid) => {
                grid.rows.iter_mut().flatten().for_each(|cell| rename(&mut cell.blocks, renamed));
            }
            Block::Code { .. } | Block::Rule | Block::Raw(_) => {}
        }
    }
}

fn rename_inlines(inlines: &mut [Inline], renamed: &HashMap<String, String>) {
    for inline in inlines {
        match inline {
            Inline::Footnote(label) => {
                if let Some(new) = renamed.get(label) {
                    label.clone_from(new);
                }
            }
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Strike(content)
            | Inline::Link { content, .. } => rename_inlines(content, renamed),
            _ => {}
        }
    }
}
