//! The static facts of each error, once: `static __ENTRIES`.
//!
//! ```text
//! const __TYPE: &str = concat!(module_path!(), "::OrderError");
//! static __ENTRIES: [errbook::Entry; 1] = [
//!     errbook::Entry::new(__TYPE, "RateLimited", errbook::__private::registered(429), "TooManyRequests")
//!         .with_description("The plan's rate limit is used up."),
//! ];
//! ```

use proc_macro2::{Delimiter, Group, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::Type;
use syn::ext::IdentExt as _;

use super::{respan, transparent};
use crate::doc::Deprecated;
use crate::model::{Detail, Exposure, Model, Own, Status, Variant};

pub fn expand(model: &Model) -> TokenStream {
    let krate = &model.krate;
    let name = format!("::{}", model.ident.unraw());
    let entries: Vec<_> = model.own().map(|(variant, own)| entry(model, variant, own)).collect();
    let count = entries.len();
    let table = (count > 0).then(|| {
        quote! {
            const __TYPE: &::core::primitive::str = ::core::concat!(::core::module_path!(), #name);
            static __ENTRIES: [#krate::Entry; #count] = [#(#entries,)*];
        }
    });
    let messages = model.own().filter_map(|(_, own)| check_message(model, own));
    let body = model.body.map(|body| checked_body(model, body));
    let strict = model.own().filter(|_| model.strict).map(|(_, own)| {
        let index = own.index;
        let check = call(&quote!(#krate::__private::strict), quote!(&__ENTRIES[#index]), own.status.ends());
        quote!(const _: () = #check;)
    });
    quote!(#table #(#messages)* #body #(#strict)*)
}

/// The wire format, and a check for each variant that it has what the format cannot be without.
///
/// ```text
/// const __BODY: &errbook::Body = &GOOGLE;
/// const _: () = errbook::__private::check_body(__BODY, &__ENTRIES[0]);
/// const _: () = errbook::__private::check_bodies(__BODY, <AuthError as errbook::__private::Transparent>::CATALOG);
/// ```
fn checked_body(model: &Model, body: &syn::Path) -> TokenStream {
    let krate = &model.krate;
    let own = model.own().map(|(variant, own)| {
        let index = own.index;
        let check = quote!(#krate::__private::check_body(__BODY, &__ENTRIES[#index]));
        respan(check, variant.span)
    });
    // Of a generic type nothing can be evaluated here.
    let delegated = model.transparent().filter(|_| model.generics.params.is_empty());
    let delegated = delegated.map(|(variant, field)| {
        let transparent = transparent(model, field);
        let check = quote!(#krate::__private::check_bodies(__BODY, #transparent::CATALOG));
        respan(check, variant.span)
    });
    let checks = own.chain(delegated);
    let reference = respan(quote!(&), ends(body).0);
    quote! {
        const __BODY: &#krate::Body = #reference #body;
        #(const _: () = #checks;)*
    }
}

fn entry(model: &Model, variant: &Variant, own: &Own) -> TokenStream {
    let krate = &model.krate;
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
        pairs(&own.docs.sections, |name, text| quote!(#krate::Section::new(#name, #text)))
            .map(|all| quote!(.with_sections(#all))),
        details(model, &own.details),
        headers(model, own),
        pairs(&own.meta, |name, text| quote!((#name, #text))).map(|all| quote!(.with_meta(#all))),
        own.docs_url.as_ref().map(|url| quote!(.with_docs_url(#url))),
        own.docs.deprecated.as_ref().map(|deprecated| deprecation(model, deprecated)),
        own.docs.hidden.then(|| quote!(.with_hidden())),
    ];
    let calls = calls.into_iter().flatten();
    quote!(#krate::Entry::new(__TYPE, #name, #status, #code) #(#calls)*)
}

/// The number of the status, checked by the compiler where only the compiler knows.
fn status(model: &Model, own: &Own) -> TokenStream {
    let krate = &model.krate;
    let place = own.status.ends();
    let number = match &own.status {
        Status::Number(number, _) => quote!(#number),
        Status::Path(path) => call(&quote!(#krate::__private::error_status), path.to_token_stream(), place),
    };
    // What is strict about the status also says whether it is registered.
    if own.title.is_some() || model.strict {
        return number;
    }
    call(&quote!(#krate::__private::registered), number, place)
}

/// `function(argument)`, underlined from one place to the other when the compiler refuses the value.
fn call(function: &TokenStream, argument: TokenStream, (start, end): (Span, Span)) -> TokenStream {
    let function = respan(function.clone(), start);
    let mut argument = Group::new(Delimiter::Parenthesis, argument);
    argument.set_span(end);
    quote!(#function #argument)
}

/// Above 500 a message names only details; of a path only the compiler knows whether it is.
fn check_message(model: &Model, own: &Own) -> Option<TokenStream> {
    let krate = &model.krate;
    let Status::Path(path) = &own.status else {
        return None;
    };
    let message = own.message.as_ref().filter(|message| message.private)?;
    let span = message.template.span;
    let check = call(&quote!(#krate::__private::private_message), path.to_token_stream(), (span, span));
    Some(quote!(const _: () = #check;))
}

impl Status<'_> {
    /// Where it begins and ends in the source.
    fn ends(&self) -> (Span, Span) {
        match self {
            Self::Number(_, span) => (*span, *span),
            Self::Path(path) => ends(path),
        }
    }
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

fn details(model: &Model, details: &[Detail]) -> Option<TokenStream> {
    let krate = &model.krate;
    let items = details.iter().map(|detail| {
        let (name, doc, ty) = (&detail.name, &detail.doc, type_name(detail.field.ty));
        quote!(#krate::Detail::new(#name, #ty, #doc))
    });
    (!details.is_empty()).then(|| quote!(.with_details(&[#(#items),*])))
}

fn headers(model: &Model, own: &Own) -> Option<TokenStream> {
    let krate = &model.krate;
    let constant = own.headers.iter().map(|(name, value)| quote!(#krate::Header::constant(#name, #value)));
    let by_field = own.field_headers.iter().map(|(name, _)| quote!(#krate::Header::of_occurrence(#name)));
    let retry_after = own.retry_after.iter().map(|_| quote!(#krate::Header::of_occurrence("Retry-After")));
    let all: Vec<_> = constant.chain(by_field).chain(retry_after).collect();
    (!all.is_empty()).then(|| quote!(.with_headers(&[#(#all),*])))
}

fn deprecation(model: &Model, deprecated: &Deprecated) -> TokenStream {
    let krate = &model.krate;
    let text = |value: &Option<String>| match value {
        Some(text) => quote!(::core::option::Option::Some(#text)),
        None => quote!(::core::option::Option::None),
    };
    let (since, note) = (text(&deprecated.since), text(&deprecated.note));
    quote!(.with_deprecated(#krate::Deprecation::new(#since, #note)))
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
