//! One reply: an error and what only the request knows.

mod compile;
mod context;
mod http;
mod json;
mod request;
mod serialize;

use std::borrow::Cow;
use std::fmt;
use std::time::SystemTime;

use ::http::{HeaderMap, StatusCode};
use bytes::Bytes;

use self::context::RenderContext;
use self::request::Request;
use crate::__private::innermost;
use crate::body::{Body, Content, FLAT};
use crate::context::Context;
use crate::error::ApiError;
use crate::table::{Compiled, Row};

/// An error, together with what only the request knows, ready to be sent.
///
/// A reply is always complete, valid JSON: a detail that cannot be serialized or is `null` (such as `Option::None`) is
/// omitted, and a message that cannot be written falls back to the title. (A serializer that cannot write everything that
/// JSON can, such as that of `serde_json::Value` with 128-bit integers, fails with its own error.)
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
/// let response = Reply::new(&NoSuchOrder { id: 7 }).trace_id("4bf92f35").to_response();
///
/// assert_eq!(response.status(), 404);
/// assert_eq!(response.headers()["content-type"], "application/json");
/// assert_eq!(
///     **response.body(),
///     *br#"{"code":"NoSuchOrder","message":"there is no order 7","trace_id":"4bf92f35","details":{"id":7}}"#,
/// );
/// ```
#[derive(Debug, Clone)]
pub struct Reply<'a> {
    error: &'a dyn ApiError,
    body: Option<&'a Body>,
    default_body: Option<&'a Body>,
    status: Option<StatusCode>,
    timestamp: Option<SystemTime>,
    /// What the request adds to the body, if it adds anything. It is read where the body has a place for it.
    pub(crate) context: Option<&'a Context>,
    /// What is set in place of it. In a box, a reply without it costs nothing to make and to drop.
    request: Option<Box<Request<'a>>>,
}

impl<'a> Reply<'a> {
    /// Creates a reply to a request that failed with this error.
    #[inline]
    pub fn new(error: &'a dyn ApiError) -> Self {
        Self {
            error,
            body: None,
            default_body: None,
            status: None,
            timestamp: None,
            context: None,
            request: None,
        }
    }

    /// Sets the wire format, in place of the one that the error names: for clients that ask for another.
    ///
    /// What the format [requires](Body::with_required) is checked only for errors that name it. Missing values are `null`.
    #[must_use]
    #[inline]
    pub fn body(mut self, body: &'a Body) -> Self {
        self.body = Some(body);
        self
    }

    /// Sets the wire format for errors that name none: that of the API, in place of [`FLAT`].
    ///
    /// # Examples
    ///
    /// ```
    /// # use errbook::{ApiError, Reply, body};
    /// #[derive(Debug, ApiError)]
    /// #[api(display, status = 410, code = "Gone")]
    /// struct Gone;
    ///
    /// #[derive(Debug, ApiError)]
    /// #[api(display, status = 410, code = "Away", body = body::NESTED)]
    /// struct Away;
    ///
    /// let reply = |error| Reply::new(error).default_body(&body::MESSAGE).to_string();
    /// assert_eq!(reply(&Gone), r#"{"error":"Gone"}"#);
    /// assert_eq!(reply(&Away), r#"{"error":{"code":"Away","message":"Gone"}}"#);
    /// ```
    #[must_use]
    #[inline]
    pub fn default_body(mut self, body: &'a Body) -> Self {
        self.default_body = Some(body);
        self
    }

    /// Sets the status of the response, in place of that of the error, in the body too (RFC 9457 §3.1.2).
    ///
    /// # Examples
    ///
    /// ```
    /// # use errbook::{ApiError, Reply, body};
    /// use http::StatusCode;
    ///
    /// #[derive(Debug, ApiError)]
    /// #[api(display, status = 404, code = "NoUser", body = body::PROBLEM)]
    /// struct NoUser;
    ///
    /// let reply = Reply::new(&NoUser).status(StatusCode::GONE);
    /// assert_eq!(reply.to_response().status(), 410);
    /// assert!(reply.to_string().contains(r#""status":410"#));
    /// ```
    #[must_use]
    #[inline]
    pub fn status(mut self, status: StatusCode) -> Self {
        self.status = Some(status);
        self
    }

    /// Sets the time of the reply; the current time by default. On a target without a clock there is no default.
    #[must_use]
    #[inline]
    pub fn timestamp(mut self, time: SystemTime) -> Self {
        self.timestamp = Some(time);
        self
    }

    /// The message for the client. It falls back to the title if formatting fails. It may be empty.
    ///
    /// # Examples
    ///
    /// ```
    /// # use errbook::{ApiError, Reply};
    /// #[derive(Debug, ApiError)]
    /// #[api(display, status = 500, code = "Internal")]
    /// struct Database(#[api(from)] std::io::Error);
    ///
    /// let error = Database::from(std::io::Error::other("password=hunter2"));
    /// assert_eq!(Reply::new(&error).message(), "Internal Server Error");
    /// ```
    pub fn message(&self) -> String {
        self.context().message()
    }

    /// The status of the response: [the one that was set](Self::status), else that of the format, else that of the error.
    ///
    /// # Examples
    ///
    /// ```
    /// # use errbook::{ApiError, Body, Reply, body};
    /// #[derive(Debug, ApiError)]
    /// #[api(display, status = 404, code = "NoMethod", number = -32601)]
    /// struct NoMethod;
    ///
    /// static RPC: Body = body::JSON_RPC.with_http_status(200);
    ///
    /// assert_eq!(Reply::new(&NoMethod).http_status(), 404);
    /// assert_eq!(Reply::new(&NoMethod).body(&RPC).http_status(), 200);
    /// ```
    pub fn http_status(&self) -> StatusCode {
        self.context().http_status()
    }

    /// The body: JSON in UTF-8, or the text of a format without JSON. It is static if every instance and every request has
    /// the same.
    ///
    /// [`into_bytes`] makes `Bytes` of it.
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
    /// let json = Reply::new(&Overloaded).to_bytes();
    /// assert_eq!(*json, *br#"{"code":"Overloaded","message":"come back later"}"#);
    /// assert!(matches!(json, Cow::Borrowed(_)));
    /// ```
    #[expect(
        clippy::inline_always,
        reason = "where the caller knows the type, a static reply is a few instructions"
    )]
    #[inline(always)]
    pub fn to_bytes(&self) -> Cow<'static, [u8]> {
        let error = self.innermost();
        let row = error.__row();
        match row.and_then(|row| self.constant(row)) {
            Some(json) => Cow::Borrowed(json),
            None => self.render(error, row),
        }
    }

    /// The complete response: status, headers, body.
    ///
    /// Any type of body can be made of it: `.map(axum::body::Body::from)` for axum, `.map(http_body_util::Full::from)` for
    /// hyper, `.map(errbook::into_bytes)` for `Bytes`.
    ///
    /// # Examples
    ///
    /// ```
    /// # use errbook::{ApiError, Reply};
    /// # #[derive(Debug, ApiError)]
    /// # #[api(display, status = 503, code = "Overloaded", message = "come back later")]
    /// # struct Overloaded;
    /// let response = Reply::new(&Overloaded).to_response().map(errbook::into_bytes);
    ///
    /// assert_eq!(response.status(), 503);
    /// assert_eq!(*response.body(), &br#"{"code":"Overloaded","message":"come back later"}"#[..]);
    /// ```
    pub fn to_response(&self) -> ::http::Response<Cow<'static, [u8]>> {
        let context = self.context();
        let compiled = context.compiled();
        let mut response = ::http::Response::new(self.bytes(&context, compiled));
        *response.status_mut() = context.http_status();
        *response.headers_mut() = match http::headers(&context, compiled) {
            Cow::Borrowed(headers) => http::copy(headers),
            Cow::Owned(headers) => headers,
        };
        response
    }

    /// The status, the headers and the body, for servers whose types are not those of `http`. Headers that all replies of the
    /// error have are not copied.
    ///
    /// # Examples
    ///
    /// ```
    /// # use std::borrow::Cow;
    /// # use errbook::{ApiError, Reply};
    /// # #[derive(Debug, ApiError)]
    /// # #[api(display, status = 503, code = "Overloaded", message = "come back later")]
    /// # struct Overloaded;
    /// let (status, headers, body) = Reply::new(&Overloaded).to_parts();
    ///
    /// assert_eq!(status, 503);
    /// assert_eq!(headers["content-type"], "application/json");
    /// assert!(matches!(headers, Cow::Borrowed(_)));
    /// assert_eq!(*body, *br#"{"code":"Overloaded","message":"come back later"}"#);
    /// ```
    pub fn to_parts(&self) -> (StatusCode, Cow<'static, HeaderMap>, Cow<'static, [u8]>) {
        let context = self.context();
        let compiled = context.compiled();
        (context.http_status(), http::headers(&context, compiled), self.bytes(&context, compiled))
    }

    fn context(&self) -> RenderContext<'_> {
        let error = self.innermost();
        RenderContext::new(self, error, error.__row())
    }

    /// The JSON of a reply that is the same for every instance and request, if it was compiled before.
    #[inline]
    fn constant(&self, row: &'static Row) -> Option<&'static [u8]> {
        if !self.is_bare() || self.status.is_some() || row.has_dynamic_status {
            return None;
        }
        row.first_compiled(self.format(row.body))?.constant()
    }

    // Inside `to_bytes`, it would keep that from being inlined.
    #[inline(never)]
    fn render(&self, error: &dyn ApiError, row: Option<&'static Row>) -> Cow<'static, [u8]> {
        let context = RenderContext::new(self, error, row);
        self.bytes(&context, context.compiled())
    }

    fn bytes(&self, context: &RenderContext<'_>, compiled: Option<&'static Compiled>) -> Cow<'static, [u8]> {
        let is_bare = self.is_bare();
        let constant = compiled.filter(|_| is_bare).and_then(Compiled::constant);
        match (context.body.content(), constant, compiled) {
            (Content::Empty, ..) => Cow::Borrowed(&[]),
            (_, Some(constant), _) => Cow::Borrowed(constant),
            (Content::Text, None, _) => Cow::Owned(context.plain().into_bytes()),
            (Content::Json, None, None) => Cow::Owned(json::render(context)),
            (Content::Json, None, Some(compiled)) => {
                let parts = if is_bare { &compiled.bare } else { &compiled.full };
                Cow::Owned(json::fill(compiled, parts, context))
            }
        }
    }

    /// The error that everything but the format is taken from.
    #[inline]
    fn innermost(&self) -> &'a dyn ApiError {
        innermost(self.error)
    }

    /// The format, for an error that has this one of its own.
    #[inline]
    fn format(&self, own: Option<&'static Body>) -> &'a Body {
        match (self.body, own) {
            (Some(body), _) | (None, Some(body)) => body,
            (None, None) => self.error.body().or(self.default_body).unwrap_or(&FLAT),
        }
    }
}

/// Creates `Bytes` from a reply's body, without a copy.
///
/// # Examples
///
/// ```
/// # #[derive(Debug, errbook::ApiError)]
/// # #[api(display, status = 410, code = "Gone")]
/// # struct Gone;
/// let bytes: bytes::Bytes = errbook::into_bytes(errbook::Reply::new(&Gone).to_bytes());
/// assert!(bytes.starts_with(b"{"));
/// ```
#[must_use]
pub fn into_bytes(body: Cow<'static, [u8]>) -> Bytes {
    match body {
        Cow::Borrowed(body) => Bytes::from_static(body),
        Cow::Owned(body) => Bytes::from(body),
    }
}

/// The body, as text.
impl fmt::Display for Reply<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&String::from_utf8_lossy(&self.to_bytes()))
    }
}
