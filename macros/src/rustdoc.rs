//! The table of a type's errors, as the documentation of its `impl ApiError`: rustdoc shows it on the page of the type.
//!
//! ```text
//! #[cfg_attr(doc, __errbook::documented(pub enum OrderError { … }))] // as the derive writes it
//! impl __errbook::ApiError for OrderError { … }
//!
//! #[doc = "| Status | Code | Error |
//! | --- | --- | --- |
//! | 404 | <code>NoOrder</code> | [No such order](type@Self::NoOrder) |
//! |  |  | all errors of [<code>AuthError</code>](type@Self::Auth) |
//! "]
//! impl __errbook::ApiError for OrderError { … }
//! ```
//!
//! Only rustdoc reads the table, so it is made for rustdoc only: to hand it the type costs a compiler nothing.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DeriveInput};

use crate::entry::Number;
use crate::expand::as_written;
use crate::model::{Code, Delegate, Kind, Model, OfKind, Own, Status, Variant};
use crate::status::phrase;

/// The block, documented if the type has errors to show.
pub fn document(input: &DeriveInput, model: &Model, block: &TokenStream) -> TokenStream {
    let table = Table {
        has_variants: matches!(input.data, Data::Enum(_)),
        has_numbers: model.own().any(|(_, own)| own.number.is_some() && !own.docs.hidden),
    };
    let rows: String = model.variants.iter().filter_map(|variant| table.row(variant)).collect();
    if rows.is_empty() {
        return block.clone();
    }
    let head = table.line(["Status", "Code", "Number", "Error"]) + &table.line(["---", "---", "---:", "---"]);
    let text = head + &rows;
    quote!(#[doc = #text] #block)
}

/// The block without the bound of [`Bounds::assume_self`](crate::generics::Bounds), which says nothing to readers.
#[cfg(proc_macro)]
pub fn without_assumption(block: TokenStream) -> TokenStream {
    let mut tokens: Vec<_> = block.into_iter().collect();
    let is = |token: Option<&proc_macro2::TokenTree>, text: &str| {
        token.is_some_and(|token| token.to_string() == text)
    };
    let start = (0..tokens.len()).find(|at| is(tokens.get(*at), "for") && is(tokens.get(at + 1), "<"));
    if let Some(start) = start {
        let after_where = start.checked_sub(1).filter(|at| is(tokens.get(*at), "where"));
        // The body of the impl stays.
        tokens.drain(after_where.unwrap_or(start)..tokens.len() - 1);
    }
    tokens.into_iter().collect()
}

struct Table {
    /// Whether rows can link to variants: a struct has none.
    has_variants: bool,
    /// Whether there is a column for numbers.
    has_numbers: bool,
}

impl Table {
    fn line(&self, [status, code, number, error]: [&str; 4]) -> String {
        if self.has_numbers {
            format!("| {status} | {code} | {number} | {error} |\n")
        } else {
            format!("| {status} | {code} | {error} |\n")
        }
    }

    /// `None` for what is hidden from documentation.
    fn row(&self, variant: &Variant) -> Option<String> {
        match &variant.kind {
            Kind::Own(own) => (!own.docs.hidden).then(|| self.own_row(variant, own)),
            Kind::Transparent(delegate) => {
                (!delegate.hidden).then(|| self.transparent_row(variant, delegate))
            }
        }
    }

    fn own_row(&self, variant: &Variant, own: &Own) -> String {
        match &own.kind {
            None => self.entry_row(variant, own),
            Some(OfKind::Field(field)) => {
                let ty = code(&as_written(field.ty));
                self.line(["", "", "", &format!("all kinds of {}", self.link(variant, &ty))])
            }
            Some(OfKind::Variant(path)) => {
                let path = code(&as_written(path));
                self.line(["", "", "", &format!("the error {}", self.link(variant, &path))])
            }
        }
    }

    fn entry_row(&self, variant: &Variant, own: &Own) -> String {
        let (status, phrase) = match &own.status {
            Status::Number(number) => (number.to_string(), phrase(*number)),
            // Only the compiler knows its number.
            Status::Path(path) => (code(&as_written(path)), None),
        };
        let others = own.also.iter().map(u16::to_string);
        let any = (own.field_status.is_some() && own.also.is_empty()).then(|| "4xx, 5xx".to_owned());
        let status = std::iter::once(status).chain(others).chain(any).collect::<Vec<_>>().join(", ");
        let number = match own.number {
            Some(Number::Value(number)) => number.to_string(),
            Some(Number::Path(path)) => code(&as_written(path)),
            None => String::new(),
        };
        let own_code = match &own.code {
            Code::Text(text) => code(text),
            Code::Path(path) => code(&as_written(path)),
        };
        let title = own.title.as_deref().or(phrase).unwrap_or(&variant.name);
        let mut error = self.link(variant, &literal(title));
        if own.docs.deprecated.is_some() {
            error.push_str(" **Deprecated**");
        }
        self.line([&status, &own_code, &number, &error])
    }

    fn transparent_row(&self, variant: &Variant, delegate: &Delegate) -> String {
        let ty = code(&as_written(delegate.field.ty));
        self.line(["", "", "", &format!("all errors of {}", self.link(variant, &ty))])
    }

    /// A link to the variant, which shows its own documentation and the types of its fields.
    ///
    /// rustdoc always finds `Self`. A path to a type can be private, or in scope only in the function it is written in,
    /// which is a broken link. With `type@`, the link is not ambiguous if the variant has the name of a function.
    fn link(&self, variant: &Variant, text: &str) -> String {
        if self.has_variants { format!("[{text}](type@Self::{})", variant.name) } else { text.to_owned() }
    }
}

/// A text in code, as it is. A code span would need fences longer than the backticks in it, and cannot have `\|`.
fn code(text: &str) -> String {
    format!("<code>{}</code>", literal(text))
}

/// A text as it is: nothing in it means anything to Markdown, and it does not end its cell.
fn literal(text: &str) -> String {
    let mut literal = String::new();
    for c in text.chars() {
        match c {
            '\n' | '\r' => literal.push(' '),
            c if c.is_ascii_punctuation() => literal.extend(['\\', c]),
            c => literal.push(c),
        }
    }
    literal
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Options, Parser, Tag};

    use super::{code, literal};

    /// The texts of the cells in these rows, as the parser of rustdoc reads them.
    fn cells(rows: &str) -> Vec<String> {
        let table = format!("| | |\n| --- | --- |\n{rows}");
        let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_SMART_PUNCTUATION;
        let mut cells = Vec::new();
        for event in Parser::new_ext(&table, options | Options::ENABLE_STRIKETHROUGH) {
            match (event, cells.last_mut()) {
                (Event::Start(Tag::TableCell), _) => cells.push(String::new()),
                (Event::Text(text), Some(cell)) => cell.push_str(&text),
                (Event::Start(Tag::Link { dest_url, .. }), _) => assert_eq!(&*dest_url, "type@Self::A"),
                _ => {}
            }
        }
        cells.split_off(2)
    }

    #[test]
    fn a_text_is_shown_as_it_is() {
        let marks = "|`\\[]()<>&*_~!#$\"'-.:/^={}+;%@?, a1ä🦀".chars().map(String::from);
        let words = ["<b>", "&lt;", "https://a.b", "[^1]", "](x)", "<!--"].map(String::from);
        let words: Vec<_> = marks.chain(words).collect();
        let pairs = words.iter().flat_map(|first| words.iter().map(move |second| format!("{first}{second}")));
        for text in pairs.flat_map(|pair| [format!("x{pair}x"), format!("{pair}x{pair}")]) {
            let row = format!("| [{}](type@Self::A) | {} |\n| end | |\n", literal(&text), code(&text));
            assert_eq!(cells(&row), [&text, &text, "end", ""], "{row}");
        }
    }
}
