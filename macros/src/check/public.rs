//! The rule for texts that clients read: which fields they may name.

use proc_macro2::Span;
use syn::Error;

use super::Source;
use super::fields::Roles;
use super::status::may_be_5xx;
use crate::attr::WrittenVariant;
use crate::errors::Errors;
use crate::foreign::Beside;
use crate::key::TypeAttrs;
use crate::model::{Detail, Exposure, Field, Status};

/// The variant that a text belongs to.
pub struct Public<'c, 'a> {
    pub errors: &'c Errors,
    pub on_type: &'a TypeAttrs,
    pub beside: &'c Beside<'c>,
    pub source: &'c Source<'a>,
    pub written: &'a WrittenVariant,
    pub roles: &'c Roles<'a>,
    pub status: &'c Status<'a>,
    pub exposure: Exposure,
}

impl<'a> Public<'_, 'a> {
    /// Checks the fields that a text names, and returns the first one that must not be in a 5xx.
    ///
    /// Sources are for logs. From 500 up, and with `strict` at any status, clients read details only.
    pub fn check(&self, what: &str, place: Span, fields: &[&Field<'a>]) -> Option<String> {
        if self.exposure == Exposure::Exposed {
            return None;
        }
        let (sources, others): (Vec<&Field>, Vec<&Field>) =
            fields.iter().copied().partition(|field| self.is_source(field));
        for field in sources {
            let message =
                format!("`{}` is a source, which is for logs: remove it, or write `expose`", field.name());
            self.errors.push(Error::new(place, message));
        }
        let private = others.into_iter().find(|field| !self.is_detail(field))?.name();
        // A key that could not be read may have been `detail`.
        if let Some(when) = self.needs_details().filter(|_| !self.written.is_incomplete()) {
            let advice = if self.is_converted(&private) {
                format!(", and `with` converts `{private}`: remove it, or write `expose`")
            } else {
                format!(": write {}, or `expose`", detail_on(&private))
            };
            let message = format!("{what} may only use `detail` fields {when}{advice}");
            self.errors.push(Error::new(place, message));
        }
        Some(private)
    }

    /// When a text of this variant may only use details.
    fn needs_details(&self) -> Option<&'static str> {
        if matches!(self.status, Status::Number(500..)) {
            Some("at 5xx")
        } else if self.roles.status.is_some() && may_be_5xx(&self.written.on_variant) {
            Some("beside a `status` field")
        } else if super::kind::has_kind(self.written) {
            Some("beside a `kind`")
        } else {
            self.is_strict().then_some("(`strict`)")
        }
    }

    pub fn is_strict(&self) -> bool {
        self.on_type.strict.is_some()
    }

    /// Whether clients read the value of this field. A converted detail may be there to hide it.
    pub fn is_detail(&self, field: &Field) -> bool {
        let is_this = |detail: &&Detail| detail.field.member == field.member;
        let is_violations = self.roles.violations.as_ref().is_some_and(|it| it.member == field.member);
        is_violations || self.roles.details.iter().find(is_this).is_some_and(|detail| detail.with.is_none())
    }

    pub fn is_converted(&self, field: &str) -> bool {
        self.roles.details.iter().any(|detail| detail.field.name() == field)
    }

    /// Whether errbook or another derive makes `Error::source` of this field.
    pub fn is_source(&self, field: &Field) -> bool {
        if self.roles.source.as_ref().is_some_and(|source| source.member == field.member) {
            return true;
        }
        let is_this = |other: &Field| other.member == field.member;
        let Some(position) = self.roles.all.iter().position(is_this) else { return false };
        let syntax = self.source.fields.iter().nth(position);
        if let Some(foreign) =
            syntax.and_then(|syntax| self.beside.is_source(syntax, self.roles.all.len() == 1))
        {
            return foreign;
        }
        // Other derives take a field of this name for the source, whatever its keys are.
        let is_denied =
            |written: &crate::key::FieldAttrs| written.source.as_ref().is_some_and(|it| !it.value);
        let ours = self.on_type.display.is_some();
        !ours && field.name() == "source" && !self.written.fields.get(position).is_some_and(is_denied)
    }
}

/// How to make a field a detail.
pub fn detail_on(field: &str) -> String {
    match field.parse::<usize>() {
        Ok(_) => format!("`detail = \"…\"` on field {field}"),
        Err(_) => format!("`detail` on `{field}`"),
    }
}
