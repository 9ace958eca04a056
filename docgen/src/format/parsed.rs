//! Where the holes in the author's part of a template are: the rows of a table have the same.

use std::cell::RefCell;
use std::rc::Rc;

use super::markdown::Spot;

/// The spots in the last text that a template printed.
#[derive(Debug, Default)]
pub(crate) struct Parsed(RefCell<Option<(String, Rc<Vec<Spot>>)>>);

impl Parsed {
    pub(super) fn get(&self, text: &str, parse: impl FnOnce() -> Vec<Spot>) -> Rc<Vec<Spot>> {
        let mut last = self.0.borrow_mut();
        match last.as_ref().filter(|(of, _)| of == text) {
            Some((_, spots)) => Rc::clone(spots),
            None => Rc::clone(&last.insert((text.to_owned(), Rc::new(parse()))).1),
        }
    }
}
