//! The values of string literals.

use proc_macro2::Literal;
use quote::ToTokens as _;
use syn::LitStr;

/// `literal.value()`, which parses every character a second time, without doing so for a literal that has no escapes.
pub fn value(literal: &LitStr) -> String {
    plain(&literal.token()).unwrap_or_else(|| literal.value())
}

/// The same of a token, if it is a string literal.
pub fn value_of_token(token: &Literal) -> Option<String> {
    plain(token).or_else(|| syn::parse2(token.to_token_stream()).ok().map(|literal: LitStr| literal.value()))
}

/// The value of a string literal that has no escapes.
fn plain(token: &Literal) -> Option<String> {
    let written = token.to_string();
    let text = written.strip_prefix('"')?.strip_suffix('"')?;
    (!text.contains('\\') && !text.contains('\r')).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    #[test]
    fn is_the_value() {
        for literal in [r#""""#, r#""plain ä""#, r#""a\"b\\""#, "\"a\r\nb\"", r##"r#"a "b" c"#"##, r#"r"\n""#]
        {
            let literal: syn::LitStr = syn::parse_str(literal).unwrap();
            assert_eq!(super::value(&literal), literal.value());
            assert_eq!(super::value_of_token(&literal.token()), Some(literal.value()));
        }
    }
}
