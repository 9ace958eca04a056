//! Compares two locks. `diff/fact.rs` has what a change of each fact means, `diff/body.rs` that of a wire format,
//! `diff/endpoint.rs` which endpoints answer with what.

mod body;
mod endpoint;
mod fact;
mod renamed;
mod reuse;

use std::collections::{BTreeMap, BTreeSet};

use crate::change::{Change, Diff, Subject};
use crate::fact::FactKind;
use crate::lock::{Lock, LockedError, NEXT};
use crate::rule::Rule;

pub(crate) use self::renamed::renamed;
pub(crate) use self::reuse::{Comeback, comeback};

impl Diff {
    /// The changes from one lock to another.
    pub fn between(old: &Lock, new: &Lock) -> Self {
        let mut changes = Vec::new();
        if old.book != new.book {
            let values = (Some(old.book.clone()), Some(new.book.clone()));
            changes.push(Change::new(Rule::BookRenamed, Subject::Book).values(values.0, values.1));
        }
        body::changes(old, new, &mut changes);
        let renamed = renamed(old, new);
        // A rename is one change, not one at each endpoint.
        endpoint::changes(&old.endpoints.renamed(&renamed), &new.endpoints, &mut changes);
        codes(old, new, &renamed, &mut changes);
        reuse::changes(old, new, &renamed, &mut changes);
        Self { changes }
    }
}

fn codes(old: &Lock, new: &Lock, renamed: &BTreeMap<&str, &str>, changes: &mut Vec<Change>) {
    let new_names: BTreeSet<&str> = renamed.values().copied().collect();
    let all: BTreeSet<&String> = old.errors.keys().chain(new.errors.keys()).collect();
    for code in all {
        let change = |rule| Change::new(rule, Subject::Code(code.clone()));
        match (old.errors.get(code), new.errors.get(code)) {
            (Some(gone), None) => {
                let is_unpublished = gone.iter().all(|error| is_unpublished(old, error));
                let gone = match renamed.get(code.as_str()) {
                    Some(name) => {
                        change(Rule::CodeRenamed).values(Some(code.clone()), Some((*name).to_owned()))
                    }
                    None => change(Rule::CodeRemoved),
                };
                changes.push(gone.unpublished(is_unpublished));
            }
            (None, Some(_)) if new_names.contains(code.as_str()) || old.retired.contains_key(code) => {}
            (None, _) => changes.push(change(Rule::CodeAdded)),
            (Some(before), Some(after)) => sharers(old, new, code, (before, after), changes),
        }
    }
}

/// Whether an error was never released. Without releases, all are published.
pub(crate) fn is_unpublished(lock: &Lock, error: &LockedError) -> bool {
    lock.release.is_some() && error.text(FactKind::Since) == Some(NEXT)
}

/// The errors of one code.
fn sharers(
    old: &Lock,
    new: &Lock,
    code: &str,
    (before, after): (&[LockedError], &[LockedError]),
    changes: &mut Vec<Change>,
) {
    let Pairs { both, removed, added } = Pairs::of(before, after);
    for (before, after) in both {
        fact::changes((old, before), (new, after), changes);
    }
    let change = |rule, error: &LockedError| {
        let rust = error.text(FactKind::Rust).map(str::to_owned);
        let change = Change::new(rule, Subject::Code(code.to_owned()));
        if rule == Rule::SharerAdded { change.values(None, rust) } else { change.values(rust, None) }
    };
    changes.extend(removed.into_iter().map(|error| change(Rule::SharerRemoved, error)));
    changes.extend(added.into_iter().map(|error| change(Rule::SharerAdded, error)));
}

/// The errors of one code before and after, side by side.
pub(crate) struct Pairs<'l> {
    pub(crate) both: Vec<(&'l LockedError, &'l LockedError)>,
    pub(crate) removed: Vec<&'l LockedError>,
    pub(crate) added: Vec<&'l LockedError>,
}

impl<'l> Pairs<'l> {
    /// Those of the same variant, and then the others in their order.
    pub(crate) fn of(before: &'l [LockedError], after: &'l [LockedError]) -> Self {
        let mut added: Vec<&LockedError> = after.iter().collect();
        let (mut both, mut removed) = (Vec::new(), Vec::new());
        for error in before {
            let rust = error.text(FactKind::Rust);
            match added.iter().position(|other| rust.is_some() && other.text(FactKind::Rust) == rust) {
                Some(at) => both.push((error, added.remove(at))),
                None => removed.push(error),
            }
        }
        let count = removed.len().min(added.len());
        both.extend(removed.drain(..count).zip(added.drain(..count)));
        Self { both, removed, added }
    }
}

/// What facts alone say of two errors, as if both were published.
pub(crate) fn fact_changes(old: (&Lock, &LockedError), new: (&Lock, &LockedError)) -> Vec<Change> {
    let mut changes = Vec::new();
    fact::changes(old, new, &mut changes);
    changes
}
