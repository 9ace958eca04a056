//! The tree of a wire format, types only; `errbook::body::Node` mirrors it.

use proc_macro2::Literal;

use super::word::Word;

pub enum Node {
    Null,
    Bool(bool),
    Number(Number),
    /// A string without words.
    Str(String),
    /// A string with words in it.
    Text(Vec<Piece>),
    Word(Word),
    Object(Vec<Member>),
    Array(Vec<Node>),
}

pub enum Number {
    Int(Literal, bool),
    Float(Literal, bool),
}

pub enum Piece {
    Str(String),
    Word(Word),
}

pub enum Member {
    Named {
        name: String,
        doc: String,
        optional: bool,
        node: Node,
    },
    /// `..details`
    Details,
}
