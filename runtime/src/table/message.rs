//! What expansions pass values of fields for: the details of a row, and its message, a template in segments.

use std::fmt::{self, Display};

use super::{Row, Table};
use crate::detail::{DetailName, DetailVisitor, Value};

/// What a message can contain.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be written into a message",
    label = "this does not implement `std::fmt::Display`",
    note = "implement it, or write `{{field:?}}` in the message if clients may read `Debug`"
)]
pub trait MessageValue: Display {}

impl<T: Display + ?Sized> MessageValue for T {}

#[derive(Debug, Clone, Copy)]
pub(super) enum Segment {
    Text(&'static str),
    /// The next value.
    Field,
}

/// Parses a template, which the derive has checked.
pub(super) fn segments(template: &'static str) -> Vec<Segment> {
    let mut segments = Vec::new();
    let mut rest = template;
    while let Some(at) = rest.find(['{', '}']) {
        let (text, brace) = rest.split_at(at);
        if brace.starts_with("{{") || brace.starts_with("}}") {
            // The first of two braces, without the second.
            segments.push(Segment::Text(&rest[..=at]));
            rest = &brace[2..];
        } else {
            segments.extend((!text.is_empty()).then_some(Segment::Text(text)));
            segments.push(Segment::Field);
            rest = brace.split_once('}').map_or("", |(_, rest)| rest);
        }
    }
    segments.extend((!rest.is_empty()).then_some(Segment::Text(rest)));
    segments
}

impl Table {
    /// Visits the details of a row: its constants, and those of fields with these values.
    pub fn details(&'static self, index: usize, visitor: &mut DetailVisitor<'_>, values: &[&dyn Value]) {
        let row = self.row(index);
        if !row.constants.is_empty() {
            row.constants(visitor);
        }
        for (detail, value) in row.details.iter().zip(values) {
            visitor.visit(DetailName { text: detail.name, json: Some(&detail.json) }, *value);
        }
    }

    /// The same, where some details are omitted.
    pub fn details_if(
        &'static self,
        index: usize,
        visitor: &mut DetailVisitor<'_>,
        values: &[Option<&dyn Value>],
    ) {
        let row = self.row(index);
        row.constants(visitor);
        for (detail, value) in row.details.iter().zip(values) {
            if let Some(value) = value {
                visitor.visit(DetailName { text: detail.name, json: Some(&detail.json) }, *value);
            }
        }
    }

    /// Writes the message of a row, with these values for its fields.
    ///
    /// # Errors
    ///
    /// Those of the values and of the formatter.
    pub fn fmt(
        &'static self,
        index: usize,
        f: &mut fmt::Formatter<'_>,
        values: &[&dyn MessageValue],
    ) -> fmt::Result {
        self.row(index).fmt(f, values)
    }

    /// Writes the message of a row that has no fields, or the title.
    ///
    /// # Errors
    ///
    /// Those of the formatter.
    pub fn fmt_constant(&'static self, index: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.row(index).fmt_constant(f)
    }
}

impl Row {
    /// Visits the details that every instance has.
    pub(crate) fn constants(&self, visitor: &mut DetailVisitor<'_>) {
        for (detail, value) in &self.constants {
            visitor.visit(DetailName { text: detail.name, json: Some(&detail.json) }, value);
        }
    }

    /// Writes the message, which has no fields, or the title.
    pub(crate) fn fmt_constant(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.message.is_empty() { f.write_str(self.entry.title()) } else { self.fmt(f, &[]) }
    }

    fn fmt(&self, f: &mut fmt::Formatter<'_>, values: &[&dyn MessageValue]) -> fmt::Result {
        let mut values = values.iter();
        for segment in &self.message {
            match segment {
                Segment::Text(text) => f.write_str(text)?,
                Segment::Field => values.next().map_or(Ok(()), |value| fmt_plain(*value, f))?,
            }
        }
        Ok(())
    }
}

/// `write!(f, "{value}")`, which makes a new formatter, without one if that has the same options.
fn fmt_plain(value: &dyn MessageValue, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let is_plain = f.width().is_none()
        && f.precision().is_none()
        && !(f.alternate() || f.sign_plus() || f.sign_minus() || f.sign_aware_zero_pad());
    if is_plain { value.fmt(f) } else { write!(f, "{value}") }
}
