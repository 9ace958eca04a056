//! The check that a type is `Send` and `Sync`: one error, at the field where possible, for a type that is neither.
//!
//! ```text
//! const __SHARED: __errbook::bool = {
//!     use __errbook::Unshared as _;
//!     let __is = __errbook::Shared::<OrderError>::IS;
//!     __errbook::check_shared(__is || __errbook::Shared::<StoreError>::IS);
//!     __errbook::check_shared(__is)
//! };
//! ```

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens as _, quote};
use syn::{GenericParam, Type};

use super::ends;
use super::table::call;
use crate::generics::mentions;
use crate::json_type::JsonType;
use crate::model::Model;

/// The constant, if it can be evaluated: where a type or a number is generic, the compiler checks the bounds itself.
pub fn expand(model: &Model) -> Option<TokenStream> {
    let is_lifetime = |param: &GenericParam| matches!(param, GenericParam::Lifetime(_));
    if !model.generics.params.iter().all(is_lifetime) {
        return None;
    }
    let lifetimes: Vec<_> = model.generics.lifetimes().map(|_| quote!('_)).collect();
    let lifetimes = (!lifetimes.is_empty()).then(|| quote!(<#(#lifetimes),*>));
    // Without the user's span, the use of a deprecated type is not reported.
    let mut ident = model.ident.clone();
    ident.set_span(ident.span().resolved_at(Span::call_site()));
    let fields = model.field_types.iter().filter(|ty| needs_check(ty)).map(|ty| {
        call(&quote!(__errbook::check_shared), quote!(__is || __errbook::Shared::<#ty>::IS), ends(ty))
    });
    let whole =
        call(&quote!(__errbook::check_shared), quote!(__is), (model.ident.span(), model.ident.span()));
    Some(quote! {
        const __SHARED: __errbook::bool = {
            use __errbook::Unshared as _;
            let __is = __errbook::Shared::<#ident #lifetimes>::IS;
            #(#fields;)*
            #whole
        };
    })
}

/// Whether a field may be why the type is not shared, and can be named in a constant.
fn needs_check(ty: &Type) -> bool {
    let text = ty.to_token_stream().to_string();
    let is_generic = text.replace("'static", "").contains('\'');
    let is_scalar = !text.contains('<') && JsonType::of_rust(ty).is_some_and(|json| json.is_scalar());
    !is_generic && !is_scalar && !mentions(ty.to_token_stream(), &|ident| ident == "Self")
}
