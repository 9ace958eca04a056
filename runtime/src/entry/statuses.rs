//! The statuses that an error may have.

use http::StatusCode;

use super::{Entry, Fact};
use crate::status;

impl Entry {
    /// The statuses that an instance may have: the declared one, then those of `also`.
    ///
    /// If an instance [may have any](Self::has_any_status), this is only the declared one.
    ///
    /// # Examples
    ///
    /// ```
    /// use errbook::ApiError;
    ///
    /// #[derive(Debug, ApiError)]
    /// #[api(display, status = 400, also(413, 422), code = "Invalid")]
    /// struct Invalid(#[api(status)] u16);
    ///
    /// let entry = Invalid(422).entry();
    /// assert!(entry.statuses().eq([400, 413, 422].map(|status| http::StatusCode::from_u16(status).unwrap())));
    /// assert!(!entry.has_any_status());
    /// ```
    pub fn statuses(&self) -> impl Iterator<Item = StatusCode> + use<> {
        let mut facts = self.facts;
        let others = std::iter::from_fn(move || facts.next(b"A"));
        let others = others.filter_map(|fact| match fact {
            Fact::AlsoStatus(status) => StatusCode::from_u16(status).ok(),
            _ => None,
        });
        std::iter::once(self.status()).chain(others)
    }

    /// Whether a field may choose any status from 400 to 599.
    pub const fn has_any_status(&self) -> bool {
        self.has_dynamic_status() && !self.has_other_statuses()
    }

    /// Whether there is a list of statuses that a field may choose.
    const fn has_other_statuses(&self) -> bool {
        let mut facts = self.facts;
        while let Some(fact) = facts.next(b"A") {
            if let Fact::AlsoStatus(_) = fact {
                return true;
            }
        }
        false
    }

    /// Whether the reply to an instance that says this status has it; otherwise it has the declared one.
    pub(crate) const fn allows_status(&self, status: u16) -> bool {
        status::is_error(status)
            && (status == self.status().as_u16() || !self.has_other_statuses() || self.lists_status(status))
    }

    const fn lists_status(&self, status: u16) -> bool {
        let mut facts = self.facts;
        while let Some(fact) = facts.next(b"A") {
            if let Fact::AlsoStatus(other) = fact {
                if other == status {
                    return true;
                }
            }
        }
        false
    }

    /// Whether two errors of one code can have the same status.
    pub(crate) const fn agrees_on_status(&self, other: &Self) -> bool {
        self.may_have(other.status().as_u16()) || other.may_have(self.status().as_u16())
    }

    const fn may_have(&self, status: u16) -> bool {
        status == self.status().as_u16() || self.has_dynamic_status() && self.allows_status(status)
    }
}
