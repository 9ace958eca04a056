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
        if let Block::Footnote { label, .. } = block {
            rename_label(label, renamed);
        }
        block.inside().into_iter().for_each(|blocks| rename(blocks, renamed));
        block.content().into_iter().for_each(|content| rename_references(content, renamed));
    }
}

fn rename_references(inlines: &mut [Inline], renamed: &HashMap<String, String>) {
    for inline in inlines {
        match inline {
            Inline::Footnote(label) => rename_label(label, renamed),
            other => {
                if let Some(content) = other.content() {
                    rename_references(content, renamed);
                }
            }
        }
    }
}

fn rename_label(label: &mut String, renamed: &HashMap<String, String>) {
    if let Some(new) = renamed.get(label) {
        label.clone_from(new);
    }
}
