#![doc = include_str!("crate.md")]

mod book;
mod catalog;
mod clock;
mod const_panic;
mod context;
mod detail;
mod entry;
mod error;
mod example;
mod formats;
mod http_error;
mod json_string;
mod nearest;
mod reply;
mod retry_after;
mod status;
mod status_value;
mod table;
mod uri;
mod violation;

pub mod body;

#[doc(hidden)]
pub mod __private;

/// The version of `http` that the public types are from; compile errors name its types by this path.
pub use http;

pub use crate::body::Body;
pub use crate::book::Book;
pub use crate::catalog::{Catalog, CatalogItem, HasCatalog};
pub use crate::context::{Context, Occurrence, Scope, TraceId};
pub use crate::detail::{DetailValue, DetailVisitor};
pub use crate::entry::{Deprecation, Detail, Entry, Fact, Field, Header, Section};
pub use crate::error::{AnyError, ApiError};
pub use crate::example::Example;
pub use crate::formats::Formats;
pub use crate::http_error::HttpError;
pub use crate::reply::{Reply, into_bytes};
pub use crate::retry_after::{RetryAfter, RetryAfterValue};
pub use crate::status_value::StatusValue;
pub use crate::violation::{JsonPointer, Place, Violation, Violations};

#[cfg(feature = "derive")]
#[doc = include_str!("derive.md")]
pub use errbook_macros::ApiError;
