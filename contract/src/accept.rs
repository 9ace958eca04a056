//! Which breaking changes are accepted.

use std::collections::BTreeSet;
use std::fmt;

use crate::change::Change;
use crate::rule::Level;

/// The breaking changes that are accepted, by their [subjects](crate::Subject).
///
/// # Examples
///
/// ```
/// use errbook_contract::Accept;
///
/// assert_eq!(Accept::parse("NO_ORDER, body.flat"), Accept::names(["NO_ORDER", "body.flat"]));
/// assert_eq!(Accept::parse("all"), Accept::All);
///
/// // A backslash is before a character of a name that would read differently.
/// let odd = Accept::names(["a,b", "all"]);
/// assert_eq!(odd.to_string(), r"a\,b,all");
/// assert_eq!(Accept::parse(r"a\,b,all"), odd);
/// assert_eq!(Accept::parse(r"\all"), Accept::names(["all"]));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Accept {
    /// No breaking change.
    #[default]
    Nothing,
    /// Those of these subjects.
    Names(BTreeSet<String>),
    /// All.
    All,
}

impl Accept {
    /// The changes of these subjects: codes, and `body.NAME` for a wire format.
    pub fn names<N: Into<String>>(names: impl IntoIterator<Item = N>) -> Self {
        Self::Names(names.into_iter().map(Into::into).collect())
    }

    /// Reads `all`, or names with commas between. A character after a backslash is part of a name, whatever it is.
    ///
    /// [`Display`](fmt::Display) writes what this reads.
    pub fn parse(text: &str) -> Self {
        match text.trim() {
            ALL => Self::All,
            names => Self::names(split(names).into_iter().filter(|name| !name.is_empty())),
        }
    }

    fn includes(&self, change: &Change) -> bool {
        match self {
            Self::Nothing => false,
            Self::Names(names) => names.contains(&change.subject.to_string()),
            Self::All => true,
        }
    }

    /// What prevents an update with these changes, if anything does.
    pub(crate) fn check(&self, changes: &[Change]) -> Result<(), Refused> {
        let breaking = || changes.iter().filter(|change| change.level == Level::Breaking);
        let (refused, never): (Vec<Change>, Vec<Change>) = breaking()
            .filter(|change| !change.rule.can_be_accepted() || !self.includes(change))
            .cloned()
            .partition(|change| change.rule.can_be_accepted());
        let unknown = match self {
            Self::Names(names) => {
                let is_unknown =
                    |name: &&String| !breaking().any(|change| change.subject.to_string() == **name);
                names.iter().filter(is_unknown).cloned().collect()
            }
            Self::Nothing | Self::All => Vec::new(),
        };
        if refused.is_empty() && never.is_empty() && unknown.is_empty() {
            Ok(())
        } else {
            Err(Refused { not_accepted: refused, never, unknown })
        }
    }
}

/// The name of all changes.
const ALL: &str = "all";

/// The names between commas, without the spaces around them.
fn split(text: &str) -> Vec<String> {
    let (mut names, mut name, mut end) = (Vec::new(), String::new(), 0);
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            ',' => {
                name.truncate(end);
                names.push(std::mem::take(&mut name));
            }
            c if c.is_whitespace() && name.is_empty() => {}
            '\\' => name.extend(chars.next()),
            c => name.push(c),
        }
        if !c.is_whitespace() {
            end = name.len();
        }
    }
    name.truncate(end);
    names.push(name);
    names
}

/// The names with commas between, as [`Accept::parse`] reads them.
impl fmt::Display for Accept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = match self {
            Self::Nothing => return Ok(()),
            Self::All => return f.write_str(ALL),
            Self::Names(names) => names,
        };
        if names.len() == 1 && names.contains(ALL) {
            return write!(f, "\\{ALL}");
        }
        for (at, name) in names.iter().enumerate() {
            f.write_str(if at == 0 { "" } else { "," })?;
            for c in name.chars() {
                let is_special = matches!(c, ',' | '\\') || c.is_whitespace();
                f.write_str(if is_special { "\\" } else { "" })?;
                write!(f, "{c}")?;
            }
        }
        Ok(())
    }
}

/// Why a lock was not updated. [`Display`](fmt::Display) says it in whole lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    not_accepted: Vec<Change>,
    never: Vec<Change>,
    unknown: Vec<String>,
}

impl Refused {
    /// The breaking changes that nobody accepted.
    pub fn not_accepted(&self) -> &[Change] {
        &self.not_accepted
    }

    /// The changes that cannot be accepted, such as a code that is used again.
    pub fn not_acceptable(&self) -> &[Change] {
        &self.never
    }

    /// The accepted names without a breaking change.
    pub fn unknown_names(&self) -> &[String] {
        &self.unknown
    }

    /// What to accept, as [`Accept::parse`] reads it.
    pub fn names(&self) -> String {
        Accept::names(self.not_accepted.iter().map(|change| change.subject.to_string())).to_string()
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for change in self.not_accepted.iter().chain(&self.never) {
            writeln!(f, "breaking: {change}\n  {}: {}", change.rule, change.rule.reason())?;
        }
        self.unknown.iter().try_for_each(|name| {
            writeln!(f, "nothing to accept: `{}` has no breaking change", crate::visible::visible(name))
        })
    }
}

impl std::error::Error for Refused {}
