//! `impl Catalogued`: the entries in source order, with those of transparent fields in their places.
//!
//! ```text
//! impl errbook::Catalogued for OrderError {
//!     const CATALOG: &'static errbook::Catalog = &errbook::Catalog {
//!         name: "OrderError",
//!         description: "…",
//!         items: &[errbook::Item::Entry(&__ENTRIES[0]), errbook::Item::Catalog(<AuthError as errbook::__private::Transparent>::CATALOG)],
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
    let krate = &model.krate;
    let mut bounds = Bounds::new(model);
    bounds.need_self(quote!(#krate::ApiError));
    let mut items = Vec::new();
    for variant in &model.variants {
        items.push(match &variant.kind {
            Kind::Own(own) => {
                let index = own.index;
                quote!(#krate::Item::Entry(&__ENTRIES[#index]))
            }
            Kind::Transparent(Delegate { field, hidden, .. }) => {
                let item = if *hidden { quote!(Hidden) } else { quote!(Catalog) };
                bounds.need(field.ty, quote!(#krate::__private::Transparent));
                let transparent = transparent(model, field);
                quote!(#krate::Item::#item(#transparent::CATALOG))
            }
        });
    }
    let (name, description) = (model.ident.unraw().to_string(), &model.description);
    let catalog = quote! {
        const CATALOG: &'static #krate::Catalog =
            &#krate::Catalog { name: #name, description: #description, items: &[#(#items),*] };
    };
    impl_block(model, &quote!(#krate::Catalogued), &bounds, &catalog)
}
