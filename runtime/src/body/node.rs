//! The tree of a wire format.

use super::Placeholder;
use crate::entry::description;

/// A value in the tree of a [`Body`](crate::Body).
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Node {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A non-negative integer.
    Unsigned(u64),
    /// A negative integer.
    Signed(i64),
    /// Any other number.
    Float(f64),
    /// A string without placeholders.
    Str(&'static str),
    /// A string with placeholders.
    Text(&'static [Segment]),
    /// The same as a template; [`Node::template`] makes it.
    #[doc(hidden)]
    Template(&'static str),
    /// A placeholder, replaced by its value in each reply.
    Placeholder(Placeholder),
    /// An object.
    Object(&'static [Member]),
    /// An array.
    Array(&'static [Node]),
    /// An array of one value for each violation; absent if there are none.
    ///
    /// Inside it, [`Placeholder::Violation`] has the values of one violation, and its details are spread.
    Violations(&'static Node),
    /// A value that is absent if there are no violations.
    IfViolations(&'static Node),
    /// The first of these values that is present, or else the last one.
    FirstOf(&'static [Node]),
}

/// A part of a string.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Segment {
    /// Literal text.
    Str(&'static str),
    /// A placeholder, replaced by its value as text.
    Placeholder(Placeholder),
}

/// A member of an object.
#[derive(Debug, Clone, Copy)]
pub struct Member {
    /// `None`: the details are spread here, of the error or of the violation that it is inside.
    pub(crate) named: Option<Named>,
}

/// A member with a name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Named {
    pub(crate) name: &'static str,
    pub(crate) node: Node,
    pub(crate) optional: bool,
    pub(crate) docs: &'static str,
}

impl Member {
    /// `..details`
    pub const DETAILS: Self = Self { named: None };

    /// Creates a member that is always present.
    pub const fn new(name: &'static str, node: Node) -> Self {
        Self::named(name, node, false)
    }

    /// Creates a member that is omitted when its value is absent.
    pub const fn optional(name: &'static str, node: Node) -> Self {
        Self::named(name, node, true)
    }

    const fn named(name: &'static str, node: Node, optional: bool) -> Self {
        Self { named: Some(Named { name, node, optional, docs: "" }) }
    }

    /// Sets the documentation, in Markdown. Without the feature `docs` it is dropped.
    #[must_use]
    pub const fn with_docs(mut self, docs: &'static str) -> Self {
        if let Some(named) = &mut self.named {
            named.docs = if cfg!(feature = "docs") { docs } else { "" };
        }
        self
    }

    /// The name; `None` where the details are spread.
    pub fn name(&self) -> Option<&'static str> {
        self.named.map(|named| named.name)
    }

    /// The value; `None` where the details are spread.
    pub fn node(&self) -> Option<&Node> {
        self.named.as_ref().map(|named| &named.node)
    }

    /// Whether the member is omitted when its value is absent. Spread details are.
    pub fn is_optional(&self) -> bool {
        self.named.is_none_or(|named| named.optional)
    }

    /// The documentation before its first `# Heading`, in Markdown; empty if undocumented.
    pub fn description(&self) -> &'static str {
        self.named.map_or("", |named| description(named.docs))
    }
}

impl Node {
    /// The members, if this is an object, or an array of objects for violations.
    pub const fn members(&self) -> &'static [Member] {
        match self {
            Self::Object(members) => members,
            Self::Violations(node) | Self::IfViolations(node) => node.members(),
            Self::FirstOf([first, rest @ ..]) => match first.members() {
                [] => Self::FirstOf(rest).members(),
                members => members,
            },
            _ => &[],
        }
    }

    /// Whether an error without violations never has it.
    pub(crate) const fn is_for_violations(&self) -> bool {
        matches!(self, Self::Violations(_) | Self::IfViolations(_))
    }

    /// The type of the JSON value in the terms of JSON Schema; `map<string, …>` for an object of details.
    ///
    /// # Examples
    ///
    /// ```
    /// let members = errbook::body::FLAT.root().members();
    /// assert_eq!(members[0].node().unwrap().json_type(), "string");
    /// ```
    pub const fn json_type(&self) -> &'static str {
        match self {
            Self::Null | Self::FirstOf([]) => "null",
            Self::Bool(_) => "boolean",
            Self::Unsigned(_) | Self::Signed(_) => "integer",
            Self::Float(_) => "number",
            Self::Str(_) | Self::Text(_) | Self::Template(_) => "string",
            Self::Placeholder(placeholder) => placeholder.json_type(),
            Self::Object(_) => "object",
            Self::Array(_) | Self::Violations(_) => "array",
            Self::IfViolations(node) => node.json_type(),
            Self::FirstOf([.., node]) => node.json_type(),
        }
    }
}
