//! What changed in the errors of endpoints.

use std::collections::BTreeSet;

use crate::change::{Change, Subject};
use crate::endpoint::{Endpoint, Endpoints};
use crate::rule::Rule;

pub(super) fn changes(old: &Endpoints, new: &Endpoints, changes: &mut Vec<Change>) {
    everywhere(old, new, changes);
    let names: BTreeSet<&str> = old.iter().chain(new.iter()).map(|(name, _)| name).collect();
    for name in names {
        let change = |rule| Change::new(rule, Subject::Endpoint(name.to_owned()));
        match (old.get(name), new.get(name)) {
            (None, _) => changes.push(change(Rule::EndpointAdded)),
            (_, None) => changes.push(change(Rule::EndpointRemoved)),
            (Some(before), Some(after)) => {
                errors(change, lost(before, (new, after)), lost(after, (old, before)), changes);
            }
        }
    }
}

/// A lock without any endpoint does not say that no error is everywhere.
fn everywhere(old: &Endpoints, new: &Endpoints, changes: &mut Vec<Change>) {
    let change = |rule| Change::new(rule, Subject::Everywhere);
    let (before, after) = (old.everywhere(), new.everywhere());
    match (old.is_empty(), new.is_empty()) {
        (true, false) if !after.is_empty() => changes.push(change(Rule::EndpointAdded)),
        (false, true) if !before.is_empty() => changes.push(change(Rule::EndpointRemoved)),
        (false, false) => errors(change, before.difference(after), after.difference(before), changes),
        _ => {}
    }
}

/// The errors that an endpoint does not answer with any more, and those that are new.
fn errors<C: Into<String>>(
    change: impl Fn(Rule) -> Change,
    removed: impl Iterator<Item = C>,
    added: impl Iterator<Item = C>,
    changes: &mut Vec<Change>,
) {
    changes.extend(removed.map(|code| change(Rule::EndpointErrorRemoved).fact(code)));
    changes.extend(added.map(|code| change(Rule::EndpointErrorAdded).fact(code)));
}

/// What an endpoint answers with, and the other does not, neither by itself nor as every endpoint.
fn lost<'e>(
    endpoint: &'e Endpoint,
    (all, other): (&'e Endpoints, &'e Endpoint),
) -> impl Iterator<Item = &'e str> {
    let is_known = |code: &str| other.is_any() || other.codes().contains(code) || all.is_everywhere(code);
    endpoint.keys().into_iter().filter(move |code| !is_known(code))
}
