//! Every lint that could meet generated code, denied; clippy runs over this crate too.
#![deny(
    warnings,
    missing_docs,
    missing_debug_implementations,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unnameable_types,
    unreachable_pub,
    unused_lifetimes,
    unused_qualifications,
    unused_results,
    clippy::all,
    clippy::pedantic,
    clippy::nursery,
    clippy::cargo,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::default_numeric_fallback,
    clippy::exhaustive_enums,
    clippy::exhaustive_structs,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::missing_inline_in_public_items,
    clippy::missing_trait_methods,
    clippy::min_ident_chars,
    clippy::panic,
    clippy::pattern_type_mismatch,
    clippy::ref_patterns,
    clippy::std_instead_of_alloc,
    clippy::std_instead_of_core,
    clippy::str_to_string,
    clippy::unreachable,
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm
)]
#![forbid(unsafe_code)]
#![allow(clippy::cargo_common_metadata, clippy::multiple_crate_versions, reason = "never published")]

use errbook::{ApiError, Body};

/// The wire format of this crate.
pub const FORMAT: Body = errbook::body!({
    /// Identifies the error.
    "code": code,
    "constants": [null, true, 1, -1, 1.5, "text", "{status} {code}", {}, []],
    ..details,
});

/// Every key on a type, a variant and a field.
#[derive(Debug, ApiError)]
#[api(display, serialize, body = FORMAT, rename_all = "snake_case", prefix = "lints.", status = 400)]
#[api(docs_url = "https://example.com/errors#{code}", meta(owner = "lints"), header("X-Owner" = "lints"))]
#[non_exhaustive]
pub enum Problem<'text, Thing, const SIZE: usize> {
    /// A parameter is wrong.
    ///
    /// # Solution
    /// Write another.
    #[api(status = 422, code = "Wrong", number = -7, message = "{text} {thing} {thing:?} {all:?} {text:p}")]
    #[api(title = "Wrong", expose, retryable, header("X-Wrong" = "yes"), meta(emoji = "x"))]
    Wrong {
        /// What was written.
        #[api(detail)]
        text: &'text str,
        /// What it stood for.
        #[api(detail = "it", header = "X-Thing")]
        thing: Thing,
        /// All of them.
        all: [u8; SIZE],
        /// One more.
        #[api(header = "X-Maybe")]
        maybe: Option<u8>,
    },
    /// The upstream is busy.
    #[api(status = http::StatusCode::SERVICE_UNAVAILABLE, redact)]
    Busy(#[api(retry_after)] Option<u32>, #[api(status)] u16),
    /// The disk is broken.
    #[api(status = 500)]
    Disk(#[api(from)] std::io::Error),
    /// Something is broken.
    #[api(status = 500)]
    Other {
        /// Why.
        #[api(source)]
        why: Option<core::fmt::Error>,
    },
    /// Somebody else says it.
    #[api(transparent)]
    Inner(Box<Inner>),
    /// Not any more.
    #[deprecated(since = "1.0.0", note = "never was")]
    Old(#[api(detail = "old")] u8),
    /// Nothing is said of it.
    #[doc(hidden)]
    Unit,
}

/// Says nothing but its status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error, ApiError)]
#[error("inner")]
#[api(status = 409, code = "Inner", message = "inner {size}")]
#[non_exhaustive]
pub struct Inner {
    /// How large.
    pub size: u64,
}

/// Never happens.
#[derive(Debug, ApiError)]
#[api(display, serialize)]
#[non_exhaustive]
pub enum Never {}

/// Is all transparent.
#[derive(Debug, ApiError)]
#[api(display, transparent)]
#[non_exhaustive]
pub struct Wrapper<Thing>(pub Thing);
