//! `impl Catalogued`: the entries in source order, with those of transparent fields in their places.
//!
//! ```text
//! impl __errbook::Catalogued for OrderError {
//!     const CATALOG: &'static __errbook::Catalog = &__errbook::Catalog {
//!         name: "OrderError",
//!         description: "…",
//!         items: &[
//!             __errbook::Item::Rows(&__COLUMNS, 0, 1),
//!             __errbook::Item::Catalog(<AuthError as __errbook::Transparent>::CATALOG),
//!         ],
//!         body: Some(__BODY),
//!     };
//! }
//! ```

use proc_macro2::TokenStream;
use quote::quote;
use syn::Index;
use syn::ext::IdentExt as _;

use super::{impl_block, transparent};
use crate::generics::Bounds;
use crate::model::{Delegate, Kind, Model};

pub fn expand(model: &Model) -> TokenStream {
    let mut bounds = Bounds::new(model);
    bounds.need_self(quote!(__errbook::ApiError));
    let mut items = Vec::new();
    let (mut from, mut to) = (0_usize, 0_usize);
    for variant in &model.variants {
        let Kind::Transparent(Delegate { field, hidden, .. }) = &variant.kind else {
            to += 1;
            continue;
        };
        items.extend(rows(from, to));
        from = to;
        bounds.need(field.ty, quote!(__errbook::Transparent));
        let item = if *hidden { quote!(Hidden) } else { quote!(Catalog) };
        let transparent = transparent(field);
        items.push(quote!(__errbook::Item::#item(#transparent::CATALOG)));
    }
    items.extend(rows(from, to));
    let (name, description) = (model.ident.unraw().to_string(), &model.description);
    let body = match model.body {
        Some(_) => quote!(::core::option::Option::Some(__BODY)),
        None => quote!(::core::option::Option::None),
    };
    // A call of the builder costs more than the literal, and an argument of it may not refer to a static.
    let catalog = quote! {
        const CATALOG: &'static __errbook::Catalog = &__errbook::Catalog {
            name: #name,
            description: #description,
            items: &[#(#items),*],
            body: #body,
        };
    };
    impl_block(model, &quote!(__errbook::Catalogued), &bounds, &catalog)
}

/// The errors between two transparent variants, if there are any.
fn rows(from: usize, to: usize) -> Option<TokenStream> {
    let (first, end) = (Index::from(from), Index::from(to));
    (from < to).then(|| quote!(__errbook::Item::Rows(&__COLUMNS, #first, #end)))
}
