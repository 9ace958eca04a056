//! What is emitted beside compile errors: every impl the derive promises, so that one mistake stays one error.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote};
use syn::{Data, DeriveInput};

use crate::attr::Item;
use crate::check::is_displayed_elsewhere;
use crate::expand::{import, option_of};
use crate::generics::fresh_param;

/// The errors, and impls that are never run.
pub fn derive(input: &DeriveInput, item: &Item, error: &syn::Error) -> TokenStream {
    let errors = error.to_compile_error();
    let import = import(&item.on_type.krate());
    let is_displayed = item.on_type.display.is_some() || item.on_type.maybe_display;
    let display = (is_displayed && !is_displayed_elsewhere(input)).then(|| display(input));
    let serialize = item.on_type.serialize.as_ref().map(|_| serialize(input));
    let from = from(input, item);
    let api_error = api_error(input);
    quote! {
        #errors
        const _: () = {
            #import
            #display
            #serialize
            #(#from)*
            #api_error
        };
    }
}

/// `impl … of for Type … { body }`, asked for only where `Self: bound`.
///
/// The lifetime keeps the compiler from checking the bound here (rust-lang/rust#48214): a type that is no `Error` for
/// the same mistake would be a second error.
fn impl_block(
    input: &DeriveInput,
    of: &TokenStream,
    bound: Option<TokenStream>,
    body: &TokenStream,
) -> TokenStream {
    let ty = &input.ident;
    let (impl_generics, ty_generics, where_clause) = input.generics.split_for_impl();
    let own = where_clause.into_iter().flat_map(|clause| &clause.predicates);
    let bound = bound.map(|bound| quote!(for<'__fallback> #ty #ty_generics: #bound)).into_iter();
    quote! {
        #[automatically_derived]
        impl #impl_generics #of for #ty #ty_generics where #(#own,)* #(#bound)* {
            #body
        }
    }
}

fn display(input: &DeriveInput) -> TokenStream {
    let fmt = quote! {
        fn fmt(&self, _: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            ::core::unreachable!()
        }
    };
    let display = impl_block(input, &quote!(::core::fmt::Display), None, &fmt);
    let bound = quote!(::core::fmt::Debug + ::core::fmt::Display);
    let error = impl_block(input, &quote!(::core::error::Error), Some(bound), &TokenStream::new());
    quote!(#display #error)
}

fn serialize(input: &DeriveInput) -> TokenStream {
    let serializer = fresh_param(&input.generics);
    let body = quote! {
        fn serialize<#serializer: __errbook::serde::Serializer>(
            &self,
            _: #serializer,
        ) -> ::core::result::Result<#serializer::Ok, #serializer::Error> {
            ::core::unreachable!()
        }
    };
    impl_block(input, &quote!(__errbook::serde::Serialize), None, &body)
}

/// One for each type that a `from` stands on.
fn from(input: &DeriveInput, item: &Item) -> Vec<TokenStream> {
    let fields = match &input.data {
        Data::Enum(data) => data.variants.iter().map(|variant| &variant.fields).collect(),
        Data::Struct(data) => vec![&data.fields],
        Data::Union(_) => Vec::new(),
    };
    let written = item.variants.iter().flat_map(|variant| &variant.fields);
    let with_from = fields.into_iter().flatten().zip(written).filter(|(_, written)| written.from.is_some());
    let types = with_from.map(|(field, _)| option_of(&field.ty).unwrap_or(&field.ty).to_token_stream());
    // The same type twice is a mistake of its own.
    let distinct: BTreeMap<_, _> = types.map(|ty| (ty.to_string(), ty)).collect();
    let from = |ty: &TokenStream| {
        let body = quote!(fn from(_: #ty) -> Self { ::core::unreachable!() });
        impl_block(input, &quote!(::core::convert::From<#ty>), None, &body)
    };
    distinct.values().map(from).collect()
}

fn api_error(input: &DeriveInput) -> TokenStream {
    let entry = quote! {
        fn entry(&self) -> &'static __errbook::Entry {
            ::core::unreachable!()
        }
    };
    let catalog = quote! {
        const CATALOG: &'static __errbook::Catalog = &__errbook::Catalog::new("", &[]);
    };
    let is_error = quote!(::core::error::Error);
    let api_error = impl_block(input, &quote!(__errbook::ApiError), Some(is_error.clone()), &entry);
    let catalogued = impl_block(input, &quote!(__errbook::Catalogued), Some(is_error), &catalog);
    quote!(#api_error #catalogued)
}
