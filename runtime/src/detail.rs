//! The details of an instance, passed on one by one.

use std::fmt;

use serde::{Serialize, Serializer};

/// Receives the details of an error, which [`ApiError::details`](crate::ApiError::details) adds.
///
/// # Examples
///
/// ```
/// use errbook::{ApiError, DetailVisitor};
///
/// #[derive(Debug, ApiError)]
/// #[api(display, status = 409, code = "OutOfStock")]
/// struct OutOfStock {
///     #[api(detail)]
///     left: u32,
/// }
///
/// let mut details = Vec::new();
/// let mut collect = |name: &str, value: errbook::DetailValue<'_>| {
///     details.push((name.to_owned(), serde_json::to_value(value).unwrap()));
/// };
/// OutOfStock { left: 3 }.details(&mut DetailVisitor::new(&mut collect));
///
/// assert_eq!(details, [("left".to_owned(), serde_json::json!(3))]);
/// ```
pub struct DetailVisitor<'v>(Visit<'v>);

enum Visit<'v> {
    Text(&'v mut dyn FnMut(&str, DetailValue<'_>)),
    Name(&'v mut dyn FnMut(DetailName<'_>, DetailValue<'_>)),
}

/// The name of a detail.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DetailName<'n> {
    pub(crate) text: &'n str,
    /// The same with a colon as JSON, if it is known before there is an instance.
    pub(crate) json: Option<&'n [u8]>,
}

impl<'v> DetailVisitor<'v> {
    /// Creates a visitor that calls `visit` with the name and the value of each detail.
    pub fn new(visit: &'v mut dyn FnMut(&str, DetailValue<'_>)) -> Self {
        Self(Visit::Text(visit))
    }

    pub(crate) fn with_names(visit: &'v mut dyn FnMut(DetailName<'_>, DetailValue<'_>)) -> Self {
        Self(Visit::Name(visit))
    }

    /// Adds a detail. Of several with the same name, replies have the first that is not `null`: members of a JSON object have
    /// unique names (RFC 8259 §4).
    pub fn add<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) {
        self.visit(DetailName { text: name, json: None }, &value);
    }

    pub(crate) fn visit(&mut self, name: DetailName<'_>, value: &dyn Value) {
        self.pass(name, DetailValue(value));
    }

    /// Passes on what another visitor received.
    pub(crate) fn pass(&mut self, name: DetailName<'_>, value: DetailValue<'_>) {
        match &mut self.0 {
            Visit::Text(visit) => visit(name.text, value),
            Visit::Name(visit) => visit(name, value),
        }
    }
}

impl fmt::Debug for DetailVisitor<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DetailVisitor").finish_non_exhaustive()
    }
}

/// The value of a detail, which any serializer can write.
#[derive(Clone, Copy)]
pub struct DetailValue<'v>(&'v dyn Value);

impl DetailValue<'_> {
    /// Appends the value as JSON. If it cannot be serialized, returns false, and `out` holds part of it.
    pub(crate) fn write_json(self, out: &mut Vec<u8>) -> bool {
        self.0.write_json(out)
    }
}

impl Serialize for DetailValue<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        erased_serde::serialize(self.0, serializer)
    }
}

impl fmt::Debug for DetailValue<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DetailValue").finish_non_exhaustive()
    }
}

/// What a detail can be: anything that implements [`Serialize`]. Expansions name it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a detail",
    label = "this does not implement `serde::Serialize`",
    note = "derive it: `#[derive(serde::Serialize)]`"
)]
pub trait Value: erased_serde::Serialize {
    #[doc(hidden)]
    fn write_json(&self, out: &mut Vec<u8>) -> bool;
}

impl<T: Serialize + ?Sized> Value for T {
    fn write_json(&self, out: &mut Vec<u8>) -> bool {
        serde_json::to_writer(out, self).is_ok()
    }
}
