//! One reply: an error, and what only the request knows.

mod escape;
mod facts;
mod http;
mod json;
mod prepare;
pub(crate) mod prepared;
mod serialize;

use std::borrow::Cow;
use std::fmt;
use std::time::SystemTime;

use serde::Serialize;

use self::facts::Facts;
use crate::body::Body;
use crate::error::ApiError;

/// An error and what only the request knows, ready to be sent.
///
/// A reply is always whole and valid JSON: a detail that cannot be serialized or is `null` (an `Option::None`) is left
/// out, a message that cannot be written is replaced by the title. (A serializer that cannot write all that JSON can, such
/// as that of `serde_json::Value` with numbers of 128 bits, fails with its own error.)
///
/// # Examples
///
/// ```
/// use errbook::{ApiError, Reply};
///
/// #[derive(Debug, ApiError)]
/// #[api(display, status = 404, code = "NoSuchOrder", message = "there is no order {id}")]
/// struct NoSuchOrder {
///     #[api(detail)]
///     id: u64,
/// }
///
/// let reply = Reply::new(&NoSuchOrder { id: 7 }).trace_id("4bf92f35").to_http();
///
/// assert_eq!(reply.status(), 404);
/// assert_eq!(reply.headers()["content-type"], "application/json");
/// assert_eq!(
///     reply.body(),
///     br#"{"code":"NoSuchOrder","message":"there is no order 7","trace_id":"4bf92f35","details":{"id":7}}"#,
/// );
/// ```
#[derive(Debug, Clone)]
pub struct Reply<'a> {
    error: &'a dyn ApiError,
    body: Option<&'static Body>,
    trace_id: Option<Cow<'a, str>>,
    instance: Option<Cow<'a, str>>,
    timestamp: Option<SystemTime>,
    extra: Vec<(Cow<'a, str>, serde_json::Value)>,
}

impl<'a> Reply<'a> {
    /// Starts a reply to a request that ended in this error.
    #[inline]
    pub fn new(error: &'a dyn ApiError) -> Self {
        Self { error, body: None, trace_id: None, instance: None, timestamp: None, extra: Vec::new() }
    }

    /// Sets the wire format, in place of the one that the error names: for clients that ask for another.
    ///
    /// What is prepared of a reply is found again by the address of its format: a `static` has one.
    ///
    /// What the format [requires](Body::requires) is only checked of errors that name it; what is missing is `null` here.
    #[must_use]
    #[inline]
    pub fn body(mut self, body: &'static Body) -> Self {
        self.body = Some(body);
        self
    }

    /// Sets what identifies the request.
    #[must_use]
    #[inline]
    pub fn trace_id(mut self, id: impl Into<Cow<'a, str>>) -> Self {
        self.trace_id = Some(id.into());
        self
    }

    /// Sets what identifies this occurrence: a URI reference, absolute or at least with its full path (RFC 9457 §3.1.5).
    #[must_use]
    #[inline]
    pub fn instance(mut self, uri: impl Into<Cow<'a, str>>) -> Self {
        self.instance = Some(uri.into());
        self
    }

    /// Sets the time of the reply, in place of the present.
    #[must_use]
    #[inline]
    pub fn timestamp(mut self, time: SystemTime) -> Self {
        self.timestamp = Some(time);
        self
    }

    /// Gives a value for the word `extra.NAME` of the body; the last one of a name counts.
    ///
    /// A value that cannot be serialized is as good as none.
    ///
    /// # Examples
    ///
    /// ```
    /// # use errbook::{ApiError, Reply};
    /// #[derive(Debug, ApiError)]
    /// #[api(display, body = errbook::body::JSON_RPC)]
    /// #[api(status = 404, code = "NoMethod", number = -32601, title = "Method not found")]
    /// struct NoMethod;
    ///
    /// assert_eq!(
    ///     Reply::new(&NoMethod).extra("id", 5).to_string(),
    ///     r#"{"jsonrpc":"2.0","error":{"code":-32601,"message":"Method not found"},"id":5}"#,
    /// );
    /// ```
    #[must_use]
    pub fn extra(mut self, name: impl Into<Cow<'a, str>>, value: impl Serialize) -> Self {
        let name = name.into();
        self.extra.retain(|(known, _)| *known != name);
        if let Ok(value) = serde_json::to_value(value) {
            self.extra.push((name, value));
        }
        self
    }

    /// The JSON of the body, in UTF-8.
    #[inline]
    pub fn to_json(&self) -> Vec<u8> {
        match self.constant() {
            Some(json) => json.to_vec(),
            None => self.write().into_owned(),
        }
    }

    /// The same, and static where nothing in it depends on the occurrence or the request.
    ///
    /// # Examples
    ///
    /// ```
    /// # use std::borrow::Cow;
    /// # use errbook::{ApiError, Reply};
    /// #[derive(Debug, ApiError)]
    /// #[api(display, status = 503, code = "Overloaded", message = "come back later")]
    /// struct Overloaded;
    ///
    /// let json: Cow<'static, [u8]> = Reply::new(&Overloaded).to_bytes();
    /// assert_eq!(*json, *br#"{"code":"Overloaded","message":"come back later"}"#);
    /// ```
    #[inline]
    pub fn to_bytes(&self) -> Cow<'static, [u8]> {
        match self.constant() {
            Some(json) => Cow::Borrowed(json),
            None => self.write(),
        }
    }

    #[inline]
    fn constant(&self) -> Option<&'static [u8]> {
        if !self.is_bare() {
            return None;
        }
        let row = self.error.__declared().row?;
        row.constant(self.body.unwrap_or_else(|| self.error.body()))
    }

    fn write(&self) -> Cow<'static, [u8]> {
        json::write(&Facts::new(self))
    }

    /// The whole response: status, `Content-Type`, the headers of the error, the body.
    pub fn to_http(&self) -> ::http::Response<Vec<u8>> {
        self.to_response()
    }

    /// The same with any type of body that is made of bytes; one that takes static bytes is spared the copy.
    ///
    /// With axum, `Reply::new(&error).to_response::<axum::body::Body>()` is its response.
    ///
    /// # Examples
    ///
    /// ```
    /// # use std::borrow::Cow;
    /// # use errbook::{ApiError, Reply};
    /// # #[derive(Debug, ApiError)]
    /// # #[api(display, status = 503, code = "Overloaded", message = "come back later")]
    /// # struct Overloaded;
    /// let response: http::Response<Cow<'static, [u8]>> = Reply::new(&Overloaded).to_response();
    /// assert_eq!(response.status(), 503);
    /// ```
    pub fn to_response<B: From<Cow<'static, [u8]>>>(&self) -> ::http::Response<B> {
        http::response(&Facts::new(self))
    }

    /// Whether the request adds nothing to the body.
    #[inline]
    fn is_bare(&self) -> bool {
        self.trace_id.is_none() && self.instance.is_none() && self.extra.is_empty()
    }
}

/// The JSON of the body.
impl fmt::Display for Reply<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&String::from_utf8_lossy(&self.to_bytes()))
    }
}
