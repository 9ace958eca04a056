//! Tests of errbook: one file per behaviour in `tests/`, one mistake a file in `ui/`.

pub mod docs;

use errbook::{Body, body};

/// The formats that are shipped.
pub const SHIPPED: [&Body; 9] = [
    &body::FLAT,
    &body::MESSAGE,
    &body::NESTED,
    &body::PROBLEM,
    &body::JSON_API,
    &body::GOOGLE,
    &body::ODATA,
    &body::GRAPHQL,
    &body::JSON_RPC,
];
