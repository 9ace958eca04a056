//! The address of an error's documentation: `{code}` and `{number}` are replaced, percent-encoded.

use std::fmt::Write as _;

use crate::entry::Number;

/// Replaces `{code}` and `{number}` in the template. The macro does not know those that are constants.
///
/// # Errors
///
/// What to write instead, if the template has another `{…}` or a character that a URI cannot have.
pub fn fill(template: &str, code: Option<&str>, number: Option<&Number>) -> Result<String, String> {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            return Err("unclosed `{`, expected `{code}` or `{number}`".to_owned());
        };
        match (name, number) {
            ("code", _) => push_encoded(&mut out, code.ok_or("`{code}` needs a literal code, found a path")?),
            ("number", Some(Number::Value(number))) => out.push_str(&number.to_string()),
            ("number", Some(Number::Path(_))) => {
                return Err("`{number}` needs a literal number, found a path".to_owned());
            }
            ("number", None) => {
                return Err("`{number}` needs `number = …` on every variant".to_owned());
            }
            _ => {
                return Err(format!("unknown placeholder `{name}`, expected `{{code}}` or `{{number}}`"));
            }
        }
        rest = after;
    }
    out.push_str(rest);
    match out.chars().find(|c| !is_uri(*c)) {
        Some(bad) => Err(format!(
            "invalid character `{}` in an address: percent-encode it (RFC 3986)",
            bad.escape_debug()
        )),
        None => Ok(out),
    }
}

/// Percent-encodes what is not a `pchar` (RFC 3986 §3.3), so that a code is one path segment or fragment.
fn push_encoded(out: &mut String, code: &str) {
    for c in code.chars() {
        if c.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:@".contains(c) {
            out.push(c);
        } else {
            let mut utf8 = [0; 4];
            for byte in c.encode_utf8(&mut utf8).bytes() {
                // Writing to a `String` cannot fail.
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
}

/// The characters of a URI reference (RFC 3986 §2).
fn is_uri(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(c)
}
