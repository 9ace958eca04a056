//! Releases: what is next becomes published.

use crate::fact::{FactKind, Value};
use crate::lock::{Lock, NEXT};
use crate::visible::visible;

/// Why a release cannot have this name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("invalid release `{}`: {why}", visible(name))]
pub struct ReleaseError {
    name: String,
    why: &'static str,
}

impl Lock {
    /// The lock after a release: what is `next` has its name.
    ///
    /// # Errors
    ///
    /// If the name is empty, is `next`, or is that of the last release.
    ///
    /// # Examples
    ///
    /// ```
    /// use errbook_contract::Lock;
    ///
    /// static BOOK: errbook::Book = errbook::Book::new("Orders API", &[]);
    ///
    /// let lock = Lock::of(&BOOK).with_release("1.0.0")?;
    /// assert_eq!(lock.release(), Some("1.0.0"));
    /// assert_eq!(lock.with_release("1.0.0").unwrap_err().to_string(), "invalid release `1.0.0`: it is the last release");
    /// # Ok::<(), errbook_contract::ReleaseError>(())
    /// ```
    pub fn with_release(mut self, name: &str) -> Result<Self, ReleaseError> {
        let why = match name {
            "" => Some("expected a name"),
            NEXT => Some("`next` is what is not released"),
            crate::lock::EARLIER => Some("`earlier` is what was before the first release"),
            _ if self.release.as_deref() == Some(name) => Some("it is the last release"),
            _ if name.chars().any(char::is_control) => Some("expected a name on one line"),
            _ => None,
        };
        if let Some(why) = why {
            return Err(ReleaseError { name: name.to_owned(), why });
        }
        let retired = self.retired.values_mut();
        retired.filter(|retired| retired.release.as_deref() == Some(NEXT)).for_each(|retired| {
            retired.release = Some(name.to_owned());
        });
        for error in self.errors.values_mut().flatten() {
            if error.text(FactKind::Since) == Some(NEXT) {
                error.set(FactKind::Since, Value::Text(name.to_owned()));
            }
        }
        self.release = Some(name.to_owned());
        Ok(self)
    }
}
