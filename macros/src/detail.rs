//! The values of `detail`: constants of a variant, and what a field says about its detail.

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::{ExprPath, Lit, LitStr, Token};

use crate::entry::{Collect, Entry, Value};
use crate::json::Json;
use crate::nearest::nearest;
use crate::text;

/// What `detail` on a field says.
#[derive(Default)]
pub struct FieldDetail {
    pub name: Option<LitStr>,
    /// Converts the value.
    pub with: Option<ExprPath>,
    /// Whether the detail is omitted.
    pub skip_if: Option<ExprPath>,
    /// The type of its JSON value.
    pub json: Option<LitStr>,
}

/// `detail`, `detail = "name"` or `detail(name = "name", with = path, skip_if = path, json = "string")`.
impl Value for FieldDetail {
    fn read(entry: &Entry) -> syn::Result<Self> {
        let input = entry.input;
        if input.peek(syn::token::Paren) {
            let content;
            syn::parenthesized!(content in input);
            if content.is_empty() {
                return Err(syn::Error::new(entry.key.span(), "expected `detail` without parentheses"));
            }
            let mut detail = Self::default();
            let mut keys = Vec::new();
            list(&content, |content| part(&mut detail, &mut keys, content))?;
            return Ok(detail);
        }
        if !entry.has_value() {
            return Ok(Self::default());
        }
        input.parse::<Token![=]>()?;
        let span = if input.is_empty() { entry.key.span() } else { input.span() };
        let name = text::literal(input)?
            .ok_or_else(|| syn::Error::new(span, "expected `detail` or `detail = \"name\"`"))?;
        Ok(Self { name: Some(name), ..Self::default() })
    }
}

/// The keys inside `detail(…)`, with examples.
const PARTS: [(&str, &str); 4] = [
    ("name", "name = \"limit\""),
    ("with", "with = Duration::as_millis"),
    ("skip_if", "skip_if = Vec::is_empty"),
    ("json", "json = \"integer\""),
];

/// Keys of serde's with the same meaning.
const OF_SERDE: [(&str, &str); 3] =
    [("rename", "name"), ("serialize_with", "with"), ("skip_serializing_if", "skip_if")];

fn part(detail: &mut FieldDetail, keys: &mut Vec<Ident>, input: ParseStream) -> syn::Result<()> {
    let span = input.span();
    let refused = |message: String| Err(syn::Error::new(span, message));
    if input.peek(LitStr) {
        let name: LitStr = input.parse()?;
        return refused(if input.peek(Token![=]) {
            "a constant belongs on the variant; a field takes `detail = \"name\"`".to_owned()
        } else {
            format!("expected `name = {}`", name.token())
        });
    }
    let Some((key, _)) = input.cursor().ident() else {
        return refused("expected `name`, `with`, `skip_if` or `json`".to_owned());
    };
    let name = key.to_string();
    let Some((name, example)) = PARTS.into_iter().find(|(known, _)| *known == name) else {
        return refused(unknown(&name));
    };
    Ident::parse_any(input)?;
    if keys.contains(&key) {
        return refused(format!("duplicate key `{name}`"));
    }
    keys.push(key);
    if !input.peek(Token![=]) {
        return refused(format!("expected `{example}`"));
    }
    input.parse::<Token![=]>()?;
    let span = if input.is_empty() { span } else { input.span() };
    let is_read = match name {
        "name" => {
            detail.name = text::literal(input)?;
            detail.name.is_some()
        }
        "with" => read(&mut detail.with, input),
        "skip_if" => read(&mut detail.skip_if, input),
        _ => read(&mut detail.json, input),
    };
    if is_read && input.peek(syn::token::Paren) {
        return Err(syn::Error::new(input.span(), "expected the path of a function: remove the parentheses"));
    }
    if is_read { end(input) } else { Err(syn::Error::new(span, format!("expected `{example}`"))) }
}

fn read<T: Parse>(place: &mut Option<T>, input: ParseStream) -> bool {
    *place = input.parse().ok();
    place.is_some()
}

fn unknown(name: &str) -> String {
    if name == "example" {
        return "expected `example` beside `detail`: `detail, example = …`".to_owned();
    }
    let of_serde = OF_SERDE.into_iter().find(|(known, _)| *known == name).map(|(_, meant)| meant);
    match of_serde.or_else(|| nearest(name, PARTS.into_iter().map(|(known, _)| known))) {
        Some(meant) => format!("unknown key `{name}`, did you mean `{meant}`?"),
        None => format!("unknown key `{name}`, expected `name`, `with`, `skip_if` or `json`"),
    }
}

/// Reads items with commas between them. All mistakes are reported, as one error of several parts.
fn list(content: ParseStream, mut item: impl FnMut(ParseStream) -> syn::Result<()>) -> syn::Result<()> {
    let mut mistakes: Option<syn::Error> = None;
    while !content.is_empty() {
        if let Err(error) = item(content) {
            match &mut mistakes {
                Some(mistakes) => mistakes.combine(error),
                None => mistakes = Some(error),
            }
        }
        while !content.is_empty() && !content.peek(Token![,]) {
            // A token tree can always be read where the input is not empty.
            let _ = content.parse::<TokenTree>();
        }
        content.parse::<Option<Token![,]>>()?;
    }
    mistakes.map_or(Ok(()), Err)
}

/// Refuses what is left before the next comma.
fn end(input: ParseStream) -> syn::Result<()> {
    if input.is_empty() || input.peek(Token![,]) {
        return Ok(());
    }
    let rest: TokenStream = input.cursor().token_stream();
    let rest = rest.into_iter().take_while(|token| token.to_string() != ",").collect::<TokenStream>();
    Err(syn::Error::new_spanned(rest, "expected a comma before this"))
}

/// `"name" = literal` inside `detail(…)` on a variant.
pub struct Constant {
    pub key: Ident,
    pub name: LitStr,
    pub value: Json,
}

/// `detail("name" = literal, …)`
impl Collect for Vec<Constant> {
    fn collect(&mut self, entry: Entry) -> syn::Result<()> {
        let content;
        if entry.input.peek(syn::token::Paren) {
            syn::parenthesized!(content in entry.input);
            if !content.is_empty() {
                return list(&content, |content| {
                    self.push(constant(&entry, content)?);
                    Ok(())
                });
            }
        }
        let message = format!("expected `{}`; a field takes `detail` alone", entry.example);
        Err(syn::Error::new(entry.key.span(), message))
    }

    fn push_keys<'k>(&'k self, keys: &mut Vec<&'k Ident>) {
        keys.extend(self.first().map(|constant| &constant.key));
    }
}

fn constant(entry: &Entry, input: ParseStream) -> syn::Result<Constant> {
    let span = input.span();
    let refused = |span| syn::Error::new(span, format!("expected `{}`", entry.example));
    if let Some((word, _)) = input.cursor().ident().filter(|_| !input.peek(Lit)) {
        let message = format!("expected a name in quotes: `detail(\"{}\" = …)`", word.unraw());
        return Err(syn::Error::new(span, message));
    }
    let name = text::literal(input)?.ok_or_else(|| refused(span))?;
    if !input.peek(Token![=]) {
        let message = format!("expected a value: `detail(\"{}\" = …)`", name.value());
        return Err(syn::Error::new(span, message));
    }
    input.parse::<Token![=]>()?;
    if input.is_empty() || input.peek(Token![,]) {
        return Err(refused(span));
    }
    let value = Json::scalar(input)?;
    end(input)?;
    Ok(Constant { key: entry.key.clone(), name, value })
}
