//! Reads facts, and what they were before.

use errbook::http::HeaderName;
use toml::Spanned;
use toml::de::DeValue;

use super::{Reader, fact_keys, in_order, integer};
use crate::fact::{FactKey, FactKind, Value};
use crate::lock::{EARLIER, LockedError, Was};

/// The most facts of one error.
const MOST_FACTS: usize = 1000;

impl Reader<'_> {
    /// One fact, or those of all names.
    pub(super) fn facts(&mut self, kind: FactKind, value: &Spanned<DeValue<'_>>, error: &mut LockedError) {
        if !kind.is_named() {
            if let Some(value) = self.fact(kind, value) {
                error.push(kind, value);
            }
            return;
        }
        let Some(names) = value.get_ref().as_table() else {
            return self.mistake(value.span(), format!("expected a name: `{}.NAME`", kind.key()));
        };
        if names.len() + error.facts.len() > MOST_FACTS {
            return self.mistake(value.span(), format!("more than {MOST_FACTS} facts of one error"));
        }
        for (name, value) in in_order(names) {
            let fact = FactKey::new(kind, name.get_ref().as_ref());
            if kind == FactKind::Header && HeaderName::from_bytes(fact.name.as_bytes()).is_err() {
                self.mistake(name.span(), "invalid header name");
            } else if error.get(&fact).is_some() {
                self.mistake(name.span(), format!("duplicate header `{}`", fact.name));
            } else if let Some(value) = self.fact(kind, value) {
                error.push(fact, value);
            }
        }
    }

    fn fact(&mut self, kind: FactKind, spanned: &Spanned<DeValue<'_>>) -> Option<Value> {
        let value = value(spanned.get_ref());
        let is_header = kind == FactKind::Header;
        match value {
            Some(value) if !kind.value_type().allows(&value) => {
                self.mistake(spanned.span(), format!("expected {}", kind.value_type().expected()));
                None
            }
            Some(Value::Text(text)) if is_header && !is_header_text(&text) => {
                self.mistake(spanned.span(), "invalid header value: expected visible ASCII and spaces");
                None
            }
            Some(value) => Some(value),
            None => {
                self.mistake(spanned.span(), format!("expected {}", kind.value_type().expected()));
                None
            }
        }
    }

    /// The table `was`: a list of values, or a table of releases, for each fact.
    pub(super) fn all_was(&mut self, value: &Spanned<DeValue<'_>>, error: &mut LockedError) {
        let Some(kinds) = value.get_ref().as_table() else {
            return self.mistake(value.span(), "expected a fact: `was.status`");
        };
        for (key, value) in in_order(kinds) {
            let Some(kind) = FactKind::of_key(key.get_ref()) else {
                self.unknown(key.span(), "key", key.get_ref(), &fact_keys());
                continue;
            };
            if !kind.is_named() {
                let was = self.was(kind, value);
                error.was.push((kind.into(), was));
                continue;
            }
            let Some(names) = value.get_ref().as_table() else {
                self.mistake(value.span(), format!("expected a name: `was.{}.NAME`", kind.key()));
                continue;
            };
            if names.len() + error.was.len() > MOST_FACTS {
                self.mistake(value.span(), format!("more than {MOST_FACTS} facts of one error"));
                continue;
            }
            for (name, value) in in_order(names) {
                let was = self.was(kind, value);
                error.was.push((FactKey::new(kind, name.get_ref().as_ref()), was));
            }
        }
    }

    fn was(&mut self, kind: FactKind, value: &Spanned<DeValue<'_>>) -> Was {
        let mut was = Was::default();
        match value.get_ref() {
            DeValue::Array(_) => was.earlier = self.earlier(kind, value),
            DeValue::Table(releases) => {
                for (release, value) in in_order(releases) {
                    if &**release.get_ref() == EARLIER {
                        was.earlier = self.earlier(kind, value);
                    } else if let Some(value) = self.fact(kind, value) {
                        was.until.push((release.get_ref().to_string(), value));
                    }
                }
            }
            _ => self.mistake(value.span(), "expected a list of values, or a value for each release"),
        }
        was
    }

    fn earlier(&mut self, kind: FactKind, value: &Spanned<DeValue<'_>>) -> Vec<Value> {
        let Some(items) = value.get_ref().as_array() else {
            self.mistake(value.span(), "expected a list of values");
            return Vec::new();
        };
        items.iter().filter_map(|item| self.fact(kind, item)).collect()
    }
}

/// Several values are a line each.
fn is_header_text(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic() || matches!(byte, b' ' | b'\n'))
}

fn value(value: &DeValue<'_>) -> Option<Value> {
    match value {
        DeValue::String(text) => Some(Value::Text(text.to_string())),
        DeValue::Integer(_) => integer(value).map(Value::Integer),
        DeValue::Boolean(value) => Some(Value::Bool(*value)),
        DeValue::Array(items) => {
            items.iter().map(|item| integer(item.get_ref())).collect::<Option<Vec<i64>>>().map(Value::List)
        }
        DeValue::Float(_) | DeValue::Datetime(_) | DeValue::Table(_) => None,
    }
}
