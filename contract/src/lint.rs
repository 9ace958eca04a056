//! Lint of what people read: descriptions, titles, sections, links.

mod check;

use std::fmt;

use crate::config::Config;
use crate::lock::Lock;
use crate::visible::visible;

macro_rules! lints {
    ($($(#[$docs:meta])* $lint:ident $id:literal: $reason:literal;)*) => {
        /// A lint of a lock. Its [id](Self::id) is stable.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Lint {
            $(#[doc = concat!("`", $id, "`: ", $reason)] $lint,)*
        }

        /// All lints, in the order of the documentation.
        pub const LINTS: &[Lint] = &[$(Lint::$lint),*];

        impl Lint {
            /// The stable id, such as `no-description`.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$lint => $id,)* }
            }

            /// Why somebody should care, one sentence.
            pub const fn reason(self) -> &'static str {
                match self { $(Self::$lint => $reason,)* }
            }
        }
    };
}

lints! {
    NoDescription "no-description": "Whoever looks the code up finds nothing.";
    TitleStop "title-stop": "A title is not a sentence.";
    TitleLong "title-long": "A title is a few words; the description has room for more.";
    SectionMissing "section-missing": "The project wants this section for every error.";
    LinkDead "link-dead": "The link leads to an error that does not exist.";
    DocsUrlDrift "docs-url-drift": "The address names another code than the one that it documents.";
    StatusUnregistered "status-unregistered": "IANA has not registered the status, so clients treat it as 400 or 500 (RFC 9110 section 15).";
    RequiredHeaderMissing "required-header-missing": "RFC 9110 requires the header with this status.";
    CodeLooksLikeRetired "code-looks-like-retired": "People will take the code for a retired one.";
    MessageIsTitle "message-is-title": "The message says nothing that the title does not.";
    WhyMissing "why-missing": "Whoever meets the retired code wants to know why it is gone, or what replaces it.";
    EndpointAny "endpoint-any": "Clients of the endpoint cannot know which errors it answers with.";
}

impl Lint {
    /// The lint with this id.
    pub fn of_id(id: &str) -> Option<Self> {
        LINTS.iter().copied().find(|lint| lint.id() == id)
    }
}

/// The id.
impl fmt::Display for Lint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// What a lint found. [`Display`](fmt::Display) writes it on one line: ``NO_ORDER: expected a description (no-description)``.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub(crate) lint: Lint,
    pub(crate) code: String,
    pub(crate) message: String,
}

impl Finding {
    /// The lint.
    pub fn lint(&self) -> Lint {
        self.lint
    }

    /// The code, or the endpoint.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// What is wrong, and what to write.
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} ({})", visible(&self.code), visible(&self.message), self.lint)
    }
}

impl Lock {
    /// What the lints find that a project has not switched off, in the order of the codes; then those of endpoints.
    ///
    /// # Examples
    ///
    /// ```
    /// use errbook::{ApiError, Book};
    /// use errbook_contract::{Config, Lint, Lock};
    ///
    /// #[derive(Debug, ApiError)]
    /// #[api(display, status = 404, code = "NO_ORDER")]
    /// struct NotFound;
    ///
    /// static BOOK: Book = Book::new("Orders API", &[NotFound::CATALOG]);
    ///
    /// let findings = Lock::of(&BOOK).lint(&Config::default());
    /// assert_eq!(findings[0].lint(), Lint::NoDescription);
    /// assert_eq!(findings[0].to_string(), "NO_ORDER: expected a description (no-description)");
    ///
    /// let config = Config::parse("lint.no-description = false")?;
    /// assert!(Lock::of(&BOOK).lint(&config).is_empty());
    /// # Ok::<(), errbook_contract::LockErrors>(())
    /// ```
    pub fn lint(&self, config: &Config) -> Vec<Finding> {
        let mut findings = check::all(self, config);
        findings.retain(|finding| config.is_on(finding.lint));
        findings
    }
}
