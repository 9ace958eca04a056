//! Everything that expansions use, under one name. Nothing here is for users.
#![allow(missing_docs, reason = "private to the expansions")]

pub mod header;
mod kind;
mod shared;
pub mod source;
mod transparent;
mod unique;
pub mod violations;

use std::fmt;

// An expansion of short paths is cheaper to compile. They are names of this module, so nothing of the user's shadows them.
pub use core::error::Error;
pub use core::fmt::{Debug, Display, Formatter, Result as FmtResult};
pub use core::marker::{Send, Sync};
pub use core::ops::FnMut;
pub use core::option::Option::{self, None, Some};
pub use core::primitive::{bool, usize};
pub use core::unreachable;

pub(crate) use self::kind::fill;
pub use self::kind::{Kind, KindMessage, UnitKind, innermost, kind_status};
pub use self::shared::{Checked, Shared, Unshared, check_shared};
pub use self::transparent::Transparent;
pub use self::unique::{Repeated, check_unique};
pub use crate::__expression as expression;
pub use crate::body::Body;
pub use crate::catalog::{Catalog, CatalogItem, CatalogParts, HasCatalog, KindItem, KindOf, catalog_of_rows};
pub use crate::detail::{DetailVisitor, Value};
pub use crate::entry::{Constant, Entry};
pub use crate::error::{ApiError, default};
pub use crate::nearest::nearest;
pub use crate::reply::Reply;
pub use crate::retry_after::{RetryAfter, RetryAfterValue};
pub use crate::status::{grpc_code, reason_phrase, required_header, status_of_grpc_code};
pub use crate::status_value::StatusValue;
pub use crate::table::{MessageValue, NO_ROWS, Row, Rows, Table};
pub use crate::violation::Violation;
#[cfg(feature = "derive")]
pub use errbook_macros::{body, documented};
pub use http;
pub use serde;

use http::StatusCode;

use crate::const_panic::{const_eq_ignore_case, const_panic};
use crate::status;

/// An expression that syn cannot parse without its feature `full`.
#[doc(hidden)]
#[macro_export]
macro_rules! __expression {
    ($value:expr) => {
        $value
    };
}

/// What every API error is.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an error",
    label = "this does not implement `std::error::Error`",
    note = "add `#[api(display)]` to the type, or derive `thiserror::Error`"
)]
pub trait IsError {}

impl<T: Error + ?Sized> IsError for T {}

pub const fn is_error<T: IsError + ?Sized>() {}

/// A status that is a path. Only these two types have the method.
pub struct Status<T>(pub T);

impl Status<StatusCode> {
    pub const fn number(self) -> u16 {
        self.0.as_u16()
    }
}

impl Status<u16> {
    pub const fn number(self) -> u16 {
        self.0
    }
}

/// One after the other, all statuses: this one, then those from 100 on.
pub const fn nth_status(first: u16, nth: u16) -> StatusCode {
    match StatusCode::from_u16(if nth == 0 { first } else { nth + 99 }) {
        Ok(status) => status,
        Err(_) => const_panic(&["unknown status"]),
    }
}

/// The number of a status in a table. The check of an invalid one reports it, and others go on with this.
pub const fn status_number(status: u16) -> i64 {
    if status::is_error(status) { status as i64 } else { 500 }
}

#[track_caller]
pub const fn check_status(status: u16) {
    if !status::is_error(status) {
        const_panic(&["expected a status from 400 to 599, found ", decimal(status, &mut [0; 5])]);
    }
}

/// A status whose reason phrase is the title.
#[track_caller]
pub const fn check_registered(status: u16) {
    check_status(status);
    if reason_phrase(status).is_none() {
        let number = &mut [0; 5];
        const_panic(&[
            "status ",
            decimal(status, number),
            " has no registered reason phrase: write `title = \"...\"`",
        ]);
    }
}

/// The digits of a number.
#[allow(clippy::cast_possible_truncation, reason = "each is a digit")]
const fn decimal(mut number: u16, digits: &mut [u8; 5]) -> &str {
    let mut start = digits.len();
    loop {
        start -= 1;
        digits[start] = b'0' + (number % 10) as u8;
        number /= 10;
        if number == 0 {
            break;
        }
    }
    match core::str::from_utf8(digits.split_at(start).1) {
        Ok(text) => text,
        Err(_) => "",
    }
}

/// A code or metadata that is a path.
pub const fn text(text: &'static str) -> &'static str {
    text
}

/// A number that is a path.
pub const fn number(number: i64) -> i64 {
    number
}

/// A code that is a path.
#[track_caller]
pub const fn check_code(code: &str) {
    let mut rest = code.as_bytes();
    if rest.is_empty() {
        const_panic(&["expected a code, found an empty string"]);
    }
    while let [byte, after @ ..] = rest {
        if !byte.is_ascii_graphic() || matches!(*byte, b'"' | b'\'' | b'\\') {
            const_panic(&["invalid code: expected printable ASCII without spaces, quotes or backslash"]);
        }
        rest = after;
    }
}

/// Two errors that share a code, at least one of which has a status that only the compiler knows.
#[track_caller]
pub const fn check_statuses(table: &'static Table, first: usize, second: usize, name: &str) {
    check_agree(&table.entry_at(second).0, name, &table.entry_at(first).0);
}

#[track_caller]
const fn check_agree(entry: &Entry, name: &str, first: &Entry) {
    if !entry.agrees_on_status(first) {
        const_panic(&[
            "`",
            name,
            "` shares the code `",
            entry.code(),
            "` with `",
            first.label(),
            "`, which has another status: write the same, or another code",
        ]);
    }
}

/// The statuses of `also` beside a declared one that is a path.
#[track_caller]
pub const fn check_also(status: u16, also: u16) {
    if status == also {
        const_panic(&["duplicate status: it is the declared one"]);
    }
}

/// What `strict` requires of a status that is a path, where these headers are sent.
#[track_caller]
pub const fn strict(status: u16, variant: &str, headers: &[&str]) {
    if reason_phrase(status).is_none() {
        const_panic(&["expected a registered status for `", variant, "` (`strict`, RFC 9110 section 15)"]);
    }
    let Some((header, section)) = required_header(status) else { return };
    let mut at = 0;
    while at < headers.len() {
        if const_eq_ignore_case(headers[at], header) {
            return;
        }
        at += 1;
    }
    const_panic(&[
        "the status of `",
        variant,
        "` needs `header(\"",
        header,
        "\" = \"...\")`, or `header = ...` on a field (`strict`, RFC 9110 section ",
        section,
        ")",
    ]);
}

/// The status of a text that names a field which is not a detail.
#[track_caller]
pub const fn private_text(status: u16, what: &str, field: &str) {
    if status >= 500 {
        const_panic(&[
            what,
            " may only use `detail` fields at 5xx: write `detail` on `",
            field,
            "`, or `expose` on the variant",
        ]);
    }
}

/// The status of an error whose `Display` clients must not read below 500.
#[track_caller]
pub const fn private_display(status: u16, problem: &str) {
    if status < 500 {
        const_panic(&[problem]);
    }
}

/// Checks the row that starts at this byte against the body of its type.
#[track_caller]
pub const fn check_body(body: &Body, table: &Table, start: usize, has_details: bool) {
    if has_details || body.has_required() {
        body.check(&table.entry_at(start).0);
    }
}

/// Checks the details of the row of an error with a kind against the body of its type.
#[track_caller]
pub const fn check_details(body: &Body, table: &Table, start: usize) {
    body.check_details(&table.entry_at(start).0);
}

/// Checks the errors of a transparent variant, or of a kind, against the body of the type.
#[track_caller]
pub const fn check_bodies(body: &Body, catalog: &Catalog) {
    catalog.check(body, true);
}

/// The status that a field decides, or else the declared one.
pub fn dynamic_status(value: &dyn StatusValue, row: &Row) -> StatusCode {
    decided_status(value, &row.entry).unwrap_or(row.entry.status())
}

/// The status of a field, if an instance of the error may have it.
fn decided_status(value: &dyn StatusValue, entry: &Entry) -> Option<StatusCode> {
    let number = value.status().filter(|number| entry.allows_status(*number))?;
    StatusCode::from_u16(number).ok()
}

/// A detail, unless it is omitted.
pub fn detail_unless<T: Value>(is_omitted: bool, value: &T) -> Option<&dyn Value> {
    if is_omitted { None } else { Some(value) }
}

/// The converted value of a detail, unless that is omitted.
pub fn converted_unless<T>(is_omitted: bool, convert: impl FnOnce() -> T) -> Option<T> {
    (!is_omitted).then(convert)
}

/// What [`converted_unless`] returned.
pub fn as_detail<T: Value>(value: &Option<T>) -> Option<&dyn Value> {
    value.as_ref().map(|value| value as &dyn Value)
}

/// A value of a header, formatted.
pub fn to_string(value: &fmt::Arguments<'_>) -> String {
    fmt::format(*value)
}

/// Prints the address that a pointer holds, not the address of the pointer.
pub struct Pointer<'p, T: ?Sized>(pub &'p T);

impl<T: fmt::Pointer + ?Sized> fmt::Pointer for Pointer<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
