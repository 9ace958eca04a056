//! What stands around a value that is about to be written.

use super::Flavour;
use super::flavour::is_key;
use crate::ast::HOLE;
use crate::format::{Place, Position};

impl<'o> Position<'o> {
    pub(super) fn is_cell(self) -> bool {
        self.place == Place::Cell
    }

    /// What is on the line so far, if a block could begin on it.
    fn content(self) -> Option<&'o str> {
        let content = self.before.get(self.start?..)?;
        Some(content.trim_start_matches([' ', '\t']))
    }

    /// Whether nothing is on the line yet.
    pub(super) fn is_first(self) -> bool {
        self.content().is_some_and(str::is_empty)
    }

    /// Whether markup could begin a block here: nothing is on the line, or a number that would count an item.
    pub(super) fn begins_line(self) -> bool {
        self.content().is_some_and(|content| content.bytes().take(10).all(|c| c.is_ascii_digit()))
    }

    pub(super) fn ends_line(self) -> bool {
        matches!(self.after, None | Some('\n' | '\r'))
    }

    /// Whether an address that the value ends with ends here too: what follows would be taken for a part of it.
    pub(super) fn ends_address(self) -> bool {
        self.after.is_none_or(|c| c.is_whitespace() || matches!(c, '.' | ',' | ';' | '!' | '?' | ')' | '|'))
    }

    /// Whether the last character is in front of a sign of emphasis.
    pub(super) fn ends_emphasis(self) -> bool {
        self.is_value && matches!(self.after, Some('*' | '_' | '~'))
    }

    /// Whether emphasis begins here, if it does.
    pub(super) fn begins_emphasis(self) -> bool {
        let text = self.before.trim_end_matches(['*', '_', '~']);
        self.is_value && text.len() < self.before.len() && !text.ends_with(char::is_alphanumeric)
    }

    /// Whether the first letter of the value makes markup of what stands around it: `<b>`, `&amp;`, `import`, `key:`.
    pub(super) fn joins(self, c: char, flavour: Flavour, begins_line: bool, text: &str) -> bool {
        if begins_line && flavour.is_mdx() && self.before.is_empty() && is_module(text) {
            return true;
        }
        let is_part = |c: char| c.is_ascii_alphanumeric() || c == '#';
        let is_line = flavour == Flavour::MkDocs && self.start.is_some() && self.after == Some(':');
        if is_line && is_key(self.before, text) {
            return true;
        }
        self.is_value
            && ((c.is_ascii_alphanumeric() && self.before.ends_with('<'))
                || ((is_part(c) || c == ';') && self.before.trim_end_matches(is_part).ends_with('&')))
    }

    /// Whether a code span here would run into another one.
    pub(super) fn touches_code(self) -> bool {
        self.before.ends_with('`') || matches!(self.after, Some('`' | HOLE))
    }
}

/// Whether a line of MDX that begins so is code.
fn is_module(text: &str) -> bool {
    let rest = text.strip_prefix("import").or_else(|| text.strip_prefix("export"));
    rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
}
