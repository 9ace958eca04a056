//! The kinds of errors that take their entry from another one. Each path is written once, so that a wrong one is one error.
//!
//! ```text
//! const __KIND_3: __errbook::UnitKind = __errbook::UnitKind::new(&Code::NotFound);
//! impl __errbook::ApiError for OrderError {
//!     fn __kind(&self) -> Option<&dyn __errbook::ApiError> {
//!         match self {
//!             OrderError::Gone { .. } => Some(__errbook::innermost(__KIND_3.error())),
//!             OrderError::Failed { code: __field_code, .. } =>
//!                 Some(__errbook::innermost(<Code as __errbook::Transparent>::as_api_error(__field_code))),
//!             _ => None,
//!         }
//!     }
//! }
//! ```

use std::collections::BTreeSet;

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens as _, format_ident, quote};
use syn::spanned::Spanned as _;
use syn::{Ident, Path};

use super::{Arm, as_api_error, method, respan, transparent};
use crate::generics::Bounds;
use crate::model::{Field, Model, OfKind, Own};

/// A constant for each kind that is a path.
pub fn constants(model: &Model) -> TokenStream {
    let constants = model.own().filter_map(|(_, own)| {
        let Some(OfKind::Variant(path)) = &own.kind else { return None };
        let name = name(own);
        // The argument is underlined from here.
        let reference = respan(quote!(&), path.span());
        Some(quote! {
            const #name: __errbook::UnitKind = __errbook::UnitKind::new(#reference #path);
        })
    });
    constants.collect()
}

/// The type of a path to a unit variant as written, or the path of a unit struct.
fn type_of(path: &Path) -> String {
    let mut ty = path.clone();
    if ty.segments.len() > 1 {
        ty.segments.pop();
    }
    ty.to_token_stream().to_string()
}

fn name(own: &Own) -> Ident {
    format_ident!("__KIND_{}", own.index.index, span = Span::call_site())
}

/// The kind as `&dyn ApiError`, where the field is bound.
pub fn error(own: &Own, bounds: &mut Bounds) -> Option<TokenStream> {
    Some(match own.kind.as_ref()? {
        OfKind::Field(field) => {
            bounds.need(field.ty, quote!(__errbook::Transparent));
            as_api_error(field)
        }
        OfKind::Variant(_) => {
            let name = name(own);
            quote!(#name.error())
        }
    })
}

/// The field that [`error`] needs.
pub fn field<'m>(own: &'m Own) -> Option<&'m Field<'m>> {
    match own.kind.as_ref()? {
        OfKind::Field(field) => Some(field),
        OfKind::Variant(_) => None,
    }
}

/// The item of a catalog.
///
/// ```text
/// __errbook::CatalogItem::Kind(__errbook::KindItem {
///     of: __errbook::KindOf::Variant(&__KIND_3),
///     table: &__TABLE,
///     row: 3,
///     is_first: true,
///     is_hidden: false,
/// })
/// ```
pub fn item(own: &Own, types: &mut BTreeSet<String>) -> Option<TokenStream> {
    let of = match own.kind.as_ref()? {
        OfKind::Field(field) => {
            let transparent = transparent(field);
            quote!(__errbook::KindOf::Type(#transparent::__ERRORS))
        }
        OfKind::Variant(_) => {
            let name = name(own);
            quote!(__errbook::KindOf::Variant(&#name))
        }
    };
    let (index, is_first, is_hidden) = (&own.index, is_first(own, types), own.docs.hidden);
    Some(quote! {
        __errbook::CatalogItem::Kind(__errbook::KindItem {
            of: #of,
            table: &__TABLE,
            row: #index,
            is_first: #is_first,
            is_hidden: #is_hidden,
        })
    })
}

/// The catalog that a format is checked with, once for each type.
pub fn catalog(own: &Own, types: &mut BTreeSet<String>) -> Option<TokenStream> {
    let kind = own.kind.as_ref()?;
    is_first(own, types).then(|| match kind {
        OfKind::Field(field) => {
            let transparent = transparent(field);
            quote!(#transparent::__ERRORS)
        }
        OfKind::Variant(_) => {
            let name = name(own);
            quote!(#name.catalog())
        }
    })
}

/// Whether it is the first of its kind's type among the hidden errors, or among the others.
fn is_first(own: &Own, types: &mut BTreeSet<String>) -> bool {
    let ty = match &own.kind {
        Some(OfKind::Field(field)) => field.ty.to_token_stream().to_string(),
        Some(OfKind::Variant(path)) => type_of(path),
        None => return false,
    };
    types.insert(format!("{ty} {}", own.docs.hidden))
}

/// `fn __kind`, for a type with kinds.
pub fn expand(model: &Model, bounds: &mut Bounds) -> Option<TokenStream> {
    let arms = model.own().filter_map(|(variant, own)| {
        let error = error(own, bounds)?;
        let value = quote!(__errbook::Some(__errbook::innermost(#error)));
        Some(Arm { variant, fields: field(own).into_iter().collect(), value })
    });
    let arms: Vec<_> = arms.collect();
    method(model, &arms, || {
        (quote!(fn __kind(&self) -> __errbook::Option<&dyn __errbook::ApiError>), quote!(__errbook::None))
    })
}
