//! The formats that are shipped, for tests of what all of them have in common.

use errbook::{Body, body};

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
