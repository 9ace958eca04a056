//! Why an API has no types.

use std::fmt;

/// Everything that prevents types for an API. [`Display`](fmt::Display) writes a line for each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypesErrors {
    messages: Vec<String>,
}

impl TypesErrors {
    pub(crate) fn new(messages: Vec<String>) -> Self {
        Self { messages }
    }

    /// The messages, which have texts of the lock in them.
    pub fn messages(&self) -> impl Iterator<Item = &str> {
        self.messages.iter().map(String::as_str)
    }
}

impl fmt::Display for TypesErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, message) in self.messages.iter().enumerate() {
            f.write_str(if at == 0 { "" } else { "\n" })?;
            // The text of the file may not reach a terminal as it is.
            message.chars().try_for_each(|c| match c {
                c if errbook_contract::__private::is_control(c) => write!(f, "{}", c.escape_unicode()),
                c => write!(f, "{c}"),
            })?;
        }
        Ok(())
    }
}

impl std::error::Error for TypesErrors {}
