//! A file that is out of date.

use std::fmt;

use super::diff;

/// A file that is not as it should be; [`Display`](fmt::Display) has the difference, as a unified diff.
#[derive(Debug, Clone)]
pub struct Stale {
    pub(super) path: String,
    pub(super) old: Option<Vec<u8>>,
    pub(super) new: String,
}

impl Stale {
    /// The path, as it was given to [`Docs`](crate::Docs).
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What is in the file, in UTF-8 or not, if it is there.
    pub fn old_content(&self) -> Option<&[u8]> {
        self.old.as_deref()
    }

    /// What should be in it.
    pub fn new_content(&self) -> &str {
        &self.new
    }
}

impl fmt::Display for Stale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&diff::unified(self, usize::MAX))
    }
}
