//! The texts of an error that show its fields: its message, its headers, and the `Display` of another derive.

use proc_macro2::{Span, TokenStream};
use syn::Member;

use super::Field;
use crate::template::Template;

pub struct Message<'a> {
    pub template: Template,
    /// What is written for each field or argument of the template, in its order.
    pub values: Vec<Value<'a>>,
    /// A field in the message that is not a detail, so the status must stay below 500.
    pub private: Option<String>,
}

/// A header whose text names fields.
pub struct HeaderTemplate<'a> {
    pub name: String,
    /// A format string, in which the code and the number are replaced.
    pub text: String,
    pub span: Span,
    /// The field of each placeholder, and its format spec.
    pub fields: Vec<(Field<'a>, String)>,
    /// A field in it that is not a detail, so the status must stay below 500.
    pub private: Option<String>,
}

pub enum Value<'a> {
    Field(Field<'a>),
    /// The message of the kind that is this field, beside the status of another one.
    Kind(Field<'a>, Option<Field<'a>>),
    /// An expression, and the fields in it.
    Argument(TokenStream, Vec<Field<'a>>),
}

impl<'a> Message<'a> {
    /// The fields that the message names, each once.
    pub fn fields(&self) -> Vec<&Field<'a>> {
        fields_of(&self.values)
    }
}

/// The fields of values, each once.
pub fn fields_of<'m, 'a: 'm>(values: impl IntoIterator<Item = &'m Value<'a>>) -> Vec<&'m Field<'a>> {
    let mut fields: Vec<&Field> = Vec::new();
    let all = values.into_iter().flat_map(|value| match value {
        Value::Field(field) => vec![field],
        Value::Kind(kind, status) => std::iter::once(kind).chain(status).collect(),
        Value::Argument(_, fields) => fields.iter().collect(),
    });
    for field in all {
        if fields.iter().all(|known| known.member != field.member) {
            fields.push(field);
        }
    }
    fields
}

/// The `Display` of another derive, where clients may read it.
pub struct PublicDisplay {
    /// Its format string, if it has one.
    pub template: Option<String>,
    /// The fields that it shows.
    pub shown: Vec<Member>,
    /// Why clients may not read it, and the place that says so. Only the compiler knows a status that is a path.
    pub refused: Option<(String, Span)>,
}
