//! The two sides of a text with conflict markers of git.

use crate::read::{LockErrors, conflict_marker};

/// One side of all conflicts, with the lines that it has in the file.
pub(super) struct Side {
    pub(super) text: String,
    lines: Vec<usize>,
}

impl Side {
    fn push(&mut self, line: &str, at: usize) {
        self.text.push_str(line);
        self.text.push('\n');
        self.lines.push(at);
    }

    /// The mistakes at their lines of the file.
    pub(super) fn place(&self, errors: LockErrors) -> LockErrors {
        errors.map_lines(|line| self.lines.get(line.saturating_sub(1)).copied().unwrap_or(line))
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    Both,
    Ours,
    /// The common ancestor, which `diff3` shows.
    Base,
    Theirs,
}

/// Both sides; `None` without a conflict.
pub(super) fn of(text: &str) -> Result<Option<[Side; 2]>, LockErrors> {
    if conflict_marker(text).is_none() {
        return Ok(None);
    }
    let empty = || Side { text: String::with_capacity(text.len()), lines: Vec::new() };
    let (mut ours, mut theirs, mut at) = (empty(), empty(), At::Both);
    for (index, line) in text.lines().enumerate() {
        let number = index + 1;
        at = match (at, line.split(' ').next().unwrap_or_default()) {
            (At::Both, "<<<<<<<") => At::Ours,
            (At::Ours, "|||||||") => At::Base,
            (At::Ours | At::Base, "=======") => At::Theirs,
            (At::Theirs, ">>>>>>>") => At::Both,
            (_, "<<<<<<<" | ">>>>>>>") => {
                return Err(LockErrors::one(number, 1, "unexpected conflict marker of git"));
            }
            (at, _) => {
                if matches!(at, At::Both | At::Ours) {
                    ours.push(line, number);
                }
                if matches!(at, At::Both | At::Theirs) {
                    theirs.push(line, number);
                }
                at
            }
        };
    }
    if at == At::Both {
        Ok(Some([ours, theirs]))
    } else {
        Err(LockErrors::one(text.lines().count(), 1, "unclosed conflict of git"))
    }
}
