//! The kinds of errors that take their entry from another one. Each path is written once, so that a wrong one is one error.
//!
//! ```text
//! const __KIND_3: __errbook::UnitKind = __errbook::UnitKind::new(&Code::NotFound, true, false);
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
    let mut types = BTreeSet::new();
    let constants = model.own().filter_map(|(_, own)| {
        let Some(OfKind::Variant(path)) = &own.kind else { return None };
        let (name, is_first, is_hidden) = (name(own), types.insert(type_of(path)), own.docs.hidden);
        // The argument is underlined from here.
        let reference = respan(quote!(&), path.span());
        Some(quote! {
            const #name: __errbook::UnitKind = __errbook::UnitKind::new(#reference #path, #is_first, #is_hidden);
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

/// The item of a catalog, and the catalog that a format is checked with.
pub struct Listed {
    pub item: TokenStream,
    pub catalog: TokenStream,
}

/// What the catalog has for a kind; the errors of a field's type are listed once.
pub fn listed(own: &Own, types: &mut BTreeSet<String>) -> Option<Listed> {
    match own.kind.as_ref()? {
        OfKind::Field(field) => {
            let is_new = types.insert(format!("{} {}", field.ty.to_token_stream(), own.docs.hidden));
            let transparent = transparent(field);
            let catalog = quote!(#transparent::__ERRORS);
            let item = if own.docs.hidden { quote!(Hidden) } else { quote!(Catalog) };
            is_new.then(|| Listed { item: quote!(__errbook::CatalogItem::#item(#catalog)), catalog })
        }
        OfKind::Variant(path) => {
            let name = name(own);
            let is_new = types.insert(type_of(path));
            let catalog = if is_new { quote!(#name.catalog()) } else { TokenStream::new() };
            Some(Listed { item: quote!(__errbook::CatalogItem::Kind(&#name)), catalog })
        }
    }
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
