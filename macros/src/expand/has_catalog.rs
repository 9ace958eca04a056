//! `impl HasCatalog`: the errors in the order of the source, with those of transparent fields in their places. A type without
//! parameters has the constant itself, so that no trait must be imported to name it.
//!
//! ```text
//! impl __errbook::HasCatalog for OrderError {
//!     const CATALOG: &'static __errbook::Catalog = &__errbook::Catalog { __parts: __errbook::CatalogParts::Listed {
//!         name: "OrderError",
//!         docs: "…",
//!         items: &[
//!             __errbook::CatalogItem::Rows(&__TABLE, 0, 54),
//!             __errbook::CatalogItem::Catalog(<AuthError as __errbook::Transparent>::__ERRORS),
//!         ],
//!         body: Some(__BODY),
//!     } };
//! }
//! impl OrderError {
//!     /// The errors of this type.
//!     pub const CATALOG: &'static __errbook::Catalog = <Self as __errbook::HasCatalog>::CATALOG;
//! }
//! ```
//!
//! Most types declare all of their errors themselves: `&__errbook::catalog_of_rows(&__TABLE, 54)`.

use std::collections::BTreeSet;

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::ext::IdentExt as _;
use syn::{Index, VisRestricted, Visibility};

use super::table::{Encoded, HAS_DOCS};
use super::{impl_block, kind, transparent};
use crate::generics::Bounds;
use crate::model::{Delegate, Kind, Model};

pub fn expand(model: &Model, encoded: &Encoded) -> TokenStream {
    let mut bounds = Bounds::new(model);
    let mut items = Vec::new();
    let mut kinds = BTreeSet::new();
    let mut own = 0;
    let mut start = 0;
    for variant in &model.variants {
        let end = encoded.start(own);
        match &variant.kind {
            Kind::Own(error) => {
                own += 1;
                if error.kind.is_none() {
                    continue;
                }
                // The row is not an error of the type.
                items.extend(rows(start, end));
                start = encoded.start(own);
                if let Some(field) = kind::field(error) {
                    bounds.need(field.ty, quote!(__errbook::Transparent));
                }
                items.extend(kind::item(error, &mut kinds));
            }
            Kind::Transparent(Delegate { field, hidden, .. }) => {
                items.extend(rows(start, end));
                start = end;
                bounds.need(field.ty, quote!(__errbook::Transparent));
                let item = if *hidden { quote!(Hidden) } else { quote!(Catalog) };
                let transparent = transparent(field);
                items.push(quote!(__errbook::CatalogItem::#item(#transparent::__ERRORS)));
            }
        }
    }
    items.extend(rows(start, encoded.rows.len()));
    let catalog = if model.has_only_rows() { of_rows(encoded) } else { listed(model, &items) };
    let constant = quote!(const CATALOG: &'static __errbook::Catalog = #catalog;);
    let of_trait = impl_block(model, Some(&quote!(__errbook::HasCatalog)), &bounds, &constant);
    let is_taken = model.variants.iter().any(|variant| variant.name == "CATALOG");
    let inherent = (!is_taken && model.generics.params.is_empty()).then(|| {
        let mut vis = model.vis.clone();
        if let Visibility::Public(word) | Visibility::Restricted(VisRestricted { pub_token: word, .. }) =
            &mut vis
        {
            // With the span of a macro of the user's, the constant is linted where nothing names it.
            word.span = word.span.resolved_at(Span::call_site());
        }
        let constant = quote! {
            /// The errors of this type.
            #vis const CATALOG: &'static __errbook::Catalog = <Self as __errbook::HasCatalog>::CATALOG;
        };
        impl_block(model, None, &Bounds::new(model), &constant)
    });
    quote!(#of_trait #inherent)
}

fn of_rows(encoded: &Encoded) -> TokenStream {
    let end = Index::from(encoded.rows.len());
    quote!(&__errbook::catalog_of_rows(&__TABLE, #end))
}

/// A literal: the arguments of a call could not contain references to a static.
fn listed(model: &Model, items: &[TokenStream]) -> TokenStream {
    let (name, docs) = (model.ident.unraw().to_string(), if HAS_DOCS { &model.docs } else { "" });
    let body = match model.body {
        Some(_) => quote!(__errbook::Some(__BODY)),
        None => quote!(__errbook::None),
    };
    quote! {
        &__errbook::Catalog {
            __parts: __errbook::CatalogParts::Listed {
                name: #name,
                docs: #docs,
                items: &[#(#items),*],
                body: #body,
            },
        }
    }
}

/// The errors between two transparent variants, if there are any, as a range of bytes of the table.
fn rows(start: usize, end: usize) -> Option<TokenStream> {
    let (first, last) = (Index::from(start), Index::from(end));
    (start < end).then(|| quote!(__errbook::CatalogItem::Rows(&__TABLE, #first, #last)))
}
