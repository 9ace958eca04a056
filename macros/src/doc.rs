//! What stands in the other attributes of an item: doc comments, `#[deprecated]`, `#[doc(hidden)]`, sources of other derives.

use syn::{Attribute, Expr, Lit, Meta};

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
        let mut lines = Vec::new();
        for attr in attrs {
            match &attr.meta {
                Meta::NameValue(doc) if doc.path.is_ident("doc") => match text(&doc.value) {
                    Some(text) => lines.extend(text.split('\n').map(str::to_owned)),
                    None => {
                        errors.at(&doc.value, "errbook cannot read this: write the documentation as `/// …`");
                    }
                },
                Meta::List(list) if list.path.is_ident("doc") => {
                    // Whatever else stands in `#[doc(…)]` is rustdoc's to judge.
                    let _ = list.parse_nested_meta(|meta| {
                        docs.hidden |= meta.path.is_ident("hidden");
                        Ok(())
                    });
                }
                meta if meta.path().is_ident("deprecated") => {
                    docs.deprecated = Some(Deprecated::read(meta));
                }
                _ => {}
            }
        }
        docs.split(&unindent(&lines));
        docs
    }

    /// Splits the text at its headings of the first level, leaving those in code blocks alone.
    fn split(&mut self, lines: &[&str]) {
        let mut fence = None;
        let mut text = String::new();
        for line in lines {
            let start = line.trim_start();
            match fence {
                None if start.starts_with("```") || start.starts_with("~~~") => {
                    fence = start.get(..3);
                }
                Some(open) if start.starts_with(open) => fence = None,
                _ => {}
            }
            match line.strip_prefix("# ").filter(|_| fence.is_none()) {
                Some(heading) => {
                    self.finish(&text);
                    text.clear();
                    let name = heading.trim().trim_end_matches('#').trim_end();
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

/// Whether another derive (`thiserror`, `snafu`) takes this field for a source.
///
/// They go by the name `source` too; with `display` there is no such derive, and a field of that name is like any other.
pub fn is_foreign_source(field: &syn::Field, display: bool) -> bool {
    let named_source = !display && field.ident.as_ref().is_some_and(|name| name == "source");
    named_source
        || field.attrs.iter().any(|attr| {
            attr.path().is_ident("source")
                || attr.path().is_ident("from")
                || (attr.path().is_ident("snafu") && names_source(attr))
        })
}

fn names_source(attr: &Attribute) -> bool {
    let mut found = false;
    // Bad syntax is snafu's to report.
    let _ = attr.parse_nested_meta(|meta| {
        found |= meta.path.is_ident("source");
        Ok(())
    });
    found
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
