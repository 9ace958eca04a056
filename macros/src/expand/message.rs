//! One arm that writes a message; `Display` and `fmt_message` share it. The table has the text around the values.
//!
//! ```text
//! OrderError::NoOrder { id: __field_id, at: __field_at, .. } =>
//!     __TABLE.fmt(1, __f, &[__field_id, &format_args!("{__field_at:?}")])
//! ```

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use quote::{ToTokens as _, format_ident, quote};
use syn::{Index, LitStr};

use super::{Arm, as_api_error, respan};
use crate::generics::Bounds;
use crate::model::{Field, Message, Model, Value, Variant};
use crate::template::{Segment, format_trait};

pub fn arm<'m>(
    writer: &Writer,
    variant: &'m Variant<'m>,
    row: &Index,
    message: &'m Message<'m>,
    bounds: &mut Bounds,
) -> Arm<'m> {
    let specs = message.template.segments.iter().filter_map(|segment| match segment {
        Segment::Text(_) => None,
        Segment::Field { spec, .. } => Some(spec),
    });
    let values = specs.zip(&message.values).map(|(spec, value)| match value {
        Value::Field(field) => {
            let bound = format_ident!("{}", format_trait(spec));
            bounds.need(field.ty, quote!(::core::fmt::#bound));
            of_field(message, field, spec)
        }
        Value::Kind(field, status) => {
            bounds.need(field.ty, quote!(__errbook::Transparent));
            let kind = as_api_error(field);
            let status = match status.as_ref().map(|status| &status.binding) {
                Some(binding) => quote!(__errbook::Some(#binding)),
                None => quote!(__errbook::None),
            };
            quote!(&__errbook::KindMessage(#kind, #status))
        }
        Value::Argument(value, _) => of_argument(message, value, spec),
    });
    let values: Vec<_> = values.collect();
    let callee = &writer.callee;
    Arm { variant, fields: message.fields(), value: quote!(#callee(#row, __f, &[#(#values),*])) }
}

/// What the arms call to write a message.
pub struct Writer {
    callee: TokenStream,
    /// The item that they call, if it is not a method of the table.
    pub function: Option<TokenStream>,
}

/// From this many arms on, a function is cheaper to compile than a method, whose receiver must be found in each arm.
const MANY_ARMS: usize = 9;

impl Writer {
    /// ```text
    /// fn __fmt(__row: usize, __f: &mut Formatter<'_>, __values: &[&dyn __errbook::MessageValue]) -> fmt::Result {
    ///     __TABLE.fmt(__row, __f, __values)
    /// }
    /// ```
    pub fn of(model: &Model) -> Self {
        let messages = model.own().filter_map(|(_, own)| own.message.as_ref());
        // A `Display` that the derive writes has no arms for constant messages.
        let arms = messages.filter(|message| !(model.is_ours() && message.values.is_empty())).count();
        if arms < MANY_ARMS {
            return Self { callee: quote!(__TABLE.fmt), function: None };
        }
        let function = quote! {
            fn __fmt(
                __row: __errbook::usize,
                __f: &mut __errbook::Formatter<'_>,
                __values: &[&dyn __errbook::MessageValue],
            ) -> __errbook::FmtResult {
                __TABLE.fmt(__row, __f, __values)
            }
        };
        Self { callee: quote!(__fmt), function: Some(function) }
    }
}

/// The same of an expression.
fn of_argument(message: &Message, value: &TokenStream, spec: &str) -> TokenStream {
    if spec.is_empty() {
        let place = value.clone().into_iter().next().map_or(message.template.span, |token| token.span());
        let mut group = Group::new(Delimiter::Parenthesis, value.clone());
        group.set_span(place);
        let reference = respan(quote!(&), place);
        return quote!(#reference #group);
    }
    let format = LitStr::new(&format!("{{:{spec}}}"), message.template.span);
    quote!(&::core::format_args!(#format, #value))
}

/// A value that `Display` writes as the format string says.
fn of_field(message: &Message, field: &Field, spec: &str) -> TokenStream {
    let binding = &field.binding;
    if spec.is_empty() { binding.to_token_stream() } else { formatted(binding, spec, message.template.span) }
}

/// A reference to `format_args!` of a local and a spec. Errors show the user's string.
pub fn formatted(local: &Ident, spec: &str, place: Span) -> TokenStream {
    // The name in the string is generated, so it is resolved here.
    let span = Span::call_site().located_at(place);
    let literal = |name| LitStr::new(&format!("{{{name}:{spec}}}"), span);
    if format_trait(spec) != "Pointer" {
        let format = literal(local.to_string());
        return quote!(&::core::format_args!(#format));
    }
    // `{:p}` of a local would show the local's address.
    let format = literal("__pointer".to_owned());
    quote!(&::core::format_args!(#format, __pointer = __errbook::Pointer(#local)))
}
