//! A reply for any serializer. What is absent must be known before it is written, as a serializer takes nothing back.

use std::cell::OnceCell;

use serde::ser::{SerializeMap as _, SerializeSeq as _};
use serde::{Serialize, Serializer};
use serde_json::Value as Json;

use super::Reply;
use super::context::RenderContext;
use crate::body::{Content, Member, Node, Placeholder, Template, Value, ViolationPart};
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
            Node::Placeholder(Placeholder::Violation(ViolationPart::Details)) => self.count_spread(&[]) == 0,
            Node::Placeholder(Placeholder::Detail(name)) => {
                !self.details().iter().any(|detail| detail.name == *name)
            }
            Node::Placeholder(placeholder) => self.context.value(*placeholder).is_none(),
            Node::Text(segments) => self.context.text(segments.iter().copied()).is_none(),
            Node::Template(text) => self.context.text(Template(text.as_bytes())).is_none(),
            Node::Object(members) => !members.iter().any(|member| self.is_written(member, members)),
            Node::Array(items) | Node::FirstOf(items) => items.iter().all(|item| self.is_absent(item)),
            Node::Violations(_) => self.context.count_violations() == 0,
            Node::IfViolations(node) => self.context.count_violations() == 0 || self.is_absent(node),
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
            None => self.count_spread(members) > 0,
        }
    }

    /// The details of the error that are spread into an object of these members.
    fn spread(&self, members: &[Member]) -> impl Iterator<Item = &Present> {
        self.details().iter().filter(|detail| !self.context.is_placed(members, &detail.name))
    }

    /// Those of the violation.
    fn spread_violation(&self, members: &[Member]) -> Option<impl Iterator<Item = (&str, &Json)>> {
        let details = self.context.violation?.details();
        Some(details.filter(|(name, _)| !self.context.is_placed_in_violation(members, name)))
    }

    fn count_spread(&self, members: &[Member]) -> usize {
        self.spread_violation(members).map_or_else(|| self.spread(members).count(), Iterator::count)
    }

    /// The first value that is present, or else the last one.
    fn first_of<'n>(&self, nodes: &'n [Node]) -> &'n Node {
        let present = nodes.iter().find(|node| !self.is_absent(node));
        present.or(nodes.last()).unwrap_or(&Node::Null)
    }

    fn object<S: Serializer>(&self, members: &[Member], serializer: S) -> Result<S::Ok, S::Error> {
        let written = members.iter().filter(|member| self.is_written(member, members));
        let length = written.clone().map(|member| match member.named {
            Some(_) => 1,
            None => self.count_spread(members),
        });
        let mut map = serializer.serialize_map(Some(length.sum()))?;
        for member in written {
            match &member.named {
                Some(named) => map.serialize_entry(named.name, &self.at(&named.node))?,
                None => match self.spread_violation(members) {
                    Some(mut details) => {
                        details.try_for_each(|(name, value)| map.serialize_entry(name, value))?;
                    }
                    None => {
                        let details = self.spread(members);
                        self.each_detail(details, |name, value| map.serialize_entry(name, &value))?;
                    }
                },
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

    /// The details of the violation.
    fn violation_details<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.count_spread(&[]) {
            0 => serializer.serialize_none(),
            _ => serializer.collect_map(self.spread_violation(&[]).into_iter().flatten()),
        }
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

    /// An array with one item for each violation. Stops at the first failure.
    fn violations<S: Serializer>(&self, item: &Node, serializer: S) -> Result<S::Ok, S::Error> {
        let mut seq = serializer.serialize_seq(Some(self.context.count_violations()))?;
        let mut result = Ok(());
        self.context.error.violations(&mut |violation| {
            if result.is_ok() {
                let tree = Tree { context: self.context.of(violation), details: OnceCell::new() };
                result = seq.serialize_element(&tree.at(item));
            }
        });
        result?;
        seq.end()
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
                Some(Value::ViolationDetails) => self.tree.violation_details(serializer),
            },
            Node::Violations(item) => self.tree.violations(item, serializer),
            Node::IfViolations(_) if context.count_violations() == 0 => serializer.serialize_none(),
            Node::IfViolations(node) => self.tree.at(node).serialize(serializer),
            Node::FirstOf(nodes) => self.tree.at(self.tree.first_of(nodes)).serialize(serializer),
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
