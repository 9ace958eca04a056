//! A file that is out of date.

use std::fmt;

use super::diff;

/// A file that is out of date. [`Display`](fmt::Display) writes a unified diff.
#[derive(Debug, Clone)]
pub struct Outdated {
    pub(super) path: String,
    pub(super) old: Option<Vec<u8>>,
    pub(super) new: String,
}

impl Outdated {
    /// The path, as given to [`Docs`](crate::Docs).
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The content of the file, which may be invalid UTF-8; `None` if the file does not exist.
    pub fn old_content(&self) -> Option<&[u8]> {
        self.old.as_deref()
    }

    /// The generated content.
    pub fn new_content(&self) -> &str {
        &self.new
    }
}

impl fmt::Display for Outdated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&diff::unified(self, usize::MAX))
    }
}
