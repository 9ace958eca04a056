//! What a layer reads and changes of a response.

use std::error::Error;

use errbook::Occurrence;
use http::header::{CONTENT_RANGE, VARY};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, response};

/// The part of a response that a layer reads and changes: all but its body.
///
/// It is implemented for [`http::response::Parts`].
pub trait Head {
    /// The status.
    fn status(&self) -> StatusCode;

    /// Sets the status.
    fn set_status(&mut self, status: StatusCode);

    /// The first value of a header.
    fn header(&self, name: &HeaderName) -> Option<HeaderValue>;

    /// Whether any value of a header is like this.
    fn has(&self, name: &HeaderName, is_like: impl Fn(&[u8]) -> bool) -> bool;

    /// Sets a header, in place of all its values.
    fn insert(&mut self, name: &HeaderName, value: HeaderValue);

    /// Sets a header, unless it is set.
    fn insert_missing(&mut self, name: &HeaderName, value: HeaderValue) {
        if !self.has(name, |_| true) {
            self.insert(name, value);
        }
    }

    /// Adds a value to a header.
    fn append(&mut self, name: &HeaderName, value: HeaderValue);

    /// Removes a header.
    fn remove(&mut self, name: &HeaderName);

    /// The error that the response replies with, if it is marked with one.
    fn occurrence(&self) -> Option<Occurrence>;

    /// Marks the response with an error.
    fn mark(&mut self, occurrence: Occurrence);

    /// What the framework failed with, for logs, if it keeps that beside the response.
    fn source(&self) -> Option<Box<dyn Error + Send + Sync>> {
        None
    }
}

impl Head for response::Parts {
    fn status(&self) -> StatusCode {
        self.status
    }

    fn set_status(&mut self, status: StatusCode) {
        self.status = status;
    }

    fn header(&self, name: &HeaderName) -> Option<HeaderValue> {
        self.headers.get(name).cloned()
    }

    fn has(&self, name: &HeaderName, is_like: impl Fn(&[u8]) -> bool) -> bool {
        self.headers.get_all(name).iter().any(|value| is_like(value.as_bytes()))
    }

    fn insert(&mut self, name: &HeaderName, value: HeaderValue) {
        self.headers.insert(name, value);
    }

    fn insert_missing(&mut self, name: &HeaderName, value: HeaderValue) {
        self.headers.entry(name).or_insert(value);
    }

    fn append(&mut self, name: &HeaderName, value: HeaderValue) {
        self.headers.append(name, value);
    }

    fn remove(&mut self, name: &HeaderName) {
        self.headers.remove(name);
    }

    fn occurrence(&self) -> Option<Occurrence> {
        self.extensions.get().cloned()
    }

    fn mark(&mut self, occurrence: Occurrence) {
        self.extensions.insert(occurrence);
    }
}

/// Replaces the body's headers by those of a reply. All others stay, such as `Allow` and those of CORS.
///
/// # Examples
///
/// ```
/// use http::{HeaderMap, HeaderValue, Response, StatusCode, header};
///
/// let (mut head, _) = Response::builder().header("etag", "1").header("allow", "GET").body(()).unwrap().into_parts();
/// let reply = HeaderMap::from_iter([(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))]);
/// errbook_server::replace_head(&mut head, StatusCode::GONE, reply);
///
/// let names = head.headers.keys().map(header::HeaderName::as_str).collect::<Vec<_>>();
/// assert_eq!((head.status, names), (StatusCode::GONE, vec!["allow", "content-type"]));
/// ```
pub fn replace_head(head: &mut impl Head, status: StatusCode, mut headers: HeaderMap) {
    head.set_status(status);
    // It says how long the thing is of which the range is not there (RFC 9110 §15.5.17).
    let is_kept = |name: &HeaderName| name == CONTENT_RANGE && status == StatusCode::RANGE_NOT_SATISFIABLE;
    for name in OF_A_BODY.iter().filter(|name| !is_kept(name)) {
        head.remove(name);
    }
    for name in headers.keys().cloned().collect::<Vec<_>>() {
        let http::header::Entry::Occupied(values) = headers.entry(&name) else { continue };
        let (_, values) = values.remove_entry_mult();
        for (at, value) in values.enumerate() {
            if at == 0 && name != VARY {
                head.insert(&name, value);
            } else if name != VARY || !head.has(&VARY, |known| known.eq_ignore_ascii_case(value.as_bytes())) {
                head.append(&name, value);
            }
        }
    }
}

/// The headers of a reply that describe its body.
pub(crate) fn headers_of_body(headers: &HeaderMap) -> HeaderMap {
    OF_A_BODY.iter().filter_map(|name| Some((name.clone(), headers.get(name)?.clone()))).collect()
}

/// The headers that describe the body that was replaced (RFC 9110 §8), or its transfer.
static OF_A_BODY: [HeaderName; 15] = {
    use http::header as h;
    [
        h::CONTENT_TYPE,
        h::CONTENT_LENGTH,
        h::CONTENT_ENCODING,
        h::TRANSFER_ENCODING,
        h::ETAG,
        h::LAST_MODIFIED,
        h::ACCEPT_RANGES,
        CONTENT_RANGE,
        h::CONTENT_DISPOSITION,
        h::CONTENT_LANGUAGE,
        h::CONTENT_LOCATION,
        h::TRAILER,
        HeaderName::from_static("content-digest"),
        HeaderName::from_static("repr-digest"),
        HeaderName::from_static("digest"),
    ]
};
