//! What `garde` reports, as violations.

use std::borrow::Cow;

use garde::error::Path;
use garde::{Error, Report};

use super::{JsonPointer, Violation, Violations, without_raw};
use crate::__private::violations::Known;

/// The message of each error, with a JSON pointer to the field, the item or the value of a map.
///
/// The names are those of the Rust fields; [`Violations::map_names`] makes those of the JSON. Errors of garde have no code.
///
/// A field with the key `violations` can be the report itself.
///
/// # Examples
///
/// ```
/// use errbook::{ApiError, Reply};
/// use garde::Path;
///
/// #[derive(Debug, ApiError)]
/// #[api(display, status = 422, code = "INVALID")]
/// struct Invalid(#[api(violations, from)] garde::Report);
///
/// let mut report = garde::Report::new();
/// report.append(Path::new("items").join(0).join("quantity"), garde::Error::new("lower than 1"));
/// assert_eq!(
///     Reply::new(&Invalid::from(report)).to_string(),
///     r#"{"code":"INVALID","message":"Unprocessable Content","violations":[{"pointer":"/items/0/quantity","message":"lower than 1"}]}"#,
/// );
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

impl Known for Report {
    fn visit(&self, visit: &mut dyn FnMut(&Violation)) {
        self.iter().for_each(|item| visit(&violation(item)));
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
