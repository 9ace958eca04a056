//! One change between two locks, and all of them.

use std::collections::BTreeMap;
use std::fmt;

use crate::rule::{Level, Rule};
use crate::visible::visible;

/// What a change is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Subject {
    /// The whole API.
    Book,
    /// A wire format, by its name in the lock.
    Body(String),
    /// An error, by its code.
    Code(String),
    /// An endpoint, such as `GET /orders/{id}`.
    Endpoint(String),
    /// What every endpoint may answer with.
    Everywhere,
}

/// What an acceptance names: the code, `body.NAME`, `endpoint.NAME`, `everywhere` or `book`.
impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Book => f.write_str("book"),
            Self::Body(name) => write!(f, "body.{}", visible(name)),
            Self::Code(code) => write!(f, "{}", visible(code)),
            Self::Endpoint(name) => write!(f, "endpoint.{}", visible(name)),
            Self::Everywhere => f.write_str("everywhere"),
        }
    }
}

/// One change of the contract. [`Display`](fmt::Display) writes it on one line: `TEAPOT: status: 404 -> 410`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub(crate) rule: Rule,
    pub(crate) level: Level,
    pub(crate) subject: Subject,
    /// The key of the fact, if the change is about one.
    pub(crate) fact: Option<String>,
    pub(crate) old: Option<String>,
    pub(crate) new: Option<String>,
    /// Whether what changed was never released, so that no client relies on it.
    pub(crate) is_unpublished: bool,
}

impl Change {
    pub(crate) fn new(rule: Rule, subject: Subject) -> Self {
        let level = rule.level();
        Self { rule, level, subject, fact: None, old: None, new: None, is_unpublished: false }
    }

    pub(crate) fn fact(mut self, fact: impl Into<String>) -> Self {
        self.fact = Some(fact.into());
        self
    }

    pub(crate) fn values(mut self, old: Option<String>, new: Option<String>) -> Self {
        (self.old, self.new) = (old, new);
        self
    }

    pub(crate) fn unpublished(mut self, is_unpublished: bool) -> Self {
        if is_unpublished {
            (self.level, self.is_unpublished) = (Level::Compatible, true);
        }
        self
    }

    /// The rule.
    pub fn rule(&self) -> Rule {
        self.rule
    }

    /// How much it matters to clients.
    pub fn level(&self) -> Level {
        self.level
    }

    /// What it is about. Its text is what an [acceptance](crate::Accept) names.
    pub fn subject(&self) -> &Subject {
        &self.subject
    }

    /// The code, if the change is about an error.
    pub fn code(&self) -> Option<&str> {
        match &self.subject {
            Subject::Code(code) => Some(code),
            Subject::Book | Subject::Body(_) | Subject::Endpoint(_) | Subject::Everywhere => None,
        }
    }

    /// The key of the fact, such as `detail.param`, or the path in a body; `None` if the change is about the whole.
    pub fn fact_key(&self) -> Option<&str> {
        self.fact.as_deref()
    }

    /// The old value, as text.
    pub fn old(&self) -> Option<&str> {
        self.old.as_deref()
    }

    /// The new value, as text.
    pub fn new_value(&self) -> Option<&str> {
        self.new.as_deref()
    }

    /// Whether what changed was never released, so that no client relies on it.
    pub fn is_unpublished(&self) -> bool {
        self.is_unpublished
    }

    /// What happened, without the subject: `status: 404 -> 410`.
    pub fn what(&self) -> String {
        let values = match (&self.old, &self.new) {
            (Some(old), Some(new)) => format!("{} -> {}", short(old), short(new)),
            (Some(old), None) => format!("{} -> (none)", short(old)),
            (None, Some(new)) => format!("(none) -> {}", short(new)),
            (None, None) => String::new(),
        };
        match &self.fact {
            Some(fact) if values.is_empty() => visible(fact).to_string(),
            Some(fact) => format!("{}: {values}", visible(fact)),
            None if values.is_empty() => self.rule.id().replace('-', " "),
            None => format!("{}: {values}", self.rule.id().replace('-', " ")),
        }
    }
}

/// The first characters of the first line.
fn short(text: &str) -> String {
    const LONGEST: usize = 100;
    let first = text.lines().next().unwrap_or_default();
    let is_cut = first.len() < text.trim_end().len() || first.chars().count() > LONGEST;
    let first: String = first.chars().take(LONGEST).collect();
    format!("{}{}", visible(&first), if is_cut { "…" } else { "" })
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.subject, self.what())
    }
}

/// The changes between two locks, in the order of the file. [`Display`](fmt::Display) lists them by level with their reasons.
///
/// # Examples
///
/// ```
/// use errbook::{ApiError, Book};
/// use errbook_contract::{Diff, Level, Lock, Rule};
///
/// #[derive(Debug, ApiError)]
/// #[api(display, status = 404, code = "NO_ORDER")]
/// struct Old;
///
/// #[derive(Debug, ApiError)]
/// #[api(display, status = 410, code = "NO_ORDER", title = "Not Found")]
/// struct New;
///
/// static OLD: Book = Book::new("Orders API", &[Old::CATALOG]);
/// static NEW: Book = Book::new("Orders API", &[New::CATALOG]);
///
/// let diff = Diff::between(&Lock::of(&OLD), &Lock::of(&NEW));
/// let breaking: Vec<_> = diff.at(Level::Breaking).collect();
/// assert_eq!(breaking[0].rule(), Rule::StatusChanged);
/// assert_eq!(breaking[0].to_string(), "NO_ORDER: status: 404 -> 410");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Diff {
    pub(crate) changes: Vec<Change>,
}

impl Diff {
    /// All changes.
    pub fn iter(&self) -> std::slice::Iter<'_, Change> {
        self.changes.iter()
    }

    /// The changes of one level.
    pub fn at(&self, level: Level) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(move |change| change.level == level)
    }

    /// The level of the most severe change; `None` if nothing changed.
    pub fn level(&self) -> Option<Level> {
        self.changes.iter().map(|change| change.level).max()
    }

    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// The same with the levels of a project. What was never released stays compatible.
    #[must_use]
    pub fn with_levels(mut self, levels: &Levels) -> Self {
        for change in self.changes.iter_mut().filter(|change| !change.is_unpublished) {
            change.level = levels.of(change.rule);
        }
        self
    }
}

impl<'d> IntoIterator for &'d Diff {
    type Item = &'d Change;
    type IntoIter = std::slice::Iter<'d, Change>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for Diff {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut is_first = true;
        for level in Level::ALL {
            if self.at(level).next().is_none() {
                continue;
            }
            writeln!(f, "{}{level}:", if is_first { "" } else { "\n" })?;
            is_first = false;
            for change in self.at(level) {
                writeln!(f, "  {change}\n    {}: {}", change.rule, change.rule.reason())?;
            }
        }
        Ok(())
    }
}

/// The levels of rules, where a project sets others.
///
/// # Examples
///
/// ```
/// use errbook_contract::{Level, Levels, Rule};
///
/// let levels = Levels::new().with(Rule::TitleChanged, Level::Breaking);
/// assert_eq!(levels.of(Rule::TitleChanged), Level::Breaking);
/// assert_eq!(levels.of(Rule::MessageChanged), Level::Notable);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Levels(BTreeMap<Rule, Level>);

impl Levels {
    /// The levels of the rules.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the level of a rule. A rule about what cannot be accepted stays breaking.
    #[must_use]
    pub fn with(mut self, rule: Rule, level: Level) -> Self {
        if rule.can_be_accepted() {
            self.0.insert(rule, level);
        }
        self
    }

    /// The level of a rule.
    pub fn of(&self, rule: Rule) -> Level {
        self.0.get(&rule).copied().unwrap_or(rule.level())
    }
}
