//! What stands in the other attributes of an item: doc comments, `#[deprecated]`, `#[doc(hidden)]`, sources of other derives.

use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, Lit, Meta, Token};

use crate::errors::Errors;

/// The documentation of one item.
#[derive(Default)]
pub struct Docs {
    /// Everything before the first heading, as Markdown.
    pub description: String,
    /// Every `# Heading` with the text under it.
    pub sections: Vec<(String, String)>,
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
        let mut all = Vec::new();
        for attr in attrs {
            match &attr.meta {
                Meta::NameValue(doc) if doc.path.is_ident("doc") => match text(&doc.value) {
                    Some(text) => all.extend(lines(&text)),
                    None => {
                        errors.at(&doc.value, "errbook cannot read this: write the documentation as `/// …`");
                    }
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
        docs.split(&unindent(&all));
        docs
    }

    /// Splits the text at its headings of the first level, leaving those in code blocks alone.
    fn split(&mut self, lines: &[&str]) {
        let mut fence: Option<&str> = None;
        let mut text = String::new();
        for line in lines {
            match (fence, fence_of(line)) {
                (None, Some((marks, info))) if !(marks.starts_with('`') && info.contains('`')) => {
                    fence = Some(marks);
                }
                (Some(open), Some((marks, ""))) if marks.starts_with(open) => fence = None,
                _ => {}
            }
            match heading(line).filter(|_| fence.is_none()) {
                Some(name) => {
                    self.finish(&text);
                    text.clear();
                    self.sections.push((name.to_owned(), String::new()));
                }
                None => {
                    text.push_str(line);
                    text.push('\n');
                }
            }
        }
        self.finish(&text);
    }

    /// Gives the text to the last section, or to the description before there is one.
    fn finish(&mut self, text: &str) {
        let place = match self.sections.last_mut() {
            Some((_, section)) => section,
            None => &mut self.description,
        };
        text.trim().clone_into(place);
    }
}

/// The backticks or tildes that open or close a code block, and what stands behind them (`CommonMark` §4.5).
fn fence_of(line: &str) -> Option<(&str, &str)> {
    let start = line.trim_start_matches(' ');
    let mark = start.chars().next().filter(|mark| matches!(mark, '`' | '~'))?;
    let info = start.trim_start_matches(mark);
    let marks = start.strip_suffix(info)?;
    (marks.len() >= 3 && line.len() - start.len() <= 3).then(|| (marks, info.trim()))
}

/// The text of a heading of the first level (`CommonMark` §4.2).
fn heading(line: &str) -> Option<&str> {
    let start = line.trim_start_matches(' ');
    let name = start.strip_prefix("# ").filter(|_| line.len() - start.len() <= 3)?.trim();
    // Closing marks count behind a blank only: `# C#` is about C#.
    let open = name.trim_end_matches('#');
    Some(if open.ends_with(' ') || open.is_empty() { open.trim_end() } else { name })
}

/// The lines of one attribute, without the stars that begin those of a block comment.
fn lines(text: &str) -> Vec<String> {
    // A list of an ordinary attribute has no blanks before its stars.
    let is_starred = |line: &str| line.starts_with([' ', '\t']) && line.trim_start().starts_with('*');
    let mut inner = text.lines().skip(1).filter(|line| !line.trim().is_empty()).peekable();
    let starred = inner.peek().is_some() && inner.all(is_starred);
    let line = |line: &str| match line.trim_start().strip_prefix('*') {
        Some(rest) if starred => rest.to_owned(),
        _ => line.to_owned(),
    };
    text.split('\n').map(line).collect()
}

impl Deprecated {
    /// Bad syntax is not ours to report: rustc checks this attribute.
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

/// What another derive (`thiserror`, `snafu`) says of this field, if anything: that it is a source, or that it is none.
pub fn foreign_source(field: &syn::Field) -> Option<bool> {
    field.attrs.iter().find_map(|attr| match attr.path().get_ident()?.to_string().as_str() {
        "source" | "from" => Some(true),
        "snafu" => snafu_source(attr),
        _ => None,
    })
}

/// `source` or `source(from(…))`, and `source(false)`.
fn snafu_source(attr: &Attribute) -> Option<bool> {
    let Meta::List(list) = &attr.meta else { return None };
    metas(list).iter().find(|meta| meta.path().is_ident("source")).map(|meta| match meta {
        Meta::List(source) => source.tokens.to_string() != "false",
        _ => true,
    })
}

/// What stands in the parentheses of another attribute; bad syntax is not ours to report.
fn metas(list: &syn::MetaList) -> Vec<Meta> {
    let parse = Punctuated::<Meta, Token![,]>::parse_terminated;
    list.parse_args_with(parse).into_iter().flatten().collect()
}

/// The value of a string literal, also from inside an invisible group.
fn text(value: &Expr) -> Option<String> {
    match value {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Str(text) => Some(text.value()),
            _ => None,
        },
        Expr::Group(group) => text(&group.expr),
        _ => None,
    }
}

/// Takes off the blanks that all lines begin with, as rustdoc does.
fn unindent(lines: &[String]) -> Vec<&str> {
    let blanks = |line: &String| line.len() - line.trim_start_matches(' ').len();
    let full = lines.iter().filter(|line| !line.trim().is_empty());
    let common = full.map(blanks).min().unwrap_or_default();
    lines.iter().map(|line| line.get(common..).unwrap_or_default().trim_end_matches('\r')).collect()
}
