//! The shipped formats and every placeholder, for tests of what all of them have in common.

use errbook::body::{Member, Node, Placeholder};
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

/// A body of every placeholder, under its name and as `"name"?`.
pub fn every_placeholder() -> &'static Body {
    let named = [Placeholder::Meta("owner"), Placeholder::Extra("e")];
    let members = Placeholder::PLAIN.iter().copied().chain(named).flat_map(|placeholder| {
        let optional: &'static str = format!("{}?", placeholder.name()).leak();
        let node = Node::Placeholder(placeholder);
        [Member::new(placeholder.name(), node), Member::optional(optional, node)]
    });
    Box::leak(Box::new(Body::new(Node::Object(members.collect::<Vec<_>>().leak()))))
}
