//! Which errors somebody means: a code in any spelling, a number, a status, an address, the beginning of codes, or a reply.

mod reply;

use errbook_contract::{FactKind, Lock, LockedError, Retired};
use similar::get_close_matches;

pub use self::reply::in_reply;

/// What was meant.
pub enum Found<'l> {
    /// The errors of one code, or of one number.
    Errors(Vec<&'l LockedError>),
    Retired(&'l str, &'l Retired),
    /// The errors and retired codes that a status or the beginning of a code has.
    Several(Vec<&'l LockedError>, Vec<(&'l str, &'l Retired)>),
    /// Nothing is; these codes are near.
    Nothing(Vec<&'l str>),
}

/// Looks for what a user wrote.
pub fn find<'l>(lock: &'l Lock, query: &str) -> Found<'l> {
    let query = query.trim();
    by_code(lock, query)
        .or_else(|| by_number(lock, query))
        .or_else(|| by_address(lock, query))
        .or_else(|| by_beginning(lock, query))
        .unwrap_or_else(|| Found::Nothing(nearest(lock, query)))
}

/// A code without what people write in several ways.
fn letters(code: &str) -> String {
    code.chars().filter(|c| !matches!(c, '-' | '_' | ' ')).flat_map(char::to_lowercase).collect()
}

/// The errors with exactly this code, or else those with its letters.
fn by_code<'l>(lock: &'l Lock, code: &str) -> Option<Found<'l>> {
    let errors = lock.by_code(code);
    if !errors.is_empty() {
        return Some(Found::Errors(errors.iter().collect()));
    }
    if let Some((code, retired)) = lock.retired().find(|(retired, _)| *retired == code) {
        return Some(Found::Retired(code, retired));
    }
    let code = letters(code);
    let errors: Vec<_> = lock.errors().filter(|error| letters(error.code()) == code).collect();
    if !errors.is_empty() {
        return Some(Found::Errors(errors));
    }
    let retired = lock.retired().find(|(retired, _)| letters(retired) == code);
    retired.map(|(code, retired)| Found::Retired(code, retired))
}

/// The errors with a number, or else with a status.
fn by_number<'l>(lock: &'l Lock, query: &str) -> Option<Found<'l>> {
    let number: i64 = query.parse().ok()?;
    let errors: Vec<_> = lock.errors().filter(|error| error.number() == Some(number)).collect();
    if !errors.is_empty() {
        return Some(Found::Errors(errors));
    }
    let is_number = |retired: &Retired| retired.errors().iter().any(|error| error.number() == Some(number));
    if let Some((code, retired)) = lock.retired().find(|(_, retired)| is_number(retired)) {
        return Some(Found::Retired(code, retired));
    }
    let errors: Vec<_> = lock.errors().filter(|error| i64::from(error.status()) == number).collect();
    (!errors.is_empty()).then(|| Found::Several(errors, Vec::new()))
}

/// The error with this address, or whose code is the last part of it.
fn by_address<'l>(lock: &'l Lock, query: &str) -> Option<Found<'l>> {
    let address = query.trim_end_matches('/');
    let is_documented_at = |error: &LockedError| {
        error.text(FactKind::DocsUrl).is_some_and(|known| known.trim_end_matches('/') == address)
    };
    let errors: Vec<_> = lock.errors().filter(|error| is_documented_at(error)).collect();
    if !errors.is_empty() {
        return Some(Found::Errors(errors));
    }
    if let Some((code, retired)) =
        lock.retired().find(|(_, retired)| retired.errors().iter().any(is_documented_at))
    {
        return Some(Found::Retired(code, retired));
    }
    if !address.contains(':') {
        return None;
    }
    let (page, fragment) = address.split_once('#').unwrap_or((address, ""));
    let page = page.split('?').next().unwrap_or_default().trim_end_matches('/');
    let name = page.rsplit(['/', ':']).next().unwrap_or_default();
    let name = name.strip_suffix(".html").or_else(|| name.strip_suffix(".md")).unwrap_or(name);
    [fragment, name].into_iter().filter(|part| !part.is_empty()).find_map(|part| by_code(lock, part))
}

fn by_beginning<'l>(lock: &'l Lock, query: &str) -> Option<Found<'l>> {
    let beginning = letters(query);
    if beginning.is_empty() {
        return None;
    }
    let begins = |code: &str| letters(code).starts_with(&beginning);
    let errors: Vec<_> = lock.errors().filter(|error| begins(error.code())).collect();
    let retired: Vec<_> = lock.retired().filter(|(code, _)| begins(code)).collect();
    match (errors.as_slice(), retired.as_slice()) {
        ([], []) => None,
        ([_], []) => Some(Found::Errors(errors)),
        ([], [(code, retired)]) => Some(Found::Retired(code, retired)),
        _ => Some(Found::Several(errors, retired)),
    }
}

/// The three codes that are nearest.
fn nearest<'l>(lock: &'l Lock, query: &str) -> Vec<&'l str> {
    const COUNT: usize = 3;
    const SAME: f32 = 0.6;
    let mut codes: Vec<(String, &str)> = lock
        .errors()
        .map(LockedError::code)
        .chain(lock.retired().map(|(code, _)| code))
        .map(|code| (letters(code), code))
        .collect();
    codes.dedup();
    let query = letters(query);
    let spellings: Vec<&str> = codes.iter().map(|(letters, _)| letters.as_str()).collect();
    let near = get_close_matches(query.as_str(), &spellings, COUNT, SAME);
    near.iter()
        .filter_map(|near| codes.iter().find(|(letters, _)| letters == near))
        .map(|(_, code)| *code)
        .collect()
}
