//! `impl Display`, with `display`: the message, or the title; a transparent field's own.
//!
//! ```text
//! impl Display for OrderError {
//!     fn fmt(&self, __f: &mut Formatter<'_>) -> fmt::Result {
//!         match self {
//!             OrderError::NoOrder { id: __field_id, .. } => __TABLE.fmt(1, __f, &[__field_id]),
//!             OrderError::Auth { 0: __field_0, .. } => Display::fmt(<AuthError as …Transparent>::as_api_error(__field_0), __f),
//!             _ => __errbook::default::fmt_constant(self, __f),
//!         }
//!     }
//! }
//! ```

use proc_macro2::TokenStream;
use quote::quote;

use super::{Arm, as_api_error, impl_block, kind, match_self, message, row};
use crate::generics::Bounds;
use crate::model::{Delegate, Kind, Model};

pub fn expand(model: &Model, writer: &message::Writer) -> TokenStream {
    let mut bounds = Bounds::new(model);
    let arms = model.variants.iter().filter_map(|variant| match &variant.kind {
        Kind::Transparent(Delegate { field, .. }) => {
            bounds.need(field.ty, quote!(__errbook::Transparent));
            let inner = as_api_error(field);
            let value = quote!(__errbook::Display::fmt(#inner, __f));
            Some(Arm { variant, fields: vec![field], value })
        }
        Kind::Own(own) => match (&own.message, kind::error(own, &mut bounds)) {
            (Some(message), _) if message.values.is_empty() => own.kind.as_ref().map(|_| {
                let row = &own.index;
                Arm { variant, fields: Vec::new(), value: quote!(__TABLE.fmt_constant(#row, __f)) }
            }),
            (Some(message), _) => Some(message::arm(writer, variant, &own.index, message, &mut bounds)),
            (None, Some(error)) => {
                let value = quote!(__errbook::Display::fmt(#error, __f));
                Some(Arm { variant, fields: kind::field(own).into_iter().collect(), value })
            }
            (None, None) => None,
        },
    });
    let arms: Vec<_> = arms.collect();
    let body = match_self(model, &arms, &row::fmt_constant(model));
    let fmt = quote! {
        fn fmt(&self, __f: &mut __errbook::Formatter<'_>) -> __errbook::FmtResult { #body }
    };
    impl_block(model, Some(&quote!(__errbook::Display)), &bounds, &fmt)
}
