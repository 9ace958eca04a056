//! What an accepted change leaves behind: a retired code, or what a fact was.

use crate::change::{Change, Diff, Subject};
use crate::diff::{Comeback, comeback, is_unpublished, renamed};
use crate::fact::{FactKey, FactKind, Value};
use crate::lock::{Lock, LockedError, NEXT, Retired, Was};
use crate::rule::{Level, Rule};

pub(super) fn leave(old: &Lock, next: &mut Lock, diff: &Diff) {
    retire(old, next, diff);
    for change in diff.changes.iter().filter(|change| change.rule == Rule::CodeRestored) {
        if let Subject::Code(code) = &change.subject {
            restore(old, next, code);
        }
    }
    let changed = diff.changes.iter().filter(|change| change.rule.level() == Level::Breaking);
    for change in changed.filter(|change| change.fact.is_some()) {
        if let Subject::Code(code) = &change.subject {
            remember(old, next, code, change);
        }
    }
    forget_reverted(old, next);
}

/// The codes that are gone, with their facts. What was never published leaves nothing.
fn retire(old: &Lock, next: &mut Lock, diff: &Diff) {
    let renamed = renamed(old, next);
    let replaced: Vec<(String, Option<String>)> = diff
        .changes
        .iter()
        .filter(|change| matches!(change.rule, Rule::CodeRemoved | Rule::CodeRenamed))
        .filter_map(|change| {
            let code = change.code()?;
            Some((code.to_owned(), renamed.get(code).map(|name| (*name).to_owned())))
        })
        .collect();
    for (code, replaced_by) in replaced {
        let published: Vec<LockedError> =
            old.by_code(&code).iter().filter(|error| !is_unpublished(old, error)).map(kept).collect();
        if published.is_empty() {
            continue;
        }
        let why =
            old.by_code(&code).iter().find_map(|error| error.text(FactKind::Deprecated)).map(str::to_owned);
        let release = old.release.as_ref().map(|_| NEXT.to_owned());
        next.retired.insert(code, Retired { release, replaced_by, why, errors: published });
    }
}

/// The error without what only an error in use has.
fn kept(error: &LockedError) -> LockedError {
    let mut kept = error.clone();
    kept.facts.retain(|(key, _)| !matches!(key.kind, FactKind::Body | FactKind::Hidden));
    kept
}

/// The retired block goes. If its retirement was never released, what changed since then is remembered like any change.
fn restore(old: &Lock, next: &mut Lock, code: &str) {
    let Some(retired) = next.retired.remove(code) else { return };
    let Some(errors) = next.errors.get(code).cloned() else { return };
    if let Comeback::Unpublished(changes) = comeback(old, &retired, next, &errors) {
        let changed = changes.iter().filter(|change| change.rule.level() == Level::Breaking);
        for (key, value) in changed.filter_map(|change| old_value(&retired.errors, change)) {
            push_was(next, code, &key, value, old.release.as_deref());
        }
    }
}

/// Adds what a fact was.
fn remember(old: &Lock, next: &mut Lock, code: &str, change: &Change) {
    if change.is_unpublished {
        return;
    }
    if let Some((key, value)) = old_value(old.by_code(code), change) {
        push_was(next, code, &key, value, old.release.as_deref());
    }
}

/// The key and the old value of the fact that a change is about.
fn old_value(errors: &[LockedError], change: &Change) -> Option<(FactKey, Value)> {
    let facts = errors.iter().flat_map(|error| &error.facts);
    let is_it = |(key, value): &&(FactKey, Value)| {
        change.fact.as_deref() == Some(&key.to_string()) && change.old == Some(value.to_string())
    };
    facts.into_iter().find(is_it).cloned()
}

/// Adds a value to the first error that does not have it any more.
fn push_was(next: &mut Lock, code: &str, key: &FactKey, value: Value, release: Option<&str>) {
    let errors = next.errors.get_mut(code).into_iter().flatten();
    let Some(error) = errors.into_iter().find(|error| error.get(key) != Some(&value)) else { return };
    if !error.was.iter().any(|(known, _)| known.is(key)) {
        error.was.push((key.clone(), Was::default()));
    }
    let Some((_, was)) = error.was.iter_mut().find(|(known, _)| known.is(key)) else { return };
    match release {
        Some(release) if was.until.iter().any(|(until, _)| until == release) => {}
        Some(release) => was.until.push((release.to_owned(), value)),
        None if was.earlier.contains(&value) => {}
        None => was.earlier.push(value),
    }
}

/// A fact that is again what it was at the last release did not change for anybody.
fn forget_reverted(old: &Lock, next: &mut Lock) {
    let Some(release) = &old.release else { return };
    for error in next.errors.values_mut().flatten().filter(|error| !error.was.is_empty()) {
        let facts = error.facts.clone();
        for (key, was) in &mut error.was {
            let now = facts.iter().find(|(known, _)| known.is(key)).map(|(_, value)| value);
            was.until.retain(|(until, value)| until != release || now != Some(value));
        }
        error.was.retain(|(_, was)| !was.until.is_empty() || !was.earlier.is_empty());
    }
}
