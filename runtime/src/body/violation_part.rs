//! The placeholders of a violation: each one, its JSON type and its value.

use std::borrow::Cow;

use super::Value;
use crate::violation::{Place, Violation};

/// A placeholder that has the value of one violation, inside [`Node::Violations`](super::Node::Violations).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ViolationPart {
    /// `pointer`: the JSON pointer.
    Pointer,
    /// `fragment`: the JSON pointer as the fragment of a URI.
    Fragment,
    /// `field`: the path of the field, or the name of the parameter or header.
    Field,
    /// `parameter`: the name of the parameter.
    Parameter,
    /// `header`: the name of the header.
    Header,
    /// `code`: the stable code.
    Code,
    /// `reason`: the stable code in upper case.
    Reason,
    /// `message`: the message for the client.
    Message,
    /// `details`: an object of the details.
    Details,
    /// `details.NAME`: one detail.
    Detail(&'static str),
}

impl ViolationPart {
    /// All that have no argument.
    pub const PLAIN: &[Self] = &[
        Self::Pointer,
        Self::Fragment,
        Self::Field,
        Self::Parameter,
        Self::Header,
        Self::Code,
        Self::Reason,
        Self::Message,
        Self::Details,
    ];

    /// The name in a body and its argument, and the type of the value in the terms of JSON Schema.
    const fn row(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Pointer => ("pointer", "", "string"),
            Self::Fragment => ("fragment", "", "string"),
            Self::Field => ("field", "", "string"),
            Self::Parameter => ("parameter", "", "string"),
            Self::Header => ("header", "", "string"),
            Self::Code => ("code", "", "string"),
            Self::Reason => ("reason", "", "string"),
            Self::Message => ("message", "", "string"),
            Self::Details => ("details", "", "map<string, any>"),
            Self::Detail(name) => ("details", name, "any"),
        }
    }

    /// The name in a body, without the argument.
    pub const fn name(self) -> &'static str {
        self.row().0
    }

    /// `NAME` of `details.NAME`; empty for all others.
    pub(super) const fn argument(self) -> &'static str {
        self.row().1
    }

    pub(super) const fn json_type(self) -> &'static str {
        self.row().2
    }

    pub(super) fn value(self, violation: &Violation) -> Option<Value<'_>> {
        Some(match self {
            Self::Pointer => Value::Str(violation.pointer()?.as_str().into()),
            Self::Fragment => Value::Str(violation.pointer()?.to_fragment().into()),
            Self::Field => Value::Str(field(violation.place()?)?),
            Self::Parameter => Value::Str(violation.parameter()?.into()),
            Self::Header => Value::Str(violation.header()?.into()),
            Self::Code => Value::Str(violation.code()?.into()),
            Self::Reason => Value::Str(reason(violation.code()?)?.into()),
            Self::Message => Value::Str(violation.message().into()),
            Self::Details => Value::ViolationDetails,
            Self::Detail(name) => Value::Json(violation.detail(name)?),
        })
    }
}

/// The path of the field; `None` for the whole document.
fn field(place: &Place) -> Option<Cow<'_, str>> {
    match place {
        Place::Pointer(pointer) => {
            Some(pointer.to_field_path().into()).filter(|path: &Cow<_>| !path.is_empty())
        }
        Place::Parameter(name) | Place::Header(name) => Some(Cow::Borrowed(name)),
    }
}

/// The code as `google.rpc.BadRequest` wants it: `[A-Z][A-Z0-9_]+[A-Z0-9]`, at most 63 characters; `None` if it cannot be.
fn reason(code: &str) -> Option<String> {
    let mut reason = String::with_capacity(code.len());
    let mut after_lower = false;
    for c in code.chars() {
        if c.is_ascii_uppercase() && after_lower {
            reason.push('_');
        }
        after_lower = c.is_ascii_lowercase() || c.is_ascii_digit();
        match c {
            '-' | '.' | ' ' => reason.push('_'),
            _ => reason.push(c.to_ascii_uppercase()),
        }
    }
    let is_word = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
    let is_valid = match reason.as_bytes() {
        [first, middle @ .., last] => {
            first.is_ascii_uppercase()
                && !middle.is_empty()
                && middle.iter().all(|byte| is_word(*byte) || *byte == b'_')
                && is_word(*last)
        }
        _ => false,
    };
    (is_valid && reason.len() <= 63).then_some(reason)
}
