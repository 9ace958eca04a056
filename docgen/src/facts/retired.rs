//! The values of retired codes.

use std::collections::BTreeMap;

use errbook::Entry;
use errbook_contract::{FactKind, Lock, LockedError, Retired};
use minijinja::{Value, context};

use super::Markdown;

/// All retired codes of a lock.
pub(super) fn all(lock: Option<&Lock>) -> Vec<Value> {
    lock.into_iter().flat_map(Lock::retired).map(|(code, retired)| facts(code, retired)).collect()
}

/// What the first error of a retired code was, by the names that templates have for errors, and why it is gone.
pub(crate) fn facts(code: &str, retired: &Retired) -> Value {
    let error = retired.errors().first();
    let text = |kind| error.and_then(|error| error.text(kind));
    let meta: BTreeMap<String, Option<String>> = error
        .into_iter()
        .flat_map(|error| error.named(FactKind::Meta))
        .map(|(name, value)| (name.to_owned(), value.as_str().map(str::to_owned)))
        .collect();
    let status = error.map(LockedError::status).unwrap_or_default();
    let (ty, variant) =
        text(FactKind::Rust).map(|rust| rust.split_once("::").unwrap_or((rust, rust))).unzip();
    context! {
        code,
        status,
        phrase => phrase(status),
        variant,
        type => ty,
        class => format!("{}xx", status / 100),
        number => error.and_then(LockedError::number),
        title => text(FactKind::Title),
        message => text(FactKind::Message),
        description => Markdown::value(text(FactKind::Description).unwrap_or_default()),
        since => text(FactKind::Since),
        docs_url => text(FactKind::DocsUrl),
        meta,
        release => retired.release(),
        replaced_by => retired.replaced_by(),
        why => Markdown::value(retired.why().unwrap_or_default()),
    }
}

/// The reason phrase of the status of an error, if it is registered.
pub(crate) fn phrase(status: u16) -> Option<&'static str> {
    (400..600).contains(&status).then(|| Entry::new(status, "").reason_phrase()).flatten()
}
