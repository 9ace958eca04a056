//! A text as written: a string literal, `concat!` or `stringify!`, or the path of a constant.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::{ParseStream, Parser as _};
use syn::{Expr, ExprPath, Ident, Lit, LitStr, Token, parenthesized};

use crate::encode::{mark, refused_mark};
use crate::entry::refuse_self;
use crate::key::TABLE;

/// The value of a key that a constant may give.
#[derive(Clone)]
pub enum Text {
    Literal(LitStr),
    /// Only the compiler knows its value.
    Path(ExprPath),
}

impl Text {
    pub fn literal(&self) -> Option<&LitStr> {
        match self {
            Self::Literal(literal) => Some(literal),
            Self::Path(_) => None,
        }
    }

    /// The text, if the macro knows it.
    pub fn known(&self) -> Option<String> {
        match self {
            Self::Literal(literal) => Some(crate::literal::value(literal)),
            Self::Path(_) => None,
        }
    }

    /// The text, empty if only the compiler knows it.
    pub fn value(&self) -> String {
        self.known().unwrap_or_default()
    }

    pub fn span(&self) -> Span {
        match self {
            Self::Literal(literal) => literal.span(),
            Self::Path(path) => {
                path.to_token_stream().into_iter().next().map_or_else(Span::call_site, |first| first.span())
            }
        }
    }
}

impl ToTokens for Text {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Literal(literal) => literal.to_tokens(tokens),
            Self::Path(path) => path.to_tokens(tokens),
        }
    }
}

/// Reads a text; `None` if something else is written.
///
/// # Errors
///
/// A path with `Self`, or a mistake in a literal.
pub fn parse(input: ParseStream) -> syn::Result<Option<Text>> {
    // To peek at a literal is to parse it.
    if input.cursor().literal().is_some() || is_macro(input) {
        return Ok(literal(input)?.map(Text::Literal));
    }
    let Ok(path) = input.parse() else { return Ok(None) };
    refuse_self(&path)?;
    Ok(Some(Text::Path(path)))
}

/// Reads a string literal, or what makes one; `None` if something else is written.
///
/// # Errors
///
/// A mistake in `concat!`, or a control character that no text of an error has.
pub fn literal(input: ParseStream) -> syn::Result<Option<LitStr>> {
    let literal: LitStr = if input.cursor().ident().is_some() && is_macro(input) {
        let name: Ident = input.fork().parse()?;
        LitStr::new(&evaluated(input)?, name.span())
    } else if let Ok(literal) = input.parse() {
        literal
    } else {
        return Ok(None);
    };
    if let Some(found) = mark(&crate::literal::value(&literal)) {
        return Err(syn::Error::new(literal.span(), refused_mark(found)));
    }
    Ok(Some(literal))
}

/// The next expression and what it is called, if it is not a literal.
pub fn expression(input: ParseStream) -> Option<(Expr, &'static str)> {
    let expression = input.fork().parse::<Expr>().ok()?;
    let kind = match &expression {
        Expr::Path(_) => "a path",
        Expr::Call(_) | Expr::MethodCall(_) => "a call",
        Expr::Binary(_) | Expr::Cast(_) | Expr::Field(_) | Expr::Index(_) | Expr::Paren(_) => "an expression",
        _ => return None,
    };
    Some((expression, kind))
}

/// `message = "no {}", id`: what `format!` would take. It is read up to the next key, and reported once.
pub fn arguments_outside(input: ParseStream, literal: &LitStr) -> Option<syn::Error> {
    if input.is_empty() {
        return None;
    }
    let text = literal.value();
    if !(text.contains("{}") || text.contains("{:")) {
        return None;
    }
    let is_key = |input: ParseStream| {
        input.cursor().ident().is_some_and(|(word, _)| TABLE.iter().any(|row| word == row.name))
    };
    let ahead = input.fork();
    ahead.parse::<Token![,]>().ok()?;
    let mut arguments = TokenStream::new();
    while !ahead.is_empty() && !is_key(&ahead) {
        input.parse::<Token![,]>().ok();
        while !ahead.is_empty() && !ahead.peek(Token![,]) {
            arguments.extend(ahead.parse::<TokenTree>());
            input.parse::<TokenTree>().ok();
        }
        ahead.parse::<Token![,]>().ok();
    }
    if arguments.is_empty() {
        return None;
    }
    let advice = match syn::parse2::<Ident>(arguments.clone()) {
        Ok(field) => format!("`{{{field}}}`, or `message(\"…\", .{field})`"),
        Err(_) => "`message(\"…\", .field)`".to_owned(),
    };
    Some(syn::Error::new_spanned(arguments, format!("`message = …` takes no arguments: write {advice}")))
}

fn is_macro(input: ParseStream) -> bool {
    input.peek(Ident) && input.peek2(Token![!])
}

/// The value of `concat!(…)` or `stringify!(…)`. All of it is read, so that a mistake in it is one error.
fn evaluated(input: ParseStream) -> syn::Result<String> {
    let name: Ident = input.parse()?;
    input.parse::<Token![!]>()?;
    let content;
    parenthesized!(content in input);
    let tokens: TokenStream = content.parse()?;
    match name.to_string().as_str() {
        "stringify" => Ok(tokens.to_string()),
        "concat" => concatenated.parse2(tokens),
        _ => Err(syn::Error::new(name.span(), "expected a string literal, `concat!` or `stringify!`")),
    }
}

fn concatenated(input: ParseStream) -> syn::Result<String> {
    let mut text = String::new();
    while !input.is_empty() {
        text.push_str(&part(input)?);
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
    }
    Ok(text)
}

/// One argument of `concat!`: a literal, or a macro that makes one.
fn part(input: ParseStream) -> syn::Result<String> {
    if is_macro(input) {
        return evaluated(input);
    }
    let expected = "expected a string literal, a character, a number or a boolean";
    let span = input.span();
    let minus = if input.parse::<Option<Token![-]>>()?.is_some() { "-" } else { "" };
    let is_number = !minus.is_empty();
    match input.parse() {
        Ok(Lit::Int(number)) => Ok(format!("{minus}{}", number.base10_digits())),
        Ok(Lit::Float(number)) => Ok(format!("{minus}{}", number.base10_digits())),
        Ok(Lit::Str(text)) if !is_number => Ok(text.value()),
        Ok(Lit::Char(letter)) if !is_number => Ok(letter.value().to_string()),
        Ok(Lit::Bool(value)) if !is_number => Ok(value.value.to_string()),
        _ => Err(syn::Error::new(span, expected)),
    }
}
