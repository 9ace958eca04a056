//! The message of an error of the template engine, which is not part of the public API.

use std::fmt::Write as _;

use minijinja::ErrorKind as EngineErrorKind;

use super::{Error, ErrorKind};

impl Error {
    /// The place, the error of the engine, and the failing part; the names in scope if one is unknown.
    pub(crate) fn engine(template: &str, in_scope: &[&str], source: minijinja::Error) -> Self {
        let mut message = format!("{template}, line {}: {}", source.line().unwrap_or(1), source.kind());
        if let Some(detail) = source.detail() {
            message.extend([": ", detail]);
        }
        let text = source.template_source().zip(source.range());
        if let Some(part) = text.and_then(|(text, range)| text.get(range)) {
            let _ = write!(message, " (`{}`)", part.trim());
        }
        match source.detail().and_then(|detail| detail.strip_prefix("unknown statement ")) {
            Some("include" | "import" | "from" | "extends" | "block") => {
                message.push_str(
                    "; a template has no other templates, add a block and write `{{ blocks.NAME }}`",
                );
            }
            _ if source.kind() == EngineErrorKind::UndefinedError => {
                let _ = write!(message, "; in scope: `{}`", in_scope.join("`, `"));
            }
            _ => {}
        }
        Self::of_lines(ErrorKind::Template, &message).caused_by(Box::new(source))
    }
}
