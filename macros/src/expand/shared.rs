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
use syn::{
    GenericArgument, GenericParam, Lifetime, PathArguments, Type, TypeArray, TypeGroup, TypeParen, TypePath,
    TypePtr, TypeReference, TypeSlice,
};

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
    let fields: Vec<_> = model.field_types.iter().filter(|ty| needs_check(ty)).collect();
    // The user may have allowed these on the enum or the field, where the types are reported already.
    let allowed = (!fields.is_empty()).then(|| {
        quote!(#[allow(
            clippy::absolute_paths,
            clippy::alloc_instead_of_core,
            clippy::disallowed_types,
            clippy::std_instead_of_alloc,
            clippy::std_instead_of_core
        )])
    });
    let fields = fields.into_iter().map(|ty| {
        call(&quote!(__errbook::check_shared), quote!(__is || __errbook::Shared::<#ty>::IS), ends(ty))
    });
    let whole =
        call(&quote!(__errbook::check_shared), quote!(__is), (model.ident.span(), model.ident.span()));
    Some(quote! {
        #allowed
        const __SHARED: __errbook::bool = {
            use __errbook::Unshared as _;
            let __is = __errbook::Shared::<#ident #lifetimes>::IS;
            #(#fields;)*
            #whole
        };
    })
}

/// Whether a field may be why the type is not shared, and can be named in a constant.
///
/// A generic type that asks for an API error would have the constant that it is in evaluated first, if that is the error.
fn needs_check(ty: &Type) -> bool {
    !is_scalar(ty) && is_closed(ty)
}

fn is_scalar(ty: &Type) -> bool {
    let is_bare = matches!(ty, Type::Path(TypePath { path, .. })
        if path.segments.iter().all(|segment| segment.arguments.is_none()));
    is_bare && JsonType::of_rust(ty).is_some_and(|json| json.is_scalar())
}

/// Whether a type is written without `Self`, without lifetimes other than `'static`, and without generic types other than those of the
/// standard library.
fn is_closed(ty: &Type) -> bool {
    match ty {
        Type::Array(TypeArray { elem, len, .. }) => {
            is_closed(elem) && !mentions(len.to_token_stream(), &|ident| ident == "Self")
        }
        Type::Reference(TypeReference { lifetime, elem, .. }) => {
            lifetime.as_ref().is_some_and(is_static) && is_closed(elem)
        }
        Type::Group(TypeGroup { elem, .. })
        | Type::Paren(TypeParen { elem, .. })
        | Type::Ptr(TypePtr { elem, .. })
        | Type::Slice(TypeSlice { elem, .. }) => is_closed(elem),
        Type::Tuple(tuple) => tuple.elems.iter().all(is_closed),
        Type::Path(TypePath { qself: None, path, .. }) => path.segments.iter().all(|segment| {
            let is_known = || KNOWN.iter().any(|name| segment.ident == name);
            segment.ident != "Self"
                && match &segment.arguments {
                    PathArguments::None => true,
                    PathArguments::AngleBracketed(all) => {
                        is_known() && all.args.iter().all(is_closed_argument)
                    }
                    PathArguments::Parenthesized(_) => false,
                }
        }),
        _ => false,
    }
}

fn is_closed_argument(argument: &GenericArgument) -> bool {
    match argument {
        GenericArgument::Type(ty) => is_closed(ty),
        GenericArgument::Lifetime(lifetime) => is_static(lifetime),
        _ => false,
    }
}

fn is_static(lifetime: &Lifetime) -> bool {
    lifetime.ident == "static"
}

/// Types of the standard library that are not shared themselves, or have others inside.
const KNOWN: [&str; 9] = ["Arc", "Box", "Cell", "MutexGuard", "OnceCell", "Option", "Rc", "RefCell", "Vec"];
