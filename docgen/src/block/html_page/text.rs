//! Text in HTML, and what turns names into addresses and headings.

use std::fmt::{self, Display, Write as _};

/// A text, escaped for elements and for values in quotes. A control character, which no page can hold, becomes U+FFFD.
pub(super) struct Text<'t>(pub(super) &'t str);

impl Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\n' | '\t' => f.write_char(c)?,
                _ if c.is_control() => f.write_char('\u{FFFD}')?,
                _ => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

/// The fragment of an address that leads to an id, percent-encoded (RFC 3986 §3.5).
pub(super) struct Fragment<'t>(pub(super) &'t str);

impl Display for Fragment<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for byte in self.0.bytes() {
            match byte {
                _ if byte.is_ascii_alphanumeric() || b"-._~!$()*+,;=:@/?".contains(&byte) => {
                    f.write_char(char::from(byte))?;
                }
                _ => write!(f, "%{byte:02X}")?,
            }
        }
        Ok(())
    }
}

/// What people call the errors of a type: `Order errors` for `OrderError`, `Payment failed` for `PaymentFailed`.
pub(super) fn heading_of_type(name: &str) -> String {
    if !name.chars().all(|c| c.is_alphanumeric() || c == '_') {
        return name.to_owned();
    }
    let mut words = words(name);
    if let Some(last) = words.last_mut().filter(|last| *last == "error") {
        last.push('s');
    }
    let mut heading = String::new();
    for word in words {
        if heading.is_empty() {
            let mut chars = word.chars();
            heading.extend(chars.next().into_iter().flat_map(char::to_uppercase));
            heading.push_str(chars.as_str());
        } else {
            heading.push(' ');
            heading.push_str(&word);
        }
    }
    heading
}

/// The words of a name in camel case, in lower case but for abbreviations.
fn words(name: &str) -> Vec<String> {
    let chars: Vec<char> = name.chars().collect();
    let mut words: Vec<String> = Vec::new();
    for (at, &c) in chars.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| chars.get(before)).copied();
        let is_followed_by_lower = chars.get(at + 1).is_some_and(|next| next.is_lowercase());
        let begins = before.is_none_or(|before| {
            before == '_' || (c.is_uppercase() && (before.is_lowercase() || is_followed_by_lower))
        });
        match words.last_mut() {
            _ if c == '_' => {}
            Some(word) if !begins => word.push(c),
            _ => words.push(c.to_string()),
        }
    }
    for word in &mut words {
        let is_abbreviation = word.chars().count() > 1 && !word.chars().any(char::is_lowercase);
        if word == "Http" {
            "HTTP".clone_into(word);
        } else if !is_abbreviation {
            *word = word.to_lowercase();
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_called_what_people_call_them() {
        let names = [
            "OrderError",
            "HttpError",
            "PaymentFailed",
            "TLSError",
            "Error",
            "GetOrderError2",
            "a::B<C>",
            "",
        ];
        assert_eq!(
            names.map(heading_of_type),
            [
                "Order errors",
                "HTTP errors",
                "Payment failed",
                "TLS errors",
                "Errors",
                "Get order error2",
                "a::B<C>",
                "",
            ]
        );
    }

    #[test]
    fn fragments_are_encoded() {
        let codes = ["NO_SUCH_ORDER", "order/not.found", "100%", "a b", "é\"<#"];
        assert_eq!(
            codes.map(|code| Fragment(code).to_string()),
            ["NO_SUCH_ORDER", "order/not.found", "100%25", "a%20b", "%C3%A9%22%3C%23",]
        );
    }
}
