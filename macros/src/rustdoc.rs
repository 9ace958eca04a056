//! The table of a type's errors, as the documentation of its `impl ApiError`: rustdoc shows it on the page of the type.
//!
//! ```text
//! #[cfg_attr(doc, __errbook::documented(pub enum OrderError { … }))] // as the derive writes it
//! impl __errbook::ApiError for OrderError { … }
//!
//! #[doc = "| Status | Code | Meaning |
//! | --- | --- | --- |
//! | 400 Bad Request | `InvalidParameter` | A parameter is missing or malformed. |
//! | | | all errors of [`type@AuthError`] |
//! "]
//! #[allow(rustdoc::private_intra_doc_links)]
//! impl __errbook::ApiError for OrderError { … }
//! ```
//!
//! Only rustdoc reads the table, so it is made for rustdoc only: to hand it the type costs a compiler nothing.

mod cell;
mod element;
mod link;
mod paragraph;

#[cfg(test)]
mod tests;

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, Meta};

use crate::doc::Docs;
use crate::expand::as_written;
use crate::model::{Delegate, Kind, Model, Own, Status};
use crate::status::phrase;

/// The block, documented if the type has errors to show.
pub fn document(model: &Model, attrs: &[Attribute], block: &TokenStream) -> TokenStream {
    let table = Table::of(model);
    let Some(text) = table.text() else { return block.clone() };
    let allowed = allowed(attrs);
    // Only the compiler knows whether the other type is private; its name is then no link.
    let private = table.has_links.then(|| quote!(#[allow(rustdoc::private_intra_doc_links)]));
    quote!(#[doc = #text] #(#allowed)* #private #block)
}

/// What the user's own documentation may do, its first paragraphs may do in the table.
fn allowed(attrs: &[Attribute]) -> impl Iterator<Item = TokenStream> {
    attrs.iter().filter_map(|attr| match &attr.meta {
        Meta::List(list) if list.path.is_ident("allow") || list.path.is_ident("expect") => {
            let lints = &list.tokens;
            lints.to_string().contains("rustdoc").then(|| quote!(#[allow(#lints)]))
        }
        _ => None,
    })
}

struct Table {
    /// Whether there is a column for numbers.
    has_numbers: bool,
    has_links: bool,
    rows: String,
}

impl Table {
    fn of(model: &Model) -> Self {
        let has_numbers = model.own().any(|(_, own)| own.number.is_some() && !own.docs.hidden);
        let mut table = Self { has_numbers, has_links: false, rows: String::new() };
        for variant in &model.variants {
            match &variant.kind {
                Kind::Own(own) if !own.docs.hidden => table.push_own(own),
                Kind::Transparent(delegate) if !delegate.hidden => table.push_delegate(model, delegate),
                _ => {}
            }
        }
        table
    }

    fn text(&self) -> Option<String> {
        let head = if self.has_numbers {
            "| Status | Code | Number | Meaning |\n| --- | --- | ---: | --- |\n"
        } else {
            "| Status | Code | Meaning |\n| --- | --- | --- |\n"
        };
        (!self.rows.is_empty()).then(|| head.to_owned() + &self.rows)
    }

    fn push_own(&mut self, own: &Own) {
        let row = &mut self.rows;
        row.push_str("| ");
        push_status(row, own);
        row.push_str(" | ");
        cell::push_code(row, &own.code);
        if self.has_numbers {
            row.push_str(" | ");
            row.push_str(&own.number.map(|number| number.to_string()).unwrap_or_default());
        }
        row.push_str(" | ");
        push_deprecated(row, &own.docs);
        push_meaning(row, own);
        row.push_str(" |\n");
    }

    fn push_delegate(&mut self, model: &Model, delegate: &Delegate) {
        let row = &mut self.rows;
        row.push_str(if self.has_numbers { "| | | | all errors of " } else { "| | | all errors of " });
        match link::of(model, delegate.field.ty) {
            Some(link) => {
                row.push_str(&link);
                self.has_links = true;
            }
            None => cell::push_code(row, &as_written(delegate.field.ty)),
        }
        row.push_str(" |\n");
    }
}

/// The number and what it stands for.
fn push_status(row: &mut String, own: &Own) {
    let number = match &own.status {
        Status::Number(number) => *number,
        Status::Path(path) => return cell::push_code(row, &as_written(path)),
    };
    row.push_str(&number.to_string());
    row.push(' ');
    match (phrase(number), &own.title) {
        (Some(phrase), _) => row.push_str(phrase),
        (None, Some(title)) => cell::push_text(row, title),
        (None, None) => {}
    }
}

/// What `#[deprecated]` says, on a line of its own in front of what the error means.
fn push_deprecated(row: &mut String, docs: &Docs) {
    let Some(deprecated) = &docs.deprecated else { return };
    row.push_str("**Deprecated**");
    if let Some(since) = &deprecated.since {
        row.push_str(" since ");
        cell::push_text(row, since);
    }
    if let Some(note) = deprecated.note.as_deref().filter(|note| !note.trim().is_empty()) {
        row.push_str(": ");
        cell::push_text(row, note);
    }
    row.push_str("<br>");
}

/// What the error means: what its documentation begins with, or else what it says itself.
fn push_meaning(row: &mut String, own: &Own) {
    if let Some(paragraph) = paragraph::first(&own.docs.description) {
        return cell::push_markdown(row, &paragraph, &own.docs);
    }
    match (&own.title, &own.message, &own.status) {
        (Some(title), ..) => cell::push_text(row, title),
        (None, Some(message), _) => cell::push_text(row, &message.template.source),
        (None, None, Status::Number(number)) => row.push_str(phrase(*number).unwrap_or_default()),
        (None, None, Status::Path(_)) => {}
    }
}
