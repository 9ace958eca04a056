//! The tree of a wire format.

/// A value in the tree.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Node {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A whole number.
    Unsigned(u64),
    /// A negative whole number.
    Signed(i64),
    /// Any other number.
    Float(f64),
    /// A string.
    Str(&'static str),
    /// A string with words in it.
    Text(&'static [Piece]),
    /// A word, filled in for each reply.
    Word(Word),
    /// An object.
    Object(&'static [Member]),
    /// An array.
    Array(&'static [Node]),
}

/// A part of a string.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Piece {
    /// Text that stays as it is.
    Str(&'static str),
    /// A word, filled in as text.
    Word(Word),
}

/// A word that is filled in for each reply; [`body!`](crate::body!) has the table of their meanings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Word {
    /// `status`
    Status,
    /// `code`
    Code,
    /// `number`
    Number,
    /// `title`
    Title,
    /// `message`
    Message,
    /// `description`
    Description,
    /// `details`
    Details,
    /// `trace_id`
    TraceId,
    /// `instance`
    Instance,
    /// `type`
    Type,
    /// `docs_url`
    DocsUrl,
    /// `retryable`
    Retryable,
    /// `retry_after`
    RetryAfter,
    /// `timestamp`
    Timestamp,
    /// `grpc`
    Grpc,
    /// `metadata`
    Metadata,
    /// `meta.NAME`
    Meta(&'static str),
    /// `extra.NAME`
    Extra(&'static str),
}

/// A member of an object.
#[derive(Debug, Clone, Copy)]
pub struct Member {
    /// `None`: the details are spread here.
    pub(crate) named: Option<Named>,
}

/// A member with a name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Named {
    pub(crate) name: &'static str,
    pub(crate) node: Node,
    pub(crate) optional: bool,
    pub(crate) doc: &'static str,
}

impl Member {
    /// `..details`
    pub const DETAILS: Self = Self { named: None };

    /// A member that is always there.
    pub const fn new(name: &'static str, node: Node) -> Self {
        Self::with(name, node, false)
    }

    /// A member that is left out when its value is absent.
    pub const fn optional(name: &'static str, node: Node) -> Self {
        Self::with(name, node, true)
    }

    const fn with(name: &'static str, node: Node, optional: bool) -> Self {
        let named = Named { name, node, optional, doc: "" };
        Self { named: Some(named) }
    }

    /// Sets the documentation.
    #[must_use]
    pub const fn doc(mut self, doc: &'static str) -> Self {
        if let Some(named) = &mut self.named {
            named.doc = doc;
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

    /// Whether the member is left out when its value is absent, as spread details are.
    pub fn is_optional(&self) -> bool {
        self.named.is_none_or(|named| named.optional)
    }

    /// The documentation, in Markdown; empty if nobody wrote any.
    pub fn description(&self) -> &'static str {
        self.named.map_or("", |named| named.doc)
    }
}

impl Node {
    /// The members, if this is an object; of a format that wraps one, look at its [root](crate::Body::root) first.
    pub const fn members(&self) -> &'static [Member] {
        match self {
            Self::Object(members) => members,
            _ => &[],
        }
    }

    /// What a client finds here, in the words of JSON Schema, with `map<string, …>` for details.
    ///
    /// # Examples
    ///
    /// ```
    /// let members = errbook::body::FLAT.root().members();
    /// assert_eq!(members[0].node().unwrap().json_type(), "string");
    /// ```
    pub const fn json_type(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) | Self::Word(Word::Retryable) => "boolean",
            Self::Unsigned(_)
            | Self::Signed(_)
            | Self::Word(Word::Status | Word::Number | Word::RetryAfter) => "integer",
            Self::Float(_) => "number",
            Self::Word(Word::Details) => "map<string, any>",
            Self::Word(Word::Metadata) => "map<string, string>",
            Self::Word(Word::Extra(_)) => "any",
            Self::Str(_) | Self::Text(_) | Self::Word(_) => "string",
            Self::Object(_) => "object",
            Self::Array(_) => "array",
        }
    }
}

/// Whether the word `type` stands anywhere in the tree.
pub(super) const fn contains_type(node: &Node) -> bool {
    let mut at = 0;
    match node {
        Node::Word(Word::Type) => return true,
        Node::Text(pieces) => {
            while at < pieces.len() {
                if matches!(pieces[at], Piece::Word(Word::Type)) {
                    return true;
                }
                at += 1;
            }
        }
        Node::Object(members) => {
            while at < members.len() {
                if let Some(named) = &members[at].named {
                    if contains_type(&named.node) {
                        return true;
                    }
                }
                at += 1;
            }
        }
        Node::Array(items) => {
            while at < items.len() {
                if contains_type(&items[at]) {
                    return true;
                }
                at += 1;
            }
        }
        _ => {}
    }
    false
}
