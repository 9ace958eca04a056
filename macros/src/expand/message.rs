//! One arm that writes a message; `Display` and `fmt_message` share it. The columns have the text around the values.
//!
//! ```text
//! OrderError::NoOrder { id: __field_id, at: __field_at, .. } => __COLUMNS.fmt(1, __f, [__field_id, &format_args!("{__field_at:?}")])
//! ```

use proc_macro2::TokenStream;
use quote::{ToTokens as _, format_ident, quote};
use syn::{Index, LitStr};

use super::{Arm, pattern};
use crate::generics::Bounds;
use crate::model::{Field, Message, Variant};
use crate::template::{Piece, format_trait};

pub fn arm(variant: &Variant, row: &Index, message: &Message, bounds: &mut Bounds) -> Arm {
    let values = message.template.pieces.iter().filter_map(|piece| match piece {
        Piece::Text(_) => None,
        Piece::Field { name, spec } => {
            let field = message.fields.iter().find(|field| field.name() == *name)?;
            let bound = format_ident!("{}", format_trait(spec));
            bounds.need(field.ty, quote!(::core::fmt::#bound));
            Some(value(message, field, spec))
        }
    });
    let values: Vec<_> = values.collect();
    let pattern = pattern(variant, &message.fields);
    Arm { pattern, value: quote!(__COLUMNS.fmt(#row, __f, [#(#values),*])) }
}

/// A value that `Display` writes as the format string says.
fn value(message: &Message, field: &Field, spec: &str) -> TokenStream {
    let binding = &field.binding;
    if spec.is_empty() {
        return binding.to_token_stream();
    }
    // The name in the string is ours, so it is resolved where it is; errors still show the user's string.
    let span = proc_macro2::Span::call_site().located_at(message.template.span);
    let literal = |name| LitStr::new(&format!("{{{name}:{spec}}}"), span);
    if format_trait(spec) != "Pointer" {
        let format = literal(binding.to_string());
        return quote!(&::core::format_args!(#format));
    }
    // `{:p}` of a binding would show the binding's address.
    let format = literal("__pointer".to_owned());
    quote!(&::core::format_args!(#format, __pointer = __errbook::Pointer(#binding)))
}
