#![doc = include_str!("crate.md")]

mod book;
mod catalog;
mod columns;
mod complaint;
mod detail;
mod entry;
mod error;
mod reply;
mod retry_after;
mod status_value;

pub mod body;
pub mod status;

#[doc(hidden)]
pub mod __private;

pub use crate::body::Body;
pub use crate::book::Book;
pub use crate::catalog::{Catalog, Catalogued, Item};
pub use crate::detail::{DetailValue, VisitDetails};
pub use crate::entry::{Deprecation, Detail, Entry, Header, Section};
pub use crate::error::ApiError;
pub use crate::reply::Reply;
pub use crate::retry_after::{RetryAfter, RetryAfterValue};
pub use crate::status_value::StatusValue;

#[doc = include_str!("derive.md")]
pub use errbook_macros::ApiError;
