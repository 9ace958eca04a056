//! What the author's part of a template was parsed to: the rows of a table have the same.

use std::cell::RefCell;
use std::rc::Rc;

use super::markdown::Spot;
use crate::ast::Block;

/// The results for the last text that a template printed.
#[derive(Debug, Default)]
pub(crate) struct Parsed {
    pub(crate) tree: Memo<Vec<Block>>,
    pub(super) spots: Memo<Vec<Spot>>,
}

/// A text, and what was made of it.
#[derive(Debug)]
pub(crate) struct Memo<T>(RefCell<Option<(String, Rc<T>)>>);

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self(RefCell::new(None))
    }
}

impl<T> Memo<T> {
    pub(crate) fn get(&self, text: &str, parse: impl FnOnce(&str) -> T) -> Rc<T> {
        let mut memo = self.0.borrow_mut();
        match memo.as_ref().filter(|(of, _)| of == text) {
            Some((_, parsed)) => Rc::clone(parsed),
            None => Rc::clone(&memo.insert((text.to_owned(), Rc::new(parse(text)))).1),
        }
    }
}
