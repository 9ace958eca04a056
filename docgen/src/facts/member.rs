//! The facts of the members of a body.

use errbook::Body;
use errbook::body::{Member, Node};
use minijinja::{Value, context};

use super::{Markdown, Rows, sealed};

impl Rows for Body {}

impl sealed::Rows for Body {
    const IN_SCOPE: &'static [&'static str] = &["name", "type", "required", "description"];

    fn rows(&self) -> Vec<Value> {
        self.root().rows()
    }
}

impl Rows for Node {}

impl sealed::Rows for Node {
    const IN_SCOPE: &'static [&'static str] = Body::IN_SCOPE;

    fn rows(&self) -> Vec<Value> {
        self.members().iter().filter_map(member).collect()
    }
}

/// Spread details have names of their own, by error: they make no row.
fn member(member: &Member) -> Option<Value> {
    Some(context! {
        name => member.name()?,
        type => member.node().map(Node::json_type),
        required => !member.is_optional(),
        description => Markdown::value(member.description()),
    })
}
