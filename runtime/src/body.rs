//! Wire formats as data: the tree that [`body!`](crate::body!) makes, and the shipped formats.

mod check;
mod contains;
mod extra;
mod formats;
mod id;
mod node;
mod placeholder;
mod template;
mod violation_part;

pub(crate) use contains::{Wanted, contains};
pub use formats::{FLAT, GOOGLE, GRAPHQL, JSON_API, JSON_RPC, MESSAGE, NESTED, ODATA, PROBLEM};
pub(crate) use id::BodyId;
pub(crate) use node::Named;
pub use node::{Member, Node, Segment};
pub use placeholder::Placeholder;
pub(crate) use placeholder::{Dependency, Source, Value};
pub(crate) use template::Template;
pub use violation_part::ViolationPart;

use http::StatusCode;

use crate::const_panic::const_panic;

/// What is made of the tree.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Content {
    Json,
    /// The string that the tree is.
    Text,
    Empty,
}

/// A wire format: the tree of a reply's body, and the headers that describe it.
///
/// Write it with [`body!`](crate::body!), as the JSON that it produces. Equal formats are one format, whether they are a
/// `static` or copies of a `const`.
///
/// # Examples
///
/// ```
/// /// The envelope of our API.
/// pub static ENVELOPE: errbook::Body = errbook::body!({
///     "success": false,
///     "errors": [{ "code": number, "message": message }],
/// }).with_content_language("en");
///
/// assert_eq!(ENVELOPE.content_type(), "application/json");
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Body {
    root: Node,
    content: Content,
    content_type: &'static str,
    content_language: Option<&'static str>,
    http_status: Option<StatusCode>,
    required: &'static [Placeholder],
    /// Whether a detail has a place of its own.
    has_detail: bool,
    has_type: bool,
    /// The identity of the tree alone.
    tree: BodyId,
    id: BodyId,
}

impl Body {
    /// Creates a format from its tree. Its content type is `application/json`.
    pub const fn new(root: Node) -> Self {
        let tree = BodyId::of(&root);
        Self {
            root,
            content: Content::Json,
            content_type: "application/json",
            content_language: None,
            http_status: None,
            required: &[],
            has_detail: contains(&root, Wanted::AnyDetail),
            has_type: contains(&root, Wanted::Type),
            tree,
            id: tree,
        }
        .identified()
    }

    /// The same format with its identity, which does not depend on the order of the builder's calls.
    const fn identified(mut self) -> Self {
        self.id = self.tree.number(self.content as u64).text(self.content_type);
        if let Some(language) = self.content_language {
            self.id = self.id.text(language);
        }
        if let Some(status) = self.http_status {
            self.id = self.id.number(status.as_u16() as u64);
        }
        if self.requires_message() {
            self.id = self.id.number(1);
        }
        self
    }

    /// Creates a format without a body, for errors that say everything by their status.
    ///
    /// # Examples
    ///
    /// ```
    /// use errbook::{ApiError, Body, Reply};
    ///
    /// static EMPTY: Body = Body::empty();
    ///
    /// #[derive(Debug, ApiError)]
    /// #[api(display, status = 404, code = "NoSuchPage", body = EMPTY)]
    /// struct NoSuchPage;
    ///
    /// let response = Reply::new(&NoSuchPage).to_response();
    /// assert!(response.body().is_empty() && !response.headers().contains_key("content-type"));
    /// ```
    pub const fn empty() -> Self {
        Self { content: Content::Empty, content_type: "", ..Self::new(Node::Null) }.identified()
    }

    /// Creates a format of plain text. Its content type is `text/plain; charset=utf-8`.
    ///
    /// The template has the placeholders of [`body!`](crate::body!) in braces, and `{{` and `}}` for braces. A placeholder
    /// without a value is empty.
    ///
    /// # Panics
    ///
    /// If a placeholder is unknown or an object, or if a brace is single. In a `const` or `static`, that is a compile error.
    ///
    /// # Examples
    ///
    /// ```
    /// use errbook::{ApiError, Body, Reply};
    ///
    /// static LINE: Body = Body::text("{code}: {message}\n");
    ///
    /// #[derive(Debug, ApiError)]
    /// #[api(display, status = 404, code = "NoSuchPage", body = LINE, message = "there is no page {0}")]
    /// struct NoSuchPage(u8);
    ///
    /// assert_eq!(Reply::new(&NoSuchPage(7)).to_string(), "NoSuchPage: there is no page 7\n");
    /// ```
    #[track_caller]
    pub const fn text(template: &'static str) -> Self {
        let content_type = "text/plain; charset=utf-8";
        Self { content: Content::Text, content_type, ..Self::new(Node::template(template)) }.identified()
    }

    /// Sets the `Content-Type` of replies (RFC 9110 §8.3).
    ///
    /// # Panics
    ///
    /// If it is not a valid header value. In a `const` or `static`, that is a compile error.
    #[must_use]
    #[track_caller]
    pub const fn with_content_type(mut self, content_type: &'static str) -> Self {
        check::header_value(content_type);
        self.content_type = content_type;
        self.identified()
    }

    /// Sets the `Content-Language` of replies (RFC 9110 §8.5): the language of the messages.
    ///
    /// # Panics
    ///
    /// If it is not a valid header value. In a `const` or `static`, that is a compile error.
    #[must_use]
    #[track_caller]
    pub const fn with_content_language(mut self, language: &'static str) -> Self {
        check::header_value(language);
        self.content_language = Some(language);
        self.identified()
    }

    /// Sets the status of responses, in place of that of the error: for protocols in which HTTP is only the transport.
    ///
    /// The body still has the status of the error, where it has one.
    ///
    /// # Panics
    ///
    /// If the status is not from 200 to 599. In a `const` or `static`, that is a compile error.
    ///
    /// # Examples
    ///
    /// ```
    /// use errbook::{ApiError, Body, Reply, body};
    ///
    /// /// JSON-RPC over HTTP answers 200, whatever the error is.
    /// static RPC: Body = body::JSON_RPC.with_http_status(200);
    ///
    /// #[derive(Debug, ApiError)]
    /// #[api(display, body = RPC, status = 404, code = "NoMethod", number = -32601)]
    /// struct NoMethod;
    ///
    /// assert_eq!(Reply::new(&NoMethod).to_response().status(), 200);
    /// ```
    #[must_use]
    #[track_caller]
    pub const fn with_http_status(mut self, status: u16) -> Self {
        self.http_status = match StatusCode::from_u16(status) {
            Ok(valid) if 200 <= status && status <= 599 => Some(valid),
            _ => const_panic(&["expected a status from 200 to 599"]),
        };
        self.identified()
    }

    /// The tree.
    pub const fn root(&self) -> &Node {
        &self.root
    }

    /// Whether replies are JSON, and not text or empty.
    pub const fn is_json(&self) -> bool {
        matches!(self.content, Content::Json)
    }

    pub(crate) const fn content(&self) -> Content {
        self.content
    }

    /// Whether the format gives any detail a place of its own.
    #[inline]
    pub(crate) const fn places_any(&self) -> bool {
        self.has_detail
    }

    /// Whether the format gives this detail a place of its own, so that it is not among the others.
    #[inline]
    pub(crate) fn places(&self, detail: &str) -> bool {
        self.has_detail && contains(&self.root, Wanted::Detail(detail.as_bytes()))
    }

    /// The `Content-Type` of replies; empty if they have no body.
    pub const fn content_type(&self) -> &'static str {
        self.content_type
    }

    /// The `Content-Language` of replies, if the format has one.
    pub const fn content_language(&self) -> Option<&'static str> {
        self.content_language
    }

    /// The status of responses, if it is not that of the error.
    pub const fn http_status(&self) -> Option<StatusCode> {
        self.http_status
    }

    pub(crate) const fn id(&self) -> BodyId {
        self.id
    }

    /// Whether the body says which type of problem it is, as RFC 9457 does.
    pub(crate) const fn has_type(&self) -> bool {
        self.has_type
    }
}

/// Formats are equal that write the same replies.
impl PartialEq for Body {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Body {}

#[cfg(feature = "derive")]
#[doc = include_str!("body.md")]
#[macro_export]
macro_rules! body {
    ($($json:tt)*) => {
        {
            const BODY: $crate::Body = $crate::__private::body!($crate; $($json)*);
            BODY
        }
    };
}
