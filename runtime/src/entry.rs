//! The static facts of one error, made by the derive or written in a `static`.

mod detail;
mod docs;
mod encoded;
mod exposure;
mod fact;
mod fact_list;
mod field;
mod json_type;
mod parts;
mod statuses;
mod with_kind;

pub use detail::Detail;
pub(crate) use docs::description;
pub use encoded::Constant;
pub(crate) use encoded::{CONSTANT, OPTIONAL, Parts, Rows, as_str, hash_number, hash_text};
pub use fact::Fact;
pub(crate) use fact_list::Facts;
pub use field::Field;
pub use parts::{Deprecation, Header, Section};

use http::StatusCode;

use self::exposure::Exposure;
use crate::body::Body;
use crate::const_panic::const_panic;
use crate::status;

/// Everything about one error that is known without an instance.
///
/// The derive makes one for each variant. A hand-written one is a `static`, so that every instance shares it.
///
/// # Examples
///
/// ```
/// use errbook::{Entry, Fact};
///
/// static GONE: Entry = Entry::new(410, "OrderGone")
///     .with_type("shop::OrderError", "Gone")
///     .with_docs("The order was deleted.\n\n# Solution\nAsk for another order.")
///     .with_facts(&[Fact::Number(1410), Fact::Title("Order gone")]);
///
/// assert_eq!(GONE.status(), http::StatusCode::GONE);
/// assert_eq!(GONE.title(), "Order gone");
/// assert_eq!(GONE.description(), "The order was deleted.");
/// assert_eq!(GONE.section("Solution"), Some("Ask for another order."));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    type_path: &'static str,
    variant: &'static str,
    status: StatusCode,
    code: &'static str,
    /// Empty if there is none.
    message: &'static str,
    docs: &'static str,
    facts: Facts,
    /// One of the facts, which the compiler cannot read in a table.
    body: Option<&'static Body>,
    /// One of the facts, which every reply with a message asks for.
    exposure: Exposure,
    /// Whether `Display` is known to write the title, as that of the derive does without a message.
    displays_title: bool,
}

impl Entry {
    /// Creates an entry from its status and code.
    ///
    /// # Panics
    ///
    /// If the status is not from 400 to 599. In a `static`, that is a compile error.
    #[track_caller]
    pub const fn new(status: u16, code: &'static str) -> Self {
        let status = match StatusCode::from_u16(status) {
            Ok(valid) if status::is_error(status) => valid,
            _ => const_panic(&["expected a status from 400 to 599"]),
        };
        Self {
            type_path: "",
            variant: "",
            status,
            code,
            message: "",
            docs: "",
            facts: Facts::EMPTY,
            body: None,
            exposure: Exposure::ByStatus,
            displays_title: false,
        }
    }

    /// Sets the path of the type, as `module_path!()` and its name, and the name of the variant.
    ///
    /// A [`Book`](crate::Book) takes two entries of one type for the same error if their codes are equal.
    #[must_use]
    pub const fn with_type(mut self, path: &'static str, variant: &'static str) -> Self {
        self.type_path = path;
        self.variant = variant;
        self
    }

    /// Sets the template of the message, for documentation.
    ///
    /// [`ApiError::fmt_message`](crate::ApiError::fmt_message) writes the message itself.
    #[must_use]
    pub const fn with_message(mut self, template: &'static str) -> Self {
        self.message = template;
        self
    }

    /// Sets the documentation, in Markdown: a description, then a section for each `# Heading`.
    ///
    /// HTML comments in it are notes: generated documentation omits them, and a heading in one is not a section.
    ///
    /// Without the feature `docs` it is dropped.
    #[must_use]
    pub const fn with_docs(mut self, docs: &'static str) -> Self {
        self.docs = if cfg!(feature = "docs") { docs } else { "" };
        self
    }

    /// Sets all other facts.
    #[must_use]
    pub const fn with_facts(mut self, facts: &'static [Fact]) -> Self {
        self.facts = Facts::listed(facts);
        self.body = listed_body(facts);
        self.with_exposure()
    }

    /// The path of the type: its module and its name.
    pub const fn type_path(&self) -> &'static str {
        self.type_path
    }

    /// The name of the type.
    pub fn type_name(&self) -> &'static str {
        let path = self.type_path;
        path.rsplit_once("::").map_or(path, |(_, name)| name)
    }

    /// The name of the variant, or of the type if it is a struct; empty without the feature `docs`.
    pub const fn variant(&self) -> &'static str {
        self.variant
    }

    /// What a diagnostic calls the error.
    pub(crate) const fn label(&self) -> &'static str {
        if self.variant.is_empty() { self.code } else { self.variant }
    }

    /// The declared status. An instance may have [another one](crate::ApiError::status).
    pub const fn status(&self) -> StatusCode {
        self.status
    }

    /// The reason phrase that IANA has registered for the status.
    pub const fn reason_phrase(&self) -> Option<&'static str> {
        status::reason_phrase(self.status.as_u16())
    }

    /// The stable code.
    pub const fn code(&self) -> &'static str {
        self.code
    }

    /// The wire format of this error, if it has one of its own.
    pub const fn body(&self) -> Option<&'static Body> {
        self.body
    }

    /// The template of the message, as written.
    pub const fn message(&self) -> Option<&'static str> {
        if self.message.is_empty() { None } else { Some(self.message) }
    }
}

const fn listed_body(mut facts: &[Fact]) -> Option<&'static Body> {
    while let [fact, rest @ ..] = facts {
        if let Fact::Body(body) = fact {
            return Some(*body);
        }
        facts = rest;
    }
    None
}
