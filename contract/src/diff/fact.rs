//! What a change of a fact means.

use std::collections::BTreeSet;

use crate::change::{Change, Subject};
use crate::detail_type::DetailType;
use crate::diff::is_unpublished;
use crate::fact::{FactKey, FactKind, Value};
use crate::lock::{Lock, LockedError};
use crate::rule::Rule;

/// The facts of an error that changed.
pub(super) fn changes(old: (&Lock, &LockedError), new: (&Lock, &LockedError), changes: &mut Vec<Change>) {
    let (before, after) = (old.1, new.1);
    // Most errors are as they were.
    if before.facts == after.facts {
        return;
    }
    let renamed = renamed_detail(before, after);
    let keys = before.facts.iter().chain(after.facts.iter().filter(|(key, _)| before.get(key).is_none()));
    for (key, _) in keys {
        let (from, to) = (before.get(key), after.get(key));
        if from == to || renamed.as_ref().is_some_and(|(_, to)| to == key) {
            continue;
        }
        let rules = match &renamed {
            Some((name, _)) if name == key => vec![Rule::DetailRenamed],
            _ => rules(key, from, to, old.0, before),
        };
        let is_free = is_unpublished(old.0, before) || is_changed_already(old.0, before, key);
        changes.extend(rules.into_iter().map(|rule| {
            let to = match &renamed {
                Some((name, to)) if name == key => Some(to.to_string()),
                _ => to.map(ToString::to_string),
            };
            let change = Change::new(rule, Subject::Code(before.code.clone())).fact(key.to_string());
            change.values(from.map(ToString::to_string), to).unpublished(is_free)
        }));
    }
    if is_reordered(before, after) {
        changes.push(Change::new(Rule::Reordered, Subject::Code(before.code.clone())));
    }
}

/// Whether the fact has another value since the last release, which nobody relies on yet.
fn is_changed_already(lock: &Lock, error: &LockedError, key: &FactKey) -> bool {
    let Some(release) = lock.release.as_deref() else { return false };
    error.was_of(key).is_some_and(|was| was.until.iter().any(|(until, _)| until == release))
}

/// The only removed detail and the only added one, if they have one type.
fn renamed_detail(before: &LockedError, after: &LockedError) -> Option<(FactKey, FactKey)> {
    let only = |one: &LockedError, other: &LockedError| {
        let is_new = |(key, _): &&(FactKey, Value)| key.kind == FactKind::Detail && other.get(key).is_none();
        let mut facts = one.facts.iter().filter(is_new);
        facts.next().filter(|_| facts.next().is_none()).cloned()
    };
    let (from, to) = (only(before, after)?, only(after, before)?);
    (from.1 == to.1).then_some((from.0, to.0))
}

/// Whether facts of a kind have the same names and another order.
fn is_reordered(before: &LockedError, after: &LockedError) -> bool {
    let kinds = FactKind::ALL.iter().filter(|kind| kind.is_named());
    kinds.into_iter().any(|kind| {
        let names = |error: &'_ LockedError, other: &LockedError| -> Vec<String> {
            let is_in_both = |name: &&str| other.get(&FactKey::new(*kind, *name)).is_some();
            error.named(*kind).map(|(name, _)| name).filter(is_in_both).map(str::to_lowercase).collect()
        };
        names(before, after) != names(after, before)
    })
}

/// The rules about a fact with two different values.
fn rules(
    key: &FactKey,
    from: Option<&Value>,
    to: Option<&Value>,
    lock: &Lock,
    before: &LockedError,
) -> Vec<Rule> {
    let by_presence = |added, removed, changed| match (from, to) {
        (None, _) => added,
        (_, None) => removed,
        (Some(_), Some(_)) => changed,
    };
    let sends = |placeholder: &str| sends(lock, before, placeholder);
    vec![match key.kind {
        FactKind::Status => Rule::StatusChanged,
        FactKind::Also => return statuses(from, to),
        FactKind::Number => by_presence(Rule::NumberAdded, Rule::NumberRemoved, Rule::NumberChanged),
        FactKind::Title => Rule::TitleChanged,
        FactKind::Message => Rule::MessageChanged,
        FactKind::Retryable if to == Some(&Value::Bool(true)) => Rule::RetryGranted,
        FactKind::Retryable => Rule::RetryWithdrawn,
        // The formats themselves are compared, and their names are of the lock alone.
        FactKind::Body => return Vec::new(),
        FactKind::Detail => match (from.and_then(Value::as_str), to.and_then(Value::as_str)) {
            (Some(from), Some(to)) => return detail(&DetailType::parse(from), &DetailType::parse(to)),
            _ => by_presence(Rule::DetailAdded, Rule::DetailRemoved, Rule::DetailTypeChanged),
        },
        FactKind::Header if from.is_some() && to.is_some() && is_challenge(&key.name) => {
            Rule::ChallengeChanged
        }
        FactKind::Header => by_presence(Rule::HeaderAdded, Rule::HeaderRemoved, Rule::HeaderValueChanged),
        FactKind::DocsUrl if sends("type") || sends("docs_url") => Rule::TypeUriChanged,
        FactKind::DocsUrl => Rule::DocsUrlChanged,
        FactKind::Meta if sends(&format!("meta.{}", key.name)) => Rule::SentMetaChanged,
        FactKind::Meta if key.name == "grpc" && sends("grpc") => Rule::SentMetaChanged,
        FactKind::Meta => Rule::MetaChanged,
        FactKind::Violations => {
            by_presence(Rule::ViolationsAdded, Rule::ViolationsRemoved, Rule::ViolationsAdded)
        }
        FactKind::Deprecated => by_presence(Rule::Deprecated, Rule::Undeprecated, Rule::DeprecationChanged),
        FactKind::DeprecatedSince => Rule::DeprecationChanged,
        FactKind::Hidden => by_presence(Rule::Hidden, Rule::Documented, Rule::Hidden),
        FactKind::Since => Rule::SinceChanged,
        FactKind::Rust if sends("type_name") && type_name(from) != type_name(to) => Rule::SentTypeNameChanged,
        FactKind::Rust => Rule::RustRenamed,
        FactKind::Section => Rule::SectionChanged,
        FactKind::Description | FactKind::About | FactKind::Example => Rule::DescriptionChanged,
    }]
}

/// Whether replies to an error have a placeholder.
fn sends(lock: &Lock, error: &LockedError, placeholder: &str) -> bool {
    let body = error.text(FactKind::Body).and_then(|name| lock.bodies.get(name));
    body.is_some_and(|body| body.sends(placeholder))
}

fn type_name(rust: Option<&Value>) -> Option<&str> {
    rust.and_then(Value::as_str).map(|rust| rust.split("::").next().unwrap_or(rust))
}

fn is_challenge(header: &str) -> bool {
    ["www-authenticate", "proxy-authenticate"].iter().any(|name| header.eq_ignore_ascii_case(name))
}

/// The further statuses. Any status contains all lists.
fn statuses(from: Option<&Value>, to: Option<&Value>) -> Vec<Rule> {
    let set = |value: Option<&Value>| match value {
        Some(Value::List(statuses)) => Some(statuses.iter().copied().collect::<BTreeSet<i64>>()),
        Some(_) => None,
        None => Some(BTreeSet::new()),
    };
    let (is_added, is_removed) = match (set(from), set(to)) {
        (Some(from), Some(to)) => (!to.is_subset(&from), !from.is_subset(&to)),
        (from, to) => (to.is_none(), from.is_none()),
    };
    let rules = [(is_added, Rule::StatusAdded), (is_removed, Rule::StatusRemoved)];
    rules.into_iter().filter(|(applies, _)| *applies).map(|(_, rule)| rule).collect()
}

fn detail(from: &DetailType, to: &DetailType) -> Vec<Rule> {
    let mut rules = Vec::new();
    if from.name != to.name {
        rules.push(match (from.is_json() && to.is_json(), from.name.as_str(), to.name.as_str()) {
            (false, ..) => Rule::DetailRustTypeChanged,
            (true, "integer", "number") => Rule::DetailTypeWidened,
            (true, "number", "integer") => Rule::DetailTypeNarrowed,
            (true, ..) => Rule::DetailTypeChanged,
        });
    } else if from.constant != to.constant {
        rules.push(Rule::DetailConstantChanged);
    }
    match (from.is_optional, to.is_optional) {
        (false, true) => rules.push(Rule::DetailBecameOptional),
        (true, false) => rules.push(Rule::DetailBecameRequired),
        (true, true) | (false, false) => {}
    }
    rules
}
