//! JSON Schema of replies, in the edition 2020-12.

use std::fmt::Write as _;

use serde_json::{Map, Value as Json, json};

use crate::identity::Step;
use crate::model::{KnownError, Types};
use crate::shape::{Property, Shape};

impl Types {
    /// The JSON Schema (2020-12) of replies: those to known errors, or any in one of the formats. A client should accept an error that
    /// is newer than itself.
    pub fn json_schema(&self) -> Json {
        let formats = self.formats.iter().map(|format| format.type_name.as_str());
        self.document("anyOf", &self.names().chain(formats).map(reference).collect::<Vec<_>>())
    }

    /// The JSON Schema (2020-12) of replies to known errors alone, for tests of the server.
    ///
    /// Each reply is valid by one definition only, except for errors that share a code, and for formats where the code of a violation
    /// takes the place of the error's.
    pub fn closed_json_schema(&self) -> Json {
        let is_unique = self.codes.iter().all(|code| code.errors.len() == 1)
            && self.errors().all(|(_, error)| {
                let format = self.formats.get(error.format);
                format.is_some_and(|format| error.shape.is_constant_at(&format.identity.path))
            });
        let choice = if is_unique { "oneOf" } else { "anyOf" };
        let mut schema = self.document(choice, &self.names().map(reference).collect::<Vec<_>>());
        if let ([format], true) = (self.formats.as_slice(), is_unique) {
            if let [Step::Name(name)] = format.identity.path.as_slice() {
                // Other tools than validators read it.
                schema["discriminator"] = json!({ "propertyName": name });
            }
        }
        schema
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        self.errors().map(|(_, error)| error.type_name.as_str())
    }

    fn document(&self, choice: &str, choices: &[Json]) -> Json {
        let mut definitions = Map::new();
        for format in &self.formats {
            let mut open = schema(&format.open);
            open["description"] =
                "The reply to any error, also to one that is newer than this schema.".into();
            definitions.insert(format.type_name.clone(), open);
        }
        for (code, error) in self.errors() {
            definitions.insert(error.type_name.clone(), of_error(&code.code, error));
        }
        json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": format!("Errors of the {}", self.book),
            choice: choices,
            "$defs": definitions,
        })
    }
}

/// A reference to a definition, whose name may have letters that a URI cannot have.
fn reference(name: &str) -> Json {
    let mut target = "#/$defs/".to_owned();
    for c in name.chars() {
        if c.is_ascii_alphanumeric() {
            target.push(c);
        } else {
            let mut buffer = [0; 4];
            // Writing to a `String` cannot fail.
            let _ = c.encode_utf8(&mut buffer).bytes().try_for_each(|byte| write!(target, "%{byte:02X}"));
        }
    }
    json!({ "$ref": target })
}

fn of_error(code: &str, error: &KnownError) -> Json {
    let mut known = schema(&error.shape);
    known["title"] = format!("{code}: {}", error.title).into();
    if !error.description.is_empty() {
        known["description"] = error.description.as_str().into();
    }
    if error.deprecated.is_some() {
        known["deprecated"] = true.into();
    }
    known
}

fn schema(shape: &Shape) -> Json {
    match shape {
        Shape::Unknown => json!({}),
        Shape::Boolean => json!({ "type": "boolean" }),
        Shape::Integer => json!({ "type": "integer" }),
        Shape::Number => json!({ "type": "number" }),
        Shape::String | Shape::Code => json!({ "type": "string" }),
        Shape::Constant(value) => json!({ "const": value }),
        Shape::Object(properties) => object(properties),
        Shape::Map(value) => json!({ "type": "object", "additionalProperties": schema(value) }),
        Shape::Array(item) => json!({ "type": "array", "items": schema(item) }),
        Shape::Tuple(items) if items.is_empty() => json!({ "type": "array", "maxItems": 0 }),
        Shape::Tuple(items) => json!({
            "type": "array",
            "prefixItems": items.iter().map(schema).collect::<Vec<_>>(),
            "minItems": items.len(),
            "items": false,
        }),
        Shape::Union(shapes) => json!({ "anyOf": shapes.iter().map(schema).collect::<Vec<_>>() }),
    }
}

/// Further members are allowed: a later version of the API may add some.
fn object(properties: &[Property]) -> Json {
    let mut members = Map::new();
    for property in properties {
        let mut member = schema(&property.shape);
        if !property.docs.is_empty() {
            member["description"] = property.docs.as_str().into();
        }
        members.insert(property.name.clone(), member);
    }
    let required: Vec<&str> = properties
        .iter()
        .filter(|property| !property.is_optional)
        .map(|property| property.name.as_str())
        .collect();
    let mut object = json!({ "type": "object", "properties": members });
    if !required.is_empty() {
        object["required"] = required.into();
    }
    object
}
