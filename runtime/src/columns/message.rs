//! What expansions pass values of fields for: the details of a row, and its message, a template in pieces.

use std::fmt::{self, Display};

use super::Columns;
use crate::detail::{DetailValue, VisitDetails};

/// What a message can be made of, in our words.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be written into a message",
    label = "this does not implement `std::fmt::Display`",
    note = "implement it, or write `{{field:?}}` in the message if `Debug` is fit for clients"
)]
pub trait MessageValue: Display {}

impl<T: Display + ?Sized> MessageValue for T {}

#[derive(Debug, Clone, Copy)]
pub(super) enum Piece {
    Text(&'static str),
    /// The next value.
    Field,
}

/// Takes a format string apart, which the derive has found well formed.
pub(super) fn pieces(template: &'static str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while let Some(at) = rest.find(['{', '}']) {
        let (text, brace) = rest.split_at(at);
        if brace.starts_with("{{") || brace.starts_with("}}") {
            // The first of two braces, without the second.
            pieces.push(Piece::Text(&rest[..=at]));
            rest = &brace[2..];
        } else {
            pieces.extend((!text.is_empty()).then_some(Piece::Text(text)));
            pieces.push(Piece::Field);
            rest = brace.split_once('}').map_or("", |(_, rest)| rest);
        }
    }
    pieces.extend((!rest.is_empty()).then_some(Piece::Text(rest)));
    pieces
}

impl Columns {
    /// Visits the details of a row, with these values.
    pub fn visit<const COUNT: usize>(
        &'static self,
        row: usize,
        visit: &mut VisitDetails<'_>,
        values: [&dyn DetailValue; COUNT],
    ) {
        for (detail, value) in self.entry(row).details().iter().zip(values) {
            visit(detail.name(), value);
        }
    }

    /// Writes the message of a row, with these values for its fields.
    ///
    /// # Errors
    ///
    /// What the values or the formatter say.
    pub fn fmt<const COUNT: usize>(
        &'static self,
        row: usize,
        f: &mut fmt::Formatter<'_>,
        values: [&dyn MessageValue; COUNT],
    ) -> fmt::Result {
        write(&self.row(row).message, f, &values)
    }

    /// Writes the message of a row that has no fields, or the title.
    ///
    /// # Errors
    ///
    /// What the formatter says.
    pub fn fmt_constant(&'static self, row: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let row = self.row(row);
        if row.message.is_empty() {
            return f.write_str(row.entry.title());
        }
        write(&row.message, f, &[])
    }
}

fn write(pieces: &[Piece], f: &mut fmt::Formatter<'_>, values: &[&dyn MessageValue]) -> fmt::Result {
    let mut values = values.iter();
    for piece in pieces {
        match piece {
            Piece::Text(text) => f.write_str(text)?,
            Piece::Field => values.next().map_or(Ok(()), |value| write!(f, "{value}"))?,
        }
    }
    Ok(())
}
