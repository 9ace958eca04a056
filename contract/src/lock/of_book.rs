//! The lock of a book.

use std::collections::BTreeMap;

use errbook::{Body, Book, Detail, Entry, Header, body};

use super::{Lock, LockedError};
use crate::body::LockedBody;
use crate::comments::without_comments;
use crate::detail_type::DetailType;
use crate::fact::{ANY, FactKey, FactKind, Value};

impl Lock {
    /// The lock of a book that was never published before: all of its errors that documentation shows.
    pub fn of(book: &Book) -> Self {
        let mut lock = Self { book: book.name().to_owned(), ..Self::default() };
        let mut names = Names::default();
        for entry in book.documented_entries() {
            let errors: Vec<&Entry> = book.errors_of(entry).collect();
            lock.add(book, entry, &errors, &mut names);
        }
        lock.bodies = names.bodies;
        lock
    }

    /// The errors that documentation does not show.
    pub(crate) fn of_hidden(book: &Book) -> Self {
        let mut lock = Self { book: book.name().to_owned(), ..Self::default() };
        let mut names = Names::default();
        let shown: std::collections::BTreeSet<usize> =
            book.documented_entries().map(|entry| std::ptr::from_ref(entry).addr()).collect();
        for entry in book.entries().filter(|entry| !shown.contains(&std::ptr::from_ref(*entry).addr())) {
            lock.add(book, entry, &[entry], &mut names);
        }
        lock.bodies = names.bodies;
        lock
    }

    fn add(&mut self, book: &Book, entry: &Entry, errors: &[&Entry], names: &mut Names) {
        let body = book.body_of(entry).unwrap_or(&body::FLAT);
        let name = names.of(book, entry, body);
        let alone = [entry];
        let error = locked(entry, if errors.is_empty() { &alone } else { errors }, name);
        self.errors.entry(entry.code().to_owned()).or_default().push(error);
    }
}

/// The facts of an entry, and of the errors that have it as their kind.
fn locked(entry: &Entry, errors: &[&Entry], body: String) -> LockedError {
    let mut error = LockedError { code: entry.code().to_owned(), ..LockedError::default() };
    let text = |text: &str| Some(Value::from(text)).filter(|_| !text.is_empty());
    let prose = |prose: &str| text(&without_comments(prose));
    let mut push = |kind: FactKind, value: Option<Value>| {
        if let Some(value) = value {
            error.push(kind, value);
        }
    };
    push(FactKind::Status, Some(Value::Integer(entry.status().as_u16().into())));
    push(FactKind::Also, also(entry, errors));
    push(FactKind::Number, entry.number().map(Value::Integer));
    push(FactKind::Title, text(entry.title()));
    push(FactKind::Message, text(&messages(errors)));
    push(FactKind::Retryable, Some(Value::Bool(entry.is_retryable())));
    push(FactKind::Body, Some(Value::Text(body)));
    push(FactKind::DocsUrl, entry.docs_url().and_then(text));
    push(
        FactKind::Violations,
        errors.iter().any(|error| error.has_violations()).then_some(Value::Bool(true)),
    );
    if let Some(deprecation) = entry.deprecated() {
        push(FactKind::Deprecated, Some(deprecation.note().and_then(text).unwrap_or(Value::Bool(true))));
        push(FactKind::DeprecatedSince, deprecation.since().and_then(text));
    }
    push(FactKind::Since, entry.since().and_then(text));
    push(FactKind::Rust, text(&rust(entry)));
    push(FactKind::Description, prose(entry.description()));
    entry.all_meta().for_each(|(name, value)| error.set(FactKey::new(FactKind::Meta, name), value.into()));
    for section in entry.sections() {
        if let Some(text) = prose(section.text()) {
            error.set(FactKey::new(FactKind::Section, section.heading()), text);
        }
    }
    push_details(&mut error, errors);
    push_headers(&mut error, errors);
    error.sort();
    error
}

/// The further statuses. An error may choose any, even where its kind cannot.
fn also(entry: &Entry, errors: &[&Entry]) -> Option<Value> {
    if errors.iter().any(|error| error.has_any_status()) {
        return Some(ANY.into());
    }
    let mut statuses: Vec<i64> = entry.statuses().skip(1).map(|status| status.as_u16().into()).collect();
    statuses.sort_unstable();
    statuses.dedup();
    (!statuses.is_empty()).then_some(Value::List(statuses))
}

/// The different messages, a line each.
fn messages(errors: &[&Entry]) -> String {
    let mut messages: Vec<&str> = Vec::new();
    for message in errors.iter().filter_map(|error| error.message()) {
        if !messages.contains(&message) {
            messages.push(message);
        }
    }
    messages.join("\n")
}

/// `Type::Variant`, or the type if it is a struct.
fn rust(entry: &Entry) -> String {
    match (entry.type_name(), entry.variant()) {
        (ty, variant) if variant.is_empty() || variant == ty => ty.to_owned(),
        (ty, variant) => format!("{ty}::{variant}"),
    }
}

/// The details that any of the errors has. Replies may omit one that not all of them have.
fn push_details(error: &mut LockedError, errors: &[&Entry]) {
    let mut details: Vec<(Detail, usize)> = Vec::new();
    for detail in errors.iter().flat_map(|error| error.details()) {
        match details.iter_mut().find(|(known, _)| known.name() == detail.name()) {
            Some((_, count)) => *count += 1,
            None => details.push((detail, 1)),
        }
    }
    for (detail, count) in details {
        let mut ty = DetailType::of(&detail);
        ty.is_optional |= count < errors.len();
        let key = |kind| FactKey::new(kind, detail.name());
        error.push(key(FactKind::Detail), Value::Text(ty.to_string()));
        let about = without_comments(detail.description());
        if !about.is_empty() {
            error.push(key(FactKind::About), about.as_ref().into());
        }
        if let Some(example) = detail.example().filter(|_| detail.value().is_none()) {
            error.push(key(FactKind::Example), Value::Text(example.to_string()));
        }
    }
}

/// The headers that any of the errors has; several of one name are a line each.
fn push_headers(error: &mut LockedError, errors: &[&Entry]) {
    for header in errors.iter().flat_map(|error| error.headers()) {
        let key = FactKey::new(FactKind::Header, header.name());
        let text = header_text(&header);
        let all = match error.get(&key) {
            None => text,
            Some(Value::Text(known)) if known.lines().any(|line| line == text) => continue,
            Some(Value::Text(known)) => format!("{known}\n{text}"),
            Some(_) if text == UNKNOWN => continue,
            Some(_) => format!("{UNKNOWN}\n{text}"),
        };
        error.set(key, if all == UNKNOWN { Value::Bool(true) } else { Value::Text(all) });
    }
}

/// The value of a header that only replies know, beside others of its name.
pub(crate) const UNKNOWN: &str = "{}";

/// The template, which has doubled braces where a constant has one.
fn header_text(header: &Header) -> String {
    match (header.value(), header.template()) {
        (Some(value), _) => value.replace('{', "{{").replace('}', "}}"),
        (None, Some(template)) => template.to_owned(),
        (None, None) => UNKNOWN.to_owned(),
    }
}

/// The names of wire formats: those of errbook have their own, that of the book is `api`, others are named after their type.
#[derive(Default)]
struct Names {
    known: Vec<(&'static Body, String)>,
    bodies: BTreeMap<String, LockedBody>,
}

impl Names {
    fn of(&mut self, book: &Book, entry: &Entry, body: &'static Body) -> String {
        if let Some((_, name)) = self.known.iter().find(|(known, _)| *known == body) {
            return name.clone();
        }
        // Formats may differ in what a lock does not have, such as a required message.
        let locked = LockedBody::of(body);
        let same = self.bodies.iter().find(|(_, known)| **known == locked).map(|(name, _)| name.clone());
        let name = same.unwrap_or_else(|| self.free(&name_of(book, entry, body, &locked)));
        self.known.push((body, name.clone()));
        self.bodies.insert(name.clone(), locked);
        name
    }

    /// The name, or one with a number.
    fn free(&self, name: &str) -> String {
        let numbered = (2..).map(|number| format!("{name}-{number}"));
        let mut names = std::iter::once(name.to_owned()).chain(numbered);
        names.find(|name| !self.bodies.contains_key(name)).unwrap_or_default()
    }
}

fn name_of(book: &Book, entry: &Entry, body: &Body, locked: &LockedBody) -> String {
    match SHIPPED.iter().find(|(_, known)| *known == body || LockedBody::of(known) == *locked) {
        Some((name, _)) => (*name).to_owned(),
        None if book.body() == Some(body) => "api".to_owned(),
        None => kebab(entry.type_name()),
    }
}

static SHIPPED: [(&str, &Body); 9] = [
    ("flat", &body::FLAT),
    ("message", &body::MESSAGE),
    ("nested", &body::NESTED),
    ("problem", &body::PROBLEM),
    ("json-api", &body::JSON_API),
    ("google", &body::GOOGLE),
    ("odata", &body::ODATA),
    ("graphql", &body::GRAPHQL),
    ("json-rpc", &body::JSON_RPC),
];

/// `order-error` for `OrderError`.
fn kebab(name: &str) -> String {
    let mut out = String::with_capacity(name.len() + 4);
    for c in name.chars() {
        if c.is_uppercase() && !out.is_empty() {
            out.push('-');
        }
        out.extend(c.to_lowercase());
    }
    if out.is_empty() { "body".to_owned() } else { out }
}
