//! The facts of a locked error: each one, its key in the lock and the type of its value.

use std::fmt;

/// One kind of fact that a lock has about an error, in the order of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum FactKind {
    /// `status`: the declared status.
    Status,
    /// `also`: the other statuses that a reply may have, or `any`.
    Also,
    /// `number`: the numeric code.
    Number,
    /// `title`: the short name.
    Title,
    /// `message`: the template of the message; several messages are a line each.
    Message,
    /// `retryable`: whether the same request may succeed later.
    Retryable,
    /// `body`: the name of the wire format.
    Body,
    /// `detail.NAME`: the type of a detail, `?` if replies may omit it, and the value of a constant: `boolean = false`.
    Detail,
    /// `header.NAME`: the value of a header, or `true` if only replies know it.
    Header,
    /// `docs-url`: the address of the documentation.
    DocsUrl,
    /// `meta.NAME`: custom metadata.
    Meta,
    /// `violations`: replies may say what is wrong with the request.
    Violations,
    /// `deprecated`: `true` or the note.
    Deprecated,
    /// `deprecated-since`: the version that deprecated the error.
    DeprecatedSince,
    /// `hidden`: documentation omits the error, which was published before.
    Hidden,
    /// `since`: the release that added the error; `next` if it is not released.
    Since,
    /// `rust`: the type and the variant.
    Rust,
    /// `description`: what the error means, in Markdown.
    Description,
    /// `section.NAME`: the text under a heading, in Markdown.
    Section,
    /// `about.NAME`: the description of a detail, in Markdown.
    About,
    /// `example.NAME`: what samples show for a detail, as JSON.
    Example,
}

/// The values that a kind of fact may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FactType {
    Status,
    Statuses,
    Integer,
    Text,
    Boolean,
    True,
    TextOrTrue,
}

impl FactType {
    /// What a message calls it.
    pub(crate) const fn expected(self) -> &'static str {
        match self {
            Self::Status => "a status from 400 to 599",
            Self::Statuses => "a list of statuses from 400 to 599, or `\"any\"`",
            Self::Integer => "an integer",
            Self::Text => "a string",
            Self::Boolean => "`true` or `false`",
            Self::True => "`true`",
            Self::TextOrTrue => "a string, or `true`",
        }
    }

    pub(crate) fn allows(self, value: &Value) -> bool {
        let is_status = |status: &i64| (400..=599).contains(status);
        match (self, value) {
            (Self::Status, Value::Integer(status)) => is_status(status),
            (Self::Statuses, Value::List(statuses)) => !statuses.is_empty() && statuses.iter().all(is_status),
            (Self::Statuses, Value::Text(text)) => text == ANY,
            (Self::Integer, Value::Integer(_))
            | (Self::Text | Self::TextOrTrue, Value::Text(_))
            | (Self::Boolean, Value::Bool(_))
            | (Self::True | Self::TextOrTrue, Value::Bool(true)) => true,
            (
                Self::Status
                | Self::Statuses
                | Self::Integer
                | Self::Text
                | Self::Boolean
                | Self::True
                | Self::TextOrTrue,
                _,
            ) => false,
        }
    }
}

/// `also = "any"`
pub(crate) const ANY: &str = "any";

impl FactKind {
    /// All kinds, in the order of the file.
    pub const ALL: &[Self] = &[
        Self::Status,
        Self::Also,
        Self::Number,
        Self::Title,
        Self::Message,
        Self::Retryable,
        Self::Body,
        Self::Detail,
        Self::Header,
        Self::DocsUrl,
        Self::Meta,
        Self::Violations,
        Self::Deprecated,
        Self::DeprecatedSince,
        Self::Hidden,
        Self::Since,
        Self::Rust,
        Self::Description,
        Self::Section,
        Self::About,
        Self::Example,
    ];

    /// The key, the type of the value, and whether a name follows the key.
    const fn row(self) -> (&'static str, FactType, bool) {
        match self {
            Self::Status => ("status", FactType::Status, false),
            Self::Also => ("also", FactType::Statuses, false),
            Self::Number => ("number", FactType::Integer, false),
            Self::Title => ("title", FactType::Text, false),
            Self::Message => ("message", FactType::Text, false),
            Self::Retryable => ("retryable", FactType::Boolean, false),
            Self::Body => ("body", FactType::Text, false),
            Self::Detail => ("detail", FactType::Text, true),
            Self::Header => ("header", FactType::TextOrTrue, true),
            Self::DocsUrl => ("docs-url", FactType::Text, false),
            Self::Meta => ("meta", FactType::Text, true),
            Self::Violations => ("violations", FactType::True, false),
            Self::Deprecated => ("deprecated", FactType::TextOrTrue, false),
            Self::DeprecatedSince => ("deprecated-since", FactType::Text, false),
            Self::Hidden => ("hidden", FactType::True, false),
            Self::Since => ("since", FactType::Text, false),
            Self::Rust => ("rust", FactType::Text, false),
            Self::Description => ("description", FactType::Text, false),
            Self::Section => ("section", FactType::Text, true),
            Self::About => ("about", FactType::Text, true),
            Self::Example => ("example", FactType::Text, true),
        }
    }

    /// The key in the lock.
    pub const fn key(self) -> &'static str {
        self.row().0
    }

    pub(crate) const fn value_type(self) -> FactType {
        self.row().1
    }

    /// Whether a name follows the key, as in `detail.NAME`.
    pub const fn is_named(self) -> bool {
        self.row().2
    }

    pub(crate) fn of_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.key() == key)
    }
}

/// A fact's key: its kind, and the name of a detail, header, metadata or section.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactKey {
    pub(crate) kind: FactKind,
    /// Empty if the kind has none.
    pub(crate) name: String,
}

impl FactKey {
    pub(crate) fn new(kind: FactKind, name: impl Into<String>) -> Self {
        Self { kind, name: name.into() }
    }

    /// The kind.
    pub fn kind(&self) -> FactKind {
        self.kind
    }

    /// The name; empty if the kind has none.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether two keys are those of the same fact. The names of headers have no case.
    pub(crate) fn is(&self, other: &Self) -> bool {
        self.kind == other.kind
            && match self.kind {
                FactKind::Header => self.name.eq_ignore_ascii_case(&other.name),
                _ => self.name == other.name,
            }
    }
}

impl From<FactKind> for FactKey {
    fn from(kind: FactKind) -> Self {
        Self::new(kind, "")
    }
}

/// The key as in the lock, without quotes: `detail.param`.
impl fmt::Display for FactKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind.key())?;
        if self.kind.is_named() { write!(f, ".{}", self.name) } else { Ok(()) }
    }
}

/// The value of a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Value {
    /// `true` or `false`
    Bool(bool),
    /// An integer.
    Integer(i64),
    /// A string.
    Text(String),
    /// A list of integers.
    List(Vec<i64>),
}

impl Value {
    /// The text, if it is one.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Bool(_) | Self::Integer(_) | Self::List(_) => None,
        }
    }

    /// The integer, if it is one.
    pub fn as_integer(&self) -> Option<i64> {
        match self {
            Self::Integer(integer) => Some(*integer),
            Self::Bool(_) | Self::Text(_) | Self::List(_) => None,
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// The value as in the lock; a text without quotes.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bool(value) => value.fmt(f),
            Self::Integer(value) => value.fmt(f),
            Self::Text(text) => f.write_str(text),
            Self::List(items) => {
                let items: Vec<String> = items.iter().map(ToString::to_string).collect();
                f.write_str(&items.join(", "))
            }
        }
    }
}
