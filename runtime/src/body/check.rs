//! What a format requires of its errors, and other rules of wire formats, checked by the compiler.

use super::{Body, Member, Node, Placeholder, Wanted, contains};
use crate::const_panic::{const_eq_bytes, const_panic};
use crate::entry::Entry;
use crate::status;

impl Body {
    /// Sets the placeholders that must have a value: deriving an error without one is a compile error.
    ///
    /// For `Placeholder::Grpc`, the status must be the one that the canonical code maps to. For `Placeholder::Message`, an empty
    /// message is replaced by the title. For `Placeholder::Detail`, the error must declare the detail, which may still be
    /// absent from an instance.
    ///
    /// # Examples
    ///
    /// ```
    /// use errbook::body::Placeholder;
    ///
    /// pub static NUMBERED: errbook::Body =
    ///     errbook::body!({ "code": number }).with_required(&[Placeholder::Number]);
    /// ```
    ///
    /// ```compile_fail
    /// # use errbook::body::Placeholder;
    /// # pub static NUMBERED: errbook::Body = errbook::body!({ "code": number }).with_required(&[Placeholder::Number]);
    /// #[derive(Debug, errbook::ApiError)]
    /// #[api(display, body = NUMBERED, status = 400, code = "Invalid")]
    /// struct Invalid;
    /// ```
    #[must_use]
    pub const fn with_required(mut self, placeholders: &'static [Placeholder]) -> Self {
        self.required = placeholders;
        self.identified()
    }

    /// Panics if an error lacks what this format requires.
    #[track_caller]
    pub(crate) const fn check(&self, entry: &Entry) {
        required(self.required, entry);
        self.check_details(entry);
    }

    /// Panics if a detail of an error has the name of a member.
    #[track_caller]
    pub(crate) const fn check_details(&self, entry: &Entry) {
        details(&self.root, &self.root, entry);
    }

    /// Whether a message must not be empty.
    pub(crate) const fn requires_message(&self) -> bool {
        let mut required = self.required;
        while let [placeholder, rest @ ..] = required {
            if matches!(placeholder, Placeholder::Message) {
                return true;
            }
            required = rest;
        }
        false
    }

    /// Whether there is anything to check of an error without details.
    pub(crate) const fn has_required(&self) -> bool {
        !self.required.is_empty()
    }
}

/// A constant header value is visible ASCII and spaces (RFC 9110 §5.5).
#[track_caller]
pub(super) const fn header_value(value: &str) {
    let bytes = value.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !(bytes[at].is_ascii_graphic() || bytes[at] == b' ') {
            const_panic(&["invalid header value: expected visible ASCII and spaces (RFC 9110 section 5.5)"]);
        }
        at += 1;
    }
}

/// An error has a value for every placeholder that its format requires.
#[track_caller]
const fn required(required: &[Placeholder], entry: &Entry) {
    let mut at = 0;
    while at < required.len() {
        require(required[at], entry);
        at += 1;
    }
}

/// Panics if an error has no value for a placeholder that its format requires.
#[track_caller]
const fn require(placeholder: Placeholder, entry: &Entry) {
    match placeholder {
        Placeholder::Number if entry.number().is_none() => {
            const_panic(&["`", entry.label(), "` needs `number = 1` for its body"])
        }
        Placeholder::DocsUrl if entry.docs_url().is_none() => const_panic(&[
            "`",
            entry.label(),
            "` needs `docs_url = \"...\"` for its body, on the variant or the type",
        ]),
        Placeholder::Meta(name) if entry.meta(name).is_none() => const_panic(&[
            "`",
            entry.label(),
            "` needs `meta(",
            name,
            " = \"...\")` for its body, on the variant or the type",
        ]),
        Placeholder::Detail(name) if !has_detail(entry, name) => const_panic(&[
            "`",
            entry.label(),
            "` needs the detail `",
            name,
            "` for its body: `#[api(detail = \"",
            name,
            "\")]` on a field",
        ]),
        Placeholder::Grpc => require_grpc_code(entry),
        // The entry has these, or only the instance or the request does.
        Placeholder::Number
        | Placeholder::DocsUrl
        | Placeholder::Meta(_)
        | Placeholder::Status
        | Placeholder::Code
        | Placeholder::Title
        | Placeholder::Message
        | Placeholder::Description
        | Placeholder::Details
        | Placeholder::Metadata
        | Placeholder::TraceId
        | Placeholder::Instance
        | Placeholder::Type
        | Placeholder::TypeName
        | Placeholder::Retryable
        | Placeholder::RetryAfter
        | Placeholder::Timestamp
        | Placeholder::Detail(_)
        | Placeholder::Extra(_)
        | Placeholder::Violation(_) => {}
    }
}

const fn has_detail(entry: &Entry, name: &str) -> bool {
    let mut names = entry.detail_names();
    while let Some(known) = names.next() {
        if const_eq_bytes(known, name.as_bytes()) {
            return true;
        }
    }
    false
}

/// A canonical code is known, and maps to the status of the error.
#[track_caller]
const fn require_grpc_code(entry: &Entry) {
    let code = entry.grpc_code();
    match status::status_of_grpc_code(code) {
        Some(status) if status == entry.status().as_u16() => {}
        Some(_) => const_panic(&[
            "the status of `",
            entry.label(),
            "` does not map to `",
            code,
            "` (AIP-193): change it, or write `meta(grpc = \"...\")`",
        ]),
        None => const_panic(&[
            "unknown canonical code `",
            code,
            "` of `",
            entry.label(),
            "`, expected one of `google.rpc.Code`",
        ]),
    }
}

/// A spread detail does not have the name of a member of its object, which it cannot replace.
#[track_caller]
const fn details(root: &Node, node: &Node, entry: &Entry) {
    let mut at = 0;
    match node {
        Node::Object(members) => {
            while at < members.len() {
                match &members[at].named {
                    Some(named) => details(root, &named.node, entry),
                    None => spread(root, members, entry),
                }
                at += 1;
            }
        }
        Node::IfViolations(node) => details(root, node, entry),
        Node::Array(items) | Node::FirstOf(items) => {
            while at < items.len() {
                details(root, &items[at], entry);
                at += 1;
            }
        }
        // The details of a violation are known at runtime only.
        Node::Violations(_)
        | Node::Null
        | Node::Bool(_)
        | Node::Unsigned(_)
        | Node::Signed(_)
        | Node::Float(_)
        | Node::Str(_)
        | Node::Text(_)
        | Node::Template(_)
        | Node::Placeholder(_) => {}
    }
}

#[track_caller]
const fn spread(root: &Node, members: &[Member], entry: &Entry) {
    let mut names = entry.detail_names();
    while let Some(name) = names.next() {
        let mut at = 0;
        while at < members.len() {
            match &members[at].named {
                // A detail that the format names has its own place.
                Some(member)
                    if const_eq_bytes(member.name.as_bytes(), name)
                        && (!member.node.is_for_violations() || entry.has_violations())
                        && !contains(root, Wanted::Detail(name)) =>
                {
                    const_panic(&[
                        "duplicate member `",
                        member.name,
                        "`: rename the detail of `",
                        entry.label(),
                        "` with `detail = \"...\"`",
                    ])
                }
                _ => at += 1,
            }
        }
    }
}
