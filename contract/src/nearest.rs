//! The name that somebody may have meant, for messages: "did you mean `x`?".

use similar::get_close_matches;

/// How much of two names has to be the same, from 0 to 1.
const SAME: f32 = 0.75;

/// The known name that is nearest to another one, if any is near.
pub(crate) fn nearest<'k>(name: &str, known: &[&'k str]) -> Option<&'k str> {
    // Comparing long names takes long, and nobody mistypes one.
    if name.len() > 100 { None } else { get_close_matches(name, known, 1, SAME).first().copied() }
}

/// `unknown key `x`, did you mean `y`?`, or all that is expected.
pub(crate) fn unknown(what: &str, name: &str, known: &[&str]) -> String {
    match nearest(name, known) {
        Some(meant) => format!("unknown {what} `{name}`, did you mean `{meant}`?"),
        None => format!("unknown {what} `{name}`, expected one of `{}`", known.join("`, `")),
    }
}
