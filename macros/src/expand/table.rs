//! The static facts of all errors of the type, once: `static __TABLE`, in columns.
//!
//! ```text
//! static __STATUSES: [u16; 2] = [400, 429];
//! static __TABLE: __errbook::Table = __errbook::Table {
//!     path: concat!(module_path!(), "::OrderError"),
//!     display: true,
//!     variants: &["InvalidParameter", "RateLimited"],
//!     statuses: &__STATUSES,
//!     codes: &["InvalidParameter", "TooManyRequests"],
//!     texts: "parameter `{param}` is not valid\u{1}A parameter is missing or malformed.\0\u{1}The plan's …",
//!     facts: &[(0, __errbook::Fact::Details(&[…])), (1, __errbook::Fact::Retryable(false))],
//!     rows: || { static __ROWS: __errbook::Rows = __errbook::Rows::new(); &__ROWS },
//! };
//! ```

use proc_macro2::{Delimiter, Group, Literal, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::Type;
use syn::ext::IdentExt as _;

use super::{respan, transparent};
use crate::doc::Deprecated;
use crate::model::{Detail, Exposure, Model, Own, Status};

pub fn expand(model: &Model) -> TokenStream {
    let table = model.own().next().map(|_| table(model));
    let messages = model.own().filter_map(|(_, own)| check_message(own));
    let body = model.body.map(|body| checked_body(model, body));
    let strict = model.own().filter(|_| model.strict).filter_map(|(_, own)| check_strict(own));
    quote!(#table #(#messages)* #body #(#strict)*)
}

fn table(model: &Model) -> TokenStream {
    let name = format!("::{}", model.ident.unraw());
    let display = model.is_ours();
    let variants = model.own().map(|(variant, _)| &variant.name);
    let count = model.own().count();
    let statuses = model.own().map(|(_, own)| status(model, own));
    let codes = model.own().map(|(_, own)| &own.code);
    let texts: Vec<_> = model.own().map(|(_, own)| texts(own)).collect();
    let texts = texts.join("\0");
    let facts = model.own().map(|(_, own)| facts(own));
    quote! {
        static __STATUSES: [::core::primitive::u16; #count] = [#(#statuses),*];
        static __TABLE: __errbook::Table = __errbook::Table {
            path: ::core::concat!(::core::module_path!(), #name),
            display: #display,
            variants: &[#(#variants),*],
            statuses: &__STATUSES,
            codes: &[#(#codes),*],
            texts: #texts,
            facts: &[#(#facts)*],
            rows: || {
                static __ROWS: __errbook::Rows = __errbook::Rows::new();
                &__ROWS
            },
        };
    }
}

/// The message and the documentation of one row, as `errbook::table::rows` takes them apart.
fn texts(own: &Own) -> String {
    let message = own.message.as_ref().map_or("", |message| &message.template.source);
    let mut texts = vec![message, &own.docs.description];
    texts.extend(own.docs.sections.iter().flat_map(|(heading, text)| [heading.as_str(), text]));
    let texts: Vec<_> = texts.iter().map(|text| text.replace(['\0', '\u{1}'], "\u{FFFD}")).collect();
    texts.join("\u{1}")
}

/// The wire format, and a check for each variant that it has what the format cannot be without.
///
/// ```text
/// const __BODY: &__errbook::Body = &GOOGLE;
/// const _: () = __errbook::check_body(__BODY, &__TABLE, 0);
/// const _: () = __errbook::check_bodies(__BODY, <AuthError as __errbook::Transparent>::CATALOG);
/// ```
fn checked_body(model: &Model, body: &syn::Path) -> TokenStream {
    let own = model.own().map(|(variant, own)| {
        let index = &own.index;
        let check = quote!(__errbook::check_body(__BODY, &__TABLE, #index));
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
    let reference = respan(quote!(&), ends(body).0);
    quote! {
        const __BODY: &__errbook::Body = #reference #body;
        #(const _: () = #checks;)*
    }
}

/// `(0, __errbook::Fact::Shared),` and so on, for one row.
fn facts(own: &Own) -> TokenStream {
    let facts = [
        own.number.map(|number| quote!(Number(#number))),
        own.shared.then(|| quote!(Shared)),
        own.title.as_ref().map(|title| quote!(Title(#title))),
        exposure(own),
        own.retryable.map(|retryable| quote!(Retryable(#retryable))),
        details(&own.details),
        headers(own),
        meta(&own.meta),
        own.docs_url.as_ref().map(|url| quote!(DocsUrl(#url))),
        own.docs.deprecated.as_ref().map(deprecation),
        own.docs.hidden.then(|| quote!(Hidden)),
        own.field_status.as_ref().map(|_| quote!(Status)),
    ];
    let (row, facts) = (&own.index, facts.into_iter().flatten());
    quote!(#((#row, __errbook::Fact::#facts),)*)
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
fn check_strict(own: &Own) -> Option<TokenStream> {
    let Status::Path(path) = &own.status else {
        return None;
    };
    let index = &own.index;
    let check = call(&quote!(__errbook::strict), quote!(&__TABLE, #index), ends(path));
    Some(quote!(const _: () = #check;))
}

/// Where a path begins and ends.
fn ends(path: &syn::Path) -> (Span, Span) {
    let spans: Vec<_> = path.to_token_stream().into_iter().map(|token| token.span()).collect();
    let call_site = Span::call_site();
    (spans.first().copied().unwrap_or(call_site), spans.last().copied().unwrap_or(call_site))
}

fn exposure(own: &Own) -> Option<TokenStream> {
    match own.exposure {
        Exposure::Redacted => Some(quote!(Redacted)),
        Exposure::Exposed => Some(quote!(Exposed)),
        Exposure::ByStatus => None,
    }
}

fn details(details: &[Detail]) -> Option<TokenStream> {
    let items = details.iter().map(|detail| {
        let (name, doc, ty) = (&detail.name, &detail.doc, type_name(detail.field.ty));
        quote!(__errbook::Detail::new(#name, #ty, #doc))
    });
    (!details.is_empty()).then(|| quote!(Details(&[#(#items),*])))
}

fn headers(own: &Own) -> Option<TokenStream> {
    let constant = own.headers.iter().map(|(name, value)| quote!(__errbook::Header::constant(#name, #value)));
    let by_field = own.field_headers.iter().map(|(name, _)| quote!(__errbook::Header::of_occurrence(#name)));
    let retry_after = own.retry_after.iter().map(|_| quote!(__errbook::Header::of_occurrence("Retry-After")));
    let all: Vec<_> = constant.chain(by_field).chain(retry_after).collect();
    (!all.is_empty()).then(|| quote!(Headers(&[#(#all),*])))
}

fn meta(meta: &[(String, String)]) -> Option<TokenStream> {
    let items = meta.iter().map(|(name, text)| quote!((#name, #text)));
    (!meta.is_empty()).then(|| quote!(Meta(&[#(#items),*])))
}

fn deprecation(deprecated: &Deprecated) -> TokenStream {
    let text = |value: &Option<String>| match value {
        Some(text) => quote!(::core::option::Option::Some(#text)),
        None => quote!(::core::option::Option::None),
    };
    let (since, note) = (text(&deprecated.since), text(&deprecated.note));
    quote!(Deprecated(__errbook::Deprecation::new(#since, #note)))
}

/// The type as people write it: `Vec<std::time::Duration>`, without the blanks between tokens.
fn type_name(ty: &Type) -> String {
    let tokens = ty.to_token_stream().to_string();
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
