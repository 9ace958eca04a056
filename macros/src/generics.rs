//! Bounds on the types of fields: only for what the expansion uses, only where a type parameter is concerned.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Generics, Type, WhereClause, parse_quote};

/// The `where` clause of one generated impl.
pub struct Bounds<'a> {
    generics: &'a Generics,
    predicates: Vec<TokenStream>,
}

impl<'a> Bounds<'a> {
    pub fn new(generics: &'a Generics) -> Self {
        Self { generics, predicates: Vec::new() }
    }

    /// Asks for `ty: bound` if `ty` depends on a type parameter.
    pub fn need(&mut self, ty: &Type, bound: impl ToTokens) {
        if mentions(ty.to_token_stream(), self.generics) {
            self.push(&quote!(#ty: #bound));
        }
    }

    /// Asks for `Self: bound` if the type has type parameters; else the compiler sees for itself.
    pub fn need_self(&mut self, bound: impl ToTokens) {
        if self.generics.type_params().next().is_some() {
            self.push(&quote!(Self: #bound));
        }
    }

    fn push(&mut self, predicate: &TokenStream) {
        let text = predicate.to_string();
        if self.predicates.iter().all(|other| other.to_string() != text) {
            self.predicates.push(predicate.clone());
        }
    }

    /// The user's own clause and what was asked for.
    pub fn where_clause(&self) -> Option<WhereClause> {
        let own = self.generics.where_clause.clone();
        if self.predicates.is_empty() {
            return own;
        }
        let mut clause = own.unwrap_or_else(|| parse_quote!(where));
        for predicate in &self.predicates {
            clause.predicates.push(parse_quote!(#predicate));
        }
        Some(clause)
    }
}

/// Whether any type parameter is named in these tokens. One too many costs nothing: the bound holds or is an error anyway.
fn mentions(tokens: TokenStream, generics: &Generics) -> bool {
    let is_param = |ident: &Ident| generics.type_params().any(|param| param.ident == *ident);
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => is_param(&ident),
        TokenTree::Group(group) => mentions(group.stream(), generics),
        _ => false,
    })
}
