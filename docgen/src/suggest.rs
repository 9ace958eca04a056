//! The end of a message about an unknown name: "did you mean `x`?", or the known names.

use errbook::__private::nearest;

/// `, did you mean …?` if a known name is near, otherwise all of them.
pub(crate) fn suggest<S: AsRef<str>>(name: &str, known: &[S]) -> String {
    match nearest(name, known.iter().map(AsRef::as_ref)) {
        Some(nearest) => format!(", did you mean `{nearest}`?"),
        None => {
            let known: Vec<&str> = known.iter().map(AsRef::as_ref).collect();
            format!(", expected one of `{}`", known.join("`, `"))
        }
    }
}
