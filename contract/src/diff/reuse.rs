//! Retired codes and numbers: they are reserved for ever.

use std::collections::{BTreeMap, BTreeSet};

use super::{Pairs, fact_changes};
use crate::change::{Change, Subject};
use crate::fact::FactKind;
use crate::lock::{Lock, LockedError, NEXT, Retired};
use crate::rule::{Level, Rule};

/// What it means that a retired code is in use again.
pub(crate) enum Comeback {
    /// Its retirement was not released, so the error never ended. These are the changes since then.
    Unpublished(Vec<Change>),
    /// The error is what it was.
    Restored,
    /// It is another error.
    Reused,
}

pub(crate) fn comeback(old: &Lock, retired: &Retired, new: &Lock, errors: &[LockedError]) -> Comeback {
    let Pairs { both, removed, .. } = Pairs::of(&retired.errors, errors);
    let mut changes: Vec<Change> =
        both.into_iter().flat_map(|(before, after)| fact_changes((old, before), (new, after))).collect();
    if old.release.is_some() && retired.release.as_deref() == Some(NEXT) {
        return Comeback::Unpublished(changes);
    }
    changes.retain(|change| change.rule.level() == Level::Breaking);
    if changes.is_empty() && removed.is_empty() { Comeback::Restored } else { Comeback::Reused }
}

pub(super) fn changes(old: &Lock, new: &Lock, renamed: &BTreeMap<&str, &str>, changes: &mut Vec<Change>) {
    for (code, retired) in &old.retired {
        let change = |rule| Change::new(rule, Subject::Code(code.clone()));
        match (new.errors.get(code), new.retired.get(code)) {
            (Some(errors), _) => match comeback(old, retired, new, errors) {
                Comeback::Unpublished(others) => {
                    changes.push(change(Rule::CodeRestored));
                    changes.extend(others);
                }
                Comeback::Restored => changes.push(change(Rule::CodeRestored)),
                Comeback::Reused => changes.push(change(Rule::CodeReused)),
            },
            (None, None) => changes.push(change(Rule::RetiredForgotten)),
            (None, Some(_)) => {}
        }
    }
    numbers(old, new, renamed, changes);
}

/// The numbers that an error has now, and another one had.
fn numbers(old: &Lock, new: &Lock, renamed: &BTreeMap<&str, &str>, changes: &mut Vec<Change>) {
    let mut taken: BTreeMap<i64, Vec<&str>> = BTreeMap::new();
    for (code, block) in &old.retired {
        let numbers = block.errors.iter().filter_map(LockedError::number);
        for number in numbers.chain(block.errors.iter().flat_map(earlier_numbers)) {
            taken.entry(number).or_default().push(code);
        }
    }
    for error in old.errors() {
        for number in earlier_numbers(error) {
            taken.entry(number).or_default().push(&error.code);
        }
    }
    for error in new.errors() {
        let Some(number) = error.number() else { continue };
        let had_it = old.by_code(&error.code).iter().any(|old| old.number() == Some(number));
        let codes = taken.get(&number).filter(|_| !had_it);
        let is_reused = |code: &&&str| **code != error.code && !leads_to(code, &error.code, old, renamed);
        if let Some(code) = codes.and_then(|codes| codes.iter().find(is_reused)) {
            let change = Change::new(Rule::CodeReused, Subject::Code(error.code.clone())).fact("number");
            changes.push(change.values(Some(format!("{number} of {code}")), Some(number.to_string())));
        }
    }
}

/// The numbers that an error had before it had its own.
fn earlier_numbers(error: &LockedError) -> impl Iterator<Item = i64> {
    let was = error.was().filter(|(key, _)| key.kind == FactKind::Number);
    was.flat_map(|(_, was)| was.values()).filter_map(|(_, value)| value.as_integer())
}

/// The most steps that are followed.
const LONGEST: usize = 100;

/// Whether a code was replaced by another one, perhaps in several steps.
fn leads_to(from: &str, to: &str, old: &Lock, renamed: &BTreeMap<&str, &str>) -> bool {
    let (mut seen, mut code) = (BTreeSet::new(), from);
    while seen.len() < LONGEST && seen.insert(code) {
        let replaced_by = old.retired.get(code).and_then(Retired::replaced_by);
        match replaced_by.or_else(|| renamed.get(code).copied()) {
            Some(next) if next == to => return true,
            Some(next) => code = next,
            None => return false,
        }
    }
    false
}
