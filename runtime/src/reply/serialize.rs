//! A reply for any serializer: the same tree, with everything known before it is written.

use std::cell::OnceCell;

use serde::ser::{SerializeMap as _, SerializeSeq as _};
use serde::{Serialize, Serializer};

use super::Reply;
use super::facts::{Facts, Value, is_named};
use crate::body::{Member, Node, Word};
use crate::detail::DetailValue;
use crate::error::default;

impl Serialize for Reply<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let tree = Tree { facts: Facts::new(self), details: OnceCell::new() };
        tree.at(tree.facts.body.root()).serialize(serializer)
    }
}

struct Tree<'r> {
    facts: Facts<'r>,
    /// The details that have a value, which a serializer cannot take back.
    details: OnceCell<Vec<&'static str>>,
}

impl<'r> Tree<'r> {
    fn at<'t>(&'t self, node: &'t Node) -> At<'t, 'r> {
        At { tree: self, node }
    }

    fn details(&self) -> &[&'static str] {
        self.details.get_or_init(|| {
            let mut names = Vec::new();
            let mut json = Vec::new();
            self.facts.reply.error.details(&mut |name, value| {
                json.clear();
                if value.write_json(&mut json).is_ok() && json != b"null" {
                    names.push(name);
                }
            });
            names
        })
    }

    fn is_absent(&self, node: &Node) -> bool {
        match node {
            Node::Word(Word::Details | Word::Metadata) => self.details().is_empty(),
            Node::Word(word) => self.facts.word(*word).is_none(),
            Node::Text(pieces) => self.facts.text(pieces).is_none(),
            Node::Object(members) => !members.iter().any(|member| self.is_written(member, members)),
            Node::Array(items) => items.iter().all(|item| self.is_absent(item)),
            _ => false,
        }
    }

    fn is_written(&self, member: &Member, members: &[Member]) -> bool {
        match &member.named {
            Some(named) => !(named.optional && self.is_absent(&named.node)),
            None => self.spread(members).next().is_some(),
        }
    }

    /// The details that an object with these members takes in.
    fn spread(&self, members: &[Member]) -> impl Iterator<Item = &'static str> {
        let free = |name: &&&'static str| !is_named(members, name);
        self.details().iter().filter(free).copied()
    }

    fn object<S: Serializer>(&self, members: &[Member], serializer: S) -> Result<S::Ok, S::Error> {
        let written = members.iter().filter(|member| self.is_written(member, members));
        let length = written.clone().map(|member| match member.named {
            Some(_) => 1,
            None => self.spread(members).count(),
        });
        let mut map = serializer.serialize_map(Some(length.sum()))?;
        for member in written {
            match &member.named {
                Some(named) => map.serialize_entry(named.name, &self.at(&named.node))?,
                None => self.each_detail(members, |name, value| map.serialize_entry(name, &Erased(value)))?,
            }
        }
        map.end()
    }

    fn details_object<S: Serializer>(&self, as_text: bool, serializer: S) -> Result<S::Ok, S::Error> {
        if self.details().is_empty() {
            return serializer.serialize_none();
        }
        let mut map = serializer.serialize_map(Some(self.details().len()))?;
        self.each_detail(&[], |name, value| {
            if as_text {
                map.serialize_entry(name, &text(value))
            } else {
                map.serialize_entry(name, &Erased(value))
            }
        })?;
        map.end()
    }

    /// Stops at the first failure.
    fn each_detail<E>(
        &self,
        members: &[Member],
        mut visit: impl FnMut(&'static str, &dyn DetailValue) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut result = Ok(());
        self.facts.reply.error.details(&mut |name, value| {
            if result.is_ok() && self.spread(members).any(|wanted| wanted == name) {
                result = visit(name, value);
            }
        });
        result
    }
}

/// A place in the tree.
struct At<'t, 'r> {
    tree: &'t Tree<'r>,
    node: &'t Node,
}

impl Serialize for At<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let facts = &self.tree.facts;
        match self.node {
            Node::Null => serializer.serialize_none(),
            Node::Bool(value) => value.serialize(serializer),
            Node::Unsigned(value) => value.serialize(serializer),
            Node::Signed(value) => value.serialize(serializer),
            Node::Float(value) => value.serialize(serializer),
            Node::Str(text) => text.serialize(serializer),
            Node::Text(pieces) => facts.text(pieces).serialize(serializer),
            Node::Word(word) => match facts.word(*word) {
                None => serializer.serialize_none(),
                Some(Value::Message) => default::message(facts.reply.error).serialize(serializer),
                Some(Value::Details) => self.tree.details_object(false, serializer),
                Some(Value::Metadata) => self.tree.details_object(true, serializer),
                Some(Value::Bool(value)) => value.serialize(serializer),
                Some(Value::Unsigned(value)) => value.serialize(serializer),
                Some(Value::Signed(value)) => value.serialize(serializer),
                Some(Value::Str(text)) => text.serialize(serializer),
                Some(Value::Json(value)) => value.serialize(serializer),
            },
            Node::Object(members) => self.tree.object(members, serializer),
            Node::Array(items) => {
                let mut seq = serializer.serialize_seq(Some(items.len()))?;
                for item in *items {
                    seq.serialize_element(&self.tree.at(item))?;
                }
                seq.end()
            }
        }
    }
}

struct Erased<'v>(&'v dyn DetailValue);

impl Serialize for Erased<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        erased_serde::serialize(self.0, serializer)
    }
}

/// A string as it is, any other value as its JSON.
fn text(value: &dyn DetailValue) -> String {
    let mut json = Vec::new();
    // It was written before, so it can be written again.
    let _ = value.write_json(&mut json);
    serde_json::from_slice(&json).unwrap_or_else(|_| String::from_utf8_lossy(&json).into_owned())
}
