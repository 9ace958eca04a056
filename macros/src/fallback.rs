//! What is emitted beside compile errors: every impl the derive promises, so that one mistake stays one error.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{DeriveInput, parse_quote};

use crate::attr::Item;

/// The errors, and impls that are never run.
pub fn derive(input: &DeriveInput, item: &Item, error: &syn::Error) -> TokenStream {
    let errors = error.to_compile_error();
    let ty = &input.ident;
    let krate = match &item.on_type.krate {
        Some(given) => given.value.clone(),
        None => parse_quote!(::errbook),
    };
    let (impl_generics, ty_generics, where_clause) = input.generics.split_for_impl();
    // The lifetime keeps the compiler from checking the bound here (rust-lang/rust#48214): a type that is no `Error`
    // for the same mistake would be a second error.
    let bound = |bound: TokenStream| {
        let own = where_clause.map(|clause| &clause.predicates).filter(|own| !own.is_empty());
        let own = own.map(|own| quote!(#own,));
        quote!(where #own for<'__fallback> #ty #ty_generics: #bound)
    };
    let is_error = bound(quote!(::core::error::Error));
    let is_debug = bound(quote!(::core::fmt::Debug + ::core::fmt::Display));
    let display = item.on_type.display.as_ref().map(|_| {
        quote! {
            #[automatically_derived]
            impl #impl_generics ::core::fmt::Display for #ty #ty_generics #where_clause {
                fn fmt(&self, _: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    ::core::unreachable!()
                }
            }
            #[automatically_derived]
            impl #impl_generics ::core::error::Error for #ty #ty_generics #is_debug {}
        }
    });
    let serialize = item.on_type.serialize.as_ref().map(|_| {
        quote! {
            #[automatically_derived]
            impl #impl_generics #krate::__private::serde::Serialize for #ty #ty_generics #where_clause {
                fn serialize<__S: #krate::__private::serde::Serializer>(
                    &self,
                    _: __S,
                ) -> ::core::result::Result<__S::Ok, __S::Error> {
                    ::core::unreachable!()
                }
            }
        }
    });
    quote! {
        #errors
        #display
        #serialize
        #[automatically_derived]
        impl #impl_generics #krate::ApiError for #ty #ty_generics #is_error {
            fn entry(&self) -> &'static #krate::Entry {
                ::core::unreachable!()
            }
        }
        #[automatically_derived]
        impl #impl_generics #krate::Catalogued for #ty #ty_generics #where_clause {
            const CATALOG: &'static #krate::Catalog = &#krate::Catalog { name: "", description: "", items: &[] };
        }
    }
}
