//! All that expansions reach, under one name. Nothing here is for people.
#![allow(missing_docs, reason = "private to the expansions")]

pub mod header;

use std::error::Error;
use std::fmt;

pub use crate::body::Body;
pub use crate::catalog::{Catalog, Catalogued, Item};
pub use crate::columns::{Columns, Fact, Rows};
pub use crate::detail::VisitDetails;
pub use crate::entry::Entry;
pub use crate::error::{ApiError, Declared, default};
pub use crate::reply::Reply;
pub use crate::retry_after::{RetryAfter, RetryAfterValue};
pub use crate::status_value::StatusValue;
pub use errbook_macros::{body, documented};
pub use http;
pub use serde;

use http::StatusCode;

use crate::columns::StaticFacts;
use crate::complaint::complain;
use crate::status::{self, phrase, required_header};

/// What every API error is, in our words.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no error",
    label = "this does not implement `std::error::Error`",
    note = "add `#[api(display)]` to the type, or derive `thiserror::Error`"
)]
pub trait IsError {}

impl<T: Error + ?Sized> IsError for T {}

pub const fn is_error<T: IsError + ?Sized>() {}

/// The number of a `const` that stands as a status.
#[track_caller]
pub const fn error_status(status: StatusCode) -> u16 {
    let number = status.as_u16();
    if !status::is_error(number) {
        complain(&["this is no error status: name one from 400 to 599"]);
    }
    number
}

/// A status whose phrase serves as the title.
#[track_caller]
pub const fn registered(status: u16) -> u16 {
    if phrase(status).is_none() {
        complain(&[
            "IANA has registered no phrase for this status: say what it means with `title = \"...\"`",
        ]);
    }
    status
}

/// What RFC 9110 demands of a status.
#[track_caller]
pub const fn strict(columns: &Columns, row: usize, first_fact: usize) {
    let entry = columns.facts(row, first_fact);
    let status = entry.status();
    if phrase(status).is_none() {
        complain(&[
            "`",
            entry.variant(),
            "` has a status that IANA has not registered (`strict`, RFC 9110 section 15): name a registered one",
        ]);
    }
    let Some((header, section)) = required_header(status) else { return };
    if entry.has_header(header) {
        return;
    }
    complain(&[
        "the status of `",
        entry.variant(),
        "` needs a header (`strict`, RFC 9110 section ",
        section,
        "): write `header(\"",
        header,
        "\" = \"...\")`, or `header = \"",
        header,
        "\"` on a field",
    ]);
}

/// The status of a message that names a field which is no detail.
#[track_caller]
pub const fn private_message(status: StatusCode, field: &str) {
    if status.as_u16() >= 500 {
        complain(&[
            "from 500 up a message names only what is public: write `detail` on `",
            field,
            "`, or `expose` on the variant",
        ]);
    }
}

/// Whether an error has what its body cannot be without.
#[track_caller]
pub const fn check_body(body: &Body, columns: &Columns, row: usize, first_fact: usize, has_details: bool) {
    if has_details || body.requires_something() {
        body.check(columns.facts(row, first_fact));
    }
}

/// The same for the errors of a transparent variant.
#[track_caller]
pub const fn check_bodies(body: &Body, catalog: &Catalog) {
    let mut at = 0;
    while at < catalog.items.len() {
        match catalog.items[at] {
            Item::Entry(entry) => body.check(StaticFacts::Entry(entry)),
            Item::Rows(columns, mut row, end) => {
                let mut fact = columns.first_fact(row as usize);
                while row < end {
                    let facts = columns.facts(row as usize, fact);
                    body.check(facts);
                    fact += facts.count();
                    row += 1;
                }
            }
            Item::Catalog(inner) | Item::Hidden(inner) => check_bodies(body, inner),
        }
        at += 1;
    }
}

pub fn occurrence_status(value: &dyn StatusValue, entry: &Entry) -> StatusCode {
    let status = value.status().filter(|number| status::is_error(*number));
    let status = status.and_then(|status| StatusCode::from_u16(status).ok());
    status.unwrap_or(entry.status())
}

/// What a transparent variant can hold: an API error, also behind `Box<dyn …>`, which is no `Error` itself.
#[diagnostic::on_unimplemented(
    message = "a transparent variant delegates to an API error, and `{Self}` is none",
    label = "this does not derive `errbook::ApiError`"
)]
pub trait Transparent {
    const CATALOG: &'static Catalog;

    fn as_api_error(&self) -> &dyn ApiError;
}

impl<T: Catalogued> Transparent for T {
    const CATALOG: &'static Catalog = T::CATALOG;

    fn as_api_error(&self) -> &dyn ApiError {
        self
    }
}

macro_rules! boxed {
    ($($ty:ty),*) => {$(
        impl Transparent for Box<$ty> {
            const CATALOG: &'static Catalog = <$ty>::CATALOG;

            fn as_api_error(&self) -> &dyn ApiError {
                &**self
            }
        }
    )*};
}

boxed!(dyn ApiError, dyn ApiError + Send, dyn ApiError + Send + Sync);

/// What a source can be; called as a method, so that it is found behind `Box`, `Arc` and the like.
pub trait AsSource {
    fn __as_source(&self) -> &(dyn Error + 'static);
}

impl<T: Error + 'static> AsSource for T {
    fn __as_source(&self) -> &(dyn Error + 'static) {
        self
    }
}

macro_rules! dyn_source {
    ($($ty:ty),*) => {$(
        impl AsSource for $ty {
            fn __as_source(&self) -> &(dyn Error + 'static) {
                self
            }
        }
    )*};
}

dyn_source!(dyn Error, dyn Error + Send, dyn Error + Send + Sync);

/// Prints the address that a pointer holds, not that of the pointer.
pub struct Pointer<'p, T: ?Sized>(pub &'p T);

impl<T: fmt::Pointer + ?Sized> fmt::Pointer for Pointer<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
