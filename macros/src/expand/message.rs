//! One arm that writes a message; `Display` and `fmt_message` share it.
//!
//! ```text
//! Self::NoOrder { id: __field_id, .. } => Formatter::write_fmt(__formatter, format_args!("no order `{__field_id}`"))
//! ```

use std::fmt::Write as _;

use quote::{format_ident, quote};
use syn::{Ident, LitStr};

use super::{Arm, pattern};
use crate::generics::Bounds;
use crate::model::{Field, Message, Variant};
use crate::template::{Piece, format_trait};

pub fn arm(variant: &Variant, message: &Message, bounds: &mut Bounds) -> Arm {
    let pattern = pattern(variant, &message.fields);
    if message.fields.is_empty() {
        let text = message.template.text();
        return Arm { pattern, value: quote!(::core::fmt::Formatter::write_str(__formatter, #text)) };
    }
    let mut format = String::new();
    let mut pointers = Vec::new();
    for piece in &message.template.pieces {
        match piece {
            Piece::Text(text) => format += &text.replace('{', "{{").replace('}', "}}"),
            Piece::Field { name, spec } => {
                let Some(field) = message.fields.iter().find(|field| field.name() == *name) else {
                    continue;
                };
                let bound = format_ident!("{}", format_trait(spec));
                bounds.need(field.ty, quote!(::core::fmt::#bound));
                let mut binding = field.binding.clone();
                if bound == "Pointer" {
                    binding = pointer(field);
                    pointers.retain(|other: &&Field| other.member != field.member);
                    pointers.push(field);
                }
                let colon = if spec.is_empty() { "" } else { ":" };
                // Writing to a `String` cannot fail.
                let _ = write!(format, "{{{binding}{colon}{spec}}}");
            }
        }
    }
    // The names in the string are ours, so it is resolved where they are; errors still show the user's string.
    let span = proc_macro2::Span::call_site().located_at(message.template.span);
    let format = LitStr::new(&format, span);
    // `{:p}` of a binding would show the binding's address.
    let pointers = pointers.iter().map(|field| {
        let (name, binding) = (pointer(field), &field.binding);
        quote!(, #name = __errbook::Pointer(#binding))
    });
    let arguments = quote!(::core::format_args!(#format #(#pointers)*));
    Arm { pattern, value: quote!(::core::fmt::Formatter::write_fmt(__formatter, #arguments)) }
}

fn pointer(field: &Field) -> Ident {
    format_ident!("__pointer{}", field.binding)
}
