//! The static facts of all errors of the type, once: `static __COLUMNS`, in columns.
//!
//! ```text
//! static __STATUSES: [u16; 2] = [400, 429];
//! static __COLUMNS: __errbook::Columns = __errbook::Columns {
//!     path: concat!(module_path!(), "::OrderError"),
//!     display: true,
//!     variants: &["InvalidParameter", "RateLimited"],
//!     statuses: &__STATUSES,
//!     codes: &["InvalidParameter", "TooManyRequests"],
//!     texts: "parameter `{param}` is not valid\u{FDD1}String\u{FDD1}\u{FDD1}A parameter is missing or malformed.\u{FDD0}\u{FDD1}The plan's …",
//!     facts: &[(0, __errbook::Fact::Detail("param")), (1, __errbook::Fact::Retryable(false))],
//!     rows: || { static __ROWS: __errbook::Rows = __errbook::Rows::new(); &__ROWS },
//! };
//! ```

use proc_macro2::{Delimiter, Group, Literal, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::Index;
use syn::ext::IdentExt as _;

use super::{as_written, respan, transparent};
use crate::doc::Deprecated;
use crate::model::{Detail, Exposure, Model, Own, Status};

pub fn expand(model: &Model) -> TokenStream {
    let facts: Vec<_> = model.own().map(|(_, own)| facts(own)).collect();
    let columns = model.own().next().map(|_| columns(model, &facts));
    let first_facts = first_facts(&facts);
    let messages = model.own().filter_map(|(_, own)| check_message(own));
    let body = model.body.map(|body| checked_body(model, body, &first_facts));
    let strict = model.own().zip(&first_facts).filter(|_| model.strict);
    let strict = strict.filter_map(|((_, own), first)| check_strict(own, first));
    quote!(#columns #(#messages)* #body #(#strict)*)
}

fn columns(model: &Model, facts: &[Vec<TokenStream>]) -> TokenStream {
    let name = format!("::{}", model.ident.unraw());
    let display = model.is_ours();
    let variants = model.own().map(|(variant, _)| &variant.name);
    let count = facts.len();
    let statuses = model.own().map(|(_, own)| status(model, own));
    let codes = model.own().map(|(_, own)| &own.code);
    let texts: Vec<_> = model.own().map(|(_, own)| texts(own)).collect();
    let texts = texts.join("\u{FDD0}");
    let facts = model.own().zip(facts).flat_map(|((_, own), facts)| {
        let row = &own.index;
        facts.iter().map(move |fact| quote!((#row, __errbook::Fact::#fact)))
    });
    quote! {
        static __STATUSES: [::core::primitive::u16; #count] = [#(#statuses),*];
        static __COLUMNS: __errbook::Columns = __errbook::Columns {
            path: ::core::concat!(::core::module_path!(), #name),
            display: #display,
            variants: &[#(#variants),*],
            statuses: &__STATUSES,
            codes: &[#(#codes),*],
            texts: #texts,
            facts: &[#(#facts),*],
            rows: || {
                static __ROWS: __errbook::Rows = __errbook::Rows::new();
                &__ROWS
            },
        };
    }
}

/// What is for readers of one row, as `errbook::columns::rows` takes it apart.
fn texts(own: &Own) -> String {
    let mut texts =
        vec![own.message.as_ref().map_or_else(String::new, |message| message.template.source.clone())];
    texts.extend(own.details.iter().flat_map(|detail| [as_written(detail.field.ty), detail.doc.clone()]));
    texts.push(own.docs.description.clone());
    texts.extend(own.docs.sections.iter().flat_map(|(heading, text)| [heading.clone(), text.clone()]));
    let texts: Vec<_> = texts.iter().map(|text| text.replace(['\u{FDD0}', '\u{FDD1}'], "\u{FFFD}")).collect();
    texts.join("\u{FDD1}")
}

/// For each error, the place of its first fact among those of all.
fn first_facts(facts: &[Vec<TokenStream>]) -> Vec<Index> {
    let mut next = 0_usize;
    let place = |of_one: &Vec<TokenStream>| {
        let first = next.into();
        next += of_one.len();
        first
    };
    facts.iter().map(place).collect()
}

/// The wire format, and a check for each variant that it has what the format cannot be without.
///
/// ```text
/// static __BODY: &__errbook::Body = &GOOGLE;
/// const fn __check(__row: usize, __first_fact: usize, __has_details: bool) { __errbook::check_body(__BODY, &__COLUMNS, …) }
/// const _: () = __check(0, 0, true);
/// const _: () = __errbook::check_bodies(__BODY, <AuthError as __errbook::Transparent>::CATALOG);
/// ```
fn checked_body(model: &Model, body: &syn::Path, first_facts: &[Index]) -> TokenStream {
    let own = model.own().zip(first_facts).map(|((variant, own), first)| {
        let index = &own.index;
        let has_details = !own.details.is_empty();
        let check = quote!(__check(#index, #first, #has_details));
        respan(check, variant.span)
    });
    // Of a generic type nothing can be evaluated here.
    let delegated = model.transparent().filter(|_| model.generics.params.is_empty());
    let delegated = delegated.map(|(variant, field)| {
        let transparent = transparent(field);
        let check = quote!(__errbook::check_bodies(__BODY, #transparent::CATALOG));
        respan(check, variant.span)
    });
    let checks = own.chain(delegated);
    // A reference to a static costs more than all the rest of a check.
    let check = model.own().next().map(|_| {
        quote! {
            #[track_caller]
            const fn __check(
                __row: ::core::primitive::usize,
                __first_fact: ::core::primitive::usize,
                __has_details: ::core::primitive::bool,
            ) {
                __errbook::check_body(__BODY, &__COLUMNS, __row, __first_fact, __has_details)
            }
        }
    });
    let reference = respan(quote!(&), ends(body).0);
    // A static, so that a constant has one address, by which it is known again.
    quote! {
        static __BODY: &__errbook::Body = #reference #body;
        #check
        #(const _: () = #checks;)*
    }
}

/// What only some errors have: `Shared`, `Meta("owner", "shop")` and so on, each a `__errbook::Fact`.
fn facts(own: &Own) -> Vec<TokenStream> {
    let exposure = match own.exposure {
        Exposure::Redacted => Some(quote!(Redacted)),
        Exposure::Exposed => Some(quote!(Exposed)),
        Exposure::ByStatus => None,
    };
    let once = [
        own.number.map(|number| quote!(Number(#number))),
        own.shared.then(|| quote!(Shared)),
        own.title.as_ref().map(|title| quote!(Title(#title))),
        exposure,
        own.retryable.map(|retryable| quote!(Retryable(#retryable))),
        own.docs_url.as_ref().map(|url| quote!(DocsUrl(#url))),
        own.docs.deprecated.as_ref().map(deprecation),
        own.docs.hidden.then(|| quote!(Hidden)),
        own.field_status.as_ref().map(|_| quote!(Status)),
    ];
    let details = own.details.iter().map(|Detail { name, .. }| quote!(Detail(#name)));
    let headers = own.headers.iter().map(|(name, value)| quote!(Header(#name, #value)));
    let field_headers = own.field_headers.iter().map(|(name, _)| quote!(FieldHeader(#name)));
    let retry_after = own.retry_after.iter().map(|_| quote!(FieldHeader("Retry-After")));
    let meta = own.meta.iter().map(|(name, text)| quote!(Meta(#name, #text)));
    let headers = headers.chain(field_headers).chain(retry_after);
    once.into_iter().flatten().chain(details).chain(headers).chain(meta).collect()
}

/// The number of the status, checked by the compiler where only the compiler knows.
fn status(model: &Model, own: &Own) -> TokenStream {
    let path = match &own.status {
        Status::Number(number) => return Literal::u16_unsuffixed(*number).to_token_stream(),
        Status::Path(path) => path,
    };
    let number = call(&quote!(__errbook::error_status), path.to_token_stream(), ends(path));
    // What is strict about the status also says whether it is registered.
    if own.title.is_some() || model.strict {
        return number;
    }
    call(&quote!(__errbook::registered), number, ends(path))
}

/// `function(argument)`, underlined from one place to the other when the compiler refuses the value.
fn call(function: &TokenStream, argument: TokenStream, (start, end): (Span, Span)) -> TokenStream {
    let function = respan(function.clone(), start);
    let mut argument = Group::new(Delimiter::Parenthesis, argument);
    argument.set_span(end);
    quote!(#function #argument)
}

/// Above 500 a message names only details; of a path only the compiler knows whether it is.
fn check_message(own: &Own) -> Option<TokenStream> {
    let Status::Path(path) = &own.status else {
        return None;
    };
    let message = own.message.as_ref()?;
    let (field, span) = (message.private.as_ref()?, message.template.span);
    let check = call(&quote!(__errbook::private_message), quote!(#path, #field), (span, span));
    Some(quote!(const _: () = #check;))
}

/// What `strict` demands of a status, where only the compiler knows which it is.
fn check_strict(own: &Own, first: &Index) -> Option<TokenStream> {
    let Status::Path(path) = &own.status else {
        return None;
    };
    let index = &own.index;
    let check = call(&quote!(__errbook::strict), quote!(&__COLUMNS, #index, #first), ends(path));
    Some(quote!(const _: () = #check;))
}

/// Where a path begins and ends.
fn ends(path: &syn::Path) -> (Span, Span) {
    let spans: Vec<_> = path.to_token_stream().into_iter().map(|token| token.span()).collect();
    let call_site = Span::call_site();
    (spans.first().copied().unwrap_or(call_site), spans.last().copied().unwrap_or(call_site))
}

fn deprecation(deprecated: &Deprecated) -> TokenStream {
    let text = |value: &Option<String>| match value {
        Some(text) => quote!(::core::option::Option::Some(#text)),
        None => quote!(::core::option::Option::None),
    };
    let (since, note) = (text(&deprecated.since), text(&deprecated.note));
    quote!(Deprecated(#since, #note))
}
