//! The calls of plug-ins, with `impls`. Each is in a block of its own, so that no plug-in sees the items of another.
//!
//! ```text
//! const _: () = {
//!     errbook_axum::api_impls! { [borrowed] ['a, T: Display] [OrderError<'a, T>] [T: Clone] [] }
//! };
//! ```

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::punctuated::Punctuated;
use syn::{GenericParam, Generics, Token};

use super::{ends, respan};
use crate::plugin::Plugin;

pub fn expand(
    ident: &Ident,
    generics: &Generics,
    plugins: &[Plugin],
    allowed: Option<&TokenStream>,
) -> TokenStream {
    if plugins.is_empty() {
        return TokenStream::new();
    }
    // Without the user's span, the use of a deprecated type is not reported.
    let mut ident = ident.clone();
    ident.set_span(ident.span().resolved_at(Span::call_site()));
    let (_, ty_generics, where_clause) = generics.split_for_impl();
    let lifetime = if generics.lifetimes().next().is_none() { quote!(static) } else { quote!(borrowed) };
    let declared = declared(generics);
    let predicates = where_clause.map(|clause| without_trailing(&clause.predicates));
    let calls = plugins.iter().map(|Plugin { path, arguments, .. }| {
        // A module without the macro is reported at the end of its path.
        let name = respan(quote!(::api_impls!), ends(path).1);
        quote! {
            #allowed
            const _: () = {
                #path #name { [#lifetime] [#declared] [#ident #ty_generics] [#predicates] [#arguments] }
            };
        }
    });
    calls.collect()
}

/// The parameters as they are declared, without their defaults, which an impl cannot have.
fn declared(generics: &Generics) -> TokenStream {
    let mut params = generics.params.clone();
    for param in &mut params {
        match param {
            GenericParam::Type(param) => param.default = None,
            GenericParam::Const(param) => param.default = None,
            GenericParam::Lifetime(_) => {}
        }
    }
    without_trailing(&params)
}

fn without_trailing<T: ToTokens>(list: &Punctuated<T, Token![,]>) -> TokenStream {
    let items = list.iter();
    quote!(#(#items),*)
}
