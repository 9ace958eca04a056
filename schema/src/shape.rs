//! The shape of a JSON value, which every language writes in its own words.

use serde_json::Value as Json;

use crate::identity::Step;

/// The shape of a JSON value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Shape {
    Unknown,
    Boolean,
    Integer,
    Number,
    String,
    /// A code: one of the known ones, or any other.
    Code,
    Constant(Json),
    Object(Vec<Property>),
    /// An object with any names.
    Map(Box<Shape>),
    Array(Box<Shape>),
    /// An array of exactly these items.
    Tuple(Vec<Shape>),
    /// Any of these, at least two.
    Union(Vec<Shape>),
}

/// A member of an object.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Property {
    pub(crate) name: String,
    pub(crate) shape: Shape,
    pub(crate) is_optional: bool,
    /// Markdown; empty if undocumented.
    pub(crate) docs: String,
}

/// Types are read to this depth; nobody writes deeper ones.
const DEEPEST: usize = 16;

impl Shape {
    pub(crate) const NULL: Self = Self::Constant(Json::Null);

    /// The shape of a type in the terms of a lock, such as `array<integer>`.
    pub(crate) fn of_json_type(name: &str) -> Self {
        Self::parse(name, 0)
    }

    fn parse(name: &str, depth: usize) -> Self {
        let inside = |prefix: &str| name.strip_prefix(prefix)?.strip_suffix('>').filter(|_| depth < DEEPEST);
        match name {
            "null" => Self::NULL,
            "boolean" => Self::Boolean,
            "integer" => Self::Integer,
            "number" => Self::Number,
            "string" => Self::String,
            "array" => Self::Array(Box::new(Self::Unknown)),
            "object" => Self::Map(Box::new(Self::Unknown)),
            _ => match (inside("array<"), inside("map<string, ")) {
                (Some(item), _) => Self::Array(Box::new(Self::parse(item, depth + 1))),
                (None, Some(value)) => Self::Map(Box::new(Self::parse(value, depth + 1))),
                (None, None) => Self::Unknown,
            },
        }
    }

    /// Either of two shapes.
    pub(crate) fn or(self, other: Self) -> Self {
        let mut shapes = self.alternatives();
        for shape in other.alternatives() {
            if !shapes.contains(&shape) {
                shapes.push(shape);
            }
        }
        if shapes.contains(&Self::Unknown) {
            return Self::Unknown;
        }
        match shapes.pop() {
            Some(only) if shapes.is_empty() => only,
            last => {
                shapes.extend(last);
                Self::Union(shapes)
            }
        }
    }

    /// Whether there is one value alone at a place.
    pub(crate) fn is_constant_at(&self, path: &[Step]) -> bool {
        match (self, path) {
            (Self::Union(shapes), _) => shapes.iter().all(|shape| shape.is_constant_at(path)),
            (Self::Constant(_), []) => true,
            (Self::Object(properties), [Step::Name(name), rest @ ..]) => properties
                .iter()
                .any(|property| property.name == *name && property.shape.is_constant_at(rest)),
            (Self::Tuple(items), [Step::Item(at), rest @ ..]) => {
                items.get(*at).is_some_and(|item| item.is_constant_at(rest))
            }
            _ => false,
        }
    }

    fn alternatives(self) -> Vec<Self> {
        match self {
            Self::Union(shapes) => shapes,
            shape => vec![shape],
        }
    }
}
