//! Example replies, for documentation: made by [`Reply`], from the examples that an entry declares.

mod sample;
mod text;

use std::fmt::{self, Write as _};
use std::time::{Duration, SystemTime};

use http::StatusCode;
use serde_json::Value as Json;

use self::sample::Sample;
use crate::body::Body;
use crate::entry::Entry;
use crate::reply::Reply;
use crate::status;

/// The trace id in the examples of W3C Trace Context.
const TRACE_ID: &str = "4bf92f3577b34da6a3ce929d0e0e4736";
/// 2025-01-01T00:00:00Z: documentation must not change from day to day.
const TIMESTAMP: Duration = Duration::from_secs(1_735_689_600);

/// An example of the reply to an error in a wire format; [`Entry::example`] makes it.
///
/// It displays as its body: indented JSON, or the text of a format without JSON.
///
/// A value that only an instance knows is the declared `example`. Without one, it is a value of the JSON type, or `…` if the
/// type is unknown too. A violation is shown with a code, which a reply may omit.
#[derive(Debug, Clone, Copy)]
pub struct Example<'a> {
    sample: Sample,
    body: &'a Body,
}

impl Entry {
    /// An example of the reply to this error in a wire format.
    ///
    /// # Examples
    ///
    /// ```
    /// use errbook::{ApiError, body};
    ///
    /// #[derive(Debug, ApiError)]
    /// #[api(display, status = 404, code = "NoOrder", message = "no order {id} of {user}")]
    /// struct NoOrder {
    ///     #[api(detail, example = 1042)]
    ///     id: u64,
    ///     #[api(example = "ada")]
    ///     user: String,
    /// }
    ///
    /// let error = NoOrder { id: 7, user: "grace".to_owned() };
    /// let example = error.entry().example(&body::MESSAGE);
    ///
    /// assert_eq!(example.json(), Some(serde_json::json!({ "error": "no order 1042 of ada" })));
    /// assert_eq!(example.headers(), [("Content-Type", "application/json".to_owned())]);
    /// ```
    pub fn example<'a>(&'static self, body: &'a Body) -> Example<'a> {
        Example { sample: Sample(self), body }
    }
}

impl Example<'_> {
    fn reply(&self) -> Reply<'_> {
        let time = SystemTime::UNIX_EPOCH + TIMESTAMP;
        Reply::new(&self.sample).body(self.body).trace_id(TRACE_ID).timestamp(time)
    }

    /// The status of the response: that of the format, or else the declared one.
    pub fn status(&self) -> StatusCode {
        self.body.http_status().unwrap_or(self.sample.0.status())
    }

    /// The headers: those of the error, spelled and ordered as declared, then those of the format.
    pub fn headers(&self) -> Vec<(&'static str, String)> {
        let mut headers = self.sample.headers();
        // A reply without a body has none.
        if !self.body.content_type().is_empty() {
            headers.push(("Content-Type", self.body.content_type().to_owned()));
        }
        let is_declared = headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("Content-Language"));
        if let Some(language) = self.body.content_language().filter(|_| !is_declared) {
            headers.push(("Content-Language", language.to_owned()));
        }
        headers
    }

    /// The body; `None` if the format is not JSON.
    pub fn json(&self) -> Option<Json> {
        self.body.is_json().then(|| serde_json::to_value(self.reply()).ok())?
    }

    /// The whole response as HTTP/1.1 writes it, with line feeds for line breaks.
    ///
    /// # Examples
    ///
    /// ```
    /// use errbook::{Entry, Fact, Header, body};
    ///
    /// static BUSY: Entry = Entry::new(503, "Busy").with_facts(&[Fact::Header(Header::constant("Retry-After", "5"))]);
    ///
    /// assert_eq!(
    ///     BUSY.example(&body::MESSAGE).to_http(),
    ///     "HTTP/1.1 503 Service Unavailable\nRetry-After: 5\nContent-Type: application/json\n\n{\n  \"error\": \"Service Unavailable\"\n}",
    /// );
    /// ```
    pub fn to_http(&self) -> String {
        let status = self.status();
        // `http` differs from IANA in some phrases.
        let phrase = match status.as_u16() {
            203 => Some("Non-Authoritative Information"),
            error @ 400.. => status::reason_phrase(error),
            _ => status.canonical_reason(),
        };
        let phrase = phrase.unwrap_or_default();
        let mut http = format!("HTTP/1.1 {} {phrase}", status.as_u16()).trim_end().to_owned();
        for (name, value) in self.headers() {
            // Writing to a `String` cannot fail.
            let _ = write!(http, "\n{name}: {value}");
        }
        let _ = write!(http, "\n\n{self}");
        http
    }
}

/// The body.
impl fmt::Display for Example<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let reply = self.reply();
        match serde_json::to_string_pretty(&reply) {
            Ok(json) if self.body.is_json() => f.write_str(&json),
            _ => reply.fmt(f),
        }
    }
}
