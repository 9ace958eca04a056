//! The lints, one function each.

use std::collections::BTreeSet;

use errbook::Entry;

use super::{Finding, Lint};
use crate::config::Config;
use crate::fact::{FactKey, FactKind, Value};
use crate::lock::{Lock, LockedError};

pub(super) fn all(lock: &Lock, config: &Config) -> Vec<Finding> {
    let lookalikes: BTreeSet<String> = lock.retired.keys().map(|code| plain(code)).collect();
    let addresses = Addresses::of(lock);
    let mut findings = Vec::new();
    for error in lock.errors().filter(|error| error.fact(FactKind::Hidden).is_none()) {
        let mut push = |lint, message: Option<String>| {
            findings.extend(message.map(|message| Finding { lint, code: error.code.clone(), message }));
        };
        push(Lint::NoDescription, no_description(error));
        push(Lint::TitleStop, title_stop(error));
        push(Lint::TitleLong, title_long(error, config.title_length));
        for section in &config.sections {
            push(Lint::SectionMissing, section_missing(error, section));
        }
        for target in links(error) {
            push(Lint::LinkDead, link_dead(lock, &addresses, error, target));
        }
        push(Lint::DocsUrlDrift, docs_url_drift(lock, error));
        push(Lint::StatusUnregistered, status_unregistered(error));
        push(Lint::RequiredHeaderMissing, required_header_missing(error));
        push(Lint::CodeLooksLikeRetired, looks_like_retired(error, &lookalikes));
        push(Lint::MessageIsTitle, message_is_title(error));
    }
    let unexplained =
        lock.retired.iter().filter(|(_, retired)| retired.why.is_none() && retired.replaced_by.is_none());
    findings.extend(unexplained.map(|(code, _)| Finding {
        lint: Lint::WhyMissing,
        code: code.clone(),
        message: "expected `why = \"…\"` or `replaced-by = \"…\"`".to_owned(),
    }));
    let vague = lock.endpoints.iter().filter(|(_, endpoint)| endpoint.is_any());
    findings.extend(vague.map(|(name, _)| Finding {
        lint: Lint::EndpointAny,
        code: name.to_owned(),
        message:
            "expected a handler whose error type lists its errors, found one that returns any".to_owned(),
    }));
    findings
}

fn no_description(error: &LockedError) -> Option<String> {
    error.text(FactKind::Description).is_none().then(|| "expected a description".to_owned())
}

fn title_stop(error: &LockedError) -> Option<String> {
    let title = error.text(FactKind::Title)?;
    title
        .ends_with(['.', '!', '?'])
        .then(|| format!("expected a title without `{}` at its end", &title[title.len() - 1..]))
}

fn title_long(error: &LockedError, longest: usize) -> Option<String> {
    let length = error.text(FactKind::Title)?.chars().count();
    (length > longest).then(|| format!("expected a title of at most {longest} characters, found {length}"))
}

fn section_missing(error: &LockedError, section: &str) -> Option<String> {
    let is_there = error.get(&FactKey::new(FactKind::Section, section)).is_some();
    (!is_there).then(|| format!("missing section `{section}`"))
}

/// Where the documentation of the errors is published.
struct Addresses<'l> {
    all: BTreeSet<&'l str>,
    /// Those of pages with several errors, which the fragment tells apart.
    pages: BTreeSet<&'l str>,
}

impl<'l> Addresses<'l> {
    fn of(lock: &'l Lock) -> Self {
        let retired = lock.retired.values().flat_map(|retired| &retired.errors);
        let all = lock.errors().chain(retired).filter_map(|error| error.text(FactKind::DocsUrl));
        let all: BTreeSet<&str> = all.collect();
        let pages = all.iter().filter_map(|address| Some(address.split_once('#')?.0)).collect();
        Self { all, pages }
    }
}

/// The targets of the links in a description and in sections.
fn links(error: &LockedError) -> impl Iterator<Item = &str> {
    let texts =
        error.facts().filter(|(key, _)| matches!(key.kind, FactKind::Description | FactKind::Section));
    let texts = texts.filter_map(|(_, value)| value.as_str());
    let starts = texts.flat_map(|text| text.split("](").skip(1).chain(text.split("]: ").skip(1)));
    starts.filter_map(|rest| rest.split([')', ' ', '\n']).next())
}

/// A link to an anchor that is neither a code nor a section, or to a page of errors that has no such error. What is on other pages is
/// not in a lock.
fn link_dead(lock: &Lock, addresses: &Addresses<'_>, error: &LockedError, target: &str) -> Option<String> {
    let (page, anchor) = target.split_once('#')?;
    let is_code = lock.errors.contains_key(anchor) || lock.retired.contains_key(anchor);
    let is_section = || error.named(FactKind::Section).any(|(heading, _)| slug(heading) == anchor);
    if page.is_empty() {
        return (!is_code && !is_section())
            .then(|| format!("unknown code `{anchor}` in the link `{target}`"));
    }
    let is_dead = addresses.pages.contains(page) && !addresses.all.contains(target) && !is_code;
    is_dead.then(|| format!("no error has the address `{target}`"))
}

/// The anchor of a heading.
fn slug(heading: &str) -> String {
    heading.to_lowercase().split_whitespace().collect::<Vec<_>>().join("-")
}

/// The last part of the address is a code, and not that of the error.
fn docs_url_drift(lock: &Lock, error: &LockedError) -> Option<String> {
    let url = error.text(FactKind::DocsUrl)?;
    let last = url.trim_end_matches('/').rsplit(['#', '/', '=']).next()?;
    let last = last.split_once('.').map_or(last, |(name, _)| name);
    let is_other = plain(last) != plain(&error.code);
    let other = lock.errors.keys().chain(lock.retired.keys()).find(|code| plain(code) == plain(last));
    other.filter(|_| is_other).map(|other| format!("`docs_url` leads to `{other}`: `{url}`"))
}

fn status_unregistered(error: &LockedError) -> Option<String> {
    let status = error.status();
    let is_registered = (400..600).contains(&status) && Entry::new(status, "").reason_phrase().is_some();
    (!is_registered).then(|| format!("status {status} is not registered"))
}

fn required_header_missing(error: &LockedError) -> Option<String> {
    let header = match error.status() {
        401 => "WWW-Authenticate",
        405 => "Allow",
        407 => "Proxy-Authenticate",
        426 => "Upgrade",
        _ => return None,
    };
    let is_there = error.get(&FactKey::new(FactKind::Header, header)).is_some();
    (!is_there).then(|| format!("missing header `{header}`, which status {} requires", error.status()))
}

fn looks_like_retired(error: &LockedError, retired: &BTreeSet<String>) -> Option<String> {
    retired.contains(&plain(&error.code)).then(|| "a retired code differs only in its spelling".to_owned())
}

fn message_is_title(error: &LockedError) -> Option<String> {
    let (message, title) =
        (error.text(FactKind::Message)?, error.fact(FactKind::Title).and_then(Value::as_str)?);
    let plain = |text: &str| text.trim_end_matches('.').to_lowercase();
    (plain(message) == plain(title))
        .then(|| "the message is the title: remove it, or say what happened".to_owned())
}

/// A code without what people confuse: case and separators.
fn plain(code: &str) -> String {
    code.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
