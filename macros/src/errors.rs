//! The one error sink: every stage pushes what it finds, and the whole is finished once.

use std::cell::{Cell, RefCell};
use std::fmt::Display;

use quote::ToTokens;

/// All mistakes found so far, each with its place: 0 for the type, 1 for its first variant.
#[derive(Default)]
pub struct Errors {
    place: Cell<usize>,
    found: RefCell<Vec<(usize, syn::Error)>>,
}

impl Errors {
    pub fn new() -> Self {
        Self::default()
    }

    /// The next mistakes are about the type as a whole.
    pub fn of_type(&self) {
        self.place.set(0);
    }

    /// The next mistakes are about this variant.
    pub fn of_variant(&self, index: usize) {
        self.place.set(index + 1);
    }

    /// Reports a mistake on the tokens that are wrong.
    pub fn at(&self, tokens: impl ToTokens, message: impl Display) {
        self.push(syn::Error::new_spanned(tokens, message));
    }

    pub fn push(&self, error: syn::Error) {
        let place = self.place.get();
        self.found.borrow_mut().extend(error.into_iter().map(|error| (place, printable(error))));
    }

    /// How many mistakes were found so far.
    pub fn count(&self) -> usize {
        self.found.borrow().len()
    }

    /// # Errors
    ///
    /// All mistakes as one error, those of the type first, then variant by variant.
    pub fn finish(self) -> syn::Result<()> {
        let mut found = self.found.into_inner();
        found.sort_by_key(|(place, _)| *place);
        let mut errors = found.into_iter().map(|(_, error)| error);
        let Some(mut all) = errors.next() else {
            return Ok(());
        };
        all.extend(errors);
        Err(all)
    }
}

/// The same error without control characters, which a terminal would obey: what users write may have any.
fn printable(error: syn::Error) -> syn::Error {
    let message = error.to_string();
    if !message.contains(char::is_control) {
        return error;
    }
    let escaped = message.chars().flat_map(|c| {
        let escaped = c.is_control().then(|| c.escape_debug());
        let same = Some(c).filter(|_| !c.is_control());
        escaped.into_iter().flatten().chain(same)
    });
    syn::Error::new(error.span(), escaped.collect::<String>())
}
