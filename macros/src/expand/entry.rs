//! The static facts of each error, once: `static __ENTRIES`.
//!
//! ```text
//! const __TYPE: &str = concat!(module_path!(), "::OrderError");
//! static __ENTRIES: [__errbook::Entry; 1] = [
//!     __errbook::Entry::new(__TYPE, "RateLimited", __errbook::registered(429), "TooManyRequests")
//!         .with_description("The plan's rate limit is used up."),
//! ];
//! static __SLOTS: [__errbook::Slot; 1] = [const { __errbook::Slot::new() }; 1];
//! ```

use proc_macro2::{Delimiter, Group, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::Type;
use syn::ext::IdentExt as _;

use super::{respan, transparent};
use crate::doc::Deprecated;
use crate::model::{Detail, Exposure, Model, Own, Status, Variant};

pub fn expand(model: &Model) -> TokenStream {
    let name = format!("::{}", model.ident.unraw());
    let entries: Vec<_> = model.own().map(|(variant, own)| entry(model, variant, own)).collect();
    let count = entries.len();
    let table = quote! {
        const __TYPE: &::core::primitive::str = ::core::concat!(::core::module_path!(), #name);
        static __ENTRIES: [__errbook::Entry; #count] = [#(#entries,)*];
        static __SLOTS: [__errbook::Slot; #count] = [const { __errbook::Slot::new() }; #count];
    };
    let messages = model.own().filter_map(|(_, own)| check_message(own));
    let body = model.body.map(|body| checked_body(model, body));
    let strict = model.own().filter(|_| model.strict).filter_map(|(_, own)| check_strict(own));
    quote!(#table #(#messages)* #body #(#strict)*)
}

/// The wire format, and a check for each variant that it has what the format cannot be without.
///
/// ```text
/// const __BODY: &__errbook::Body = &GOOGLE;
/// const _: () = __errbook::check_body(__BODY, &__ENTRIES[0]);
/// const _: () = __errbook::check_bodies(__BODY, <AuthError as __errbook::Transparent>::CATALOG);
/// ```
fn checked_body(model: &Model, body: &syn::Path) -> TokenStream {
    let own = model.own().map(|(variant, own)| {
        let index = own.index;
        let check = quote!(__errbook::check_body(__BODY, &__ENTRIES[#index]));
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

fn entry(model: &Model, variant: &Variant, own: &Own) -> TokenStream {
    let (name, code) = (&variant.name, &own.code);
    let status = status(model, own);
    let calls = [
        own.number.map(|number| quote!(.with_number(#number))),
        own.shared.then(|| quote!(.with_shared())),
        own.title.as_ref().map(|title| quote!(.with_title(#title))),
        own.message.as_ref().map(|message| {
            let source = &message.template.source;
            quote!(.with_message(#source))
        }),
        exposure(model, own),
        own.retryable.map(|retryable| quote!(.with_retryable(#retryable))),
        text("description", &own.docs.description),
        pairs(&own.docs.sections, |name, text| quote!(__errbook::Section::new(#name, #text)))
            .map(|all| quote!(.with_sections(#all))),
        details(&own.details),
        headers(own),
        pairs(&own.meta, |name, text| quote!((#name, #text))).map(|all| quote!(.with_meta(#all))),
        own.docs_url.as_ref().map(|url| quote!(.with_docs_url(#url))),
        own.docs.deprecated.as_ref().map(deprecation),
        own.docs.hidden.then(|| quote!(.with_hidden())),
    ];
    let calls = calls.into_iter().flatten();
    quote!(__errbook::Entry::new(__TYPE, #name, #status, #code) #(#calls)*)
}

/// The number of the status, checked by the compiler where only the compiler knows.
fn status(model: &Model, own: &Own) -> TokenStream {
    let path = match &own.status {
        Status::Number(number) => return number.to_token_stream(),
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
    let index = own.index;
    let check = call(&quote!(__errbook::strict), quote!(&__ENTRIES[#index]), ends(path));
    Some(quote!(const _: () = #check;))
}

/// Where a path begins and ends.
fn ends(path: &syn::Path) -> (Span, Span) {
    let spans: Vec<_> = path.to_token_stream().into_iter().map(|token| token.span()).collect();
    let call_site = Span::call_site();
    (spans.first().copied().unwrap_or(call_site), spans.last().copied().unwrap_or(call_site))
}

/// With `display`, a message is the `Display` that clients may read.
fn exposure(model: &Model, own: &Own) -> Option<TokenStream> {
    match own.exposure {
        Exposure::Redacted => Some(quote!(.with_redacted())),
        Exposure::Exposed => Some(quote!(.with_exposed())),
        Exposure::ByStatus => (model.is_ours() && own.message.is_some()).then(|| quote!(.with_exposed())),
    }
}

fn text(method: &str, value: &str) -> Option<TokenStream> {
    let method = quote::format_ident!("with_{method}");
    (!value.is_empty()).then(|| quote!(.#method(#value)))
}

fn pairs(pairs: &[(String, String)], item: impl Fn(&String, &String) -> TokenStream) -> Option<TokenStream> {
    let items = pairs.iter().map(|(name, value)| item(name, value));
    (!pairs.is_empty()).then(|| quote!(&[#(#items),*]))
}

fn details(details: &[Detail]) -> Option<TokenStream> {
    let items = details.iter().map(|detail| {
        let (name, doc, ty) = (&detail.name, &detail.doc, type_name(detail.field.ty));
        quote!(__errbook::Detail::new(#name, #ty, #doc))
    });
    (!details.is_empty()).then(|| quote!(.with_details(&[#(#items),*])))
}

fn headers(own: &Own) -> Option<TokenStream> {
    let constant = own.headers.iter().map(|(name, value)| quote!(__errbook::Header::constant(#name, #value)));
    let by_field = own.field_headers.iter().map(|(name, _)| quote!(__errbook::Header::of_occurrence(#name)));
    let retry_after = own.retry_after.iter().map(|_| quote!(__errbook::Header::of_occurrence("Retry-After")));
    let all: Vec<_> = constant.chain(by_field).chain(retry_after).collect();
    (!all.is_empty()).then(|| quote!(.with_headers(&[#(#all),*])))
}

fn deprecation(deprecated: &Deprecated) -> TokenStream {
    let text = |value: &Option<String>| match value {
        Some(text) => quote!(::core::option::Option::Some(#text)),
        None => quote!(::core::option::Option::None),
    };
    let (since, note) = (text(&deprecated.since), text(&deprecated.note));
    quote!(.with_deprecated(__errbook::Deprecation::new(#since, #note)))
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
