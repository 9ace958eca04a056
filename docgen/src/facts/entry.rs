//! The facts of one error, looked up when a template asks for them.

use std::fmt;
use std::sync::Arc;

use errbook::{Body, Deprecation, Detail, Entry, Header};
use minijinja::value::{Enumerator, Object};
use minijinja::{Value, context};

use super::{Known, Markdown, example};
use crate::format::Format;
use crate::markup::{self, Mark, Place};

/// What a template over an error may name.
pub(crate) const NAMES: &[&str] = &[
    "status",
    "class",
    "phrase",
    "code",
    "number",
    "title",
    "message",
    "description",
    "sections",
    "details",
    "headers",
    "retryable",
    "deprecated",
    "docs_url",
    "type",
    "variant",
    "meta",
    "example",
    "errors",
];

/// One error of a book.
#[derive(Debug)]
pub(crate) struct ErrorFacts {
    entry: &'static Entry,
    body: &'static Body,
    known: Arc<Known>,
    /// All errors that it stands for, if it stands for several.
    others: Vec<Value>,
}

impl ErrorFacts {
    pub(super) fn new(entry: &'static Entry, body: &'static Body, known: Arc<Known>) -> Self {
        Self { entry, body, known, others: Vec::new() }
    }
}

/// The first of several errors, as one that stands for them all.
pub(crate) fn one_of(errors: Vec<Value>) -> Value {
    let first = errors.first().cloned().unwrap_or_default();
    match first.downcast_object_ref::<ErrorFacts>() {
        Some(facts) if errors.len() > 1 => {
            let known = Arc::clone(&facts.known);
            Value::from_object(ErrorFacts { others: errors, known, ..*facts })
        }
        _ => first,
    }
}

impl Object for ErrorFacts {
    fn get_value(self: &Arc<Self>, name: &Value) -> Option<Value> {
        let entry = self.entry;
        Some(match name.as_str()? {
            "status" => Value::from(entry.status().as_u16()),
            "class" => Value::from(format!("{}xx", entry.status().as_u16() / 100)),
            "phrase" => Value::from(entry.phrase()),
            "code" => Value::from(entry.code()),
            "number" => Value::from(entry.number()),
            "title" => Value::from(entry.title()),
            "message" => Value::from(entry.message()),
            "description" => Markdown::value(entry.description()),
            "sections" => Value::from_object(Sections(Arc::clone(self))),
            "details" => entry.details().iter().map(detail).collect(),
            "headers" => entry.headers().iter().map(header).collect(),
            "retryable" => Value::from(entry.is_retryable()),
            "deprecated" => Value::from_object(Deprecated(entry.deprecated())),
            "docs_url" => Value::from(entry.docs_url()),
            "type" => Value::from(entry.type_name()),
            "variant" => Value::from(entry.variant()),
            "meta" => Value::from_object(Meta(Arc::clone(self))),
            "errors" if self.others.is_empty() => Value::from(vec![Value::from_dyn_object(Arc::clone(self))]),
            "errors" => Value::from(self.others.clone()),
            "example" => Value::from_object(example::Example::new(entry, self.body)),
            _ => return None,
        })
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Str(NAMES)
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.entry.code())
    }
}

fn detail(detail: &Detail) -> Value {
    context!(name => detail.name(), type => detail.ty(), description => Markdown::value(detail.description()))
}

fn header(header: &Header) -> Value {
    context!(name => header.name(), value => header.value())
}

/// The sections by heading, in the order of the source; texts under one heading stand together.
#[derive(Debug)]
struct Sections(Arc<ErrorFacts>);

impl Object for Sections {
    fn get_value(self: &Arc<Self>, heading: &Value) -> Option<Value> {
        let heading = heading.as_str()?;
        let sections = self.0.entry.sections().iter();
        let texts = sections.filter(|section| section.heading() == heading).map(errbook::Section::text);
        let text = texts.collect::<Vec<_>>().join("\n\n");
        (!text.is_empty() || self.0.known.sections.contains(heading)).then(|| Markdown::value(text))
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        unique(self.0.entry.sections().iter().map(errbook::Section::heading))
    }
}

/// The texts of your own by name, in the order of the source.
#[derive(Debug)]
struct Meta(Arc<ErrorFacts>);

impl Object for Meta {
    fn get_value(self: &Arc<Self>, name: &Value) -> Option<Value> {
        let name = name.as_str()?;
        let text = self.0.entry.meta(name);
        (text.is_some() || self.0.known.meta.contains(name)).then(|| Value::from(text))
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        unique(self.0.entry.metas().iter().map(|(name, _)| *name))
    }
}

fn unique(names: impl Iterator<Item = &'static str>) -> Enumerator {
    let mut unique: Vec<&str> = Vec::new();
    names.for_each(|name| {
        if !unique.contains(&name) {
            unique.push(name);
        }
    });
    Enumerator::Values(unique.into_iter().map(Value::from).collect())
}

/// What `#[deprecated]` says; without it, false and without texts.
#[derive(Debug)]
pub(crate) struct Deprecated(Option<&'static Deprecation>);

impl Deprecated {
    /// All that it says, in Markdown; if it says nothing, that it is there.
    pub(crate) fn to_markdown(&self) -> String {
        let says = match (self.since(), self.note()) {
            (Some(since), Some(note)) => format!("{since}: {note}"),
            (since, note) => since.or(note.map(str::to_owned)).unwrap_or_default(),
        };
        if says.is_empty() && self.0.is_some() { "yes".to_owned() } else { says }
    }

    /// The same as a sentence of its own.
    pub(crate) fn sentence(&self) -> String {
        let since = self.since().map(|since| format!(" {since}")).unwrap_or_default();
        let note = self.note().map(|note| format!(": {note}")).unwrap_or_default();
        format!("**Deprecated**{since}{note}")
    }

    fn since(&self) -> Option<String> {
        let since = self.0?.since()?;
        Some(format!("since {}", markup::assemble(Format::Markdown, &Mark::Text.marked(since), Place::Cell)))
    }

    fn note(&self) -> Option<&'static str> {
        self.0?.note().filter(|note| !note.trim().is_empty())
    }
}

impl Object for Deprecated {
    fn get_value(self: &Arc<Self>, name: &Value) -> Option<Value> {
        match name.as_str()? {
            "since" => Some(Value::from(self.0.and_then(Deprecation::since))),
            "note" => Some(Markdown::value(self.0.and_then(Deprecation::note).unwrap_or_default())),
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
