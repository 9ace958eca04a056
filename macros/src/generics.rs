//! Bounds on the types of fields: only those that the expansion uses, only on types that depend on a type parameter.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Generics, Type};

use crate::model::Model;

/// The `where` clause of one generated impl.
pub struct Bounds<'a> {
    ident: &'a Ident,
    generics: &'a Generics,
    predicates: Vec<Predicate>,
}

struct Predicate {
    tokens: TokenStream,
    traits: TokenStream,
}

impl<'a> Bounds<'a> {
    pub fn new(model: &Model<'a>) -> Self {
        Self { ident: model.ident, generics: model.generics, predicates: Vec::new() }
    }

    /// Asks for `ty: bound` if `ty` depends on a type parameter.
    ///
    /// A type that contains the derived one is left out: the bound would require itself.
    pub fn need(&mut self, ty: &Type, bound: impl ToTokens) {
        let is_param = |ident: &Ident| self.generics.type_params().any(|param| param.ident == *ident);
        let is_itself = |ident: &Ident| *ident == *self.ident || ident == "Self";
        if mentions(ty.to_token_stream(), &is_param) && !mentions(ty.to_token_stream(), &is_itself) {
            self.push(&quote!(#ty), bound.to_token_stream());
        }
    }

    /// Asks for `Self: bound` if the type has type parameters; otherwise the compiler knows.
    pub fn need_self(&mut self, bound: impl ToTokens) {
        if self.generics.type_params().next().is_some() {
            self.push(&quote!(Self), bound.to_token_stream());
        }
    }

    /// The same for what is checked elsewhere, once: a type that is not an error would be reported by each impl.
    ///
    /// The lifetime keeps the compiler from checking the bound here (rust-lang/rust#48214).
    pub fn assume_self(&mut self, bound: impl ToTokens) {
        if self.generics.type_params().next().is_some() {
            self.push(&quote!(Self), bound.to_token_stream());
        } else {
            self.push(&quote!(for<'__error> Self), bound.to_token_stream());
        }
    }

    fn push(&mut self, bounded: &TokenStream, traits: TokenStream) {
        let tokens = quote!(#bounded: #traits);
        let is_known = |text: String| self.predicates.iter().any(|other| other.tokens.to_string() == text);
        if self.predicates.is_empty() || !is_known(tokens.to_string()) {
            self.predicates.push(Predicate { tokens, traits });
        }
    }

    /// `#[allow(…)]` for an impl whose added bounds may repeat the user's: clippy would report those to the user.
    pub fn allowed(&self) -> Option<TokenStream> {
        let is_trait = |ident: &Ident| ident.to_string().starts_with(|c: char| c.is_ascii_uppercase());
        let repeats = |bound: &Predicate| {
            let is_added =
                |ident: &Ident| is_trait(ident) && mentions(bound.traits.clone(), &|other| other == ident);
            mentions(self.generics.params.to_token_stream(), &is_added)
                || mentions(self.generics.where_clause.to_token_stream(), &is_added)
        };
        self.predicates
            .iter()
            .any(repeats)
            .then(|| quote!(#[allow(clippy::trait_duplication_in_bounds, clippy::type_repetition_in_bounds)]))
    }

    /// The user's clause and the added bounds.
    pub fn where_clause(&self) -> Option<TokenStream> {
        let own = self.generics.where_clause.as_ref();
        if self.predicates.is_empty() {
            return own.map(ToTokens::to_token_stream);
        }
        let own = own.into_iter().flat_map(|clause| &clause.predicates);
        let added = self.predicates.iter().map(|Predicate { tokens, .. }| tokens);
        Some(quote!(where #(#own,)* #(#added),*))
    }
}

/// Whether these tokens contain such a name. A superfluous bound does no harm: it holds, or is an error anyway.
pub fn mentions(tokens: TokenStream, is_such: &impl Fn(&Ident) -> bool) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => is_such(&ident),
        TokenTree::Group(group) => mentions(group.stream(), is_such),
        _ => false,
    })
}

/// A name for a type parameter that no parameter of the user has.
pub fn fresh_param(generics: &Generics) -> Ident {
    let mut name = String::from("__S");
    while generics.params.to_token_stream().into_iter().any(|token| token.to_string() == name) {
        name.push('_');
    }
    Ident::new(&name, Span::call_site())
}
