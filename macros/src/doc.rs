//! The documentation of an item: doc comments, `#[deprecated]`, `#[doc(hidden)]`.

mod comments;

use quote::ToTokens as _;
use syn::parse::Parser as _;
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, Lit, Meta, Token};

use crate::errors::Errors;
use crate::literal;

/// The documentation of one item.
#[derive(Default)]
pub struct Docs {
    /// The whole doc comment without HTML comments, in Markdown; the runtime splits it into a description and sections.
    pub text: String,
    pub hidden: bool,
    pub deprecated: Option<Deprecated>,
}

/// `#[deprecated(since, note)]`.
#[derive(Default)]
pub struct Deprecated {
    pub since: Option<String>,
    pub note: Option<String>,
}

impl Docs {
    pub fn read(errors: &Errors, attrs: &[Attribute]) -> Self {
        let mut docs = Self::default();
        let mut lines = Vec::new();
        for attr in attrs {
            match &attr.meta {
                Meta::NameValue(doc) if doc.path.is_ident("doc") => match text(&doc.value) {
                    Some(text) => push_lines(&mut lines, text),
                    None => errors.at(&doc.value, "expected a string literal, `concat!` or `stringify!`"),
                },
                Meta::List(list) if list.path.is_ident("doc") => {
                    docs.hidden |= metas(list).iter().any(|meta| meta.path().is_ident("hidden"));
                }
                meta if meta.path().is_ident("deprecated") => {
                    docs.deprecated = Some(Deprecated::read(meta));
                }
                _ => {}
            }
        }
        let text = unindented(&lines);
        docs.text.push_str(without_blank_ends(&comments::without(&text)));
        docs
    }

    /// The same without reports, for attributes that are read elsewhere too.
    pub fn quiet(attrs: &[Attribute]) -> Self {
        Self::read(&Errors::new(), attrs)
    }

    /// Whether there is text before the first heading.
    pub fn has_description(&self) -> bool {
        !self.text.is_empty() && !self.text.starts_with("# ")
    }
}

/// Adds the lines of one attribute, without the stars that start those of a block comment.
fn push_lines(lines: &mut Vec<String>, text: String) {
    if !text.contains('\n') {
        return lines.push(text);
    }
    // The items of a list in an attribute are not indented.
    let is_starred = |line: &str| line.starts_with([' ', '\t']) && line.trim_start().starts_with('*');
    let mut inner = text.lines().skip(1).filter(|line| !line.trim().is_empty()).peekable();
    let starred = inner.peek().is_some() && inner.all(is_starred);
    lines.extend(text.split('\n').map(|line| match line.trim_start().strip_prefix('*') {
        Some(rest) if starred => rest.to_owned(),
        _ => line.to_owned(),
    }));
}

/// The lines as one text, without the indentation that all of them share, as in rustdoc.
fn unindented(lines: &[String]) -> String {
    let indentation = |line: &String| line.len() - line.trim_start_matches(' ').len();
    let full = lines.iter().filter(|line| !line.trim().is_empty());
    let shared = full.map(indentation).min().unwrap_or_default();
    let mut text = String::new();
    for line in lines {
        text.push_str(line.get(shared..).unwrap_or_default().trim_end_matches('\r'));
        text.push('\n');
    }
    text
}

/// The text without the blank lines around it and the space at its end. The indentation of its first line may mean code.
fn without_blank_ends(text: &str) -> &str {
    let text = text.trim_end();
    let start = text.len() - text.trim_start().len();
    let line = text[..start].rfind('\n').map_or(0, |end| end + 1);
    &text[line..]
}

impl Deprecated {
    /// rustc reports invalid syntax of this attribute.
    fn read(meta: &Meta) -> Self {
        let mut read = Self::default();
        match meta {
            Meta::Path(_) => {}
            Meta::NameValue(note) => read.note = text(&note.value),
            Meta::List(list) => {
                let _ = list.parse_nested_meta(|meta| {
                    let value = text(&meta.value()?.parse()?);
                    if meta.path.is_ident("since") {
                        read.since = value;
                    } else if meta.path.is_ident("note") {
                        read.note = value;
                    }
                    Ok(())
                });
            }
        }
        read
    }
}

/// What another attribute has in its parentheses. Its owner reports invalid syntax.
pub fn metas(list: &syn::MetaList) -> Vec<Meta> {
    let parse = Punctuated::<Meta, Token![,]>::parse_terminated;
    list.parse_args_with(parse).into_iter().flatten().collect()
}

/// The value of a string literal or of what makes one, also from inside an invisible group.
fn text(value: &Expr) -> Option<String> {
    match value {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Str(text) => Some(literal::value(text)),
            // As `input.rs` leaves it.
            Lit::Verbatim(text) => literal::value_of_token(text),
            _ => None,
        },
        Expr::Group(group) => text(&group.expr),
        Expr::Macro(call) => Some(crate::text::literal.parse2(call.to_token_stream()).ok()??.value()),
        _ => None,
    }
}
