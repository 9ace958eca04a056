//! Headers of fields: an `Option`, whatever it is called, or anything else that implements `Display`.
//!
//! `(&HeaderField(&field)).__insert(…)` finds the first trait for an `Option`, and one reference further the second one for
//! all types; expansions import both.

use std::fmt::{Display, Write as _};

use http::{HeaderMap, HeaderName, HeaderValue};

pub struct HeaderField<'f, T: ?Sized>(pub &'f T);

pub trait InsertIfSome {
    fn __insert(&self, headers: &mut HeaderMap, name: &'static str);
}

impl<T: HeaderText> InsertIfSome for HeaderField<'_, Option<T>> {
    fn __insert(&self, headers: &mut HeaderMap, name: &'static str) {
        if let Some(value) = self.0 {
            insert(headers, name, value);
        }
    }
}

pub trait InsertDisplay<T: ?Sized> {
    fn __insert(&self, headers: &mut HeaderMap, name: &'static str)
    where
        T: HeaderText;
}

impl<T: ?Sized> InsertDisplay<T> for &HeaderField<'_, T> {
    fn __insert(&self, headers: &mut HeaderMap, name: &'static str)
    where
        T: HeaderText,
    {
        insert(headers, name, &self.0);
    }
}

/// What a header field can be; the compiler reports any other type in these words.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as a header",
    label = "expected a type that implements `Display`, or an `Option` of one"
)]
pub trait HeaderText: Display {}

impl<T: Display + ?Sized> HeaderText for T {}

/// Inserts a header, unless its value is invalid or cannot be written.
fn insert(headers: &mut HeaderMap, name: &'static str, value: &dyn Display) {
    let mut text = String::new();
    if write!(text, "{value}").is_err() {
        return;
    }
    if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(text)) {
        headers.insert(name, value);
    }
}
