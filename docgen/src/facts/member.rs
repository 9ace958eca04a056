//! The facts of the members of a body.

use errbook::Body;
use errbook::body::{Member, Node};
use minijinja::{Value, context};

use super::{Markdown, RowSource, sealed};

impl RowSource for Body {}

impl sealed::RowSource for Body {
    fn in_scope(&self) -> &'static [&'static str] {
        self.root().in_scope()
    }

    fn rows(&self) -> Vec<Value> {
        self.root().rows()
    }
}

impl RowSource for Node {}

impl sealed::RowSource for Node {
    fn in_scope(&self) -> &'static [&'static str] {
        &["name", "type", "required", "description"]
    }

    fn rows(&self) -> Vec<Value> {
        self.members().iter().filter_map(member).collect()
    }
}

/// The facts of a member. Spread details have other names for each error, so they have no row.
fn member(member: &Member) -> Option<Value> {
    Some(context! {
        name => member.name()?,
        type => member.node().map(Node::json_type),
        required => !member.is_optional(),
        description => Markdown::value(member.description()),
    })
}
