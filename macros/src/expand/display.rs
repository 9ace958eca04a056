//! `impl Display`, with `display`: the message, or the title; a transparent field's own.
//!
//! ```text
//! impl Display for OrderError {
//!     fn fmt(&self, __formatter: &mut Formatter<'_>) -> fmt::Result {
//!         let __entry = &__ENTRIES[match self {
//!             Self::Gone { .. } => 1usize,
//!             Self::NoOrder { id: __field_id, .. } => return write_fmt(__formatter, format_args!("no order `{__field_id}`")),
//!             Self::Auth { 0: __field_0, .. } => return Display::fmt(<AuthError as …Transparent>::as_api_error(__field_0), __formatter),
//!         }];
//!         Formatter::write_str(__formatter, __entry.title())
//!     }
//! }
//! ```

use proc_macro2::TokenStream;
use quote::quote;

use super::{impl_block, match_entry, message};
use crate::generics::Bounds;
use crate::model::{Model, Own, Variant};

pub fn expand(model: &Model) -> TokenStream {
    let mut bounds = Bounds::new(model);
    let of_own = |variant: &Variant, own: &Own, bounds: &mut Bounds| {
        own.message.as_ref().map(|message| message::arm(variant, message, bounds))
    };
    let of_transparent = |inner| quote!(::core::fmt::Display::fmt(#inner, __formatter));
    let title = quote!(::core::fmt::Formatter::write_str(__formatter, __entry.title()));
    let body = match_entry(model, &mut bounds, of_own, of_transparent, &title);
    let fmt = quote! {
        fn fmt(&self, __formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result { #body }
    };
    impl_block(model, &quote!(::core::fmt::Display), &bounds, &fmt)
}
