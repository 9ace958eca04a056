//! What is wrong with a request: one [`Violation`] for each field, parameter or header.

#[cfg(feature = "garde")]
mod garde;
mod list;
mod pointer;
#[cfg(feature = "validator")]
mod validator;

use std::borrow::Cow;

use serde::Serialize;
use serde_json::Value as Json;

pub use self::list::Violations;
pub use self::pointer::JsonPointer;

/// The name of a field as JSON has it: `type` of `r#type`.
#[cfg(any(feature = "garde", feature = "validator"))]
fn without_raw(name: &str) -> String {
    name.trim_start_matches("r#").to_owned()
}

/// One thing that is wrong with a request.
///
/// A request with five bad fields gets one reply that names all five: a field of the error with the key `violations` holds
/// them. Clients read the message and the details, so neither may contain what only logs should.
///
/// # Examples
///
/// ```
/// use errbook::{ApiError, Reply, Violation};
///
/// #[derive(Debug, ApiError)]
/// #[api(display, status = 422, code = "Invalid")]
/// struct Invalid(#[api(violations)] Vec<Violation>);
///
/// let error = Invalid(vec![
///     Violation::new("must be positive").with_pointer("/items/0/quantity").with_code("positive"),
///     Violation::new("is unknown").with_parameter("sort").with_detail("known", ["name", "date"]),
/// ]);
/// assert_eq!(
///     Reply::new(&error).to_string(),
///     r#"{"code":"Invalid","message":"Unprocessable Content","violations":["#.to_owned()
///         + r#"{"pointer":"/items/0/quantity","code":"positive","message":"must be positive"},"#
///         + r#"{"parameter":"sort","message":"is unknown","details":{"known":["name","date"]}}]}"#,
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    place: Option<Place>,
    code: Option<Cow<'static, str>>,
    message: Cow<'static, str>,
    details: Vec<(Cow<'static, str>, Json)>,
}

/// The part of a request that a [`Violation`] is about.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Place {
    /// A value in the JSON of the request's body.
    Pointer(JsonPointer),
    /// The name of a parameter, in the query or in the path.
    Parameter(Cow<'static, str>),
    /// The name of a header.
    Header(Cow<'static, str>),
}

impl Violation {
    /// Creates a violation about the request as a whole. The message is for the client.
    pub fn new(message: impl Into<Cow<'static, str>>) -> Self {
        Self { place: None, code: None, message: message.into(), details: Vec::new() }
    }

    /// Sets the part of the request.
    #[must_use]
    pub fn with_place(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// Sets the value in the request's body.
    ///
    /// # Examples
    ///
    /// ```
    /// use errbook::{JsonPointer, Violation};
    ///
    /// let whole = Violation::new("must be positive").with_pointer("/items/0/quantity");
    /// let made = JsonPointer::new("/items").join(0).join("quantity");
    /// assert_eq!(whole, Violation::new("must be positive").with_pointer(made));
    /// ```
    #[must_use]
    pub fn with_pointer(self, pointer: impl Into<JsonPointer>) -> Self {
        self.with_place(Place::Pointer(pointer.into()))
    }

    /// Sets the parameter, of the query or of the path.
    #[must_use]
    pub fn with_parameter(self, name: impl Into<Cow<'static, str>>) -> Self {
        self.with_place(Place::Parameter(name.into()))
    }

    /// Sets the header.
    #[must_use]
    pub fn with_header(self, name: impl Into<Cow<'static, str>>) -> Self {
        self.with_place(Place::Header(name.into()))
    }

    /// Sets the stable code.
    #[must_use]
    pub fn with_code(mut self, code: impl Into<Cow<'static, str>>) -> Self {
        self.code = Some(code.into());
        self
    }

    /// Adds a detail, such as the limit that was exceeded. It replaces an earlier one of the same name.
    ///
    /// A value that cannot be serialized or is `null` is ignored.
    #[must_use]
    pub fn with_detail(mut self, name: impl Into<Cow<'static, str>>, value: impl Serialize) -> Self {
        let name = name.into();
        self.details.retain(|(known, _)| *known != name);
        if let Some(value) = serde_json::to_value(value).ok().filter(|value| !value.is_null()) {
            self.details.push((name, value));
        }
        self
    }

    /// The part of the request; `None` for the request as a whole.
    pub fn place(&self) -> Option<&Place> {
        self.place.as_ref()
    }

    /// The stable code.
    pub fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }

    /// The message for the client.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The details, in the order in which they were added.
    pub fn details(&self) -> impl Iterator<Item = (&str, &Json)> {
        self.details.iter().map(|(name, value)| (&**name, value))
    }

    pub(crate) fn detail(&self, name: &str) -> Option<&Json> {
        self.details().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    pub(crate) fn pointer(&self) -> Option<&JsonPointer> {
        match &self.place {
            Some(Place::Pointer(pointer)) => Some(pointer),
            Some(Place::Parameter(_) | Place::Header(_)) | None => None,
        }
    }

    pub(crate) fn parameter(&self) -> Option<&str> {
        match &self.place {
            Some(Place::Parameter(name)) => Some(name),
            Some(Place::Pointer(_) | Place::Header(_)) | None => None,
        }
    }

    pub(crate) fn header(&self) -> Option<&str> {
        match &self.place {
            Some(Place::Header(name)) => Some(name),
            Some(Place::Pointer(_) | Place::Parameter(_)) | None => None,
        }
    }
}
