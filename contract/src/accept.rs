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

    /// Reads `all`, or names with commas between.
    pub fn parse(text: &str) -> Self {
        match text.trim() {
            "all" => Self::All,
            names => Self::names(names.split(',').map(str::trim).filter(|name| !name.is_empty())),
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

    /// What to accept: the subjects with commas between.
    pub fn names(&self) -> String {
        let names: BTreeSet<String> =
            self.not_accepted.iter().map(|change| change.subject.to_string()).collect();
        names.into_iter().collect::<Vec<_>>().join(",")
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
