//! The tree of a wire format, types only. `errbook::body::Node` mirrors it.

use proc_macro2::Literal;

use super::placeholder::{Placeholder, Segment};

pub enum Node {
    Null,
    Bool(bool),
    Number(Number),
    /// A string without placeholders.
    Str(String),
    /// A string with placeholders.
    Text(Vec<Segment>),
    Placeholder(Placeholder),
    Object(Vec<Member>),
    Array(Vec<Node>),
    /// `[..violations item]`
    Violations(Box<Node>),
    /// `if violations value`
    IfViolations(Box<Node>),
    /// `value else value`
    FirstOf(Vec<Node>),
}

pub enum Number {
    Int(Literal, bool),
    Float(Literal, bool),
}

pub enum Member {
    Named {
        name: String,
        docs: String,
        optional: bool,
        node: Node,
    },
    /// `..details`
    Details,
}
