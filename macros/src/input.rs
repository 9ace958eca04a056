//! The type as syn parses it, except that the texts of doc comments stay as they are: syn reads each of them twice, character by
//! character, which took a seventh of the time of the derive.

use proc_macro2::{Literal, Punct, TokenStream};
use syn::buffer::Cursor;
use syn::parse::{Parse, ParseStream};
use syn::{
    AttrStyle, Attribute, Data, DataEnum, DeriveInput, Expr, ExprLit, Generics, Ident, Lit, Meta,
    MetaNameValue, Token, Variant, braced, bracketed,
};

/// What the derive is given.
pub struct Input(pub DeriveInput);

impl Parse for Input {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let (attrs, vis) = (attributes(input)?, input.parse()?);
        // A struct has few attributes.
        if !input.peek(Token![enum]) {
            return Ok(Self(DeriveInput { attrs, vis, ..input.parse()? }));
        }
        let (enum_token, ident) = (input.parse()?, input.parse()?);
        let generics = Generics { where_clause: None, ..input.parse()? };
        let generics = Generics { where_clause: input.parse()?, ..generics };
        let content;
        let brace_token = braced!(content in input);
        let variants = content.parse_terminated(variant, Token![,])?;
        let data = Data::Enum(DataEnum { enum_token, brace_token, variants });
        Ok(Self(DeriveInput { attrs, vis, ident, generics, data }))
    }
}

fn variant(input: ParseStream) -> syn::Result<Variant> {
    let attrs = attributes(input)?;
    Ok(Variant { attrs, ..input.parse()? })
}

fn attributes(input: ParseStream) -> syn::Result<Vec<Attribute>> {
    let mut attrs = Vec::new();
    while input.peek(Token![#]) {
        let content;
        attrs.push(Attribute {
            pound_token: input.parse()?,
            style: AttrStyle::Outer,
            bracket_token: bracketed!(content in input),
            meta: meta(&content)?,
        });
    }
    Ok(attrs)
}

fn meta(input: ParseStream) -> syn::Result<Meta> {
    let Some((word, equals, literal)) = doc_comment(input.cursor()) else { return input.parse() };
    input.parse::<TokenStream>()?;
    let lit = Lit::Verbatim(literal);
    Ok(Meta::NameValue(MetaNameValue {
        path: word.into(),
        eq_token: Token![=](equals.span()),
        value: Expr::Lit(ExprLit { attrs: Vec::new(), lit }),
    }))
}

/// `doc = "…"`
fn doc_comment(cursor: Cursor) -> Option<(Ident, Punct, Literal)> {
    let (word, after) = cursor.ident().filter(|(word, _)| word == "doc")?;
    let (equals, after) = after.punct()?;
    let (literal, after) = after.literal()?;
    after.eof().then_some((word, equals, literal))
}
