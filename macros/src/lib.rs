//! The macros of errbook, as a small compiler: `#[derive(ApiError)]` and `body!`.
//!
//! Use them through the `errbook` crate, where they are documented. Modules are in reading order.
#![deny(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::indexing_slicing
)]

mod entry;
mod key;

mod attr;
mod case;
mod detail;
mod doc;
mod encode;
mod errors;
mod foreign;
mod generics;
mod header;
mod input;
mod json;
mod json_type;
mod literal;
mod nearest;
mod pair;
mod plugin;
mod status;
mod template;
mod text;
mod type_path;
mod uri;

mod model;

mod check;

mod expand;
mod fallback;
mod unparsed;

mod rustdoc;

mod body;

#[cfg(test)]
mod reference;

// For the tests and for `fuzz/`, which compiles this file as a plain library: the compiler alone can call a macro.
#[cfg(not(proc_macro))]
#[path = "../../fuzz/streams.rs"]
pub mod streams;

#[cfg(proc_macro)]
use proc_macro::TokenStream;

/// Derives `errbook::ApiError` and `errbook::HasCatalog`; documented at `errbook::ApiError`.
#[cfg(proc_macro)]
#[proc_macro_derive(ApiError, attributes(api))]
pub fn derive_api_error(input: TokenStream) -> TokenStream {
    derive(input.into()).into()
}

/// Documents the `impl` of a derived type; only derived code uses it, and only in rustdoc.
#[cfg(proc_macro)]
#[doc(hidden)]
#[proc_macro_attribute]
pub fn documented(source: TokenStream, block: TokenStream) -> TokenStream {
    let input = syn::parse_macro_input!(source as syn::DeriveInput);
    document(&input, &rustdoc::without_assumption(block.into())).into()
}

/// Creates an `errbook::Body`; documented at `errbook::body!`, which passes the path of its own crate first.
#[cfg(proc_macro)]
#[proc_macro]
pub fn body(input: TokenStream) -> TokenStream {
    body::expand(input.into()).into()
}

fn derive(source: proc_macro2::TokenStream) -> proc_macro2::TokenStream {
    let input = match syn::parse2(source.clone()) {
        Ok(input::Input(input)) => input,
        Err(error) => return unparsed::derive(source, &error),
    };
    let errors = errors::Errors::new();
    let written = attr::Item::parse(&errors, &input);
    let model = check::check(&errors, &input, &written);
    match errors.finish() {
        Ok(()) => expand::derive(&model, &source),
        Err(error) => fallback::derive(&input, &written, &error),
    }
}

fn document(input: &syn::DeriveInput, block: &proc_macro2::TokenStream) -> proc_macro2::TokenStream {
    // The derive reports what is wrong with the type.
    let errors = errors::Errors::new();
    let written = attr::Item::parse(&errors, input);
    rustdoc::document(input, &check::check(&errors, input, &written), block)
}
