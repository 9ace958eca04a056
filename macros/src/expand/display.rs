//! `impl Display`, with `display`: the message, or the title; a transparent field's own.
//!
//! ```text
//! impl Display for OrderError {
//!     fn fmt(&self, __formatter: &mut Formatter<'_>) -> fmt::Result {
//!         match self {
//!             Self::NoOrder { id: __field_id, .. } => write!(__formatter, "no order `{__field_id}`"),
//!             Self::Auth { 0: __field_0, .. } => Display::fmt(<AuthError as …Transparent>::as_api_error(__field_0), __formatter),
//!             Self::Gone { .. } => Formatter::write_str(__formatter, __ENTRIES[1].title()),
//!         }
//!     }
//! }
//! ```

use proc_macro2::TokenStream;
use quote::quote;

use super::{as_api_error, impl_block, match_self, message, pattern};
use crate::generics::Bounds;
use crate::model::{Delegate, Kind, Model};

pub fn expand(model: &Model) -> TokenStream {
    let krate = &model.krate;
    let mut bounds = Bounds::new(model);
    let mut arms = Vec::new();
    for variant in &model.variants {
        match &variant.kind {
            Kind::Transparent(Delegate { field, .. }) => {
                bounds.need(field.ty, quote!(#krate::__private::Transparent));
                let (pattern, inner) = (pattern(variant, [field]), as_api_error(model, field));
                arms.push(quote!(#pattern => ::core::fmt::Display::fmt(#inner, __formatter)));
            }
            Kind::Own(own) => {
                arms.push(match &own.message {
                    Some(message) => message::arm(model, variant, message, &mut bounds),
                    None => {
                        let (pattern, index) = (pattern(variant, []), own.index);
                        quote!(#pattern => ::core::fmt::Formatter::write_str(__formatter, __ENTRIES[#index].title()))
                    }
                });
            }
        }
    }
    let body = match_self(model, &arms, &TokenStream::new());
    let fmt = quote! {
        fn fmt(&self, __formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result { #body }
    };
    impl_block(model, &quote!(::core::fmt::Display), &bounds, &fmt)
}
