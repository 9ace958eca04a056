//! The errors that the type declares, once: `static __TABLE`, as a few texts, and the checks that only the compiler can do.
//!
//! ```text
//! static __TABLE: __errbook::Table = __errbook::Table {
//!     type_path: concat!(module_path!(), "::OrderError"),
//!     has_display: true,
//!     rows: "44␟InvalidParameter␟InvalidParameter␟400␟dparam44␟TooManyRequests␟RateLimited␟429␟fRetry-After",
//!     messages: "parameter `{param}` is not valid␞␞",
//!     docs: "A parameter is missing or malformed.␟String␟␟␞The plan's …␟␞",
//!     constants: &[],
//!     cache: || &__ROWS,
//! };
//! static __ROWS: __errbook::Rows = __errbook::NO_ROWS;
//! ```

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Delimiter, Group, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::Index;
use syn::ext::IdentExt as _;

use super::{as_written, ends, kind, respan, transparent};
use crate::encode::{CONSTANT, Constant, Facts, ROW_END, push_part};
use crate::entry::Number;
use crate::json_type::JsonType;
use crate::model::{Code, Model, Own, Status, Variant};

/// Without the feature `docs`, a program has no documentation and no names of variants in it.
pub const HAS_DOCS: bool = cfg!(feature = "docs");

/// The texts of the table.
#[derive(Default)]
pub struct Encoded {
    pub rows: String,
    /// Where each row starts.
    starts: Vec<usize>,
    messages: String,
    docs: String,
    /// What only the compiler knows.
    constants: Vec<TokenStream>,
}

impl Encoded {
    pub fn of(model: &Model) -> Self {
        let mut encoded = Self::default();
        for (variant, own) in model.own() {
            encoded.push(model, variant, own);
        }
        encoded
    }

    /// Where a row starts, or where the last one ends.
    pub fn start(&self, index: usize) -> usize {
        self.starts.get(index).copied().unwrap_or(self.rows.len())
    }

    fn push(&mut self, model: &Model, variant: &Variant, own: &Own) {
        self.starts.push(self.rows.len());
        let mut row = String::new();
        match &own.code {
            Code::Text(code) => push_part(&mut row, code),
            Code::Path(path) => self.push_constant(&mut row, code_constant(path)),
        }
        push_part(&mut row, if HAS_DOCS { &variant.name } else { "" });
        match &own.status {
            Status::Number(number) => push_part(&mut row, &number.to_string()),
            Status::Path(path) => self.push_constant(&mut row, status(model, own, path)),
        }
        self.push_facts(&mut row, &own.facts);
        // The end of the row is the end of its last part.
        row.pop();
        push_part(&mut self.rows, &row.len().to_string());
        self.rows.push_str(&row);

        if let Some(message) = &own.message {
            self.messages.push_str(&message.template.source);
        } else if let Some(template) = own.display.as_ref().and_then(|display| display.template.as_deref()) {
            // It counts only where the client may read `Display`.
            push_part(&mut self.messages, "");
            self.messages.push_str(template);
        }
        self.messages.push(ROW_END);

        if HAS_DOCS {
            self.push_docs(own);
        }
    }

    /// Adds a part that only the compiler knows, as the index of a constant.
    fn push_constant(&mut self, row: &mut String, constant: TokenStream) {
        // The mark is not text, so it is not replaced.
        row.push(CONSTANT);
        push_part(row, &self.constants.len().to_string());
        self.constants.push(constant);
    }

    fn push_facts(&mut self, row: &mut String, facts: &Facts) {
        let mut texts = facts.text.split(CONSTANT);
        row.push_str(texts.next().unwrap_or_default());
        for (text, constant) in texts.zip(&facts.constants) {
            row.push(CONSTANT);
            row.push_str(&self.constants.len().to_string());
            row.push_str(text);
            self.constants.push(match constant {
                Constant::Text(path) => {
                    let text = call(&quote!(__errbook::text), path.to_token_stream(), ends(path));
                    quote!(__errbook::Constant::Text(#text))
                }
                Constant::Number(path) => {
                    let number = call(&quote!(__errbook::number), path.to_token_stream(), ends(path));
                    quote!(__errbook::Constant::Number(#number))
                }
                Constant::Body(path) => {
                    let reference = respan(quote!(&), ends(path).0);
                    quote!(__errbook::Constant::Body(|| #reference #path))
                }
            });
        }
    }

    fn push_docs(&mut self, own: &Own) {
        push_part(&mut self.docs, if own.kind.is_some() { "" } else { &own.docs.text });
        for detail in &own.details {
            let ty = if detail.with.is_some() { String::new() } else { as_written(detail.field.ty) };
            push_part(&mut self.docs, &ty);
            push_part(&mut self.docs, &detail.docs);
            if detail.is_described() {
                push_part(&mut self.docs, &detail.json.as_ref().map(JsonType::text).unwrap_or_default());
                push_part(&mut self.docs, detail.example.as_deref().unwrap_or_default());
            }
        }
        for sample in &own.samples {
            push_part(&mut self.docs, &sample.name);
            push_part(&mut self.docs, &sample.json);
            push_part(&mut self.docs, &sample.example);
        }
        self.docs.push(ROW_END);
    }
}

pub fn expand(model: &Model, encoded: &Encoded) -> TokenStream {
    let table = model.own().next().map(|_| table(model, encoded));
    let texts = model.own().flat_map(|(_, own)| check_texts(own));
    let body = model.body.map(|body| checked_body(model, encoded, body));
    let own_bodies = own_bodies(model, encoded);
    let strict = model.own().filter(|_| model.strict);
    let strict = strict.filter_map(|(variant, own)| check_strict(variant, own));
    let unique = check_unique(model, encoded);
    let statuses = check_statuses(model, encoded).chain(model.own().flat_map(|(_, own)| check_also(own)));
    quote!(#table #(#texts)* #body #(#own_bodies)* #(#strict)* #(#unique)* #(#statuses)*)
}

fn table(model: &Model, encoded: &Encoded) -> TokenStream {
    let name = format!("::{}", model.ident.unraw());
    let has_display = model.is_ours();
    let Encoded { rows, messages, docs, constants, .. } = encoded;
    quote! {
        static __TABLE: __errbook::Table = __errbook::Table {
            type_path: ::core::concat!(::core::module_path!(), #name),
            has_display: #has_display,
            rows: #rows,
            messages: #messages,
            docs: #docs,
            constants: &[#(#constants),*],
            cache: || &__ROWS,
        };
        static __ROWS: __errbook::Rows = __errbook::NO_ROWS;
    }
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
        let catalog = kind::listed(own, &mut types)?.catalog;
        (!catalog.is_empty()).then_some((variant, catalog))
    });
    let kinds: Vec<_> = kinds.filter(|_| model.generics.params.is_empty()).collect();
    let delegated = delegated
        .chain(kinds)
        .map(|(variant, catalog)| respan(quote!(__errbook::check_bodies(__BODY, #catalog)), variant.span));
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

/// A status that only the compiler knows, and checks.
fn status(model: &Model, own: &Own, path: &syn::Path) -> TokenStream {
    let mut number = call(&quote!(__errbook::error_status), path.to_token_stream(), ends(path));
    // The check of `strict` includes whether the status is registered.
    if own.title.is_none() && !model.strict {
        number = call(&quote!(__errbook::registered), number, ends(path));
    }
    quote!(__errbook::Constant::Number(#number))
}

/// A code that only the compiler knows, and checks.
fn code_constant(path: &syn::Path) -> TokenStream {
    let code = call(&quote!(__errbook::code), path.to_token_stream(), ends(path));
    quote!(__errbook::Constant::Text(#code))
}

/// Codes and numbers that are constants are unique in the type, which only the compiler knows.
///
/// ```text
/// const _: () = __errbook::check_unique(&__TABLE, 0);
/// ```
fn check_unique<'m>(model: &'m Model, encoded: &'m Encoded) -> impl Iterator<Item = TokenStream> + 'm {
    model.own().zip(&encoded.starts).filter_map(|((variant, own), start)| {
        let path = match (&own.code, own.number) {
            (Code::Path(path), _) => ends(path),
            (Code::Text(_), Some(Number::Path(path))) => ends(path),
            (Code::Text(_), _) => return None,
        };
        let (name, start) = (&variant.name, Index::from(*start));
        let check = call(&quote!(__errbook::check_unique), quote!(&__TABLE, #start, #name), path);
        Some(quote!(const _: () = #check;))
    })
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
            let check = call(&quote!(__errbook::check_also), quote!(#path, #also), ends(path));
            quote!(const _: () = #check;)
        })
    })
}

/// `function(argument)`, underlined from one place to the other when the compiler refuses the value.
fn call(function: &TokenStream, argument: TokenStream, (start, end): (Span, Span)) -> TokenStream {
    let function = respan(function.clone(), start);
    let mut argument = Group::new(Delimiter::Parenthesis, argument);
    argument.set_span(end);
    quote!(#function #argument)
}

/// At 5xx messages and headers may only use details. Only the compiler knows whether a path is one.
fn check_texts(own: &Own) -> Vec<TokenStream> {
    let Status::Path(path) = &own.status else { return Vec::new() };
    let message = own.message.iter().map(|message| (&message.private, message.template.span, "a message"));
    let headers = own.header_templates.iter().map(|header| (&header.private, header.span, "a header"));
    let check = |(private, span, what): (&Option<String>, _, _)| {
        let field = private.as_ref()?;
        let check = call(&quote!(__errbook::private_text), quote!(#path, #what, #field), (span, span));
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
    let check = call(&quote!(__errbook::private_display), quote!(#path, #refused), (*place, *place));
    Some(quote!(const _: () = #check;))
}

/// What `strict` requires of a status that only the compiler knows.
fn check_strict(variant: &Variant, own: &Own) -> Option<TokenStream> {
    let Status::Path(path) = &own.status else {
        return None;
    };
    let name = &variant.name;
    let headers = own.sent_headers();
    let check = call(&quote!(__errbook::strict), quote!(#path, #name, &[#(#headers),*]), ends(path));
    Some(quote!(const _: () = #check;))
}
