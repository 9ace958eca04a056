//! The facts of one error, looked up when a template asks for them.

use std::collections::HashSet;
use std::fmt;
use std::sync::Arc;

use errbook::{Body, Book, Deprecation, Detail, Entry, Header};
use minijinja::value::{Enumerator, Object};
use minijinja::{Value, context};

use super::example::Example;
use super::{Known, Markdown, known, part};
use crate::ast;
use crate::format::{Format, Position};
use crate::template::holdable;

/// A name that the template of an error may use, and its value.
type NamedValue = (&'static str, fn(&Arc<ErrorFacts>) -> Value);

/// All names and their values.
const VALUES: &[NamedValue] = &[
    ("status", |facts| Value::from(facts.entry.status().as_u16())),
    ("statuses", |facts| facts.entry.statuses().map(|status| status.as_u16()).collect()),
    ("any_status", |facts| Value::from(facts.replies.iter().any(|reply| reply.has_any_status()))),
    ("http_status", |facts| {
        let of_format = facts.body.http_status();
        Value::from(of_format.unwrap_or(facts.entry.status()).as_u16())
    }),
    ("class", |facts| Value::from(format!("{}xx", facts.entry.status().as_u16() / 100))),
    ("phrase", |facts| Value::from(facts.entry.reason_phrase())),
    ("code", |facts| Value::from(facts.entry.code())),
    ("number", |facts| Value::from(facts.entry.number())),
    ("title", |facts| Value::from(facts.entry.title())),
    ("message", |facts| message(facts)),
    ("messages", |facts| messages(facts).into()),
    ("description", |facts| part::value(facts.entry, facts.entry.description())),
    ("sections", sections),
    ("details", |facts| details(facts).into_iter().map(detail).collect()),
    ("headers", |facts| headers(facts).into_iter().map(header).collect()),
    ("violations", |facts| Value::from(facts.replies.iter().any(|reply| reply.has_violations()))),
    ("retryable", |facts| Value::from(facts.entry.is_retryable())),
    ("since", |facts| Value::from(facts.entry.since())),
    ("deprecated", |facts| Value::from_object(Deprecated(facts.entry.deprecated()))),
    ("docs_url", |facts| Value::from(facts.entry.docs_url())),
    ("endpoints", |facts| facts.known.endpoints.answering(facts.entry.code()).map(Value::from).collect()),
    ("everywhere", |facts| Value::from(facts.known.endpoints.is_everywhere(facts.entry.code()))),
    ("type", |facts| Value::from(facts.entry.type_name())),
    ("variant", |facts| Value::from(facts.entry.variant())),
    ("meta", meta),
    ("example", |facts| Value::from_object(Example { entry: facts.sample(), body: facts.body })),
    ("errors", errors),
];

/// The names alone, in the same order.
pub(crate) const NAMES: &[&str] = &{
    let mut names = [""; VALUES.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = VALUES[at].0;
        at += 1;
    }
    names
};

/// One error of a book.
#[derive(Debug)]
pub(crate) struct ErrorFacts {
    entry: &'static Entry,
    /// The entries of all errors that reply with this one.
    replies: Vec<&'static Entry>,
    body: &'static Body,
    known: Arc<Known>,
    /// All errors of the row, if it merges several.
    others: Vec<Value>,
}

impl ErrorFacts {
    pub(super) fn new(book: &Book, entry: &'static Entry, known: Arc<Known>) -> Self {
        let replies = book.errors_of(entry).collect();
        // Every entry of a book has one.
        let body = book.body_of(entry).unwrap_or(&errbook::body::FLAT);
        Self { entry, replies, body, known, others: Vec::new() }
    }

    /// The entry of the example: an error that has this one as its kind says more than the kind alone.
    fn sample(&self) -> &'static Entry {
        let with_kind = self.replies.iter().find(|reply| !std::ptr::eq(**reply, self.entry));
        with_kind.copied().unwrap_or(self.entry)
    }
}

/// Merges several errors into the first of them.
pub(crate) fn one_of(errors: Vec<Value>) -> Value {
    let first = errors.first().cloned().unwrap_or_default();
    match first.downcast_object_ref::<ErrorFacts>() {
        Some(facts) if errors.len() > 1 => {
            let (known, replies) = (Arc::clone(&facts.known), facts.replies.clone());
            Value::from_object(ErrorFacts { others: errors, known, replies, ..*facts })
        }
        _ => first,
    }
}

impl Object for ErrorFacts {
    fn get_value(self: &Arc<Self>, name: &Value) -> Option<Value> {
        let name = name.as_str()?;
        VALUES.iter().find(|(of, _)| *of == name).map(|(_, value)| known(value(self)))
    }

    /// An error does not list itself: a filter such as `tojson` would not come to an end.
    fn enumerate(self: &Arc<Self>) -> Enumerator {
        let names =
            if self.others.is_empty() { NAMES.split_last().map_or(NAMES, |(_, names)| names) } else { NAMES };
        Enumerator::Str(names)
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.entry.code())
    }
}

/// All errors of the row: this one, unless it merges several.
fn errors(facts: &Arc<ErrorFacts>) -> Value {
    if facts.others.is_empty() {
        Value::from(vec![Value::from_dyn_object(Arc::clone(facts))])
    } else {
        Value::from(facts.others.clone())
    }
}

/// The messages as one text, a line each.
fn message(facts: &ErrorFacts) -> Value {
    let messages = messages(facts);
    Value::from((!messages.is_empty()).then(|| messages.join("\n")))
}

/// The messages of all replies, each once.
fn messages(facts: &ErrorFacts) -> Vec<&'static str> {
    unique(facts.replies.iter().filter_map(|reply| reply.message()), |message| *message)
}

/// The details that any reply has, each name once.
fn details(facts: &ErrorFacts) -> Vec<Detail> {
    unique(facts.replies.iter().flat_map(|reply| reply.details()), Detail::name)
}

/// The headers that any reply has. One reply may have the same header several times.
fn headers(facts: &ErrorFacts) -> Vec<Header> {
    let mut headers = Vec::new();
    for reply in &facts.replies {
        let new: Vec<Header> = reply.headers().filter(|header| !headers.contains(header)).collect();
        headers.extend(new);
    }
    headers
}

fn detail(detail: Detail) -> Value {
    let ty = match (detail.json_type(), detail.inner_ty()) {
        (Some(ty), _) => ty,
        // A function converts the value, and nobody says to what.
        (None, "") => "any".into(),
        (None, ty) => ty.into(),
    };
    context! {
        name => detail.name(),
        type => ty,
        optional => detail.is_optional(),
        description => Markdown::value(detail.description()),
    }
}

fn header(header: Header) -> Value {
    context!(name => header.name(), value => known(header.value().or(header.template())))
}

/// The sections by heading, in the order of the source. Texts under equal headings are joined.
fn sections(facts: &Arc<ErrorFacts>) -> Value {
    Value::make_object_map(
        Arc::clone(facts),
        |facts| names(facts.entry.sections().map(|section| section.heading())),
        |facts, heading| {
            let heading = heading.as_str()?;
            let sections = facts.entry.sections().filter(|section| section.heading() == heading);
            let text = sections.map(|section| section.text()).collect::<Vec<_>>().join("\n\n");
            (!text.is_empty() || facts.known.has_section(heading)).then(|| part::value(facts.entry, text))
        },
    )
}

/// The custom metadata by name, in the order of the source.
fn meta(facts: &Arc<ErrorFacts>) -> Value {
    Value::make_object_map(
        Arc::clone(facts),
        |facts| names(facts.entry.all_meta().map(|(name, _)| name)),
        |facts, name| {
            let name = name.as_str()?;
            let text = facts.entry.meta(name);
            (text.is_some() || facts.known.has_meta(name)).then(|| known(text))
        },
    )
}

/// The names in their order, each once.
fn names(names: impl Iterator<Item = &'static str>) -> Box<dyn Iterator<Item = Value> + Send + Sync> {
    Box::new(unique(names, |name| *name).into_iter().map(Value::from))
}

/// The items in their order, each name once.
fn unique<T>(items: impl Iterator<Item = T>, name: impl Fn(&T) -> &'static str) -> Vec<T> {
    let mut known = HashSet::new();
    items.filter(|item| known.insert(name(item))).collect()
}

/// The deprecation of an error; false and without texts if it is not deprecated.
#[derive(Debug)]
pub(crate) struct Deprecated(Option<Deprecation>);

impl Deprecated {
    /// The whole notice, in Markdown; `yes` if it has no text.
    pub(crate) fn to_markdown(&self) -> String {
        let says: Vec<_> = [self.since(), self.note().map(str::to_owned)].into_iter().flatten().collect();
        if says.is_empty() && self.0.is_some() { "yes".to_owned() } else { says.join(": ") }
    }

    /// The notice as a sentence.
    pub(crate) fn sentence(&self) -> String {
        let since = self.since().map(|since| format!(" {since}")).unwrap_or_default();
        let note = self.note().map(|note| format!(": {note}")).unwrap_or_default();
        format!("**Deprecated**{since}{note}")
    }

    fn since(&self) -> Option<String> {
        let since = self.0?.since()?;
        let since = ast::text(&holdable(since));
        Some(format!("since {}", Format::Markdown.markup().inline(&since, Position::default())))
    }

    fn note(&self) -> Option<&'static str> {
        self.0?.note().filter(|note| !note.trim().is_empty())
    }
}

impl Object for Deprecated {
    fn get_value(self: &Arc<Self>, name: &Value) -> Option<Value> {
        match name.as_str()? {
            "since" => Some(known(self.0.and_then(|deprecation| deprecation.since()))),
            "note" => {
                Some(Markdown::value(self.0.and_then(|deprecation| deprecation.note()).unwrap_or_default()))
            }
            _ => None,
        }
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Str(&["since", "note"])
    }

    fn is_true(self: &Arc<Self>) -> bool {
        self.0.is_some()
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_markdown())
    }
}
