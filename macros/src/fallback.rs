//! What is emitted beside compile errors: every impl that the derive promises, so that one mistake is one error.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Data, DeriveInput};

use crate::attr::Item;
use crate::check::{allows_deprecated, is_displayed_elsewhere};
use crate::entry::FromTypes;
use crate::expand::{import, plugins};
use crate::generics::fresh_param;
use crate::type_path::option_of;

/// The errors, and impls that are never run.
pub fn derive(input: &DeriveInput, item: &Item, error: &syn::Error) -> TokenStream {
    let errors = error.to_compile_error();
    let import = import(&item.on_type.krate());
    let is_displayed = item.on_type.display.is_some() || item.on_type.may_display();
    let display = (is_displayed && !is_displayed_elsewhere(input)).then(|| display(input));
    let serialize = item.on_type.serialize.as_ref().map(|_| serialize(input));
    let from = from(input, item);
    let api_error = api_error(input);
    // As in `expand.rs`: a lint would be a second error.
    let allowed = allows_deprecated(input).then(|| quote!(#[allow(deprecated)]));
    let plugins = plugins::expand(&input.ident, &input.generics, &item.on_type.plugins, allowed.as_ref());
    quote! {
        #errors
        #allowed
        const _: () = {
            #import
            #display
            #serialize
            #(#from)*
            #api_error
        };
        #plugins
    }
}

/// `impl … of for Type … { body }`, asked for only where `Self: bound`.
///
/// The lifetime keeps the compiler from checking the bound here (rust-lang/rust#48214): a type that does not implement
/// `Error` because of the same mistake would be a second error.
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
        fn fmt(&self, _: &mut __errbook::Formatter<'_>) -> __errbook::FmtResult {
            __errbook::unreachable!()
        }
    };
    let display = impl_block(input, &quote!(__errbook::Display), None, &fmt);
    let bound = quote!(__errbook::Debug + __errbook::Display);
    let error = impl_block(input, &quote!(__errbook::Error), Some(bound), &TokenStream::new());
    quote!(#display #error)
}

fn serialize(input: &DeriveInput) -> TokenStream {
    let serializer = fresh_param(&input.generics);
    let body = quote! {
        fn serialize<#serializer: __errbook::serde::Serializer>(
            &self,
            _: #serializer,
        ) -> ::core::result::Result<#serializer::Ok, #serializer::Error> {
            __errbook::unreachable!()
        }
    };
    impl_block(input, &quote!(__errbook::serde::Serialize), None, &body)
}

/// One for each type that `from` asks for.
fn from(input: &DeriveInput, item: &Item) -> Vec<TokenStream> {
    let fields = match &input.data {
        Data::Enum(data) => data.variants.iter().map(|variant| &variant.fields).collect(),
        Data::Struct(data) => vec![&data.fields],
        Data::Union(_) => Vec::new(),
    };
    let types = fields.into_iter().zip(&item.variants).flat_map(|(fields, written)| {
        let of_variant = written.on_variant.from.as_ref().map(|from| &from.value);
        let of_all = item.on_type.from.is_some() || matches!(of_variant, Some(FromTypes::Field));
        let of_fields = fields.iter().zip(&written.fields);
        let of_fields = of_fields.filter(move |(_, written)| of_all || written.from.is_some());
        let listed = match of_variant {
            Some(FromTypes::Listed(types)) => types.as_slice(),
            Some(FromTypes::Field) | None => &[],
        };
        of_fields.map(|(field, _)| option_of(&field.ty).unwrap_or(&field.ty)).chain(listed)
    });
    let types = types.map(ToTokens::to_token_stream);
    // A duplicate type is reported separately.
    let distinct: BTreeMap<_, _> = types.map(|ty| (ty.to_string(), ty)).collect();
    let from = |ty: &TokenStream| {
        let body = quote!(fn from(_: #ty) -> Self { __errbook::unreachable!() });
        impl_block(input, &quote!(::core::convert::From<#ty>), None, &body)
    };
    distinct.values().map(from).collect()
}

fn api_error(input: &DeriveInput) -> TokenStream {
    let entry = quote! {
        fn entry(&self) -> &'static __errbook::Entry {
            __errbook::unreachable!()
        }
    };
    let catalog = quote! {
        const CATALOG: &'static __errbook::Catalog = &__errbook::Catalog::new("", &[]);
    };
    let bound = quote!(__errbook::Error + __errbook::Send + __errbook::Sync);
    let is_taken = match &input.data {
        Data::Enum(data) => data.variants.iter().any(|variant| variant.ident == "CATALOG"),
        Data::Struct(_) | Data::Union(_) => false,
    };
    let inherent = (input.generics.params.is_empty() && !is_taken).then(|| {
        let (vis, ident) = (&input.vis, &input.ident);
        quote! {
            impl #ident {
                /// The errors of this type.
                #vis const CATALOG: &'static __errbook::Catalog = &__errbook::Catalog::new("", &[]);
            }
        }
    });
    let api_error = impl_block(input, &quote!(__errbook::ApiError), Some(bound.clone()), &entry);
    let has_catalog = impl_block(input, &quote!(__errbook::HasCatalog), Some(bound), &catalog);
    quote!(#api_error #has_catalog #inherent)
}
