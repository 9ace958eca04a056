//! The values of string literals.

use syn::LitStr;

/// `literal.value()`, which parses every character a second time, without doing so for a literal that has no escapes.
pub fn value(literal: &LitStr) -> String {
    let written = literal.token().to_string();
    let inside = written.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    match inside {
        Some(text) if !text.contains('\\') && !text.contains('\r') => text.to_owned(),
        _ => literal.value(),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn is_the_value() {
        for literal in [r#""""#, r#""plain ä""#, r#""a\"b\\""#, "\"a\r\nb\"", r##"r#"a "b" c"#"##, r#"r"\n""#]
        {
            let literal: syn::LitStr = syn::parse_str(literal).unwrap();
            assert_eq!(super::value(&literal), literal.value());
        }
    }
}
