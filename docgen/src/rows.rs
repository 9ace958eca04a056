//! What a table has a row for, and what its templates may name.

use std::collections::BTreeMap;

use errbook::body::{Member, Node};
use errbook::{Body, Book, Entry};
use minijinja::{Value, context};

use crate::escape::unwrap_lines;

/// What a [`Table`](crate::Table) can be made of: a [`Book`], a row for each error that is not hidden, or a [`Body`], a
/// row for each member; those of an object inside it come from its [`Node`].
///
/// The templates over an error name `status`, `phrase`, `code`, `number`, `title`, `message`, `description`,
/// `sections.Cause`, `details`, `headers`, `retryable`, `deprecated`, `docs_url`, `type`, `variant` and `meta.NAME`;
/// those over a member `name`, `type`, `required` and `description`. What has no value prints nothing.
pub trait Rows: sealed::Rows {}

pub(crate) mod sealed {
    pub trait Rows {
        /// The names that templates may use.
        const IN_SCOPE: &'static [&'static str];

        /// The values of these names, row for row.
        fn rows(&self) -> Vec<minijinja::Value>;
    }
}

impl Rows for Book {}

impl sealed::Rows for Book {
    const IN_SCOPE: &'static [&'static str] = &[
        "status",
        "phrase",
        "code",
        "number",
        "title",
        "message",
        "description",
        "sections",
        "details",
        "headers",
        "retryable",
        "deprecated",
        "docs_url",
        "type",
        "variant",
        "meta",
    ];

    fn rows(&self) -> Vec<Value> {
        self.documented().map(entry).collect()
    }
}

fn entry(entry: &'static Entry) -> Value {
    let sections = entry.sections().iter();
    let details = entry.details().iter().map(|detail| {
        context!(name => detail.name(), type => detail.ty(), description => unwrap_lines(detail.description()))
    });
    let headers = entry.headers().iter();
    let headers = headers.map(|header| context!(name => header.name(), value => header.value()));
    let deprecated = entry.deprecated();
    let deprecated =
        deprecated.map(|deprecated| context!(since => deprecated.since(), note => deprecated.note()));
    context! {
        status => entry.status().as_u16(),
        phrase => entry.phrase(),
        code => entry.code(),
        number => entry.number(),
        title => entry.title(),
        message => entry.message(),
        description => unwrap_lines(entry.description()),
        sections => sections.map(|section| (section.heading(), unwrap_lines(section.text()))).collect::<BTreeMap<_, _>>(),
        details => details.collect::<Vec<_>>(),
        headers => headers.collect::<Vec<_>>(),
        retryable => entry.is_retryable(),
        deprecated => deprecated,
        docs_url => entry.docs_url(),
        type => entry.type_name(),
        variant => entry.variant(),
        meta => entry.metas().iter().copied().collect::<BTreeMap<_, _>>(),
    }
}

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
        description => unwrap_lines(member.description()),
    })
}
