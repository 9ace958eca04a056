//! Reads the tables of a code: in use, or retired.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Bodies, Reader, fact_keys, in_order};
use crate::fact::FactKind;
use crate::lock::{LockedError, Retired};

/// The most errors that share a code.
const MOST_SHARERS: usize = 1000;

impl Reader<'_> {
    /// The errors of a code. `bodies` are those of the lock, one of which an error in use has.
    pub(super) fn errors(
        &mut self,
        code: &str,
        value: &Spanned<DeValue<'_>>,
        bodies: Option<&Bodies>,
    ) -> Vec<LockedError> {
        let tables = self.error_tables(value);
        let errors: Vec<_> = tables
            .iter()
            .map(|(_, table)| self.error(code, value, table, bodies, &mut |_, _, _| false))
            .collect();
        if bodies.is_some() {
            self.check_shared(&errors, value);
        }
        errors
    }

    pub(super) fn retired(&mut self, code: &str, value: &Spanned<DeValue<'_>>) -> Retired {
        let mut retired = Retired::default();
        let (tables, mut has_release) = (self.error_tables(value), false);
        let mut errors = Vec::new();
        for (_, table) in tables {
            let mut own = |reader: &mut Self, key: &str, value: &Spanned<DeValue<'_>>| {
                match key {
                    "retired" if value.get_ref().as_bool() == Some(true) => {}
                    "retired" => retired.release = reader.text(value),
                    "replaced-by" => retired.replaced_by = reader.text(value),
                    "why" => retired.why = reader.text(value),
                    _ => return false,
                }
                has_release |= key == "retired";
                true
            };
            errors.push(self.error(code, value, table, None, &mut own));
        }
        if !has_release {
            self.mistake(value.span(), "expected `retired = true`, or the release that retired it");
        }
        retired.errors = errors;
        retired
    }

    /// The one table, or those of a shared code.
    fn error_tables<'v, 'i>(
        &mut self,
        value: &'v Spanned<DeValue<'i>>,
    ) -> Vec<(std::ops::Range<usize>, &'v DeTable<'i>)> {
        if let Some(table) = value.get_ref().as_table() {
            return vec![(value.span(), table)];
        }
        let tables: Option<Option<Vec<_>>> = value.get_ref().as_array().map(|items| {
            items.iter().map(|item| item.get_ref().as_table().map(|table| (item.span(), table))).collect()
        });
        match tables {
            Some(Some(tables)) if tables.len() > MOST_SHARERS => {
                self.mistake(value.span(), format!("more than {MOST_SHARERS} errors share a code"));
                Vec::new()
            }
            Some(Some(tables)) => tables,
            _ => {
                self.mistake(value.span(), "expected a table");
                Vec::new()
            }
        }
    }

    /// The facts of a table. `own` reads the keys that are not facts.
    fn error(
        &mut self,
        code: &str,
        place: &Spanned<DeValue<'_>>,
        table: &DeTable<'_>,
        bodies: Option<&Bodies>,
        own: &mut dyn FnMut(&mut Self, &str, &Spanned<DeValue<'_>>) -> bool,
    ) -> LockedError {
        let mut error = LockedError { code: code.to_owned(), ..LockedError::default() };
        for (key, value) in in_order(table) {
            match FactKind::of_key(key.get_ref()) {
                Some(kind) => self.facts(kind, value, &mut error),
                None if &**key.get_ref() == "was" => self.all_was(value, &mut error),
                None if own(self, key.get_ref(), value) => {}
                None => {
                    let mut known = fact_keys();
                    known.push("was");
                    self.unknown(key.span(), "key", key.get_ref(), &known);
                }
            }
        }
        for kind in [FactKind::Status, FactKind::Title, FactKind::Retryable, FactKind::Body] {
            let is_needed = bodies.is_some() || kind == FactKind::Status;
            if is_needed && table.get(kind.key()).is_none() {
                self.mistake(place.span(), format!("code `{code}` needs `{}`", kind.key()));
            }
        }
        let body = error.text(FactKind::Body);
        if let (Some(name), Some(bodies)) = (body, bodies) {
            if !bodies.contains_key(name) {
                let names: Vec<&str> = bodies.keys().map(String::as_str).collect();
                let span = table.get(FactKind::Body.key()).map_or(place.span(), Spanned::span);
                self.unknown(span, "body", name, &names);
            }
        }
        error.sort();
        error
    }

    /// Errors that share a code have one status, or list it in `also`.
    fn check_shared(&mut self, errors: &[LockedError], place: &Spanned<DeValue<'_>>) {
        let Some((first, others)) = errors.split_first() else { return };
        for other in others {
            if !(first.may_have(other.status()) || other.may_have(first.status())) {
                let message = format!("errors share the code `{}` but not a status", first.code);
                self.mistake(place.span(), message);
            }
        }
    }
}
