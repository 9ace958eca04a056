//! The message of an error of the template engine, which is no part of the public API.

use std::fmt::Write as _;

use super::{Error, ErrorKind};

impl Error {
    /// The place, the error of the engine, and either a suggestion or the failing part and the known names.
    pub(crate) fn engine(
        template: &str,
        in_scope: &[&str],
        nearest: Option<&str>,
        source: minijinja::Error,
    ) -> Self {
        let mut message = format!("{template}, line {}: {}", source.line().unwrap_or(1), source.kind());
        if let Some(detail) = source.detail() {
            message.extend([": ", detail]);
        }
        if let Some(nearest) = nearest {
            message.extend([", did you mean `", nearest, "`?"]);
        } else {
            let text = source.template_source().zip(source.range());
            if let Some(part) = text.and_then(|(text, range)| text.get(range)) {
                let _ = write!(message, " (`{}`)", part.trim());
            }
            let _ = write!(message, "; in scope: `{}`", in_scope.join("`, `"));
        }
        Self::of_lines(ErrorKind::Template, &message).caused_by(Box::new(source))
    }
}
