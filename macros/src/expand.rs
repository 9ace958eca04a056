//! From the model to tokens; nothing here can fail.
//!
//! ```text
//! const _: () = {
//!     use ::errbook::__private as __errbook;
//!     static __COLUMNS: __errbook::Columns = …;          // columns
//!     impl __Indexed for OrderError { … }            // index
//!     impl __errbook::ApiError for OrderError { … }    // api_error
//!     impl __errbook::Catalogued for OrderError { … }  // catalogued
//!     impl Display for OrderError { … }              // display, with `display`
//!     impl Error for OrderError { … }                // error, with `display`
//!     impl From<io::Error> for OrderError { … }      // from, with `from`
//!     impl Serialize for OrderError { … }            // serialize, with `serialize`
//! };
//! ```

mod api_error;
mod catalogued;
mod columns;
mod display;
mod error;
mod from;
mod index;
mod message;
mod serialize;

use proc_macro2::{Group, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{GenericArgument, Path, PathArguments, Type};

use crate::generics::Bounds;
use crate::model::{Field, Model, Variant};

/// The `source` is the type as the compiler gave it.
pub fn derive(model: &Model, source: &TokenStream) -> TokenStream {
    let import = import(&model.krate);
    let columns = columns::expand(model);
    let index = index::expand(model);
    let api_error = api_error::expand(model, source);
    let catalogued = catalogued::expand(model);
    let display = model.is_ours().then(|| display::expand(model));
    let error = model.is_ours().then(|| error::expand(model));
    let from = from::expand(model);
    let serialize = model.serialize.then(|| serialize::expand(model));
    let proof = model.is_unproven().then(|| proof(model));
    quote! {
        const _: () = {
            #import
            #columns
            #index
            #api_error
            #catalogued
            #display
            #error
            #from
            #serialize
            #proof
        };
    }
}

/// Names the crate once, so that one that cannot be found is one error.
pub fn import(krate: &Path) -> TokenStream {
    let end = krate.segments.last().map_or(Span::call_site(), |last| last.ident.span());
    let module = respan(quote!(::__private as __errbook), end);
    quote!(use #krate #module;)
}

/// `const _: () = __errbook::is_error::<OrderError>();`, underlined at the type if it is none.
fn proof(model: &Model) -> TokenStream {
    let ident = model.ident;
    quote!(const _: () = __errbook::is_error::<#ident>();)
}

/// `#[automatically_derived] impl … Trait for Type … where … { body }`
fn impl_block(model: &Model, of: &TokenStream, bounds: &Bounds, body: &TokenStream) -> TokenStream {
    // Without the user's span: a deprecated type is no news to whoever derives for it.
    let mut ident = model.ident.clone();
    ident.set_span(ident.span().resolved_at(Span::call_site()));
    let (impl_generics, ty_generics, _) = model.generics.split_for_impl();
    let where_clause = bounds.where_clause();
    quote! {
        #[automatically_derived]
        impl #impl_generics #of for #ident #ty_generics #where_clause {
            #body
        }
    }
}

/// `OrderError::Name { id: __field_id, 1: __field_1, .. }`
fn pattern<'f, 'a: 'f>(variant: &Variant, fields: impl IntoIterator<Item = &'f Field<'a>>) -> TokenStream {
    let path = &variant.path;
    let bindings = fields.into_iter().map(|field| {
        let (member, binding) = (&field.member, &field.binding);
        quote!(#member: #binding,)
    });
    quote!(#path { #(#bindings)* .. })
}

/// `pattern => value`
struct Arm {
    pattern: TokenStream,
    value: TokenStream,
}

/// `match self { arms, _ => otherwise }`, without what is empty or unreachable.
///
/// Of many arms, each part has a closure to itself: in one function, the compiler compares each arm of a match with all
/// others, and every borrow with all blocks.
///
/// ```text
/// if let Some(__value) = (|| Some(match self { arms, _ => return None }))() { return __value; }
/// ```
fn match_self(model: &Model, arms: &[Arm], otherwise: &TokenStream) -> TokenStream {
    if model.variants.is_empty() {
        return quote!(match *self {});
    }
    let each = arms.iter().map(|Arm { pattern, value }| quote!(#pattern => #value,));
    if arms.len() <= MANY_ARMS {
        let rest = (arms.len() < model.variants.len()).then(|| quote!(_ => #otherwise,));
        return quote!(match self { #(#each)* #rest });
    }
    let each: Vec<_> = each.collect();
    let parts = each.chunks(MANY_ARMS).map(|part| {
        let none = quote!(::core::option::Option::None);
        let value = quote!(match self { #(#part)* _ => return #none });
        quote!(if let ::core::option::Option::Some(__value) = (|| ::core::option::Option::Some(#value))() {
            return __value;
        })
    });
    // After all own variants there is nothing left, and a type without any has no `otherwise`.
    let otherwise = match model.own().next() {
        Some(_) => otherwise.clone(),
        None => quote!(::core::unreachable!()),
    };
    quote!({ #(#parts)* #otherwise })
}

const MANY_ARMS: usize = 128;

/// `<AuthError as __errbook::Transparent>`, underlined at the field's type if that is no API error.
fn transparent(field: &Field) -> TokenStream {
    let ty = field.ty;
    respan(quote!(<#ty as __errbook::Transparent>), field.binding.span())
}

/// `<AuthError as __errbook::Transparent>::as_api_error(__field_0)`
fn as_api_error(field: &Field) -> TokenStream {
    let (transparent, binding) = (transparent(field), &field.binding);
    quote!(#transparent::as_api_error(#binding))
}

/// `T` of an `Option<T>`, also from inside the invisible group of a `macro_rules!` type.
pub fn option_of(ty: &Type) -> Option<&Type> {
    match ty {
        Type::Group(group) => option_of(&group.elem),
        Type::Path(path) => {
            let last = path.path.segments.last().filter(|last| last.ident == "Option")?;
            let PathArguments::AngleBracketed(arguments) = &last.arguments else {
                return None;
            };
            match arguments.args.first() {
                Some(GenericArgument::Type(inner)) => Some(inner),
                _ => None,
            }
        }
        _ => None,
    }
}

/// The same tokens at another place, so that the compiler's own errors point there; names still mean what they meant.
fn respan(tokens: TokenStream, span: Span) -> TokenStream {
    let move_token = |mut token: TokenTree| {
        if let TokenTree::Group(group) = &token {
            token = Group::new(group.delimiter(), respan(group.stream(), span)).into();
        }
        token.set_span(token.span().located_at(span));
        token
    };
    tokens.into_iter().map(move_token).collect()
}

/// A type or a path as people write it: `Vec<std::time::Duration>`, without the blanks between tokens.
pub fn as_written(tokens: &impl ToTokens) -> String {
    let tokens = tokens.to_token_stream().to_string();
    let mut name = String::new();
    for word in tokens.split(' ') {
        let is_name = |c: char| c.is_alphanumeric() || c == '_';
        let two_names = name.ends_with(is_name) && word.starts_with(is_name);
        if two_names || name.ends_with([',', ';', '+']) || word.starts_with('+') {
            name.push(' ');
        }
        name.push_str(word);
    }
    name
}
