//! Every lint that could meet generated code, denied; clippy runs over this crate too.
#![deny(
    warnings,
    future_incompatible,
    missing_docs,
    missing_debug_implementations,
    non_ascii_idents,
    rust_2021_compatibility,
    rust_2024_compatibility,
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

pub mod deprecated;
pub mod field_types;
pub mod library;
pub mod repeated_bounds;
pub mod sets;

use errbook::{ApiError, Body};

/// The wire format of this crate.
pub const FORMAT: Body = errbook::body!({
    /// Identifies the error.
    "code": code,
    "constants": [null, true, 1, -1, 1.5, "text", "{status} {code}", {}, []],
    "named"?: { "it"?: details.it, "first": details."first", "text"?: "{details.ms} {extra.first}" },
    ..details,
});

/// Says it in a line.
pub const LINE: Body = Body::text("{code} {message}\n").with_http_status(200);

/// Is one of the details.
pub static WHOLE: Body = errbook::body!(details.old);

/// Every key on a type, a variant and a field.
#[derive(Debug, ApiError)]
#[api(display, serialize, body = FORMAT, rename_all = "snake_case", prefix = "lints.", status = 400, rename_details = "camelCase")]
#[api(docs_url = "https://example.com/errors#{code}", meta(owner = "lints"), header("X-Owner" = "lints"))]
#[non_exhaustive]
pub enum Problem<'text, Thing, const SIZE: usize> {
    /// A parameter is wrong.
    ///
    /// # Solution
    /// Write another.
    #[api(status = 422, code = "Wrong", number = -7, message = "{text} {thing} {thing:?} {all:?} {text:p}")]
    #[api(title = "Wrong", expose, retryable, header("X-Wrong" = "{code} {maybe:?} {text} \"{thing:>4}\" {text:p}"), meta(emoji = "{number}"))]
    Wrong {
        /// What was written.
        #[api(detail)]
        text: &'text str,
        /// What it stood for.
        #[api(detail = "it", header = "X-Thing")]
        thing: Thing,
        /// How long it took.
        #[api(example = 7, detail(name = "ms", with = core::time::Duration::as_millis, json = "integer"))]
        took: core::time::Duration,
        /// What else was written.
        #[api(detail(skip_if = Vec::is_empty))]
        rest: Vec<u8>,
        /// What was written first.
        #[api(detail(skip_if = Vec::is_empty, with = Vec::len))]
        first: Vec<&'text str>,
        /// All of them.
        all: [u8; SIZE],
        /// One more.
        #[api(header = "X-Maybe")]
        maybe: Option<u8>,
        /// Several more.
        #[api(header = "X-Maybe")]
        more: Vec<Thing>,
        /// Which one.
        #[api(header = "ETag")]
        tag: Thing,
    },
    /// The upstream is busy.
    #[api(status = http::StatusCode::SERVICE_UNAVAILABLE, redact)]
    Busy(#[api(retry_after)] Option<u32>, #[api(status)] u16),
    /// Several are wrong.
    #[api(status = 422, message("{} are wrong", .wrong.len()))]
    Invalid {
        /// All of them.
        #[api(violations)]
        wrong: Vec<errbook::Violation>,
    },
    /// Some may be wrong.
    #[api(status = 422)]
    Maybe(#[api(violations)] Option<errbook::Violations>),
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
    /// Several are wrong.
    #[api(message("{} of {text}: {:?}, {limit:>3}", .list.len(), .list.first(), limit = usize::MAX))]
    Several {
        /// All that are wrong.
        list: Vec<u8>,
        /// What they are about.
        text: &'text str,
        /// Is not a source.
        #[api(source = false)]
        source: u8,
    },
    /// Somebody else says it.
    #[api(transparent)]
    Inner(Box<Inner>),
    /// Is said in a line.
    #[api(body = LINE)]
    Line,
    /// Not any more.
    #[api(body = WHOLE)]
    #[deprecated(since = "1.0.0", note = "never was")]
    Old(#[api(detail = "old")] u8),
    /// Nothing is said of it.
    #[api(detail("said" = false, "least" = -0.5))]
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
    #[api(example = 3)]
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

macro_rules! many {
    ($($name:ident)*) => {
        /// More variants than fit into one `match`.
        #[derive(Debug, errbook::ApiError)]
        #[api(display, rename_all = "snake_case", status = 400)]
        #[non_exhaustive]
        pub enum Many {
            $(
                /// One of many.
                #[api(message = "{number}")]
                $name {
                    /// Its number.
                    #[api(detail)]
                    number: u8,
                    /// What it is about.
                    #[api(source)]
                    source: core::fmt::Error,
                },
            )*
        }
    };
}

many! {
    V0 V1 V2 V3 V4 V5 V6 V7 V8 V9 V10 V11 V12 V13 V14 V15 V16 V17 V18 V19 V20 V21 V22 V23 V24 V25 V26
    V27 V28 V29 V30 V31 V32 V33 V34 V35 V36 V37 V38 V39 V40 V41 V42 V43 V44 V45 V46 V47 V48 V49 V50 V51
    V52 V53 V54 V55 V56 V57 V58 V59 V60 V61 V62 V63 V64 V65 V66 V67 V68 V69 V70 V71 V72 V73 V74 V75 V76
    V77 V78 V79 V80 V81 V82 V83 V84 V85 V86 V87 V88 V89 V90 V91 V92 V93 V94 V95 V96 V97 V98 V99 V100
    V101 V102 V103 V104 V105 V106 V107 V108 V109 V110 V111 V112 V113 V114 V115 V116 V117 V118 V119 V120
    V121 V122 V123 V124 V125 V126 V127 V128 V129 V130 V131 V132 V133 V134 V135 V136 V137 V138 V139
}
