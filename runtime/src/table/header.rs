//! Headers whose texts name fields.

use std::borrow::Cow;
use std::fmt::{Display, Write as _};

use http::HeaderMap;

use super::Table;
use super::message::{Segment, segments};
use crate::__private::header::append_text;

impl Table {
    /// Appends the nth header of a row whose text names fields, with these values for them.
    ///
    /// It is omitted if a value is `None` or cannot be written, and if the whole is invalid.
    pub fn append_header(
        &'static self,
        row: usize,
        nth: usize,
        headers: &mut HeaderMap,
        values: &[Option<&dyn Display>],
    ) {
        self.append_filled(row, nth, headers, values, |text| Some(text.into()));
    }

    /// The same with a change of the text around the values; `None` omits the header.
    pub(crate) fn append_filled(
        &'static self,
        row: usize,
        nth: usize,
        headers: &mut HeaderMap,
        values: &[Option<&dyn Display>],
        change: impl Fn(&'static str) -> Option<Cow<'static, str>>,
    ) {
        let mut templates = self.row(row).entry.headers().filter_map(|header| {
            let template = header.template()?;
            Some((header.name(), template))
        });
        let Some((name, template)) = templates.nth(nth) else { return };
        if let Some(text) = fill(template, values, change) {
            append_text(headers, name, text);
        }
    }
}

fn fill(
    template: &'static str,
    values: &[Option<&dyn Display>],
    change: impl Fn(&'static str) -> Option<Cow<'static, str>>,
) -> Option<String> {
    let mut values = values.iter();
    let mut filled = String::new();
    let mut quotes = Quotes::default();
    for segment in segments(template) {
        match segment {
            Segment::Text(text) => {
                let text = change(text)?;
                quotes.read(&text);
                filled.push_str(&text);
            }
            Segment::Field => {
                let mut value = String::new();
                write!(value, "{}", (*values.next()?)?).ok()?;
                quotes.write(&mut filled, &value);
            }
        }
    }
    Some(filled)
}

/// Whether a text is inside of a quoted-string (RFC 9110 §5.6.4).
#[derive(Default)]
pub(crate) struct Quotes {
    open: bool,
    /// The last character was a backslash that escapes the next one.
    escaped: bool,
}

impl Quotes {
    pub(crate) fn read(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                _ if self.escaped => self.escaped = false,
                '"' => self.open = !self.open,
                '\\' => self.escaped = self.open,
                _ => {}
            }
        }
    }

    /// Writes a value: as it is, or with escapes that keep it inside of the quotes.
    pub(crate) fn write(&mut self, text: &mut String, value: &str) {
        for c in value.chars() {
            let escaped = std::mem::take(&mut self.escaped);
            if self.open && !escaped && matches!(c, '"' | '\\') {
                text.push('\\');
            }
            text.push(c);
        }
    }
}
