//! The name that somebody may have meant, for messages: "did you mean `x`?".

use errbook::__private::nearest;

/// `unknown key `x`, did you mean `y`?`, or all that is expected.
pub(crate) fn unknown(what: &str, name: &str, known: &[&str]) -> String {
    match nearest(name, known.iter().copied()) {
        Some(meant) => format!("unknown {what} `{name}`, did you mean `{meant}`?"),
        None if known.is_empty() => format!("unknown {what} `{name}`: there is none"),
        None => format!("unknown {what} `{name}`, expected one of `{}`", known.join("`, `")),
    }
}
