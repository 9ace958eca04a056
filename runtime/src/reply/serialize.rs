//! A reply for any serializer. What is absent must be known before it is written, as a serializer takes nothing back.

use std::cell::OnceCell;

use serde::ser::{SerializeMap as _, SerializeSeq as _};
use serde::{Serialize, Serializer};

use super::Reply;
use super::context::RenderContext;
use crate::body::{Content, Member, Node, Placeholder, Template, Value};
use crate::detail::{DetailValue, DetailVisitor};

impl Serialize for Reply<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let tree = Tree { context: self.context(), details: OnceCell::new() };
        match tree.context.body.content() {
            Content::Json => tree.at(tree.context.body.root()).serialize(serializer),
            Content::Text => serializer.serialize_str(&tree.context.plain()),
            Content::Empty => serializer.serialize_unit(),
        }
    }
}

struct Tree<'r> {
    context: RenderContext<'r>,
    details: OnceCell<Vec<Present>>,
}

/// A detail that has a value: the first one of its name.
struct Present {
    name: String,
    /// How many details were visited before it.
    at: usize,
}

impl<'r> Tree<'r> {
    fn at<'t>(&'t self, node: &'t Node) -> At<'t, 'r> {
        At { tree: self, node }
    }

    fn details(&self) -> &[Present] {
        self.details.get_or_init(|| {
            let mut present: Vec<Present> = Vec::new();
            let mut json = Vec::new();
            let mut next = 0..;
            let mut visit = |name: &str, value: DetailValue<'_>| {
                let at = next.next().unwrap_or(usize::MAX);
                json.clear();
                let is_new = present.iter().all(|known| known.name != name);
                if is_new && value.write_json(&mut json) && json != b"null" {
                    present.push(Present { name: name.to_owned(), at });
                }
            };
            self.context.error.details(&mut DetailVisitor::new(&mut visit));
            present
        })
    }

    fn is_absent(&self, node: &Node) -> bool {
        match node {
            Node::Placeholder(Placeholder::Details | Placeholder::Metadata) => {
                self.spread(&[]).next().is_none()
            }
            Node::Placeholder(Placeholder::Detail(name)) => {
                !self.details().iter().any(|detail| detail.name == *name)
            }
            Node::Placeholder(placeholder) => self.context.value(*placeholder).is_none(),
            Node::Text(segments) => self.context.text(segments.iter().copied()).is_none(),
            Node::Template(text) => self.context.text(Template(text.as_bytes())).is_none(),
            Node::Object(members) => !members.iter().any(|member| self.is_written(member, members)),
            Node::Array(items) => items.iter().all(|item| self.is_absent(item)),
            Node::Null
            | Node::Bool(_)
            | Node::Unsigned(_)
            | Node::Signed(_)
            | Node::Float(_)
            | Node::Str(_) => false,
        }
    }

    fn is_written(&self, member: &Member, members: &[Member]) -> bool {
        match &member.named {
            Some(named) => !(named.optional && self.is_absent(&named.node)),
            None => self.spread(members).next().is_some(),
        }
    }

    /// The details that are spread into an object of these members.
    fn spread(&self, members: &[Member]) -> impl Iterator<Item = &Present> {
        self.details().iter().filter(|detail| !self.context.is_placed(members, &detail.name))
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
                None => {
                    self.each_detail(self.spread(members), |name, value| map.serialize_entry(name, &value))?;
                }
            }
        }
        map.end()
    }

    fn details_object<S: Serializer>(&self, as_text: bool, serializer: S) -> Result<S::Ok, S::Error> {
        let length = self.spread(&[]).count();
        if length == 0 {
            return serializer.serialize_none();
        }
        let mut map = serializer.serialize_map(Some(length))?;
        self.each_detail(self.spread(&[]), |name, value| {
            if as_text { map.serialize_entry(name, &text(value)) } else { map.serialize_entry(name, &value) }
        })?;
        map.end()
    }

    /// One detail, or `null`.
    fn detail<S: Serializer>(&self, name: &str, serializer: S) -> Result<S::Ok, S::Error> {
        let mut serializer = Some(serializer);
        let mut written = None;
        self.each_detail(self.details().iter().filter(|detail| detail.name == name), |_, value| {
            if let Some(serializer) = serializer.take() {
                written = Some(value.serialize(serializer)?);
            }
            Ok(())
        })?;
        match (written, serializer) {
            (Some(written), _) => Ok(written),
            (None, Some(serializer)) => serializer.serialize_none(),
            // The serializer is taken for a value only.
            (None, None) => Err(serde::ser::Error::custom("a detail was lost")),
        }
    }

    /// Visits some of the details, in order. Stops at the first failure.
    fn each_detail<'t, E>(
        &self,
        details: impl Iterator<Item = &'t Present>,
        mut visit: impl FnMut(&str, DetailValue<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut details = details.peekable();
        let mut result = Ok(());
        let mut next = 0..;
        let mut visit_if_ok = |name: &str, value: DetailValue<'_>| {
            let at = next.next();
            if result.is_ok()
                && details.next_if(|detail| Some(detail.at) == at && detail.name == name).is_some()
            {
                result = visit(name, value);
            }
        };
        self.context.error.details(&mut DetailVisitor::new(&mut visit_if_ok));
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
        let context = &self.tree.context;
        match self.node {
            Node::Null => serializer.serialize_none(),
            Node::Bool(value) => value.serialize(serializer),
            Node::Unsigned(value) => value.serialize(serializer),
            Node::Signed(value) => value.serialize(serializer),
            Node::Float(value) => value.serialize(serializer),
            Node::Str(text) => text.serialize(serializer),
            Node::Text(segments) => context.text(segments.iter().copied()).serialize(serializer),
            Node::Template(text) => context.text(Template(text.as_bytes())).serialize(serializer),
            Node::Placeholder(placeholder) => match context.value(*placeholder) {
                None => serializer.serialize_none(),
                Some(Value::Message) => context.message().serialize(serializer),
                Some(Value::Detail(name)) => self.tree.detail(name, serializer),
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

/// A string as it is, any other value as its JSON.
fn text(value: DetailValue<'_>) -> String {
    let mut json = Vec::new();
    // It was written before, so it can be written again.
    let _ = value.write_json(&mut json);
    serde_json::from_slice(&json).unwrap_or_else(|_| String::from_utf8_lossy(&json).into_owned())
}
