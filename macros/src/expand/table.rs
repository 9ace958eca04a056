//! The errors that the type declares, once: `static __TABLE`, as a few texts. Its checks are in `checks.rs`.
//!
//! ```text
//! static __TABLE: __errbook::Table = __errbook::Table {
//!     type_path: concat!(module_path!(), "::OrderError"),
//!     has_display: true,
//!     rows: "jPInvalidParameter␟PInvalidParameter@dEparamkOTooManyRequests␟KRateLimited]fKRetry-After",
//!     messages: "parameter `{param}` is not valid␞␞",
//!     docs: "What can go wrong with an order.␞d A parameter is missing or malformed.FString@␞…",
//!     constants: &[],
//!     cache: || &__ROWS,
//! };
//! static __ROWS: __errbook::Rows = __errbook::NO_ROWS;
//! ```

use proc_macro2::{Delimiter, Group, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::ext::IdentExt as _;

use super::{as_written, checks, ends, respan, status};
use crate::encode::{CONSTANT, Constant, Facts, OPTIONAL, ROW_END, push_packed, push_part, without_marks};
use crate::model::{Code, Model, Own, Status, Variant};

/// Without the feature `docs`, a program has no documentation and no names of variants in it.
pub const HAS_DOCS: bool = cfg!(feature = "docs");

/// The texts of the table.
#[derive(Default)]
pub struct Encoded {
    pub rows: String,
    /// Where each row starts.
    pub starts: Vec<usize>,
    messages: String,
    docs: String,
    /// What only the compiler knows.
    constants: Vec<TokenStream>,
}

impl Encoded {
    pub fn of(model: &Model) -> Self {
        let mut encoded = Self::default();
        if HAS_DOCS {
            // Other types have it in their catalog.
            encoded.docs.push_str(&without_marks(if model.has_only_rows() { &model.docs } else { "" }));
            encoded.docs.push(ROW_END);
        }
        for (variant, own) in model.own() {
            encoded.push(variant, own);
        }
        encoded
    }

    /// Where a row starts, or where the last one ends.
    pub fn start(&self, index: usize) -> usize {
        self.starts.get(index).copied().unwrap_or(self.rows.len())
    }

    fn push(&mut self, variant: &Variant, own: &Own) {
        self.starts.push(self.rows.len());
        let mut row = String::with_capacity(64);
        match &own.code {
            Code::Text(code) => push_part(&mut row, code),
            Code::Path(path) => {
                let code = text_path(path);
                self.push_constant(&mut row, quote!(__errbook::Constant::Text(#code)));
            }
        }
        if HAS_DOCS {
            row.push(OPTIONAL);
            push_part(&mut row, &variant.name);
        }
        match &own.status {
            Status::Number(number) => push_packed(&mut row, usize::from(number - 400)),
            Status::Path(path) => {
                let status = status::number(path);
                self.push_constant(
                    &mut row,
                    quote!(__errbook::Constant::Number(__errbook::status_number(#status))),
                );
            }
        }
        self.push_facts(&mut row, &own.facts);
        push_packed(&mut self.rows, row.len());
        self.rows.push_str(&row);

        if let Some(message) = &own.message {
            self.messages.push_str(&message.template.source);
        } else if let Some(template) = own.display.as_ref().and_then(|display| display.template.as_deref()) {
            // It counts only where the client may read `Display`.
            self.messages.push(OPTIONAL);
            self.messages.push_str(template);
        }
        self.messages.push(ROW_END);

        if HAS_DOCS {
            self.push_docs(own);
        }
    }

    /// Adds what only the compiler knows, as the index of a constant.
    fn push_constant(&mut self, row: &mut String, constant: TokenStream) {
        row.push(CONSTANT);
        push_packed(row, self.constants.len());
        self.constants.push(constant);
    }

    fn push_facts(&mut self, row: &mut String, facts: &Facts) {
        let mut texts = facts.text.split(CONSTANT);
        row.push_str(texts.next().unwrap_or_default());
        for (text, constant) in texts.zip(&facts.constants) {
            let constant = match constant {
                Constant::Text(path) => {
                    let text = text_path(path);
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
            };
            self.push_constant(row, constant);
            row.push_str(text);
        }
    }

    fn push_docs(&mut self, own: &Own) {
        push_part(&mut self.docs, if own.kind.is_some() { "" } else { &own.docs.text });
        for detail in &own.details {
            let ty = if detail.with.is_some() { String::new() } else { as_written(detail.field.ty) };
            push_part(&mut self.docs, &ty);
            push_part(&mut self.docs, &detail.docs);
            if detail.is_described() {
                push_part(&mut self.docs, &detail.json_type());
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
    let checks = checks::expand(model, encoded);
    quote!(#table #checks)
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

/// A text that only the compiler knows. Where a check has it too, the same call is the same error if it is not a text.
pub fn text_path(path: &syn::ExprPath) -> TokenStream {
    call(&quote!(__errbook::text), path.to_token_stream(), ends(path))
}

/// `function(argument)`, underlined from one place to the other when the compiler refuses the value.
pub fn call(function: &TokenStream, argument: TokenStream, (start, end): (Span, Span)) -> TokenStream {
    let function = respan(function.clone(), start);
    let mut argument = Group::new(Delimiter::Parenthesis, argument);
    argument.set_span(end);
    quote!(#function #argument)
}
