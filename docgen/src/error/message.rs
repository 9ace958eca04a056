//! What messages are made of: text that a terminal does not interpret, what somebody may have meant, errors of the template engine.

use std::borrow::Cow;
use std::fmt::Write as _;

use errbook::__private::nearest;
use errbook_contract::__private::is_control;
use minijinja::ErrorKind as EngineErrorKind;

use super::{Error, ErrorKind};
use crate::template::{FILTERS, TESTS};

/// The text on one line, with control characters escaped.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    escaped(text, is_control)
}

/// The text with control characters escaped, on as many lines as it has.
pub(crate) fn visible_lines(text: &str) -> Cow<'_, str> {
    escaped(text, |c| is_control(c) && !matches!(c, '\n' | '\t'))
}

fn escaped(text: &str, is_escaped: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(&is_escaped) {
        return Cow::Borrowed(text);
    }
    let escape = |c: char| if is_escaped(c) { c.escape_unicode().to_string() } else { c.to_string() };
    Cow::Owned(text.chars().map(escape).collect())
}

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

impl Error {
    /// The place, the error of the engine, and the failing part; the names in scope if one is unknown.
    pub(crate) fn engine(template: &str, in_scope: &[&str], source: minijinja::Error) -> Self {
        let (detail, text) =
            (source.detail().unwrap_or_default(), source.template_source().unwrap_or_default());
        let comment = text.rfind("{#").filter(|_| detail == "unexpected end of comment");
        let line = comment
            .map_or(source.line(), |at| Some(text.get(..at).unwrap_or_default().matches('\n').count() + 1));
        let place = format!("{template}, line {}", line.unwrap_or(1));
        if let Some(unknown) = unknown(detail) {
            return Self::new(ErrorKind::Template, &format!("{place}: {unknown}"))
                .caused_by(Box::new(source));
        }
        let mut message = format!("{place}: {}", source.kind());
        if !detail.is_empty() {
            message.extend([": ", detail]);
        }
        let part = source.range().and_then(|range| text.get(range)).map(str::trim);
        if let Some(part) = part.filter(|_| comment.is_none()) {
            let _ = write!(message, " (`{part}`)");
        }
        match detail.strip_prefix("unknown statement ") {
            Some("include" | "import" | "from" | "extends" | "block") => {
                message.push_str(
                    "; a template has no other templates, add a block and write `{{ blocks.NAME }}`",
                );
            }
            _ if comment.is_some() => {
                message.push_str("; `{#` begins one, write `{{ \"{#\" | safe }}` for the text");
            }
            _ if part == Some("=") => message.push_str("; compare with `==`"),
            _ if source.kind() == EngineErrorKind::UndefinedError => {
                let _ = write!(message, "; in scope: `{}`", in_scope.join("`, `"));
            }
            _ => {}
        }
        Self::of_lines(ErrorKind::Template, &message).caused_by(Box::new(source))
    }
}

/// That a template names a filter or a test that does not exist, in words of ours.
fn unknown(detail: &str) -> Option<String> {
    [("filter", FILTERS), ("test", TESTS)].into_iter().find_map(|(kind, known)| {
        let name = detail.strip_prefix(kind)?.strip_suffix(" is unknown")?.trim();
        let near = nearest(name, known.split(' ')).map(|near| format!(", did you mean `{near}`?"));
        Some(format!("unknown {kind} `{name}`{}", near.unwrap_or_default()))
    })
}
