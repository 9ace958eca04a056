//! Values that are constants, or paths of constants, which only the compiler can follow.

use proc_macro2::Ident;
use quote::{ToTokens, quote};
use syn::ext::IdentExt as _;
use syn::{ExprPath, Lit, LitInt, LitStr, Path, Token};

use super::{Entry, Number, Status, Value};
use crate::generics::mentions;

const NUMBER: &str = "an integer or the path of a constant";

impl Value for Path {
    fn read(entry: &Entry) -> syn::Result<Self> {
        let path = entry.value_of("", |input| {
            let ahead = input.fork();
            let path = ahead.call(Path::parse_mod_style).ok();
            if input.peek(Token![&]) {
                Err(input.error(format!("expected a path, without `&`: `{}`", entry.example)))
            } else if path.is_some() && ahead.peek(Token![!]) {
                let advice = "`static ENVELOPE: Body = body!(…);`, then `body = ENVELOPE`";
                Err(input.error(format!("expected the path of a constant: {advice}")))
            } else {
                Ok(input.call(Path::parse_mod_style).ok())
            }
        })?;
        refuse_self(&path)?;
        Ok(path)
    }
}

impl Value for Status {
    fn read(entry: &Entry) -> syn::Result<Self> {
        let status = entry.value_of("", |input| {
            // To peek at a literal of syn is to parse it.
            if input.cursor().literal().is_none() && !input.peek(Token![-]) {
                return Ok(input.parse().ok().map(Self::Path));
            }
            let minus = input.parse::<Option<Token![-]>>()?;
            match input.parse() {
                Ok(Lit::Int(number)) => Ok(Some(Self::Number(minus, number))),
                Ok(Lit::Str(text)) => Err(quoted(entry, &text)),
                _ => Ok(None),
            }
        })?;
        if let Self::Path(path) = &status {
            refuse_self(path)?;
        }
        Ok(status)
    }
}

fn quoted(entry: &Entry, text: &LitStr) -> syn::Error {
    match text.value().parse::<u16>() {
        Ok(number) => syn::Error::new(text.span(), format!("expected `status = {number}`, without quotes")),
        Err(_) => entry.error_at(text.span()),
    }
}

impl Value for Number {
    fn read(entry: &Entry) -> syn::Result<Self> {
        let input = entry.input;
        let starts_path = input.peek2(Ident::peek_any) || input.peek2(Token![::]) || input.peek2(Token![<]);
        if entry.has_value() && starts_path {
            let path: ExprPath = entry.value_of(NUMBER, |input| Ok(input.parse().ok()))?;
            refuse_self(&path)?;
            return Ok(Self::Path(path));
        }
        let (minus, digits): (_, LitInt) = entry.value_of(NUMBER, |input| {
            let minus = input.parse::<Option<Token![-]>>()?;
            Ok(input.parse().ok().map(|digits| (minus, digits)))
        })?;
        let sign = if minus.is_some() { "-" } else { "" };
        match format!("{sign}{}", digits.base10_digits()).parse() {
            Ok(number) if digits.suffix().is_empty() => Ok(Self::Value(number)),
            _ => {
                let tokens = quote!(#minus #digits);
                Err(syn::Error::new_spanned(tokens, "expected an `i64` without suffix: `number = -1003`"))
            }
        }
    }
}

/// `Self` has no meaning outside the generated impls, and a constant of a generic type could not be checked.
pub fn refuse_self(path: &impl ToTokens) -> syn::Result<()> {
    if mentions(path.to_token_stream(), &|name: &Ident| name == "Self") {
        return Err(syn::Error::new_spanned(path, "expected the name of the type, found `Self`"));
    }
    Ok(())
}
