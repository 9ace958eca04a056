//! The facts that only a lock has: endpoints, and retired codes.

use std::collections::BTreeMap;

use errbook::Entry;
use errbook_contract::{FactKind, Lock, LockedError, Retired};
use minijinja::{Value, context};

use super::{Markdown, known};
use crate::template::text;

/// The errors of every endpoint, and all endpoints. `errors` are those of the book.
pub(super) fn endpoints(lock: Option<&Lock>, errors: &[Value]) -> (Vec<Value>, Vec<Value>) {
    let Some(endpoints) = lock.map(Lock::endpoints) else { return (Vec::new(), Vec::new()) };
    let errors_of = |has: &dyn Fn(&str) -> bool| -> Vec<Value> {
        let code = |error: &Value| text(&error.get_attr("code").unwrap_or_default());
        errors.iter().filter(|error| has(&code(error))).cloned().collect()
    };
    let facts = endpoints.iter().map(|(name, endpoint)| {
        let (method, path) = name.split_once(' ').unwrap_or(("", name));
        let errors = errors_of(&|code| endpoint.codes().contains(code));
        context!(name, method, path, errors, any => endpoint.is_any())
    });
    (errors_of(&|code| endpoints.is_everywhere(code)), facts.collect())
}

/// All retired codes of a lock.
pub(super) fn all_retired(lock: Option<&Lock>) -> Vec<Value> {
    lock.into_iter().flat_map(Lock::retired).map(|(code, error)| retired(code, error)).collect()
}

/// What the first error of a retired code was, by the names that templates have for errors, and why it is gone.
pub(crate) fn retired(code: &str, retired: &Retired) -> Value {
    let error = retired.errors().first();
    let text = |kind| error.and_then(|error| error.text(kind));
    let meta = error.into_iter().flat_map(|error| error.named(FactKind::Meta));
    let meta: BTreeMap<_, _> = meta.map(|(name, value)| (name, known(value.as_str()))).collect();
    let status = error.map(LockedError::status).unwrap_or_default();
    let (ty, variant) =
        text(FactKind::Rust).map(|rust| rust.split_once("::").unwrap_or((rust, rust))).unzip();
    context! {
        code,
        status,
        statuses => [status],
        http_status => status,
        phrase => known(phrase(status)),
        variant => known(variant),
        type => known(ty),
        class => format!("{}xx", status / 100),
        number => known(error.and_then(LockedError::number)),
        title => known(text(FactKind::Title)),
        message => known(text(FactKind::Message)),
        description => Markdown::value(text(FactKind::Description).unwrap_or_default().to_owned()),
        since => known(text(FactKind::Since)),
        docs_url => known(text(FactKind::DocsUrl)),
        meta,
        release => known(retired.release()),
        replaced_by => known(retired.replaced_by()),
        why => Markdown::value(retired.why().unwrap_or_default().to_owned()),
    }
}

/// The reason phrase of the status of an error, if it is registered.
pub(crate) fn phrase(status: u16) -> Option<&'static str> {
    (400..600).contains(&status).then(|| Entry::new(status, "").reason_phrase()).flatten()
}
