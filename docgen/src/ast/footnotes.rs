//! The labels of footnotes: doc comments on one page may use the same ones.

use std::collections::{HashMap, HashSet};

use super::traverse::{Part, each};
use super::{Block, Inline};

/// The labels of a page so far.
#[derive(Debug, Default)]
pub(crate) struct Footnotes(HashSet<String>);

impl Footnotes {
    /// Those of the text that an author wrote.
    pub(crate) fn of(text: &str) -> Self {
        let label = |rest: &str| Some(rest.strip_prefix('^')?.split_once(']')?.0.to_owned());
        let labels = text.split('[').skip(1).filter_map(label);
        Self(labels.collect())
    }

    /// Gives the footnotes of a doc comment labels that no other one has: `1` becomes `1-2`.
    pub(crate) fn distinct(&mut self, blocks: &mut [Block]) {
        let mut renamed = HashMap::new();
        each(blocks, &mut |part| {
            let Part::Block(Block::Footnote { label, .. }) = part else { return };
            if !self.0.insert(label.clone()) {
                let numbered = (2..self.0.len() + 3).map(|number| format!("{label}-{number}"));
                let free = numbered.into_iter().find(|new| self.0.insert(new.clone()));
                renamed.insert(label.clone(), free.unwrap_or_default());
            }
        });
        if renamed.is_empty() {
            return;
        }
        each(blocks, &mut |part| {
            let (Part::Block(Block::Footnote { label, .. }) | Part::Inline(Inline::Footnote(label))) = part
            else {
                return;
            };
            if let Some(new) = renamed.get(label) {
                label.clone_from(new);
            }
        });
    }
}
