//! Whether clients may read the `Display` of an error.

use http::StatusCode;

use super::{Entry, Fact};

/// Whether the client may read `Display`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Exposure {
    ByStatus,
    Exposed,
    Redacted,
}

impl Entry {
    /// Looks for the one fact that every reply asks for; a check at compile time does not.
    #[must_use]
    pub(crate) const fn with_exposure(mut self) -> Self {
        let mut facts = self.facts;
        self.exposure = loop {
            match facts.next(b"er") {
                Some(Fact::Exposed) => break Exposure::Exposed,
                Some(Fact::Redacted) => break Exposure::Redacted,
                Some(_) => {}
                None => break Exposure::ByStatus,
            }
        };
        self
    }

    /// Says that `Display` writes the title, unless an instance has a text of its own.
    #[must_use]
    pub(crate) const fn with_displayed_title(mut self) -> Self {
        self.displays_title = true;
        self
    }

    /// Whether `Display` is known to write the title.
    pub(crate) const fn displays_title(&self) -> bool {
        self.displays_title
    }

    /// Whether the client may read `Display` when the reply has this status.
    ///
    /// It may at 4xx but not at 5xx, unless the entry says otherwise. The declared status counts as well: what
    /// was written for a 502 does not become public because an upstream answered 404.
    pub const fn exposes_display(&self, status: StatusCode) -> bool {
        match self.exposure {
            Exposure::Exposed => true,
            Exposure::Redacted => false,
            Exposure::ByStatus => self.status.as_u16() < 500 && status.as_u16() < 500,
        }
    }
}
