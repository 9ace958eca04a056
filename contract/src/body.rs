//! Wire formats in a lock: a line for each member of the reply.

mod build;
mod lines;
mod of_node;
mod path;
mod to_node;
mod word;

use std::fmt;

use errbook::Body;

pub(crate) use self::build::{Item, build};
pub(crate) use self::lines::{Leaf, Line, value_of};
pub(crate) use self::path::Path;
use crate::toml_text::{Key, Text};

/// A wire format in a [`Lock`](crate::Lock).
#[derive(Debug, Clone, PartialEq)]
pub struct LockedBody {
    pub(crate) content: Content,
    /// Empty for replies without a body.
    pub(crate) content_type: String,
    pub(crate) content_language: Option<String>,
    pub(crate) http_status: Option<u16>,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Content {
    Json(Tree),
    /// The template of a plain text.
    Text(String),
    Empty,
}

/// A value in the tree of a body.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Tree {
    Constant(serde_json::Value),
    /// A placeholder, without braces.
    Placeholder(String),
    /// A string with placeholders in braces.
    Text(String),
    Object(Vec<Member>),
    Array(Vec<Tree>),
    /// An array of one value for each violation.
    Violations(Box<Tree>),
    IfViolations(Box<Tree>),
    FirstOf(Vec<Tree>),
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Member {
    /// `None` where the details are spread.
    pub(crate) name: Option<String>,
    pub(crate) tree: Tree,
    pub(crate) is_optional: bool,
}

/// The keys of a body's table that are not members.
pub(crate) const CONTENT_TYPE: &str = "content-type";
pub(crate) const CONTENT_LANGUAGE: &str = "content-language";
pub(crate) const HTTP_STATUS: &str = "http-status";
pub(crate) const TEXT: &str = "text";
pub(crate) const RESERVED: [&str; 4] = [CONTENT_TYPE, CONTENT_LANGUAGE, HTTP_STATUS, TEXT];

impl LockedBody {
    pub(crate) fn of(body: &Body) -> Self {
        let content = if body.is_json() {
            Content::Json(of_node::tree(body.root()))
        } else {
            match of_node::tree(body.root()) {
                Tree::Text(template) => Content::Text(template),
                _ => Content::Empty,
            }
        };
        Self {
            content,
            content_type: body.content_type().to_owned(),
            content_language: body.content_language().map(str::to_owned),
            http_status: body.http_status().map(|status| status.as_u16()),
        }
    }

    /// The `Content-Type` of replies; empty if they have no body.
    pub fn content_type(&self) -> &str {
        &self.content_type
    }

    /// Whether replies have a placeholder, such as `type` or `meta.domain`, anywhere.
    ///
    /// # Examples
    ///
    /// ```
    /// use errbook::{ApiError, Book, body};
    /// use errbook_contract::Lock;
    ///
    /// #[derive(Debug, ApiError)]
    /// #[api(display, body = body::PROBLEM, status = 410, code = "GONE")]
    /// struct Gone;
    ///
    /// static BOOK: Book = Book::new("Orders API", &[Gone::CATALOG]);
    ///
    /// let lock = Lock::of(&BOOK);
    /// let (name, body) = lock.bodies().next().unwrap();
    /// assert_eq!(name, "problem");
    /// assert!(body.sends("type") && !body.sends("number"));
    /// ```
    pub fn sends(&self, placeholder: &str) -> bool {
        match &self.content {
            Content::Json(tree) => tree.sends(placeholder),
            Content::Text(template) => word::template_words(template).any(|word| word == placeholder),
            Content::Empty => false,
        }
    }

    /// A line for each member, in the order of replies.
    pub(crate) fn lines(&self) -> Vec<Line> {
        match &self.content {
            Content::Json(tree) => lines::of(tree),
            Content::Text(_) | Content::Empty => Vec::new(),
        }
    }
}

impl Tree {
    fn sends(&self, placeholder: &str) -> bool {
        match self {
            Self::Constant(_) => false,
            Self::Placeholder(word) => word == placeholder,
            Self::Text(template) => word::template_words(template).any(|word| word == placeholder),
            Self::Object(members) => members.iter().any(|member| member.tree.sends(placeholder)),
            Self::Array(items) | Self::FirstOf(items) => items.iter().any(|item| item.sends(placeholder)),
            Self::Violations(tree) | Self::IfViolations(tree) => tree.sends(placeholder),
        }
    }
}

/// The lines of the table, without a line break at the end.
impl fmt::Display for LockedBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{CONTENT_TYPE} = {}", Text(&self.content_type))?;
        if let Some(language) = &self.content_language {
            write!(f, "\n{CONTENT_LANGUAGE} = {}", Text(language))?;
        }
        if let Some(status) = self.http_status {
            write!(f, "\n{HTTP_STATUS} = {status}")?;
        }
        if let Content::Text(template) = &self.content {
            write!(f, "\n{TEXT} = {}", Text(template))?;
        }
        self.lines().iter().try_for_each(|line| write!(f, "\n{} = {}", Key(&line.path), line.toml()))
    }
}

impl LockedBody {
    /// The wire format again. It is kept as long as the program runs, so call this once.
    ///
    /// What a lock does not have is missing: the documentation of members, and what the format requires.
    pub fn to_body(&self) -> Body {
        to_node::body(self)
    }
}

pub(crate) use self::word::{is_text_template, is_word};
