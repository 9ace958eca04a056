//! The name that somebody may have meant, for messages: "did you mean `x`?".

use similar::get_close_matches;

/// How much of two names has to be the same, from 0 to 1: `tabel` is near `table`, and `notebook` is not near `errbook`.
const SAME: f32 = 0.8;

/// The known name that is nearest to another one, if any is near.
pub(crate) fn nearest<'k>(name: &str, known: &[&'k str]) -> Option<&'k str> {
    get_close_matches(name, known, 1, SAME).first().copied()
}
