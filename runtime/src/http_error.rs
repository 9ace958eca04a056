//! What is wrong with a request in the words of HTTP, for whatever no error of the API is declared for.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;

use http::StatusCode;

use crate::catalog::{Catalog, CatalogItem, HasCatalog};
use crate::entry::Entry;
use crate::error::ApiError;

/// An error with a registered status of HTTP, which is also its code: `NOT_FOUND`, `CONTENT_TOO_LARGE`.
///
/// Layers and middleware of servers answer in it where a framework refuses a request itself, and where a handler panics.
/// A status that is not registered has the code of 400 or 500, as RFC 9110 §15 has clients read it.
///
/// # Examples
///
/// ```
/// use errbook::{HttpError, Reply};
/// use http::StatusCode;
///
/// let error = HttpError::new(StatusCode::NOT_FOUND);
/// assert_eq!(Reply::new(&error).to_string(), r#"{"code":"NOT_FOUND","message":"Not Found"}"#);
///
/// let error = HttpError::internal(std::io::Error::other("password=hunter2"));
/// assert_eq!(
///     Reply::new(&error).to_string(),
///     r#"{"code":"INTERNAL_SERVER_ERROR","message":"Internal Server Error"}"#,
/// );
/// ```
#[derive(Debug)]
pub struct HttpError {
    status: StatusCode,
    message: Option<Cow<'static, str>>,
    source: Option<Box<dyn Error + Send + Sync>>,
}

impl HttpError {
    /// Creates an error from its status; one that is not from 400 to 599 counts as 500.
    pub const fn new(status: StatusCode) -> Self {
        let status = match status.as_u16() {
            400..=599 => status,
            _ => StatusCode::INTERNAL_SERVER_ERROR,
        };
        Self { status, message: None, source: None }
    }

    /// Creates an error with the status 500 for anything that went wrong. Only logs show what it was.
    pub fn internal(source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::INTERNAL_SERVER_ERROR.with_source(source)
    }

    /// Sets the message. At 5xx only logs show it.
    ///
    /// # Examples
    ///
    /// ```
    /// use errbook::{HttpError, Reply};
    ///
    /// let error = HttpError::BAD_REQUEST.with_message("`limit` is not a number");
    /// assert_eq!(
    ///     Reply::new(&error).to_string(),
    ///     r#"{"code":"BAD_REQUEST","message":"`limit` is not a number"}"#,
    /// );
    /// ```
    #[must_use]
    pub fn with_message(mut self, message: impl Into<Cow<'static, str>>) -> Self {
        self.message = Some(message.into());
        self
    }

    /// Sets the source, for logs.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        self.source = Some(source.into());
        self
    }
}

impl From<StatusCode> for HttpError {
    fn from(status: StatusCode) -> Self {
        Self::new(status)
    }
}

impl fmt::Display for HttpError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message.as_deref().unwrap_or(self.entry().title()))
    }
}

impl Error for HttpError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

#[diagnostic::do_not_recommend]
impl ApiError for HttpError {
    fn entry(&self) -> &'static Entry {
        let status = self.status.as_u16();
        let class = if status < 500 { 400 } else { 500 };
        let find = |status| ENTRIES.iter().find(|entry| entry.status().as_u16() == status);
        find(status).or_else(|| find(class)).unwrap_or(&ENTRIES[0])
    }

    fn status(&self) -> StatusCode {
        self.status
    }
}

macro_rules! http_errors {
    ($($status:literal $code:ident)*) => {
        impl HttpError {
            $(
                #[doc = concat!("The error with the status ", $status, ".")]
                pub const $code: Self = Self::new(match StatusCode::from_u16($status) {
                    Ok(status) => status,
                    Err(_) => panic!("invalid status"),
                });
            )*

            /// The errors of this type, one for each registered status.
            pub const CATALOG: &'static Catalog = &Catalog::new("HttpError", &ITEMS);
        }

        static ENTRIES: [Entry; [$($status),*].len()] = [
            $(Entry::new($status, stringify!($code)).with_type("errbook::HttpError", stringify!($code)).with_displayed_title()),*
        ];

        static ITEMS: [CatalogItem; ENTRIES.len()] = {
            let mut items = [CatalogItem::Unknown; ENTRIES.len()];
            let mut at = 0;
            while at < items.len() {
                items[at] = CatalogItem::Entry(&ENTRIES[at]);
                at += 1;
            }
            items
        };
    };
}

http_errors! {
    400 BAD_REQUEST
    401 UNAUTHORIZED
    402 PAYMENT_REQUIRED
    403 FORBIDDEN
    404 NOT_FOUND
    405 METHOD_NOT_ALLOWED
    406 NOT_ACCEPTABLE
    407 PROXY_AUTHENTICATION_REQUIRED
    408 REQUEST_TIMEOUT
    409 CONFLICT
    410 GONE
    411 LENGTH_REQUIRED
    412 PRECONDITION_FAILED
    413 CONTENT_TOO_LARGE
    414 URI_TOO_LONG
    415 UNSUPPORTED_MEDIA_TYPE
    416 RANGE_NOT_SATISFIABLE
    417 EXPECTATION_FAILED
    421 MISDIRECTED_REQUEST
    422 UNPROCESSABLE_CONTENT
    423 LOCKED
    424 FAILED_DEPENDENCY
    425 TOO_EARLY
    426 UPGRADE_REQUIRED
    428 PRECONDITION_REQUIRED
    429 TOO_MANY_REQUESTS
    431 REQUEST_HEADER_FIELDS_TOO_LARGE
    451 UNAVAILABLE_FOR_LEGAL_REASONS
    500 INTERNAL_SERVER_ERROR
    501 NOT_IMPLEMENTED
    502 BAD_GATEWAY
    503 SERVICE_UNAVAILABLE
    504 GATEWAY_TIMEOUT
    505 HTTP_VERSION_NOT_SUPPORTED
    506 VARIANT_ALSO_NEGOTIATES
    507 INSUFFICIENT_STORAGE
    508 LOOP_DETECTED
    510 NOT_EXTENDED
    511 NETWORK_AUTHENTICATION_REQUIRED
}

#[diagnostic::do_not_recommend]
impl HasCatalog for HttpError {
    const CATALOG: &'static Catalog = Self::CATALOG;
}

#[cfg(test)]
mod tests {
    use super::ENTRIES;
    use crate::status::REGISTERED;

    /// The code of each registered status is its phrase.
    #[test]
    fn codes_are_phrases() {
        let expected =
            REGISTERED.map(|(status, phrase)| (status, phrase.to_uppercase().replace(['-', ' '], "_")));
        let actual = ENTRIES.each_ref().map(|entry| (entry.status().as_u16(), entry.code().to_owned()));
        assert_eq!(actual, expected);
    }
}
