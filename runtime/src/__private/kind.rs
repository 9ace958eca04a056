//! What an error with a kind takes from it: everything that is not said beside it.

use std::borrow::Cow;
use std::fmt::{self, Display};
use std::panic::{RefUnwindSafe, UnwindSafe};

use http::header::RETRY_AFTER;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

use super::{ApiError, Catalog, DetailVisitor, HasCatalog, StatusValue, Table, decided_status};
use crate::detail::DetailName;
use crate::error::default::fmt_kind;

/// A unit variant of another type that a variant takes its entry from.
#[derive(Debug)]
pub struct UnitKind {
    error: &'static dyn ApiError,
    catalog: &'static Catalog,
}

impl UnitKind {
    pub const fn new<K: Kind>(kind: &'static K) -> Self {
        Self { error: kind, catalog: K::CATALOG }
    }

    pub const fn error(&self) -> &'static dyn ApiError {
        self.error
    }

    pub const fn catalog(&self) -> &'static Catalog {
        self.catalog
    }
}

/// A unit variant has nothing that a panic could leave half done.
impl UnwindSafe for UnitKind {}
impl RefUnwindSafe for UnitKind {}

/// What `kind = …` can name.
#[diagnostic::on_unimplemented(
    message = "expected a unit variant of an API error, found `{Self}`",
    label = "this does not implement `errbook::ApiError`",
    note = "a variant with fields is written as a field: `#[api(kind)] kind: Code`"
)]
pub trait Kind: ApiError + HasCatalog {}

#[diagnostic::do_not_recommend]
impl<T: ApiError + HasCatalog> Kind for T {}

/// The error that everything is taken from.
#[inline]
pub fn innermost(mut error: &dyn ApiError) -> &dyn ApiError {
    while let Some(inner) = error.transparent() {
        error = inner;
    }
    error
}

/// The status that a field decides, or else that of the kind.
pub fn kind_status<E: ApiError + ?Sized>(value: &dyn StatusValue, error: &E) -> StatusCode {
    decided_status(value, error.entry()).unwrap_or_else(|| super::default::status(error))
}

/// The message of a kind inside another message: what clients may read beside the status of this field, if there is one.
pub struct KindMessage<'k>(pub &'k dyn ApiError, pub Option<&'k dyn StatusValue>);

impl Display for KindMessage<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = innermost(self.0);
        let decided = self.1.and_then(|value| decided_status(value, kind.entry()));
        let status = decided.unwrap_or_else(|| kind.status());
        fmt_kind(kind, status, f)
    }
}

impl Table {
    /// Visits the details of the kind that a row does not name.
    pub fn details_of_kind<E: ApiError + ?Sized>(
        &'static self,
        index: usize,
        visitor: &mut DetailVisitor<'_>,
        error: &E,
    ) {
        let row = self.row(index);
        let mut visit = |name: DetailName<'_>, value: crate::DetailValue<'_>| {
            if !row.has_detail(name.text) {
                visitor.pass(name, value);
            }
        };
        super::default::details(error, &mut DetailVisitor::with_names(&mut visit));
    }

    /// Adds the headers of the kind, then those of a row that have a value. The row replaces headers that it names.
    pub fn headers_of_kind<E: ApiError + ?Sized>(
        &'static self,
        index: usize,
        headers: &mut HeaderMap,
        error: &E,
    ) {
        super::default::headers(error, headers);
        let own = || self.row(index).entry().headers();
        let name = |header: &crate::Header| HeaderName::try_from(header.name()).ok();
        for name in own().filter_map(|header| name(&header)).filter(|name| *name != RETRY_AFTER) {
            headers.remove(name);
        }
        for header in own() {
            let value = header.value().and_then(|value| fill_of(value, error));
            let value = value.and_then(|value| HeaderValue::try_from(&*value).ok());
            if let (Some(name), Some(value)) = (name(&header), value) {
                headers.append(name, value);
            }
        }
    }
}

impl Table {
    /// Appends a header of a row whose text names fields, and maybe the code or the number of the kind.
    pub fn append_header_of_kind<E: ApiError + ?Sized>(
        &'static self,
        row: usize,
        nth: usize,
        headers: &mut HeaderMap,
        values: &[Option<&dyn Display>],
        error: &E,
    ) {
        self.append_filled(row, nth, headers, values, |text| fill_of(text, error));
    }
}

fn fill_of<E: ApiError + ?Sized>(text: &'static str, error: &E) -> Option<Cow<'static, str>> {
    fill(text, error.code(), error.entry().number())
}

/// The text of a header with the code and the number of a kind; `None` if it names a number that the kind does not have.
pub(crate) fn fill(text: &'static str, code: &str, number: Option<i64>) -> Option<Cow<'static, str>> {
    if !text.contains([CODE_MARK, NUMBER_MARK]) {
        return Some(text.into());
    }
    if number.is_none() && text.contains(NUMBER_MARK) {
        return None;
    }
    let number = number.map(|number| number.to_string()).unwrap_or_default();
    Some(text.replace(CODE_MARK, code).replace(NUMBER_MARK, &number).into())
}

/// What the derive writes for `{code}` and `{number}` in a header beside a kind.
const CODE_MARK: char = '\u{1}';
const NUMBER_MARK: char = '\u{2}';
