//! `impl Display`, with `display`: the message, or the title; a transparent field's own.
//!
//! ```text
//! impl Display for OrderError {
//!     fn fmt(&self, __formatter: &mut Formatter<'_>) -> fmt::Result {
//!         match self {
//!             Self::NoOrder { id: __field_id, .. } => write!(__formatter, "no order `{__field_id}`"),
//!             Self::Auth { 0: __field_0, .. } => Display::fmt(__field_0, __formatter),
//!             Self::Gone { .. } => Formatter::write_str(__formatter, __ENTRIES[1].title()),
//!         }
//!     }
//! }
//! ```

use proc_macro2::TokenStream;
use quote::quote;

use super::{impl_block, match_self, message, pattern};
use crate::generics::Bounds;
use crate::model::{Kind, Model};

pub fn expand(model: &Model) -> TokenStream {
    let mut bounds = Bounds::new(model);
    let mut arms = Vec::new();
    let mut index = 0_usize;
    for variant in &model.variants {
        match &variant.kind {
            Kind::Transparent(field) => {
                bounds.need(field.ty, quote!(::core::fmt::Display));
                let (pattern, binding) = (pattern(variant, [field]), &field.binding);
                arms.push(quote!(#pattern => ::core::fmt::Display::fmt(#binding, __formatter)));
            }
            Kind::Own(own) => {
                arms.push(match &own.message {
                    Some(message) => message::arm(model, variant, message, &mut bounds),
                    None => {
                        let pattern = pattern(variant, []);
                        quote!(#pattern => ::core::fmt::Formatter::write_str(__formatter, __ENTRIES[#index].title()))
                    }
                });
                index += 1;
            }
        }
    }
    let body = match_self(model, &arms, &TokenStream::new());
    let fmt = quote! {
        fn fmt(&self, __formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result { #body }
    };
    impl_block(model, &quote!(::core::fmt::Display), &bounds, &fmt)
}
