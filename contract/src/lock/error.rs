//! One error of a lock, and its details.

use super::Was;
use crate::detail_type::DetailType;
use crate::fact::{FactKey, FactKind, Value};

/// The facts of one error in a [`Lock`](super::Lock).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LockedError {
    pub(crate) code: String,
    /// By their kinds, and facts of one kind in the order of the source.
    pub(crate) facts: Vec<(FactKey, Value)>,
    /// What facts were before.
    pub(crate) was: Vec<(FactKey, Was)>,
}

/// A detail of a [`LockedError`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LockedDetail<'l> {
    error: &'l LockedError,
    name: &'l str,
    ty: DetailType,
}

impl<'l> LockedDetail<'l> {
    /// The name in the body.
    pub fn name(&self) -> &'l str {
        self.name
    }

    /// The type of the JSON value, such as `integer` or `array<string>`; `None` if only a Rust type is known.
    pub fn json_type(&self) -> Option<&str> {
        Some(self.ty.name.as_str()).filter(|_| self.ty.is_json())
    }

    /// Whether replies may omit it.
    pub fn is_optional(&self) -> bool {
        self.ty.is_optional
    }

    /// The value, if every reply has the same.
    pub fn value(&self) -> Option<serde_json::Value> {
        self.ty.constant.as_ref().and_then(|json| serde_json::from_str(json).ok())
    }

    /// What the detail is, in Markdown; empty if undocumented.
    pub fn description(&self) -> &'l str {
        let about = self.error.get(&FactKey::new(FactKind::About, self.name));
        about.and_then(Value::as_str).unwrap_or_default()
    }
}

impl LockedError {
    /// The code.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// All facts, in the order of the file.
    pub fn facts(&self) -> impl Iterator<Item = (&FactKey, &Value)> {
        self.facts.iter().map(|(key, value)| (key, value))
    }

    /// The value of a fact without a name.
    pub fn fact(&self, kind: FactKind) -> Option<&Value> {
        self.facts.iter().find(|(key, _)| key.kind == kind).map(|(_, value)| value)
    }

    /// The facts of a kind that has names, such as the details.
    pub fn named(&self, kind: FactKind) -> impl Iterator<Item = (&str, &Value)> {
        let facts = self.facts.iter().filter(move |(key, _)| key.kind == kind);
        facts.map(|(key, value)| (key.name.as_str(), value))
    }

    /// What facts were before.
    pub fn was(&self) -> impl Iterator<Item = (&FactKey, &Was)> {
        self.was.iter().map(|(key, was)| (key, was))
    }

    /// The text of a fact without a name.
    pub fn text(&self, kind: FactKind) -> Option<&str> {
        self.fact(kind).and_then(Value::as_str)
    }

    /// The declared status.
    pub fn status(&self) -> u16 {
        let status = self.fact(FactKind::Status).and_then(Value::as_integer);
        status.and_then(|status| u16::try_from(status).ok()).unwrap_or_default()
    }

    /// The numeric code.
    pub fn number(&self) -> Option<i64> {
        self.fact(FactKind::Number).and_then(Value::as_integer)
    }

    /// The statuses that a reply may have, the declared one first; `None` if it may have any.
    pub fn statuses(&self) -> Option<Vec<u16>> {
        let mut statuses = vec![self.status()];
        match self.fact(FactKind::Also) {
            None => {}
            Some(Value::List(also)) => {
                statuses.extend(also.iter().filter_map(|status| u16::try_from(*status).ok()));
            }
            Some(_) => return None,
        }
        Some(statuses)
    }

    /// Whether the same request may succeed later.
    pub fn is_retryable(&self) -> bool {
        self.fact(FactKind::Retryable) == Some(&Value::Bool(true))
    }

    /// The details, each with its type and its description.
    ///
    /// # Examples
    ///
    /// ```
    /// use errbook::{ApiError, Book};
    /// use errbook_contract::Lock;
    ///
    /// #[derive(Debug, ApiError)]
    /// #[api(display, status = 404, code = "NO_ORDER")]
    /// struct NoOrder {
    ///     #[api(detail)]
    ///     near: Option<Vec<u64>>,
    /// }
    ///
    /// static BOOK: Book = Book::new("Orders API", &[NoOrder::CATALOG]);
    ///
    /// let lock = Lock::of(&BOOK);
    /// let detail = lock.by_code("NO_ORDER")[0].details().next().unwrap();
    /// assert_eq!(detail.json_type(), Some("array<integer>"));
    /// assert!(detail.is_optional());
    /// ```
    pub fn details(&self) -> impl Iterator<Item = LockedDetail<'_>> {
        self.named(FactKind::Detail).map(|(name, ty)| LockedDetail {
            error: self,
            name,
            ty: DetailType::parse(ty.as_str().unwrap_or_default()),
        })
    }

    /// Whether a reply may have this status.
    pub(crate) fn may_have(&self, status: u16) -> bool {
        self.statuses().is_none_or(|statuses| statuses.contains(&status))
    }

    pub(crate) fn get(&self, key: &FactKey) -> Option<&Value> {
        self.facts.iter().find(|(known, _)| known.is(key)).map(|(_, value)| value)
    }

    pub(crate) fn was_of(&self, key: &FactKey) -> Option<&Was> {
        self.was.iter().find(|(known, _)| known.is(key)).map(|(_, was)| was)
    }

    pub(crate) fn push(&mut self, key: impl Into<FactKey>, value: Value) {
        self.facts.push((key.into(), value));
    }

    /// Replaces or adds a fact.
    pub(crate) fn set(&mut self, key: impl Into<FactKey>, value: Value) {
        let key = key.into();
        match self.facts.iter_mut().find(|(known, _)| known.is(&key)) {
            Some((_, old)) => *old = value,
            None => self.facts.push((key, value)),
        }
    }

    /// Sorts the facts by their kinds, and what they were by the facts.
    pub(crate) fn sort(&mut self) {
        self.facts.sort_by_key(|(key, _)| key.kind);
        let place = |key: &FactKey| {
            let at = self.facts.iter().position(|(known, _)| known.is(key)).unwrap_or(usize::MAX);
            (key.kind, at, key.name.clone())
        };
        let mut was = std::mem::take(&mut self.was);
        was.sort_by_cached_key(|(key, _)| place(key));
        self.was = was;
    }
}
