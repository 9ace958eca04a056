//! The one error sink: every stage pushes what it finds, says whose it is, and it is finished once.

use std::cell::{Cell, RefCell};
use std::fmt::Display;

use quote::ToTokens;

/// All mistakes found so far, each with its place: 0 is the type, 1 its first variant.
#[derive(Default)]
pub struct Errors {
    place: Cell<usize>,
    found: RefCell<Vec<(usize, syn::Error)>>,
}

/// A mistake in two places: the second one is wrong, and the first one shown.
pub fn twice(second: proc_macro2::Span, message: &str, first: proc_macro2::Span) -> syn::Error {
    let mut error = syn::Error::new(second, message);
    error.combine(syn::Error::new(first, "first here"));
    error
}

impl Errors {
    pub fn new() -> Self {
        Self::default()
    }

    /// What comes next is said of the type as a whole.
    pub fn of_type(&self) {
        self.place.set(0);
    }

    /// What comes next is said of this variant.
    pub fn of_variant(&self, index: usize) {
        self.place.set(index + 1);
    }

    /// Reports a mistake on the tokens that are wrong.
    pub fn at(&self, tokens: impl ToTokens, message: impl Display) {
        self.push(syn::Error::new_spanned(tokens, message));
    }

    pub fn push(&self, error: syn::Error) {
        self.found.borrow_mut().push((self.place.get(), error));
    }

    /// # Errors
    ///
    /// All mistakes as one error, those of the type first and then variant by variant, when there are any.
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
