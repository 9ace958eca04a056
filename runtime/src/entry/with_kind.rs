//! The entry of an error with a kind: that of the kind, with what the error itself says.

use std::borrow::Cow;

use super::exposure::Exposure;
use super::{Detail, Entry, Fact, Facts, Field, Header};
use crate::__private::fill;

impl Entry {
    /// The entry of an error that says `self` and takes the rest from `kind`. Type and variant are those of the error.
    ///
    /// `has_display` is whether the derive makes the `Display` of the error. The facts are kept as long as the program runs, as
    /// those of a table are, so each pair should be asked for once.
    pub(crate) fn with_kind(&self, kind: &Self, has_display: bool) -> Self {
        let takes_message = self.message.is_empty() && self.shows_display_of_kind(has_display);
        let mut facts: Vec<Fact> = kind.facts(super::fact::ALL).filter(is_kept).collect();
        facts.extend(self.exposure_with_kind(kind));
        if self.has_dynamic_status() && !kind.has_dynamic_status() {
            facts.push(Fact::DynamicStatus);
        }
        if self.has_violations() && !kind.has_violations() {
            facts.push(Fact::Violations);
        }
        facts.extend(self.details_with_kind(kind).map(Fact::Detail));
        facts.extend(self.fields_with_kind(kind, takes_message).into_iter().map(Fact::Field));
        facts.extend(self.headers_with_kind(kind).map(Fact::Header));
        let message = if takes_message { kind.message } else { self.message };
        let displays_title = if takes_message { kind.displays_title } else { self.displays_title };
        let facts = Facts::listed(Box::leak(facts.into_boxed_slice()));
        let (type_path, variant) = (self.type_path, self.variant);
        Self { type_path, variant, message, facts, displays_title, ..*kind }.with_exposure()
    }

    /// Whether an error without a message shows that of its kind. The `Display` that the derive makes is that of the kind.
    fn shows_display_of_kind(&self, has_display: bool) -> bool {
        match self.exposure {
            Exposure::ByStatus => true,
            Exposure::Exposed => has_display,
            Exposure::Redacted => false,
        }
    }

    /// Whether the message is that of the kind, as the status of the error allows it.
    pub(crate) fn leaves_message_to_kind(&self) -> bool {
        self.message.is_empty() && self.exposure == Exposure::ByStatus
    }

    /// Whether the message is the `Display` of the error, of which nothing is known.
    pub(crate) fn shows_unknown_display(&self) -> bool {
        self.message.is_empty() && self.exposure == Exposure::Exposed
    }

    /// What was declared for the error, or else for the kind. A message is public.
    fn exposure_with_kind(&self, kind: &Self) -> Option<Fact> {
        let exposure = match self.exposure {
            _ if !self.message.is_empty() => Exposure::Exposed,
            Exposure::ByStatus => kind.exposure,
            declared => declared,
        };
        match exposure {
            Exposure::Exposed => Some(Fact::Exposed),
            Exposure::Redacted => Some(Fact::Redacted),
            Exposure::ByStatus => None,
        }
    }

    fn details_with_kind(&self, kind: &Self) -> impl Iterator<Item = Detail> {
        let is_named = |detail: &Detail| self.details().any(|own| own.name() == detail.name());
        self.details().chain(kind.details().filter(move |detail| !is_named(detail)))
    }

    /// The first one of a name is what samples show, so those of the text that is the message come first.
    fn fields_with_kind(&self, kind: &Self, takes_message: bool) -> Vec<Field> {
        if takes_message {
            return kind.fields().chain(self.fields()).collect();
        }
        let others = kind.fields().filter(|field| self.field(field.name()).is_none());
        self.fields().chain(others).collect()
    }

    /// Those of the kind that the error does not name, then its own.
    fn headers_with_kind(&self, kind: &Self) -> impl Iterator<Item = Header> {
        let is_replaced = |header: &Header| {
            // A field that has no value leaves the wait to the kind.
            let is_wait = header.name().eq_ignore_ascii_case("retry-after") && header.value().is_some();
            !is_wait && self.headers().any(|own| own.name().eq_ignore_ascii_case(header.name()))
        };
        let own = self.headers().filter_map(|header| {
            header.map_text(|text| match fill(text, kind.code, kind.number())? {
                Cow::Borrowed(text) => Some(text),
                Cow::Owned(text) => Some(text.leak()),
            })
        });
        kind.headers().filter(move |header| !is_replaced(header)).chain(own)
    }
}

/// The facts of a kind that an error does not add to or replace.
fn is_kept(fact: &Fact) -> bool {
    !matches!(fact, Fact::Exposed | Fact::Redacted | Fact::Detail(_) | Fact::Field(_) | Fact::Header(_))
}
