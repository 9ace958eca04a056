//! What `garde` reports, as violations.

use std::borrow::Cow;

use garde::error::Path;
use garde::{Error, Report};

use super::{JsonPointer, Violation, Violations, without_raw};

/// The message of each error, with a JSON pointer to the field, the item or the value of a map.
///
/// The names are those of the Rust fields; [`Violations::map_names`] makes those of the JSON. Errors of garde have no code.
///
/// # Examples
///
/// ```
/// use errbook::{ApiError, Violation, Violations};
/// use garde::Path;
///
/// #[derive(Debug, ApiError)]
/// #[api(display, status = 422, code = "Invalid")]
/// struct Invalid(#[api(violations)] Violations);
///
/// impl From<garde::Report> for Invalid {
///     fn from(report: garde::Report) -> Self {
///         Self(report.into())
///     }
/// }
///
/// let mut report = garde::Report::new();
/// report.append(Path::new("items").join(0).join("quantity"), garde::Error::new("lower than 1"));
/// let expected = Violation::new("lower than 1").with_pointer("/items/0/quantity");
/// assert_eq!(Invalid::from(report).0, Violations::from(expected));
/// ```
impl From<Report> for Violations {
    fn from(report: Report) -> Self {
        Self::from(&report)
    }
}

/// The same as for a report that is kept.
impl From<&Report> for Violations {
    fn from(report: &Report) -> Self {
        report.iter().map(violation).collect()
    }
}

fn violation((path, error): &(Path, Error)) -> Violation {
    let violation = Violation::new(error.message().to_owned());
    if path.is_empty() { violation } else { violation.with_pointer(pointer(path)) }
}

/// The text of a path does not say which dot is in a name, so its serialization is read: `[["key", "items"], ["index", "0"]]`.
fn pointer(path: &Path) -> JsonPointer {
    let parts = serde_json::to_value(path).and_then(serde_json::from_value);
    let parts: Vec<(Cow<'static, str>, String)> =
        parts.unwrap_or_else(|_| vec![("key".into(), path.to_string())]);
    // The only field of a tuple struct has no name in the JSON.
    let names = parts.iter().filter(|(kind, _)| kind != "none").map(|(_, name)| without_raw(name));
    names.collect()
}
