//! The headers whose values an instance decides: texts that name fields, then fields. Constant ones are in the table.
//!
//! ```text
//! OrderError::Denied { scope: __field_scope, links: __field_links, .. } => {
//!     {
//!         use __errbook::header::*;
//!         __TABLE.append_header(1, 0, __headers, &[(&HeaderPart(__field_scope)).__text()]);
//!     }
//!     {
//!         use __errbook::header::*;
//!         (&&HeaderField(__field_links)).__append(__headers, "Link");
//!     }
//! }
//! ```

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};
use syn::{Index, Type};

use super::{Arm, method};
use crate::generics::Bounds;
use crate::header::single_value;
use crate::model::{Field, HeaderTemplate, Model, Own};
use crate::template::format_trait;
use crate::type_path::{option_of, types_in};

pub fn expand(model: &Model, bounds: &mut Bounds) -> Option<TokenStream> {
    let arms = model.own().filter_map(|(variant, own)| {
        let index = &own.index;
        let of_kind = own.kind.as_ref().filter(|_| !own.sent_headers().is_empty());
        let of_kind = of_kind.map(|_| quote!(__TABLE.headers_of_kind(#index, __headers, self);));
        let fields = fields(own);
        if fields.is_empty() && of_kind.is_none() {
            return None;
        }
        let filled = own.header_templates.iter().enumerate();
        let filled: Vec<_> = filled.map(|(nth, header)| of_template(own, nth, header, bounds)).collect();
        let of_fields = own.field_headers.iter().map(|(name, field)| of_field(name, field, bounds));
        let appends = filled.into_iter().chain(of_fields);
        let value = quote!({ #of_kind #({ use __errbook::header::*; #appends })* });
        Some(Arm { variant, fields, value })
    });
    let arms: Vec<_> = arms.collect();
    method(model, &arms, || {
        (
            quote!(fn headers(&self, __headers: &mut __errbook::http::HeaderMap)),
            quote!(__errbook::default::headers(self, __headers)),
        )
    })
}

/// The fields that headers use, each once.
fn fields<'m>(own: &'m Own) -> Vec<&'m Field<'m>> {
    let filled = own.header_templates.iter().flat_map(|header| header.fields.iter().map(|(field, _)| field));
    let mut fields: Vec<&Field> = Vec::new();
    for field in filled.chain(own.field_headers.iter().map(|(_, field)| field)) {
        if fields.iter().all(|known| known.member != field.member) {
            fields.push(field);
        }
    }
    fields
}

fn of_field(name: &str, field: &Field, bounds: &mut Bounds) -> TokenStream {
    let binding = &field.binding;
    bounds.need(header_item(field.ty), quote!(__errbook::Display));
    let append = Ident::new("__append", binding.span());
    // A header that has one value cannot be a list.
    let value = match single_value(name) {
        Some(_) => quote!((&OneHeader(#binding))),
        None => quote!((&&HeaderField(#binding))),
    };
    quote!(#value.#append(__headers, #name);)
}

fn of_template(own: &Own, nth: usize, header: &HeaderTemplate, bounds: &mut Bounds) -> TokenStream {
    let parts = header.fields.iter().map(|(field, spec)| {
        let inner = option_of(field.ty);
        let bound = format_ident!("{}", format_trait(spec));
        bounds.need(inner.unwrap_or(field.ty), quote!(::core::fmt::#bound));
        let binding = &field.binding;
        let text = Ident::new("__text", binding.span());
        let value = match (spec.as_str(), inner) {
            ("", _) => quote!(#binding),
            (spec, None) => super::message::formatted(binding, spec, header.span),
            // `None` omits the header, whatever `{:?}` of it is.
            (spec, Some(_)) => {
                let value = Ident::new("__value", Span::call_site());
                let formatted = super::message::formatted(&value, spec, header.span);
                quote!(&__errbook::Option::as_ref(#binding).map(|#value| __errbook::to_string(#formatted)))
            }
        };
        quote!((&HeaderPart(#value)).#text())
    });
    let (parts, nth): (Vec<_>, _) = (parts.collect(), Index::from(nth));
    let row = &own.index;
    if own.kind.is_some() {
        return quote!(__TABLE.append_header_of_kind(#row, #nth, __headers, &[#(#parts),*], self););
    }
    quote!(__TABLE.append_header(#row, #nth, __headers, &[#(#parts),*]);)
}

/// The type whose `Display` a header shows: what is in an `Option`, a list, or behind a pointer.
fn header_item(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => header_item(&group.elem),
        Type::Paren(paren) => header_item(&paren.elem),
        Type::Reference(reference) => header_item(&reference.elem),
        Type::Slice(slice) => header_item(&slice.elem),
        Type::Array(array) => header_item(&array.elem),
        Type::Path(path) => {
            let wraps =
                |name: &Ident| ["Option", "Vec", "Box", "Arc", "Cow"].iter().any(|known| name == known);
            let last = path.path.segments.last().filter(|last| wraps(&last.ident));
            last.and_then(|last| types_in(&last.arguments).last()).map_or(ty, header_item)
        }
        _ => ty,
    }
}
