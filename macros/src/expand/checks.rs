//! The checks that only the compiler can do: what a format requires, and values that are paths.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;
use syn::Index;

use super::table::{Encoded, call, text_path};
use super::{ends, kind, respan, status, transparent};
use crate::entry::Number;
use crate::model::{Code, Model, Own, Status, Variant};

pub fn expand(model: &Model, encoded: &Encoded) -> TokenStream {
    let values = check_values(model);
    let texts = model.own().flat_map(|(_, own)| check_texts(own));
    let body = model.body.map(|body| checked_body(model, encoded, body));
    let own_bodies = own_bodies(model, encoded);
    let strict = model.own().filter(|_| model.strict);
    let strict = strict.filter_map(|(variant, own)| check_strict(variant, own));
    let unique = check_unique(model, encoded);
    let statuses = check_statuses(model, encoded).chain(model.own().flat_map(|(_, own)| check_also(own)));
    quote!(#values #(#texts)* #body #(#own_bodies)* #(#strict)* #(#unique)* #(#statuses)*)
}

/// Statuses and codes that are paths, outside of the table: a table that cannot be evaluated is a note wherever it is used.
///
/// ```text
/// const _: () = { __errbook::check_status(__errbook::Status(GONE).number()); __errbook::check_code(__errbook::text(CODE)); };
/// ```
fn check_values(model: &Model) -> Option<TokenStream> {
    let checks = model.own().flat_map(|(_, own)| {
        let status = match &own.status {
            Status::Path(path) => {
                // The check of `strict` includes whether the status is registered.
                let needs_title = own.title.is_none() && !model.strict;
                let check = if needs_title {
                    quote!(__errbook::check_registered)
                } else {
                    quote!(__errbook::check_status)
                };
                Some(call(&check, status::number(path), ends(path)))
            }
            Status::Number(_) => None,
        };
        let code = match &own.code {
            Code::Path(path) => Some(call(&quote!(__errbook::check_code), text_path(path), ends(path))),
            Code::Text(_) => None,
        };
        status.into_iter().chain(code)
    });
    let checks: Vec<_> = checks.collect();
    (!checks.is_empty()).then(|| quote!(const _: () = { #(#checks;)* };))
}

/// The wire format, and a check for each variant that it has what the format requires.
///
/// ```text
/// static __BODY: &__errbook::Body = &GOOGLE;
/// const fn __check(__start: usize, __has_details: bool) { __errbook::check_body(__BODY, &__TABLE, __start, __has_details) }
/// const _: () = __check(0, true);
/// #[allow(long_running_const_eval)]
/// const _: () = __errbook::check_bodies(__BODY, <AuthError as __errbook::Transparent>::__ERRORS);
/// ```
fn checked_body(model: &Model, encoded: &Encoded, body: &syn::Path) -> TokenStream {
    let own = model.own().zip(&encoded.starts).filter(|((_, own), _)| own.body.is_none());
    let own = own.filter_map(|((variant, own), start)| {
        let start = Index::from(*start);
        let has_details = !(own.constants.is_empty() && own.details.is_empty());
        let check = match &own.kind {
            Some(_) if !has_details => return None,
            Some(_) => quote!(__errbook::check_details(__BODY, &__TABLE, #start)),
            None => quote!(__check(#start, #has_details)),
        };
        Some(respan(check, variant.span))
    });
    // The errors of a generic type cannot be evaluated here.
    let delegated = model.transparent().filter(|_| model.generics.params.is_empty());
    let delegated = delegated.map(|(variant, field)| {
        let transparent = transparent(field);
        (variant, quote!(#transparent::__ERRORS))
    });
    let mut types = BTreeSet::new();
    let kinds = model.own().filter_map(|(variant, own)| {
        let catalog = kind::catalog(own, &mut types)?;
        Some((variant, catalog))
    });
    let kinds: Vec<_> = kinds.filter(|_| model.generics.params.is_empty()).collect();
    let delegated = delegated.chain(kinds).map(|(variant, catalog)| {
        call_at(variant, &quote!(__errbook::check_bodies), quote!(__BODY, #catalog))
    });
    // A reference to a static costs more than the rest of a check, so one function has it.
    let check = model.own().find(|(_, own)| own.kind.is_none()).map(|_| {
        quote! {
            #[track_caller]
            const fn __check(__start: __errbook::usize, __has_details: __errbook::bool) {
                __errbook::check_body(__BODY, &__TABLE, __start, __has_details)
            }
        }
    });
    let reference = respan(quote!(&), ends(body).0);
    quote! {
        static __BODY: &__errbook::Body = #reference #body;
        #check
        #(const _: () = #own;)*
        // As long as the delegated types are.
        #(#[allow(long_running_const_eval)] const _: () = #delegated;)*
    }
}

/// A call at the variant. Its argument keeps its place, so that a type that is not an API error is reported once.
fn call_at(variant: &Variant, function: &TokenStream, argument: TokenStream) -> TokenStream {
    call(function, argument, (variant.span, variant.span))
}

/// The checks of errors that have a format of their own.
///
/// ```text
/// const _: () = __errbook::check_body(&EMPTY, &__TABLE, 0, true);
/// ```
fn own_bodies<'m>(model: &'m Model, encoded: &'m Encoded) -> impl Iterator<Item = TokenStream> + 'm {
    model.own().zip(&encoded.starts).filter_map(|((_, own), start)| {
        let (body, start) = (own.body?, Index::from(*start));
        let check = call(&quote!(__errbook::check_body), quote!(&#body, &__TABLE, #start, true), ends(body));
        Some(quote!(const _: () = #check;))
    })
}

/// Codes and numbers that are constants are unique in the type, which only the compiler knows.
///
/// ```text
/// const __REPEATED: __errbook::Repeated<54> = __errbook::Repeated::of(&__TABLE);
/// const _: () = __errbook::check_unique(&__TABLE, &__REPEATED, 3, "Gone");
/// ```
fn check_unique<'m>(model: &'m Model, encoded: &'m Encoded) -> impl Iterator<Item = TokenStream> + 'm {
    let checks = model.own().filter_map(|(variant, own)| {
        let path = match (&own.code, own.number) {
            (Code::Path(path), _) => ends(path),
            (Code::Text(_), Some(Number::Path(path))) => ends(path),
            (Code::Text(_), _) => return None,
        };
        let (name, index) = (&variant.name, &own.index);
        let arguments = quote!(&__TABLE, &__REPEATED, #index, #name);
        let check = call(&quote!(__errbook::check_unique), arguments, path);
        Some(quote!(const _: () = #check;))
    });
    let mut checks = checks.peekable();
    let repeated = checks.peek().is_some().then(|| {
        let rows = encoded.starts.len();
        quote!(const __REPEATED: __errbook::Repeated<#rows> = __errbook::Repeated::of(&__TABLE);)
    });
    repeated.into_iter().chain(checks)
}

/// Errors that share a code share its status. Only the compiler knows a status that is a path.
///
/// ```text
/// const _: () = __errbook::check_statuses(&__TABLE, 0, 54, "Gone");
/// ```
fn check_statuses<'m>(model: &'m Model, encoded: &'m Encoded) -> impl Iterator<Item = TokenStream> + 'm {
    let mut first = BTreeMap::new();
    let own = model.own().zip(&encoded.starts).filter(|((_, own), _)| own.shared && own.kind.is_none());
    own.filter_map(move |((variant, own), start)| {
        let (one, first) = *first.entry(own.code.known()?).or_insert((own, start));
        let (first, second) = (Index::from(*first), Index::from(*start));
        let place = match (&own.status, &one.status) {
            (Status::Path(path), _) if !std::ptr::eq(one, own) => ends(path),
            (_, Status::Path(_)) if !std::ptr::eq(one, own) => (variant.span, variant.span),
            _ => return None,
        };
        let name = &variant.name;
        let check = call(&quote!(__errbook::check_statuses), quote!(&__TABLE, #first, #second, #name), place);
        Some(quote!(const _: () = #check;))
    })
}

/// A status of `also` is not the declared one. Only the compiler knows a path.
fn check_also<'m>(own: &'m Own<'m>) -> impl Iterator<Item = TokenStream> + 'm {
    let path = match &own.status {
        Status::Path(path) => Some(path),
        Status::Number(_) => None,
    };
    path.into_iter().flat_map(|path| {
        own.also.iter().map(move |also| {
            let status = status::number(path);
            let check = call(&quote!(__errbook::check_also), quote!(#status, #also), ends(path));
            quote!(const _: () = #check;)
        })
    })
}

/// At 5xx messages and headers may only use details. Only the compiler knows whether a path is one.
fn check_texts(own: &Own) -> Vec<TokenStream> {
    let Status::Path(path) = &own.status else { return Vec::new() };
    let message = own.message.iter().map(|message| (&message.private, message.template.span, "a message"));
    let headers = own.header_templates.iter().map(|header| (&header.private, header.span, "a header"));
    let check = |(private, span, what): (&Option<String>, _, _)| {
        let field = private.as_ref()?;
        let status = status::number(path);
        let check = call(&quote!(__errbook::private_text), quote!(#status, #what, #field), (span, span));
        Some(quote!(const _: () = #check;))
    };
    message.chain(headers).filter_map(check).chain(check_display(own)).collect()
}

/// Below 500, clients read the `Display` of another derive. Only the compiler knows whether a path is.
fn check_display(own: &Own) -> Option<TokenStream> {
    let Status::Path(path) = &own.status else {
        return None;
    };
    let (refused, place) = own.display.as_ref()?.refused.as_ref()?;
    // A constant can only show ASCII.
    let refused = refused.replace('…', "...");
    let status = status::number(path);
    let check = call(&quote!(__errbook::private_display), quote!(#status, #refused), (*place, *place));
    Some(quote!(const _: () = #check;))
}

/// What `strict` requires of a status that only the compiler knows.
fn check_strict(variant: &Variant, own: &Own) -> Option<TokenStream> {
    let Status::Path(path) = &own.status else {
        return None;
    };
    let (name, status) = (&variant.name, status::number(path));
    let headers = own.sent_headers();
    let check = call(&quote!(__errbook::strict), quote!(#status, #name, &[#(#headers),*]), ends(path));
    Some(quote!(const _: () = #check;))
}
