//! The details of an error, and what samples show of its fields.

use proc_macro2::Span;
use syn::ExprPath;

use super::Field;
use crate::json_type::JsonType;

/// A detail with the same value in every reply.
pub struct ConstantDetail {
    pub name: String,
    pub span: Span,
    /// Its value as JSON.
    pub json: String,
}

pub struct Detail<'a> {
    pub name: String,
    /// The span of the key.
    pub span: Span,
    pub docs: String,
    pub field: Field<'a>,
    /// The function that converts the value.
    pub with: Option<&'a ExprPath>,
    /// The function that says whether the detail is omitted.
    pub skip_if: Option<&'a ExprPath>,
    /// The declared type of its JSON value.
    pub json: Option<JsonType>,
    /// What samples show, as JSON.
    pub example: Option<String>,
}

/// What samples show for a field that a text names, or for a header: its type and its example, or nothing.
pub struct Sample {
    pub name: String,
    pub json: String,
    pub example: String,
}

impl Detail<'_> {
    /// Whether the documentation has more of it than its name, its type and its text.
    pub fn is_described(&self) -> bool {
        self.json.is_some() || self.example.is_some() || self.skip_if.is_some()
    }

    /// The declared type of its JSON value, with `?` after it if replies may omit it.
    pub fn json_type(&self) -> String {
        let optional = if self.skip_if.is_some() { "?" } else { "" };
        self.json.as_ref().map(JsonType::text).unwrap_or_default() + optional
    }
}
