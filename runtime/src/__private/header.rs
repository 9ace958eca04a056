//! Headers of fields: a list of values, an `Option`, or anything else that implements `Display`.
//!
//! No trait could tell these apart, so method resolution does: in `(&&HeaderField(&field)).__append(…)` it tries these in
//! order, and takes the first one that is implemented.
//!
//! | trait | implemented for | fits |
//! | --- | --- | --- |
//! | `AppendEach` | `&HeaderField` | `HeaderList`: `Vec<T>`, `[T]`, `[T; N]`, pointers to these and an `Option` of them |
//! | `AppendIfSome` | `&&HeaderField` | any other `Option` |
//! | `AppendDisplay` | `HeaderField` | everything else; the compiler reports what does not implement `Display` |
//!
//! `(&OneHeader(&field)).__append(…)` does the same for a header that has one value, which no list fits.

use std::borrow::Cow;
use std::fmt::{Display, Write as _};
use std::sync::Arc;

use http::{HeaderMap, HeaderName, HeaderValue};

/// A field whose header may be sent several times.
pub struct HeaderField<'f, T: ?Sized>(pub &'f T);

/// A field whose header has one value.
pub struct OneHeader<'f, T: ?Sized>(pub &'f T);

pub trait AppendEach<L: ?Sized> {
    fn __append(&self, headers: &mut HeaderMap, name: &'static str)
    where
        L: HeaderList<Item: HeaderText>;
}

impl<L: HeaderList + ?Sized> AppendEach<L> for &HeaderField<'_, L> {
    fn __append(&self, headers: &mut HeaderMap, name: &'static str)
    where
        L: HeaderList<Item: HeaderText>,
    {
        for value in self.0.items() {
            append(headers, name, value);
        }
    }
}

pub trait AppendIfSome {
    fn __append(&self, headers: &mut HeaderMap, name: &'static str);
}

impl<T: HeaderText> AppendIfSome for &&HeaderField<'_, Option<T>> {
    fn __append(&self, headers: &mut HeaderMap, name: &'static str) {
        if let Some(value) = self.0 {
            append(headers, name, value);
        }
    }
}

impl<T: OneHeaderText> AppendIfSome for OneHeader<'_, Option<T>> {
    fn __append(&self, headers: &mut HeaderMap, name: &'static str) {
        if let Some(value) = self.0 {
            append(headers, name, value);
        }
    }
}

pub trait AppendDisplay<T: ?Sized> {
    fn __append(&self, headers: &mut HeaderMap, name: &'static str)
    where
        T: HeaderText;
}

impl<T: ?Sized> AppendDisplay<T> for HeaderField<'_, T> {
    fn __append(&self, headers: &mut HeaderMap, name: &'static str)
    where
        T: HeaderText,
    {
        append(headers, name, &self.0);
    }
}

pub trait AppendOne<T: ?Sized> {
    fn __append(&self, headers: &mut HeaderMap, name: &'static str)
    where
        T: OneHeaderText;
}

impl<T: ?Sized> AppendOne<T> for &OneHeader<'_, T> {
    fn __append(&self, headers: &mut HeaderMap, name: &'static str)
    where
        T: OneHeaderText,
    {
        append(headers, name, &self.0);
    }
}

/// A value in the text of a header: `(&HeaderPart(&field)).__text()`, which finds the first trait for an `Option`.
pub struct HeaderPart<'f, T: ?Sized>(pub &'f T);

pub trait TextIfSome {
    fn __text(&self) -> Option<&dyn Display>;
}

impl<T: HeaderPartText> TextIfSome for HeaderPart<'_, Option<T>> {
    fn __text(&self) -> Option<&dyn Display> {
        self.0.as_ref().map(|value| value as &dyn Display)
    }
}

pub trait TextOfDisplay<T: ?Sized> {
    fn __text(&self) -> Option<&dyn Display>
    where
        T: HeaderPartText;
}

impl<T: ?Sized> TextOfDisplay<T> for &HeaderPart<'_, T> {
    fn __text(&self) -> Option<&dyn Display>
    where
        T: HeaderPartText,
    {
        Some(&self.0)
    }
}

/// What the text of a header can name; the compiler reports any other type in these words.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be written into a header",
    label = "expected a type that implements `Display`, or an `Option` of one",
    note = "implement it, or write `{{field:?}}` in the header if clients may read `Debug`"
)]
pub trait HeaderPartText: Display {}

impl<T: Display + ?Sized> HeaderPartText for T {}

/// What a header field can be; the compiler reports any other type in these words.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as a header",
    label = "expected a type that implements `Display`, or an `Option` or a list of one"
)]
pub trait HeaderText: Display {}

impl<T: Display + ?Sized> HeaderText for T {}

/// The same for a header that has one value.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as a header that has one value",
    label = "expected a type that implements `Display`, or an `Option` of one"
)]
pub trait OneHeaderText: Display {}

impl<T: Display + ?Sized> OneHeaderText for T {}

/// What is sent as one header for each item.
pub trait HeaderList {
    type Item;

    fn items(&self) -> &[Self::Item];
}

impl<T> HeaderList for [T] {
    type Item = T;

    fn items(&self) -> &[T] {
        self
    }
}

impl<T, const N: usize> HeaderList for [T; N] {
    type Item = T;

    fn items(&self) -> &[T] {
        self
    }
}

impl<T> HeaderList for Vec<T> {
    type Item = T;

    fn items(&self) -> &[T] {
        self
    }
}

impl<L: HeaderList> HeaderList for Option<L> {
    type Item = L::Item;

    fn items(&self) -> &[L::Item] {
        self.as_ref().map_or(&[], L::items)
    }
}

macro_rules! pointers {
    ($(impl<$($lifetime:lifetime,)? L> for $pointer:ty $(where $bound:path)?;)*) => {$(
        impl<$($lifetime,)? L: HeaderList + ?Sized $(+ $bound)?> HeaderList for $pointer {
            type Item = L::Item;

            fn items(&self) -> &[L::Item] {
                (**self).items()
            }
        }
    )*};
}

pointers! {
    impl<L> for &L;
    impl<L> for Box<L>;
    impl<L> for Arc<L>;
    impl<L> for Cow<'_, L> where ToOwned;
}

/// Appends a header, unless its value is invalid or cannot be written.
fn append(headers: &mut HeaderMap, name: &'static str, value: &dyn Display) {
    let mut text = String::new();
    if write!(text, "{value}").is_ok() {
        append_text(headers, name, text);
    }
}

/// Appends a header, unless its value is invalid (RFC 9110 §5.5).
pub(crate) fn append_text(headers: &mut HeaderMap, name: &'static str, text: String) {
    if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(text)) {
        headers.append(name, value);
    }
}
