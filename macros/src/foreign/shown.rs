//! The fields that a `Display` of another derive shows, by the names in its format string and arguments.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

use super::Display;
use crate::model::Field;

/// The fields that a `Display` shows.
pub fn shown<'f, 'a>(display: &Display, fields: &'f [Field<'a>]) -> Vec<&'f Field<'a>> {
    let (text, arguments) = match display {
        Display::Forwarded(_) => return fields.iter().take(1).collect(),
        Display::Function(_) => return fields.iter().collect(),
        Display::Format(template, arguments) => (template.value(), Some(arguments)),
        Display::Doc(text) => (text.split("\n\n").next().unwrap_or_default().to_owned(), None),
    };
    let mut names = names(&text);
    if let Some(arguments) = arguments {
        // The positions in the text are those of the arguments, unless there are none.
        if has_positional(arguments) {
            names.retain(|name| !name.starts_with(|c: char| c.is_ascii_digit()));
        }
        push_names(&mut names, arguments.clone());
    }
    let is_shown = |field: &&Field| {
        let name = field.name();
        let is_name = |shown: &String| *shown == name || shown.strip_prefix('_') == Some(&name);
        names.iter().any(|shown| is_name(shown) || shown == "self")
    };
    fields.iter().filter(is_shown).collect()
}

/// The names in a format string: of `{name:width$}`, both.
pub(super) fn names(text: &str) -> Vec<String> {
    let text = text.replace("{{", "").replace("}}", "");
    let inside = text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0));
    let mut names = Vec::new();
    for placeholder in inside {
        let (name, spec) = placeholder.split_once(':').unwrap_or((placeholder, ""));
        names.push(name.trim().trim_start_matches("r#").to_owned());
        let counts = spec.split('$').rev().skip(1);
        let is_name = |c: char| c.is_alphanumeric() || c == '_';
        names.extend(counts.map(|count| count.rsplit(|c| !is_name(c)).next().unwrap_or_default().to_owned()));
    }
    names
}

/// Whether a token is this mark alone: not the start of `==` or `..`.
fn is_mark(token: Option<&TokenTree>, mark: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == mark && punct.spacing() == Spacing::Alone)
}

/// Whether there is an argument without a name.
fn has_positional(arguments: &TokenStream) -> bool {
    let mut named = false;
    let mut empty = true;
    let mut tokens = arguments.clone().into_iter().peekable();
    let mut positional = false;
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == ',' => {
                positional |= !empty && !named;
                (named, empty) = (false, true);
            }
            TokenTree::Ident(_) if empty => {
                named = is_mark(tokens.peek(), '=');
                empty = false;
            }
            _ => empty = false,
        }
    }
    positional || !empty && !named
}

/// Whether `.field` follows, and not `.method()`, which is given the whole error.
fn is_field(mut tokens: impl Iterator<Item = TokenTree>) -> bool {
    let is_access = is_mark(tokens.next().as_ref(), '.') && tokens.next().is_some();
    let is_call = match tokens.next() {
        Some(TokenTree::Group(group)) => group.delimiter() == Delimiter::Parenthesis,
        Some(TokenTree::Punct(punct)) => punct.as_char() == ':',
        _ => false,
    };
    is_access && !is_call
}

/// The names and the positions (`.0`) in the arguments, but for the names of arguments.
fn push_names(names: &mut Vec<String>, tokens: TokenStream) {
    let mut tokens = tokens.into_iter().peekable();
    let mut after_dot = false;
    while let Some(token) = tokens.next() {
        let dot = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '.');
        match token {
            TokenTree::Ident(ident) => {
                // `name = value`, and `self.field`, which is not the whole error.
                let is_part = is_mark(tokens.peek(), '=') || ident == "self" && is_field(tokens.clone());
                if !is_part {
                    names.push(ident.to_string().trim_start_matches("r#").to_owned());
                }
            }
            TokenTree::Literal(position) if after_dot => {
                names.extend(position.to_string().split('.').next().map(str::to_owned));
            }
            TokenTree::Group(group) => push_names(names, group.stream()),
            // `format!("{source}")`
            TokenTree::Literal(literal) => names.extend(self::names(&literal.to_string())),
            TokenTree::Punct(_) => {}
        }
        after_dot = dot;
    }
}
