//! The changelog of a contract, between two locks or from one, in Markdown.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::change::{Change, Diff};
use crate::comments::without_comments;
use crate::fact::FactKind;
use crate::lock::{Lock, LockedError, NEXT, Retired};
use crate::rule::{Level, Rule};

/// What changed between two locks, in Markdown: sections `Breaking`, `Notable`, `Added` and `Retired`.
///
/// # Examples
///
/// ```
/// use errbook::{ApiError, Book};
/// use errbook_contract::{Lock, changelog};
///
/// #[derive(Debug, ApiError)]
/// #[api(display)]
/// enum OrderError {
///     #[api(status = 404, code = "NO_ORDER")]
///     NotFound,
/// }
///
/// static OLD: Book = Book::new("Orders API", &[]);
/// static NEW: Book = Book::new("Orders API", &[OrderError::CATALOG]);
///
/// let changes = changelog(&Lock::of(&OLD), &Lock::of(&NEW));
/// assert_eq!(changes, "### Added\n\n- `NO_ORDER` (404): Not Found\n");
/// ```
pub fn changelog(old: &Lock, new: &Lock) -> String {
    let diff = Diff::between(old, new);
    let is_about_codes =
        |change: &Change| matches!(change.rule, Rule::CodeAdded | Rule::CodeRemoved | Rule::CodeRenamed);
    let at = |level| {
        let changes = diff.at(level).filter(|change| !is_about_codes(change));
        changes.map(|change| format!("{}: {}", code(&change.subject.to_string()), what(change))).collect()
    };
    let added = diff.iter().filter(|change| change.rule == Rule::CodeAdded).filter_map(Change::code);
    let gone = diff.iter().filter(|change| matches!(change.rule, Rule::CodeRemoved | Rule::CodeRenamed));
    let sections = [
        ("Breaking", at(Level::Breaking)),
        ("Notable", at(Level::Notable)),
        ("Added", added.map(|name| summary(new.by_code(name))).collect()),
        ("Retired", gone.filter_map(|change| Some(retired_line(change.code()?, old, new, change))).collect()),
    ];
    render(&sections, 3)
}

fn what(change: &Change) -> String {
    let value = |value: Option<&str>| value.map_or_else(|| "nothing".to_owned(), code);
    let rule = || change.rule.id().replace('-', " ");
    match &change.fact {
        Some(fact) if change.old.is_none() && change.new.is_none() => format!("{} {}", rule(), code(fact)),
        Some(fact) => format!("{} was {}, is {}", code(fact), value(change.old()), value(change.new_value())),
        None => rule(),
    }
}

fn retired_line(name: &str, old: &Lock, new: &Lock, change: &Change) -> String {
    match new.retired_code(name) {
        Some(retired) => retired_summary(name, retired),
        None => {
            let replaced =
                change.new_value().map(|name| format!(", replaced by {}", code(name))).unwrap_or_default();
            format!("{}{replaced}", summary(old.by_code(name)))
        }
    }
}

/// `- `CODE` (404): Title`
fn summary(errors: &[LockedError]) -> String {
    let Some(error) = errors.first() else { return String::new() };
    let title = error.text(FactKind::Title).unwrap_or_default();
    format!("{} ({}): {}", code(&error.code), error.status(), text(title))
}

fn retired_summary(name: &str, retired: &Retired) -> String {
    let mut line = code(name);
    if let Some(replaced_by) = retired.replaced_by() {
        let _ = write!(line, ", replaced by {}", code(replaced_by));
    }
    if let Some(why) = retired.why() {
        // As it is Markdown, its further lines belong to the item.
        let _ = write!(line, ": {}", without_comments(why).trim().replace('\n', "\n  "));
    }
    line
}

fn render(sections: &[(&str, Vec<String>)], level: usize) -> String {
    let mut out = String::new();
    for (heading, lines) in sections.iter().filter(|(_, lines)| !lines.is_empty()) {
        let separator = if out.is_empty() { "" } else { "\n" };
        let _ = writeln!(out, "{separator}{} {heading}\n", "#".repeat(level));
        for line in lines {
            let _ = writeln!(out, "- {line}");
        }
    }
    out
}

impl Lock {
    /// The history that this lock remembers, in Markdown, the newest release first: what was added, changed and retired.
    ///
    /// It has what [`changelog`] has only of codes and their facts; wire formats leave no trace in a lock.
    ///
    /// # Examples
    ///
    /// ```
    /// use errbook::{ApiError, Book};
    /// use errbook_contract::Lock;
    ///
    /// #[derive(Debug, ApiError)]
    /// #[api(display, status = 404, code = "NO_ORDER", since = "1.2.0")]
    /// struct NotFound;
    ///
    /// static BOOK: Book = Book::new("Orders API", &[NotFound::CATALOG]);
    ///
    /// let history = Lock::of(&BOOK).changelog();
    /// assert_eq!(history, "## 1.2.0\n\n### Added\n\n- `NO_ORDER` (404): Not Found\n");
    /// ```
    pub fn changelog(&self) -> String {
        let mut releases: BTreeMap<Key, Release> = BTreeMap::new();
        let known = self.releases();
        for errors in self.errors.values() {
            let since = errors.iter().find_map(|error| error.text(FactKind::Since));
            if let Some(since) = since {
                releases.entry(Key::of(since)).or_default().added.push(summary(errors));
            }
            for error in errors {
                push_was(error, &known, &mut releases);
            }
        }
        for (name, retired) in &self.retired {
            let release = Key::of(retired.release().unwrap_or_default());
            releases.entry(release).or_default().retired.push(retired_summary(name, retired));
        }
        let mut out = String::new();
        for (key, release) in releases.into_iter().rev() {
            let name = match key.name.as_str() {
                NEXT => "Unreleased",
                "" => "Before releases",
                name => name,
            };
            let sections =
                [("Changed", release.changed), ("Added", release.added), ("Retired", release.retired)];
            let separator = if out.is_empty() { "" } else { "\n" };
            let _ = write!(out, "{separator}## {}\n\n{}", text(name), render(&sections, 3));
        }
        out
    }
}

#[derive(Default)]
struct Release {
    changed: Vec<String>,
    added: Vec<String>,
    retired: Vec<String>,
}

/// A release by its numbers; what is next comes last, and what was before the releases first.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    is_next: bool,
    numbers: Vec<u64>,
    name: String,
}

impl Key {
    fn of(name: &str) -> Self {
        let numbers =
            name.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect();
        Self { is_next: name == NEXT, numbers, name: name.to_owned() }
    }
}

impl Lock {
    /// All releases that the lock names, the oldest one first.
    fn releases(&self) -> BTreeSet<Key> {
        let since = self.errors().filter_map(|error| error.text(FactKind::Since));
        let until = self
            .errors()
            .flat_map(LockedError::was)
            .flat_map(|(_, was)| was.values())
            .filter_map(|(release, _)| release);
        let retired = self.retired.values().filter_map(Retired::release);
        since.chain(until).chain(retired).chain(self.release()).map(Key::of).collect()
    }
}

/// A fact had a value until a release, so it changed in the next one that the lock names.
fn push_was(error: &LockedError, known: &BTreeSet<Key>, releases: &mut BTreeMap<Key, Release>) {
    for (key, was) in error.was() {
        let values: Vec<_> = was.values().collect();
        for (at, (until, value)) in values.iter().enumerate() {
            let now = match values.get(at + 1) {
                Some((_, next)) => code(&next.to_string()),
                None => error.get(key).map_or_else(|| "nothing".to_owned(), |value| code(&value.to_string())),
            };
            let release = match until.map(Key::of) {
                None => Key::of(""),
                Some(until) => known.iter().find(|key| **key > until).cloned().unwrap_or(Key::of(NEXT)),
            };
            let (name, fact) = (code(&error.code), code(&key.to_string()));
            let line = format!("{name}: {fact} was {}, is {now}", code(&value.to_string()));
            releases.entry(release).or_default().changed.push(line);
        }
    }
}

/// Text as Markdown that shows it.
fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// A code span, with more backticks than there are in the text.
fn code(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let space = if text.starts_with('`') || text.ends_with('`') || text.is_empty() { " " } else { "" };
    format!("{fence}{space}{text}{space}{fence}")
}
