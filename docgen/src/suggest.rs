//! The end of a message about an unknown name: "did you mean `x`?", or the known names.

use similar::get_close_matches;

/// How much of two names has to be the same, from 0 to 1: `tabel` is near `table`, and `notebook` is not near `errbook`.
const SAME: f32 = 0.8;

/// The known name that is nearest to another one, if any is near.
pub(crate) fn nearest<'k>(name: &str, known: &[&'k str]) -> Option<&'k str> {
    get_close_matches(name, known, 1, SAME).first().copied()
}

/// `, did you mean …?` if a known name is near, otherwise all of them.
pub(crate) fn suggest<S: AsRef<str>>(name: &str, known: &[S]) -> String {
    let known: Vec<&str> = known.iter().map(AsRef::as_ref).collect();
    match nearest(name, &known) {
        Some(nearest) => format!(", did you mean `{nearest}`?"),
        None => format!(", expected one of `{}`", known.join("`, `")),
    }
}
