//! Merges the two sides of a conflict. Where they differ, the side counts that the code says.

use std::collections::BTreeMap;

use crate::diff::Pairs;
use crate::fact::{FactKey, FactKind, Value};
use crate::lock::{Lock, LockedError, NEXT, Retired, Was};

pub(super) fn merge(ours: &Lock, theirs: &Lock, fresh: &Lock) -> Lock {
    let mut merged = Lock {
        book: choose(&ours.book, &theirs.book, |book| *book == fresh.book).clone(),
        release: later(ours.release.as_ref(), theirs.release.as_ref()),
        bodies: union(&ours.bodies, &theirs.bodies, |name, ours, theirs| {
            choose(ours, theirs, |body| fresh.bodies.get(name) == Some(body)).clone()
        }),
        endpoints: ours.endpoints.clone().union(&theirs.endpoints),
        errors: union(&ours.errors, &theirs.errors, |code, ours, theirs| {
            errors(ours, theirs, fresh.by_code(code))
        }),
        retired: union(&ours.retired, &theirs.retired, |_, ours, theirs| retired(ours, theirs)),
    };
    // One side retired it, and the code says so.
    let Lock { errors, retired, .. } = &mut merged;
    errors.retain(|code, _| !retired.contains_key(code) || fresh.errors.contains_key(code));
    retired.retain(|code, _| !errors.contains_key(code));
    merged
}

fn choose<'v, T: PartialEq>(ours: &'v T, theirs: &'v T, is_said: impl Fn(&T) -> bool) -> &'v T {
    if !is_said(ours) && is_said(theirs) { theirs } else { ours }
}

fn union<V: Clone>(
    ours: &BTreeMap<String, V>,
    theirs: &BTreeMap<String, V>,
    both: impl Fn(&str, &V, &V) -> V,
) -> BTreeMap<String, V> {
    let mut merged = theirs.clone();
    for (name, value) in ours {
        let value = match theirs.get(name) {
            Some(other) => both(name, value, other),
            None => value.clone(),
        };
        merged.insert(name.clone(), value);
    }
    merged
}

/// The release with the higher numbers.
fn later(ours: Option<&String>, theirs: Option<&String>) -> Option<String> {
    let numbers = |release: &str| -> Vec<u64> {
        release.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect()
    };
    match (ours, theirs) {
        (Some(ours), Some(theirs)) if numbers(theirs) > numbers(ours) => Some(theirs.clone()),
        (ours, theirs) => ours.or(theirs).cloned(),
    }
}

/// What is known of a retired code on either side.
fn retired(ours: &Retired, theirs: &Retired) -> Retired {
    let release = match (ours.release.as_deref(), theirs.release.as_deref()) {
        // It was released on the other side.
        (Some(NEXT) | None, Some(_)) => theirs.release.clone(),
        _ => ours.release.clone(),
    };
    Retired {
        release,
        replaced_by: ours.replaced_by.clone().or_else(|| theirs.replaced_by.clone()),
        why: ours.why.clone().or_else(|| theirs.why.clone()),
        errors: ours.errors.clone(),
    }
}

fn errors(ours: &[LockedError], theirs: &[LockedError], fresh: &[LockedError]) -> Vec<LockedError> {
    let Pairs { both, removed, added } = Pairs::of(ours, theirs);
    let merged = both.into_iter().map(|(ours, theirs)| {
        let rust = ours.text(FactKind::Rust);
        let said = fresh.iter().find(|error| error.text(FactKind::Rust) == rust).or_else(|| fresh.first());
        error(ours, theirs, said)
    });
    merged.chain(removed.into_iter().cloned()).chain(added.into_iter().cloned()).collect()
}

fn error(ours: &LockedError, theirs: &LockedError, fresh: Option<&LockedError>) -> LockedError {
    let mut merged = LockedError { code: ours.code.clone(), ..LockedError::default() };
    let others = theirs.facts.iter().filter(|(key, _)| ours.get(key).is_none());
    for (key, _) in ours.facts.iter().chain(others) {
        if let Some(value) = fact(key, ours.get(key), theirs.get(key), fresh) {
            merged.push(key.clone(), value.clone());
        }
    }
    merged.was = was(ours, theirs);
    merged.sort();
    merged
}

/// The value that the code says, if a side has it, and else ours.
fn fact<'v>(
    key: &FactKey,
    ours: Option<&'v Value>,
    theirs: Option<&'v Value>,
    fresh: Option<&LockedError>,
) -> Option<&'v Value> {
    let said = fresh.and_then(|fresh| fresh.get(key));
    // The code rarely has it, and a side may have released what was next.
    let is_next = key.kind == FactKind::Since && ours.and_then(Value::as_str) == Some(NEXT);
    if (ours != said && theirs == said && key.kind != FactKind::Since) || (is_next && theirs.is_some()) {
        theirs
    } else {
        ours
    }
}

fn was(ours: &LockedError, theirs: &LockedError) -> Vec<(FactKey, Was)> {
    let mut merged = ours.was.clone();
    for (key, other) in &theirs.was {
        let Some((_, was)) = merged.iter_mut().find(|(known, _)| known.is(key)) else {
            merged.push((key.clone(), other.clone()));
            continue;
        };
        let earlier = other.earlier.iter().filter(|value| !was.earlier.contains(value)).cloned();
        let earlier: Vec<Value> = earlier.collect();
        was.earlier.extend(earlier);
        for (release, value) in &other.until {
            if !was.until.iter().any(|(known, _)| known == release) {
                was.until.push((release.clone(), value.clone()));
            }
        }
    }
    merged
}
