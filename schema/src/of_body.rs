//! The shape of replies: the tree of a wire format, filled with what is known of an error.

mod value;

use std::collections::BTreeSet;

use errbook::Body;
use errbook::body::{Member, Node, Placeholder, Segment, ViolationPart};
use errbook_contract::{FactKind, LockedDetail, LockedError};
use serde_json::Value as Json;

use self::value::Value;
use crate::shape::{Property, Shape};

/// Reads wire formats.
pub(crate) struct Reader<'l> {
    /// `None` for any error, also one that is not known yet.
    error: Option<&'l LockedError>,
    /// The details that have a place of their own in the format, and are not among the others.
    placed: BTreeSet<&'static str>,
    /// Whether a detail took the place of a member that only replies with violations have.
    has_replaced: bool,
}

/// The shape of the reply to any error, also to one that is not known yet.
pub(crate) fn open(body: &Body) -> Shape {
    Reader { error: None, placed: BTreeSet::new(), has_replaced: false }.value(body.root()).required()
}

/// The shape of the reply to an error, and whether it fits that of any error.
pub(crate) fn known(body: &Body, error: &LockedError) -> (Shape, bool) {
    let mut placed = BTreeSet::new();
    find_placed(body.root(), &mut placed);
    let mut reader = Reader { error: Some(error), placed, has_replaced: false };
    let shape = reader.value(body.root()).required();
    (shape, !reader.has_replaced)
}

fn find_placed(node: &Node, placed: &mut BTreeSet<&'static str>) {
    match node {
        Node::Placeholder(Placeholder::Detail(name)) => {
            placed.insert(name);
        }
        Node::Text(segments) => placed.extend(segments.iter().filter_map(|segment| match segment {
            Segment::Placeholder(Placeholder::Detail(name)) => Some(*name),
            _ => None,
        })),
        Node::Object(members) => {
            members.iter().filter_map(Member::node).for_each(|node| find_placed(node, placed));
        }
        Node::Array(nodes) | Node::FirstOf(nodes) => nodes.iter().for_each(|node| find_placed(node, placed)),
        Node::Violations(node) | Node::IfViolations(node) => find_placed(node, placed),
        _ => {}
    }
}

impl<'l> Reader<'l> {
    fn value(&mut self, node: &Node) -> Value {
        match node {
            Node::Null => Value::always(Shape::NULL),
            Node::Bool(value) => Value::always(Shape::Constant(Json::from(*value))),
            Node::Unsigned(value) => Value::always(Shape::Constant(Json::from(*value))),
            Node::Signed(value) => Value::always(Shape::Constant(Json::from(*value))),
            Node::Float(value) => Value::always(Shape::Constant(Json::from(*value))),
            Node::Str(text) => Value::always(Shape::Constant(Json::from(*text))),
            Node::Text(segments) => {
                let mut placeholders = segments.iter().filter_map(|segment| match segment {
                    Segment::Placeholder(placeholder) => Some(*placeholder),
                    _ => None,
                });
                let is_optional =
                    placeholders.any(|placeholder| self.placeholder(placeholder).absent.is_some());
                Value::unless(is_optional, Shape::String)
            }
            Node::Placeholder(placeholder) => self.placeholder(*placeholder),
            Node::Object(members) => self.object(members, false),
            Node::Array(items) => self.array(items),
            Node::Violations(item) => {
                // An item is there, so it is never replaced by what an absent one would be.
                let item = match item {
                    Node::Object(members) => self.object(members, true),
                    item => self.value(item),
                };
                let array = Shape::Array(Box::new(item.required()));
                if self.has_violations() {
                    Value { present: Some(array.clone()), absent: Some(array) }
                } else {
                    Value { present: None, absent: Some(Shape::Tuple(Vec::new())) }
                }
            }
            Node::IfViolations(node) if self.has_violations() => {
                let value = self.value(node);
                Value {
                    absent: Some(value.absent.map_or(Shape::NULL, |absent| absent.or(Shape::NULL))),
                    ..value
                }
            }
            Node::IfViolations(_) => Value::never(),
            Node::FirstOf(nodes) => self.first_of(nodes),
            // What a later version of errbook may add.
            _ => Value::maybe(Shape::Unknown),
        }
    }

    fn has_violations(&self) -> bool {
        self.error.is_none_or(|error| error.fact(FactKind::Violations).is_some())
    }

    fn first_of(&mut self, nodes: &[Node]) -> Value {
        let mut all = Value::never();
        for node in nodes {
            let value = self.value(node);
            all.present = match (all.present, value.present) {
                (Some(before), Some(shape)) => Some(before.or(shape)),
                (before, shape) => before.or(shape),
            };
            all.absent = value.absent;
            if all.absent.is_none() {
                break;
            }
        }
        all
    }

    fn array(&mut self, items: &[Node]) -> Value {
        let items: Vec<Value> = items.iter().map(|item| self.value(item)).collect();
        let may_be_absent = items.iter().all(|item| item.absent.is_some());
        let is_absent = items.iter().all(|item| item.present.is_none());
        let array = Shape::Tuple(items.into_iter().map(Value::required).collect());
        Value { absent: may_be_absent.then(|| array.clone()), present: (!is_absent).then_some(array) }
    }

    fn object(&mut self, members: &[Member], is_violation: bool) -> Value {
        let mut properties = Vec::new();
        let mut has_others = false;
        for member in members {
            let (Some(name), Some(node)) = (member.name(), member.node()) else {
                has_others |= self.error.is_none() || is_violation;
                if !is_violation {
                    self.spread(members, &mut properties);
                }
                continue;
            };
            let value = self.value(node);
            let is_optional = member.is_optional() && value.absent.is_some();
            let shape = if member.is_optional() { value.present } else { Some(value.required()) };
            if let Some(shape) = shape {
                let docs = member.description().to_owned();
                properties.push(Property { name: name.to_owned(), shape, is_optional, docs });
            }
        }
        let is_absent = properties.is_empty() && !has_others;
        let may_be_absent = properties.iter().all(|property| property.is_optional);
        let object = Shape::Object(properties);
        Value { absent: may_be_absent.then(|| object.clone()), present: (!is_absent).then_some(object) }
    }

    /// Adds the details that become members. None of them replaces a member that a reply has.
    fn spread(&mut self, members: &[Member], properties: &mut Vec<Property>) {
        let has_violations = self.has_violations();
        for detail in self.details() {
            let named = members.iter().find(|member| member.name() == Some(detail.name()));
            let is_for_violations =
                |member: &Member| matches!(member.node(), Some(Node::Violations(_) | Node::IfViolations(_)));
            if named.is_none_or(|member| is_for_violations(member) && !has_violations) {
                self.has_replaced |= named.is_some();
                properties.push(property(&detail, shape_of_detail(&detail)));
            }
        }
    }

    /// The details without a place of their own.
    fn details(&self) -> Vec<LockedDetail<'l>> {
        let details = self.error.into_iter().flat_map(LockedError::details);
        details.filter(|detail| !self.placed.contains(detail.name())).collect()
    }

    fn placeholder(&self, placeholder: Placeholder) -> Value {
        let of_type = || Shape::of_json_type(Node::Placeholder(placeholder).json_type());
        match placeholder {
            Placeholder::Code => Value::always(match self.error {
                Some(error) => Shape::Constant(error.code().into()),
                None => Shape::Code,
            }),
            Placeholder::Status => Value::always(self.error.map_or(Shape::Integer, status)),
            Placeholder::Number => match self.error {
                Some(error) => match error.number() {
                    Some(number) => Value::always(Shape::Constant(number.into())),
                    None => Value::never(),
                },
                None => Value::maybe(Shape::Integer),
            },
            Placeholder::Type => Value::always(match self.error {
                Some(error) => Shape::Constant(error.text(FactKind::DocsUrl).unwrap_or("about:blank").into()),
                None => Shape::String,
            }),
            Placeholder::DocsUrl => self.of_fact(FactKind::DocsUrl, of_type()),
            Placeholder::Description => self.of_fact(FactKind::Description, of_type()),
            Placeholder::TypeName => self.of_fact(FactKind::Rust, of_type()),
            Placeholder::Meta(name) => {
                self.if_any(of_type(), |error| error.named(FactKind::Meta).any(|(known, _)| known == name))
            }
            Placeholder::Details => self.details_object(shape_of_detail, Shape::Unknown),
            Placeholder::Metadata => self.details_object(|_| Shape::String, Shape::String),
            Placeholder::Detail(name) => match self.error {
                Some(error) => match error.details().find(|detail| detail.name() == name) {
                    Some(detail) => Value::unless(detail.is_optional(), shape_of_detail(&detail)),
                    None => Value::never(),
                },
                None => Value::maybe(Shape::Unknown),
            },
            Placeholder::Title
            | Placeholder::Message
            | Placeholder::Retryable
            | Placeholder::Timestamp
            | Placeholder::Grpc
            | Placeholder::Violation(ViolationPart::Message) => Value::always(of_type()),
            // What only the request or the instance knows.
            _ => Value::maybe(of_type()),
        }
    }

    fn of_fact(&self, kind: FactKind, shape: Shape) -> Value {
        self.if_any(shape, |error| error.fact(kind).is_some())
    }

    /// The value of errors of which something is true.
    fn if_any(&self, shape: Shape, is_there: impl Fn(&LockedError) -> bool) -> Value {
        match self.error {
            Some(error) if is_there(error) => Value::always(shape),
            Some(_) => Value::never(),
            None => Value::maybe(shape),
        }
    }

    fn details_object(&self, shape: impl Fn(&LockedDetail) -> Shape, any: Shape) -> Value {
        if self.error.is_none() {
            return Value::maybe(Shape::Map(Box::new(any)));
        }
        let details = self.details();
        if details.is_empty() {
            return Value::never();
        }
        let is_optional = details.iter().all(LockedDetail::is_optional);
        let properties = details.iter().map(|detail| property(detail, shape(detail))).collect();
        Value::unless(is_optional, Shape::Object(properties))
    }
}

/// The statuses that a reply may have.
fn status(error: &LockedError) -> Shape {
    match error.statuses() {
        Some(statuses) => statuses
            .into_iter()
            .map(|status| Shape::Constant(status.into()))
            .reduce(Shape::or)
            .unwrap_or(Shape::Integer),
        None => Shape::Integer,
    }
}

fn property(detail: &LockedDetail, shape: Shape) -> Property {
    Property {
        name: detail.name().to_owned(),
        shape,
        is_optional: detail.is_optional(),
        docs: detail.description().to_owned(),
    }
}

fn shape_of_detail(detail: &LockedDetail) -> Shape {
    match (detail.value(), detail.json_type()) {
        (Some(value @ (Json::Bool(_) | Json::Number(_) | Json::String(_))), _) => Shape::Constant(value),
        (_, Some(json_type)) => Shape::of_json_type(json_type),
        (_, None) => Shape::Unknown,
    }
}
