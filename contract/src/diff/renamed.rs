//! Renamed codes: a removed one and an added one of the same variant, or else with the same number.

use std::collections::BTreeMap;

use crate::fact::FactKind;
use crate::lock::{Lock, LockedError};

/// The new code of each old one that was renamed.
pub(crate) fn renamed<'l>(old: &'l Lock, new: &'l Lock) -> BTreeMap<&'l str, &'l str> {
    let gone = |code: &str| !new.errors.contains_key(code);
    let added: Vec<(&str, &LockedError)> = new
        .errors
        .iter()
        .filter(|(code, _)| !old.errors.contains_key(*code) && !old.retired.contains_key(*code))
        .filter_map(|(code, errors)| Some((code.as_str(), errors.first()?)))
        .collect();
    let mut by_rust: BTreeMap<&str, &str> = BTreeMap::new();
    let mut by_number: BTreeMap<i64, &str> = BTreeMap::new();
    for (code, error) in added {
        if let Some(rust) = error.text(FactKind::Rust) {
            by_rust.insert(rust, code);
        }
        if let Some(number) = error.number() {
            by_number.insert(number, code);
        }
    }
    let mut renamed: BTreeMap<&str, &str> = BTreeMap::new();
    let mut taken = std::collections::BTreeSet::new();
    for (code, errors) in old.errors.iter().filter(|(code, _)| gone(code)) {
        let Some(error) = errors.first() else { continue };
        let same_rust = error.text(FactKind::Rust).and_then(|rust| by_rust.get(rust));
        let same_number = error.number().and_then(|number| by_number.get(&number));
        if let Some(name) = same_rust.or(same_number).filter(|name| taken.insert(**name)) {
            renamed.insert(code, name);
        }
    }
    renamed
}
