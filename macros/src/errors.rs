//! The one error sink: every stage pushes what it finds, variant by variant, and it is finished once.

use std::cell::RefCell;
use std::fmt::Display;

use quote::ToTokens;

/// All mistakes found so far: those of reading, then those of the whole.
pub struct Errors(RefCell<Option<syn::Error>>);

/// A mistake in two places: the second one is wrong, and the first one shown.
pub fn twice(second: proc_macro2::Span, message: &str, first: proc_macro2::Span) -> syn::Error {
    let mut error = syn::Error::new(second, message);
    error.combine(syn::Error::new(first, "first here"));
    error
}

impl Errors {
    pub fn new() -> Self {
        Self(RefCell::new(None))
    }

    /// Reports a mistake on the tokens that are wrong.
    pub fn at(&self, tokens: impl ToTokens, message: impl Display) {
        self.push(syn::Error::new_spanned(tokens, message));
    }

    pub fn push(&self, error: syn::Error) {
        match &mut *self.0.borrow_mut() {
            Some(all) => all.combine(error),
            none => *none = Some(error),
        }
    }

    /// # Errors
    ///
    /// All mistakes as one error, when there are any.
    pub fn finish(self) -> syn::Result<()> {
        self.0.into_inner().map_or(Ok(()), Err)
    }
}
