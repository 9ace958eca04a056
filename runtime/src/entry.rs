//! The static facts of one error, made once by the derive or by hand.

mod build;
mod parts;

pub use parts::{Deprecation, Detail, Header, Section};

use http::StatusCode;

use crate::complaint::{complain, same};
use crate::status;

/// Everything about one error that is the same at every occurrence.
///
/// The derive makes one for each variant. By hand, it is built in a `static`, so that all occurrences share it.
///
/// # Examples
///
/// ```
/// use errbook::{Entry, Section};
///
/// static GONE: Entry = Entry::new("shop::OrderError", "Gone", 410, "OrderGone")
///     .with_description("The order was deleted.")
///     .with_sections(&[Section::new("Solution", "Ask for another order.")]);
///
/// assert_eq!(GONE.status(), http::StatusCode::GONE);
/// assert_eq!(GONE.title(), "Gone");
/// assert_eq!(GONE.section("Solution"), Some("Ask for another order."));
/// ```
#[derive(Debug)]
pub struct Entry {
    type_path: &'static str,
    variant: &'static str,
    status: StatusCode,
    code: &'static str,
    number: Option<i64>,
    shared: bool,
    /// `None`: the phrase of the status.
    title: Option<&'static str>,
    message: Option<&'static str>,
    exposure: Exposure,
    /// `None`: as the status says.
    retryable: Option<bool>,
    description: &'static str,
    sections: &'static [Section],
    details: &'static [Detail],
    headers: &'static [Header],
    meta: &'static [(&'static str, &'static str)],
    docs_url: Option<&'static str>,
    deprecated: Option<Deprecation>,
    hidden: bool,
}

/// Whether the client may read `Display`.
#[derive(Debug, Clone, Copy)]
enum Exposure {
    ByStatus,
    Exposed,
    Redacted,
}

impl Entry {
    /// Starts an entry: the path of its type (`module::Type`), its variant, its status and its code.
    ///
    /// # Panics
    ///
    /// If the status is not from 400 to 599; in a `static`, that is a compile error.
    #[track_caller]
    pub const fn new(
        type_path: &'static str,
        variant: &'static str,
        status: u16,
        code: &'static str,
    ) -> Self {
        Self {
            type_path,
            variant,
            status: error_status(status),
            code,
            number: None,
            shared: false,
            title: None,
            message: None,
            exposure: Exposure::ByStatus,
            retryable: None,
            description: "",
            sections: &[],
            details: &[],
            headers: &[],
            meta: &[],
            docs_url: None,
            deprecated: None,
            hidden: false,
        }
    }

    /// The type and its modules, as `module_path!()` has them.
    pub const fn type_path(&self) -> &'static str {
        self.type_path
    }

    /// The name of the type alone.
    pub fn type_name(&self) -> &'static str {
        let path = self.type_path;
        path.rsplit_once("::").map_or(path, |(_, name)| name)
    }

    /// The name of the variant, or of the type if it is a struct.
    pub const fn variant(&self) -> &'static str {
        self.variant
    }

    /// The declared status; an occurrence may have [another](crate::ApiError::status).
    pub const fn status(&self) -> StatusCode {
        self.status
    }

    /// The phrase that IANA has registered for the status.
    pub const fn phrase(&self) -> Option<&'static str> {
        status::phrase(self.status.as_u16())
    }

    /// The stable code.
    pub const fn code(&self) -> &'static str {
        self.code
    }

    /// The numeric code beside it.
    pub const fn number(&self) -> Option<i64> {
        self.number
    }

    /// Whether other errors have the same code or number on purpose.
    pub const fn is_shared(&self) -> bool {
        self.shared
    }

    /// The short name, the same at every occurrence.
    pub const fn title(&self) -> &'static str {
        self.title_at(self.status)
    }

    /// The title of an occurrence with this status, which only counts where no title was given.
    pub(crate) const fn title_at(&self, status: StatusCode) -> &'static str {
        match (self.title, status::phrase(status.as_u16())) {
            (Some(title), _) => title,
            (None, Some(phrase)) => phrase,
            (None, None) => "Unknown Error",
        }
    }

    /// The format string of the message, as written; for documentation.
    pub const fn message(&self) -> Option<&'static str> {
        self.message
    }

    /// Whether the same request may succeed later.
    pub const fn is_retryable(&self) -> bool {
        self.is_retryable_at(self.status)
    }

    /// The same of an occurrence with this status, which only counts where nothing was said.
    pub(crate) const fn is_retryable_at(&self, status: StatusCode) -> bool {
        match self.retryable {
            Some(retryable) => retryable,
            None => status::is_retryable(status.as_u16()),
        }
    }

    /// What the error means, in Markdown; empty if nobody said.
    pub const fn description(&self) -> &'static str {
        self.description
    }

    /// All sections, in the order of the source.
    pub const fn sections(&self) -> &'static [Section] {
        self.sections
    }

    /// The text under this heading.
    pub fn section(&self, heading: &str) -> Option<&'static str> {
        let found = self.sections.iter().find(|section| section.heading() == heading);
        found.map(Section::text)
    }

    /// What is known of the details, in the order of the fields.
    pub const fn details(&self) -> &'static [Detail] {
        self.details
    }

    /// All headers: constant ones and those that an occurrence sends.
    pub const fn headers(&self) -> &'static [Header] {
        self.headers
    }

    /// All texts of your own, by name.
    pub const fn metas(&self) -> &'static [(&'static str, &'static str)] {
        self.meta
    }

    /// The text of this name.
    pub const fn meta(&self, name: &str) -> Option<&'static str> {
        let mut at = 0;
        while at < self.meta.len() {
            if same(self.meta[at].0, name) {
                return Some(self.meta[at].1);
            }
            at += 1;
        }
        None
    }

    /// The address of the documentation.
    pub const fn docs_url(&self) -> Option<&'static str> {
        self.docs_url
    }

    /// Since when the error is no longer answered, and what is instead.
    pub const fn deprecated(&self) -> Option<&Deprecation> {
        self.deprecated.as_ref()
    }

    /// Whether the error is kept out of documentation.
    pub const fn is_hidden(&self) -> bool {
        self.hidden
    }

    /// Whether the client may read `Display` when the reply has this status.
    ///
    /// Below 500 it may, from 500 up it may not, unless the entry says otherwise. The declared status counts as well:
    /// what was written for a 502 does not become public because an upstream answered 404.
    pub fn exposes_display(&self, status: StatusCode) -> bool {
        match self.exposure {
            Exposure::Exposed => true,
            Exposure::Redacted => false,
            Exposure::ByStatus => self.status.as_u16() < 500 && status.as_u16() < 500,
        }
    }

    /// The canonical code of `google.rpc.Code`: the `meta` text `grpc`, or [that of the status](status::grpc).
    pub const fn grpc(&self) -> &'static str {
        match self.meta("grpc") {
            Some(name) => name,
            None => status::grpc(self.status.as_u16()),
        }
    }
}

#[track_caller]
const fn error_status(status: u16) -> StatusCode {
    match StatusCode::from_u16(status) {
        Ok(code) if status::is_error(status) => code,
        _ => complain(&["an error has a status from 400 to 599"]),
    }
}
