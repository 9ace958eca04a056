//! `impl Catalogued`: the entries in source order, with those of transparent fields in their places.
//!
//! ```text
//! impl __errbook::Catalogued for OrderError {
//!     const CATALOG: &'static __errbook::Catalog = &__errbook::Catalog {
//!         name: "OrderError",
//!         description: "…",
//!         items: &__errbook::items::<3>(&__ENTRIES, &[(1, __errbook::Item::Catalog(<AuthError as __errbook::Transparent>::CATALOG))]),
//!     };
//! }
//! ```

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt as _;

use super::{impl_block, transparent};
use crate::generics::Bounds;
use crate::model::{Delegate, Kind, Model};

pub fn expand(model: &Model) -> TokenStream {
    let mut bounds = Bounds::new(model);
    bounds.need_self(quote!(__errbook::ApiError));
    let others = model.variants.iter().enumerate().filter_map(|(place, variant)| match &variant.kind {
        Kind::Own(_) => None,
        Kind::Transparent(Delegate { field, hidden, .. }) => {
            bounds.need(field.ty, quote!(__errbook::Transparent));
            let item = if *hidden { quote!(Hidden) } else { quote!(Catalog) };
            let transparent = transparent(field);
            Some(quote!((#place, __errbook::Item::#item(#transparent::CATALOG))))
        }
    });
    let others: Vec<_> = others.collect();
    let (name, description, count) =
        (model.ident.unraw().to_string(), &model.description, model.variants.len());
    let catalog = quote! {
        const CATALOG: &'static __errbook::Catalog = &__errbook::Catalog {
            name: #name,
            description: #description,
            items: &__errbook::items::<#count>(&__ENTRIES, &[#(#others),*]),
        };
    };
    impl_block(model, &quote!(__errbook::Catalogued), &bounds, &catalog)
}
