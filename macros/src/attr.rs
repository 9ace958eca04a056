//! `#[api(…)]` as written: every entry is well formed, and `check` has the rules about the whole.
//!
//! An entry that cannot be read is reported and skipped up to its comma, so that the next one is still read.

use proc_macro2::{Ident, TokenTree};
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::{Attribute, DeriveInput, Field, Path, Token, parse_quote};

use crate::entry::Entry;
use crate::errors::Errors;
use crate::key::{self, Attrs, FieldAttrs, TypeAttrs, VariantAttrs};
use crate::nearest::nearest;

/// All attributes of one derive input. A struct is an enum with one variant.
#[derive(Default)]
pub struct Item {
    pub on_type: TypeAttrs,
    /// In the order of the source; a struct has exactly one.
    pub variants: Vec<WrittenVariant>,
}

#[derive(Default)]
pub struct WrittenVariant {
    pub on_variant: VariantAttrs,
    pub fields: Vec<FieldAttrs>,
}

impl WrittenVariant {
    /// Whether an entry on it or on a field could not be read.
    pub fn is_incomplete(&self) -> bool {
        self.on_variant.is_incomplete() || self.fields.iter().any(FieldAttrs::is_incomplete)
    }
}

impl TypeAttrs {
    /// The path of errbook.
    pub fn krate(&self) -> Path {
        self.krate.as_ref().map_or_else(|| parse_quote!(::errbook), |given| given.value.clone())
    }

    /// Whether an entry that could not be read may have been `display`.
    pub fn may_display(&self) -> bool {
        self.lost.iter().any(|key| nearest(key, ["display"]).is_some())
    }
}

impl Item {
    pub fn parse(errors: &Errors, input: &DeriveInput) -> Self {
        match &input.data {
            syn::Data::Enum(data) => {
                let on_type = read(errors, &input.attrs);
                let variants = data.variants.iter().enumerate().map(|(index, variant)| {
                    errors.of_variant(index);
                    WrittenVariant {
                        on_variant: read(errors, &variant.attrs),
                        fields: fields(errors, &variant.fields),
                    }
                });
                Self { on_type, variants: variants.collect() }
            }
            syn::Data::Struct(data) => {
                let (on_type, on_variant) = read(errors, &input.attrs);
                let fields = fields(errors, &data.fields);
                Self { on_type, variants: vec![WrittenVariant { on_variant, fields }] }
            }
            syn::Data::Union(data) => {
                errors.at(data.union_token, "expected an enum or a struct, found a union");
                Self::default()
            }
        }
    }
}

fn fields(errors: &Errors, fields: &syn::Fields) -> Vec<FieldAttrs> {
    let read = |field: &Field| read(errors, &field.attrs);
    fields.iter().map(read).collect()
}

fn read<A: Attrs>(errors: &Errors, attrs: &[Attribute]) -> A {
    let mut read = A::default();
    for attr in attrs.iter().filter(|attr| attr.path().is_ident("api")) {
        let result = match &attr.meta {
            syn::Meta::List(list) => list.parse_args_with(|input: ParseStream| {
                entries(errors, &mut read, input);
                Ok(())
            }),
            _ => Err(syn::Error::new_spanned(attr, "expected `#[api(…)]`, with the keys in parentheses")),
        };
        if let Err(error) = result {
            errors.push(error);
            read.lose("display");
        }
    }
    read
}

fn entries<A: Attrs>(errors: &Errors, into: &mut A, input: ParseStream) {
    while !input.is_empty() {
        let key = input.cursor().ident();
        if let Err(error) = entry(into, input) {
            errors.push(error);
            into.lose(&key.map(|(key, _)| key.to_string()).unwrap_or_default());
        }
        while !input.is_empty() && !input.peek(Token![,]) {
            // A token tree can always be read where the input is not empty.
            let _ = input.parse::<TokenTree>();
        }
        let _ = input.parse::<Token![,]>();
    }
}

fn entry<A: Attrs>(into: &mut A, input: ParseStream) -> syn::Result<()> {
    if !input.peek(Ident::peek_any) {
        return Err(input.error(format!("expected a key, such as `{}`", key::example::<A>())));
    }
    let key = Ident::parse_any(input)?;
    let row =
        key::find::<A>(&key.unraw().to_string()).map_err(|message| syn::Error::new(key.span(), message))?;
    into.set(row, Entry { key, name: row.name, example: row.example, input })?;
    if input.is_empty() || input.peek(Token![,]) {
        Ok(())
    } else if input.peek(Ident::peek_any) || input.peek(Token![;]) {
        Err(input.error("expected a comma between two keys"))
    } else {
        Err(input.error(format!("expected `{}`", row.example)))
    }
}
