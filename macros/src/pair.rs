//! The values of `meta` and `header`: pairs of a name and a text.

use proc_macro2::{Ident, TokenStream};
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::{Lit, LitStr, Token};

use crate::entry::{Collect, Entry, LITERAL, TEXT};
use crate::text::{self, Text};

/// `name = "value"` inside `meta(…)` or `header(…)`.
pub struct Pair {
    pub key: Ident,
    pub name: LitStr,
    pub value: Text,
}

/// A key that takes `(name = "value", …)`. A name is an identifier or a string.
impl Collect for Vec<Pair> {
    fn collect(&mut self, entry: Entry) -> syn::Result<()> {
        let content = entry.list()?;
        let result = pairs(&entry, &content, self);
        if result.is_err() {
            // What is left unread would be a second error.
            let _ = content.parse::<TokenStream>();
        }
        result
    }

    fn push_keys<'k>(&'k self, keys: &mut Vec<&'k Ident>) {
        keys.extend(self.first().map(|pair| &pair.key));
    }
}

fn pairs(entry: &Entry, content: ParseStream, all: &mut Vec<Pair>) -> syn::Result<()> {
    while !content.is_empty() {
        let pair = pair(entry, content)?;
        let name = pair.name.value();
        // Several headers may have one name, which `check/header.rs` decides.
        if entry.name != "header" && all.iter().any(|other| other.name.value() == name) {
            return Err(syn::Error::new(pair.name.span(), format!("duplicate {} `{name}`", entry.name)));
        }
        all.push(pair);
        if !content.is_empty() && !content.peek(Token![,]) {
            return Err(content.error("expected a comma between two pairs"));
        }
        content.parse::<Option<Token![,]>>()?;
    }
    Ok(())
}

fn pair(entry: &Entry, input: ParseStream) -> syn::Result<Pair> {
    let span = input.span();
    let refused = |_| entry.error_at(span);
    let name = if input.peek(Lit) {
        text::literal(input)?.ok_or_else(|| entry.error_at(span))?
    } else {
        let word = Ident::parse_any(input).map_err(refused)?;
        let name = word.unraw().to_string();
        // The constants of `http` are named so.
        if entry.name == "header" && name.contains('_') {
            let message = format!("expected a string, such as `{:?}`", name.replace('_', "-"));
            return Err(syn::Error::new(word.span(), message));
        }
        LitStr::new(&name, word.span())
    };
    input.parse::<Token![=]>().map_err(refused)?;
    let span = if input.is_empty() { span } else { input.span() };
    // The macro must see the text of a header.
    let value = match entry.name {
        "header" => Text::Literal(entry.form(input, span, LITERAL, text::literal)?),
        _ => entry.form(input, span, TEXT, text::parse)?,
    };
    Ok(Pair { key: entry.key.clone(), name, value })
}
