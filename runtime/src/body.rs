//! Wire formats as data: the tree that [`body!`](crate::body!) makes, and the formats that are shipped.

mod check;
mod formats;
mod node;

pub use formats::{FLAT, GOOGLE, GRAPHQL, JSON_API, JSON_RPC, MESSAGE, NESTED, ODATA, PROBLEM};
pub(crate) use node::Named;
pub use node::{Member, Node, Piece, Word};

use crate::columns::StaticFacts;

/// A wire format: what the body of a reply is made of, and which headers describe it.
///
/// Written as the JSON that it makes, with [`body!`](crate::body!).
///
/// # Examples
///
/// ```
/// /// The envelope of our API.
/// pub const ENVELOPE: errbook::Body = errbook::body!({
///     "success": false,
///     "errors": [{ "code": number, "message": message }],
/// }).content_language("en");
///
/// assert_eq!(ENVELOPE.media_type(), "application/json");
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Body {
    root: Node,
    media_type: &'static str,
    language: Option<&'static str>,
    required: &'static [Word],
    has_type: bool,
}

impl Body {
    /// Makes a format of its tree, with the content type `application/json`.
    pub const fn new(root: Node) -> Self {
        Self {
            root,
            media_type: "application/json",
            language: None,
            required: &[],
            has_type: node::contains_type(&root),
        }
    }

    /// Sets the `Content-Type` of replies (RFC 9110 §8.3).
    ///
    /// # Panics
    ///
    /// If it is no legal header value; in a `const`, that is a compile error.
    #[must_use]
    #[track_caller]
    pub const fn content_type(mut self, media_type: &'static str) -> Self {
        check::header_value(media_type);
        self.media_type = media_type;
        self
    }

    /// Sets the `Content-Language` of replies (RFC 9110 §8.5): the language that messages are written in.
    ///
    /// # Panics
    ///
    /// If it is no legal header value; in a `const`, that is a compile error.
    #[must_use]
    #[track_caller]
    pub const fn content_language(mut self, language: &'static str) -> Self {
        check::header_value(language);
        self.language = Some(language);
        self
    }

    /// Makes it a compile error to derive an error of this format that says nothing for these words.
    ///
    /// For `Word::Grpc` the status must be the one that its canonical code maps to.
    ///
    /// # Examples
    ///
    /// ```
    /// use errbook::body::Word;
    ///
    /// pub const NUMBERED: errbook::Body = errbook::body!({ "code": number }).requires(&[Word::Number]);
    /// ```
    ///
    /// ```compile_fail
    /// # use errbook::body::Word;
    /// # pub const NUMBERED: errbook::Body = errbook::body!({ "code": number }).requires(&[Word::Number]);
    /// #[derive(Debug, errbook::ApiError)]
    /// #[api(display, body = NUMBERED, status = 400, code = "Invalid")]
    /// struct Invalid;
    /// ```
    #[must_use]
    pub const fn requires(mut self, words: &'static [Word]) -> Self {
        self.required = words;
        self
    }

    /// The tree.
    pub const fn root(&self) -> &Node {
        &self.root
    }

    /// The content type.
    pub const fn media_type(&self) -> &'static str {
        self.media_type
    }

    /// The language of messages, if the format says one.
    pub const fn language(&self) -> Option<&'static str> {
        self.language
    }

    /// Whether the format says which kind of problem it is, as RFC 9457 does.
    pub(crate) const fn has_type(&self) -> bool {
        self.has_type
    }

    /// Whether an error without details may lack something.
    pub(crate) const fn requires_something(&self) -> bool {
        !self.required.is_empty()
    }

    /// Panics if an error lacks what this format requires.
    #[track_caller]
    pub(crate) const fn check(&self, error: StaticFacts<'_>) {
        check::entry(self.required, error);
        if error.has_details() {
            check::details(&self.root, error);
        }
    }
}

/// Makes a [`Body`], written as the JSON that it makes.
///
/// Literals stay as they are. A bare word is filled in:
///
/// | word | value |
/// | --- | --- |
/// | `status` | the HTTP status, a number |
/// | `code`, `number` | the stable code; the numeric one |
/// | `title` | the title; beside `type`, the phrase of the status where the type is `about:blank` (RFC 9457 §4.2.1) |
/// | `message` | what this occurrence tells the client |
/// | `description` | the documentation before the first heading |
/// | `details` | an object of all details |
/// | `metadata` | the same, every value as text |
/// | `trace_id`, `instance` | what [`Reply`](crate::Reply) was given |
/// | `type` | the address of the documentation, or `about:blank` |
/// | `docs_url` | the address of the documentation |
/// | `retryable` | whether the same request may succeed later |
/// | `retry_after` | when, in seconds |
/// | `timestamp` | the time of the reply (RFC 3339) |
/// | `grpc` | the canonical code of `google.rpc.Code` |
/// | `meta.NAME` | a text of your own |
/// | `extra.NAME` | what [`Reply::extra`](crate::Reply::extra) gave |
///
/// Inside a string, `{status}` is filled in as text. `"key"?:` leaves the member out when its value is absent; without
/// the `?` it is `null`. An object is absent when it comes out empty, an array when all of its items are absent, a string
/// when one of its words is. `..details` spreads the details into the object; a detail never overwrites a member that the object names.
/// Doc comments describe members in documentation.
///
/// # Examples
///
/// ```
/// use errbook::{ApiError, Body, Reply};
///
/// const ENVELOPE: Body = errbook::body!({
///     "error": true,
///     "code": status,
///     "errorNum"?: number,
///     "errorMessage": message,
/// });
///
/// #[derive(Debug, ApiError)]
/// #[api(display, body = ENVELOPE, status = 404, code = "NoCollection", number = 1203)]
/// struct NoCollection;
///
/// assert_eq!(
///     Reply::new(&NoCollection).to_string(),
///     r#"{"error":true,"code":404,"errorNum":1203,"errorMessage":"Not Found"}"#,
/// );
/// ```
#[macro_export]
macro_rules! body {
    ($($json:tt)*) => {
        {
            const BODY: $crate::Body = $crate::__private::body!($crate; $($json)*);
            BODY
        }
    };
}
