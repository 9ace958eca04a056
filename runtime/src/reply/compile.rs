//! Partial evaluation of a body: once for each derived error and wire format, from the entry alone.
//!
//! ```text
//! { "code": code, "message": message, "trace_id"?: trace_id }
//! Bytes(`{"code":"NoOrder","message":`) Node(message) Optional(`,"trace_id":`, trace_id) Bytes(`}`)
//! ```

use std::fmt;

use super::Reply;
use super::context::RenderContext;
use super::http;
use super::json::{self, JsonWriter};
use crate::body::{Body, Content, Dependency, Member, Node, Placeholder, Segment, Template};
use crate::entry::Entry;
use crate::error::ApiError;
use crate::table::{Compiled, Part, Row};

impl RenderContext<'_> {
    /// What is compiled of this reply: for derived errors, while the status is the declared one.
    pub(super) fn compiled(&self) -> Option<&'static Compiled> {
        let row = self.row.filter(|row| row.entry().status() == self.status)?;
        Some(row.compiled(self.body, compile))
    }
}

/// Compiles the replies of an error in a format.
fn compile(row: &'static Row, body: &Body) -> Compiled {
    let error = StaticError { entry: row.entry(), message: row.constant_message };
    let reply = Reply::new(&error).body(body);
    let context = RenderContext::new(&reply, &error, None);
    let parts = |bare| parts(&context, error.message.is_some(), bare);
    Compiled::new(row.entry(), body, http::static_headers(&context), parts(true), parts(false))
}

/// Traverses a body and splits it where a value is not known yet.
struct Compiler<'w> {
    done: Vec<Part>,
    run: JsonWriter<'w>,
    /// Whether every instance has the same message.
    constant_message: bool,
    /// Whether the request adds nothing.
    bare: bool,
}

fn parts(context: &RenderContext<'_>, constant_message: bool, bare: bool) -> Vec<Part> {
    let mut compiler =
        Compiler { done: Vec::new(), run: JsonWriter::new(context, 0), constant_message, bare };
    let root = context.body.root();
    match context.body.content() {
        Content::Json => compiler.node(root),
        Content::Text if compiler.is_known(root) => compiler.run.out = context.plain().into_bytes(),
        Content::Text | Content::Empty => {}
    }
    compiler.finish_run();
    compiler.done
}

impl Compiler<'_> {
    fn node(&mut self, node: &Node) {
        match node {
            _ if self.is_known(node) => drop(self.run.node(node)),
            Node::Object(members) => self.object(members),
            Node::Array(items) => self.array(items),
            Node::FirstOf(nodes) => self.first_of(nodes),
            _ => self.push(Part::Node(*node)),
        }
    }

    fn object(&mut self, members: &'static [Member]) {
        self.run.out.push(b'{');
        for member in members {
            match &member.named {
                None if self.is_known_spread(members) => self.run.spread(members),
                None => self.push(Part::Spread(members)),
                Some(named) if self.is_known(&named.node) => self.run.member(named),
                Some(named) if named.optional => {
                    let mut name = Vec::new();
                    json::key(&mut name, named.name);
                    self.push(Part::Optional(name.into(), named.node));
                }
                Some(named) => {
                    json::key(&mut self.run.out, named.name);
                    self.node(&named.node);
                }
            }
        }
        self.run.out.push(b'}');
    }

    fn array(&mut self, items: &'static [Node]) {
        self.run.out.push(b'[');
        for (at, item) in items.iter().enumerate() {
            if at > 0 {
                self.run.out.push(b',');
            }
            self.node(item);
        }
        self.run.out.push(b']');
    }

    /// What is never present is left out, so that an error without violations pays nothing for those of others.
    fn first_of(&mut self, mut nodes: &'static [Node]) {
        while let [first, rest @ ..] = nodes {
            if rest.is_empty() || self.is_known(first) && self.is_present(first) {
                return self.node(first);
            }
            if !self.is_known(first) {
                break;
            }
            nodes = rest;
        }
        self.push(Part::Node(Node::FirstOf(nodes)));
    }

    /// Whether a known value is present.
    fn is_present(&self, node: &Node) -> bool {
        JsonWriter::new(self.run.context, 0).node(node)
    }

    fn push(&mut self, part: Part) {
        self.finish_run();
        self.done.push(part);
    }

    fn finish_run(&mut self) {
        if !self.run.out.is_empty() {
            let bytes = std::mem::take(&mut self.run.out);
            self.done.push(Part::Bytes(bytes.into()));
        }
    }

    /// Whether a value is the same in all replies, or absent from all of them.
    fn is_known(&self, node: &Node) -> bool {
        match node {
            Node::Placeholder(placeholder) => self.is_known_placeholder(*placeholder),
            Node::Text(segments) => segments.iter().copied().all(|segment| self.is_known_segment(segment)),
            Node::Template(text) => Template(text.as_bytes()).all(|segment| self.is_known_segment(segment)),
            Node::Object(members) => members.iter().all(|member| match &member.named {
                Some(named) => self.is_known(&named.node),
                None => self.is_known_spread(members),
            }),
            Node::Array(items) | Node::FirstOf(items) => items.iter().all(|item| self.is_known(item)),
            Node::Violations(_) | Node::IfViolations(_) => !self.run.context.entry.has_violations(),
            Node::Null
            | Node::Bool(_)
            | Node::Unsigned(_)
            | Node::Signed(_)
            | Node::Float(_)
            | Node::Str(_) => true,
        }
    }

    fn is_known_segment(&self, segment: Segment) -> bool {
        match segment {
            Segment::Str(_) => true,
            Segment::Placeholder(placeholder) => self.is_known_placeholder(placeholder),
        }
    }

    /// Whether the details that are spread among these members are. One may have the name of a member that violations have.
    fn is_known_spread(&self, members: &[Member]) -> bool {
        let is_for_violations = |member: &Member| member.node().is_some_and(Node::is_for_violations);
        self.is_known_placeholder(Placeholder::Details)
            && !(self.run.context.entry.has_violations() && members.iter().any(is_for_violations))
    }

    fn is_known_placeholder(&self, placeholder: Placeholder) -> bool {
        let entry = self.run.context.entry;
        match placeholder.dependency() {
            Dependency::Entry => true,
            Dependency::Message => self.constant_message,
            Dependency::Details => !entry.has_dynamic_details(),
            Dependency::Detail(name) => {
                !entry.details().any(|detail| detail.name() == name) || !entry.has_dynamic_details()
            }
            Dependency::RetryAfter => {
                !entry.headers().any(|header| header.name() == "Retry-After" && header.value().is_none())
            }
            Dependency::Request => self.bare,
            Dependency::Time => false,
            Dependency::Violations => !entry.has_violations(),
        }
    }
}

/// An error of which only the entry is known.
#[derive(Debug)]
struct StaticError {
    entry: &'static Entry,
    message: Option<&'static str>,
}

impl fmt::Display for StaticError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message.unwrap_or_default())
    }
}

impl std::error::Error for StaticError {}

impl ApiError for StaticError {
    fn entry(&self) -> &'static Entry {
        self.entry
    }

    fn fmt_message(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
