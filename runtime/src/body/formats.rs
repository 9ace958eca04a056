//! The shipped formats, each to the letter of its specification.
//!
//! They are written as trees, without [`body!`](crate::body!), so that they are there without the feature `derive`.

use super::{Body, Member, Node, Placeholder, Segment, ViolationPart};

/// `{"code":…,"message":…}`, with the trace id, the violations and the details where there are any. The default.
pub static FLAT: Body = Body::new(Node::Object(&FLAT_MEMBERS));

/// `{"error":"…"}`: the message alone.
pub static MESSAGE: Body =
    Body::new(Node::Object(
        &[member("error", MESSAGE_TEXT).with_docs("For people; may change at any time.")],
    ));

/// `{"error":{"code":…,"message":…}}`: [`FLAT`] under one member.
pub static NESTED: Body = Body::new(Node::Object(&[
    member("error", Node::Object(&FLAT_MEMBERS)).with_docs("The error, alone in the reply.")
]));

/// Problem details (RFC 9457), with the details as extension members. The member `errors` has the violations, as in §3.
pub static PROBLEM: Body = Body::new(Node::Object(&[
    member("type", Node::Placeholder(Placeholder::Type))
        .with_docs("Identifies the kind of problem; leads to its documentation."),
    member("title", TITLE).with_docs("The kind of problem in a few words."),
    member("status", STATUS).with_docs("The status of the reply."),
    member("detail", MESSAGE_TEXT).with_docs("What happened this time."),
    optional("instance", INSTANCE).with_docs("Identifies this occurrence."),
    CODE_MEMBER,
    TRACE_ID_MEMBER,
    optional("errors", Node::Violations(&PROBLEM_VIOLATION)).with_docs(VIOLATIONS_DOCS),
    Member::DETAILS,
]))
.with_content_type("application/problem+json");

const PROBLEM_VIOLATION: Node = Node::Object(&[
    member("detail", VIOLATION_MESSAGE).with_docs(VIOLATION_MESSAGE_DOCS),
    optional("pointer", part(ViolationPart::Fragment))
        .with_docs("The value in the request's body, a JSON pointer as the fragment of a URI."),
    PARAMETER_MEMBER,
    HEADER_MEMBER,
    VIOLATION_CODE_MEMBER,
    Member::DETAILS,
]);

/// A JSON:API 1.1 document with one error object, or one for each violation.
///
/// `Reply::extra("pointer", "/data/attributes/title")`, `"parameter"` or `"header"` names the part of the request that caused
/// the one error. Pointers of violations start at the document: [`Violations::nested_in`](crate::Violations::nested_in) puts
/// `/data/attributes` before them. A violation may have a code of its own: beside violations, the code of the error is in the `meta` of
/// the document, with its trace id and its details.
pub static JSON_API: Body = Body::new(Node::Object(&[
    member("errors", Node::FirstOf(&[Node::Violations(&JSON_API_VIOLATION), Node::Array(&[JSON_API_ERROR])]))
        .with_docs("The errors of the request: at least one."),
    optional(
        "meta",
        Node::IfViolations(&Node::Object(&[member("code", CODE), TRACE_ID_MEMBER, Member::DETAILS])),
    )
    .with_docs("What all violations have in common."),
]))
.with_content_type("application/vnd.api+json");

const JSON_API_LINKS: Member = optional(
    "links",
    Node::Object(&[optional("about", INSTANCE), optional("type", Node::Placeholder(Placeholder::DocsUrl))]),
);

const JSON_API_STATUS: Member = member("status", Node::Text(&[Segment::Placeholder(Placeholder::Status)]));

const JSON_API_ERROR: Node = Node::Object(&[
    optional("id", TRACE_ID),
    JSON_API_LINKS,
    JSON_API_STATUS,
    member("code", CODE),
    member("title", TITLE),
    member("detail", MESSAGE_TEXT),
    optional(
        "source",
        Node::Object(&[
            optional("pointer", extra("pointer")),
            optional("parameter", extra("parameter")),
            optional("header", extra("header")),
        ]),
    ),
    optional("meta", DETAILS),
]);

const JSON_API_VIOLATION: Node = Node::Object(&[
    JSON_API_LINKS,
    JSON_API_STATUS,
    member("code", CODE_OF_EITHER),
    member("title", TITLE),
    member("detail", VIOLATION_MESSAGE),
    optional(
        "source",
        Node::Object(&[
            optional("pointer", part(ViolationPart::Pointer)),
            optional("parameter", part(ViolationPart::Parameter)),
            optional("header", part(ViolationPart::Header)),
        ]),
    ),
    optional("meta", part(ViolationPart::Details)),
]);

/// The JSON of a `google.rpc.Status` (AIP-193) with one `ErrorInfo`, and a `BadRequest` if there are violations.
///
/// Every error needs `meta(domain = "example.com")`, usually on the type, and a status that its canonical code maps to.
/// Where a status has several canonical codes, `meta(grpc = "ALREADY_EXISTS")` chooses one. A reason is in upper case:
/// `rename_all = "SCREAMING_SNAKE_CASE"`. The code of a violation is sent in upper case, if it can be a reason.
pub static GOOGLE: Body = Body::new(Node::Object(&[member(
    "error",
    Node::Object(&[
        member("code", STATUS).with_docs("The status of the reply."),
        member("message", MESSAGE_TEXT).with_docs("For developers; may change at any time."),
        member("status", Node::Placeholder(Placeholder::Grpc))
            .with_docs("The canonical code of `google.rpc.Code`."),
        member(
            "details",
            Node::FirstOf(&[
                Node::IfViolations(&Node::Array(&[ERROR_INFO, BAD_REQUEST])),
                Node::Array(&[ERROR_INFO]),
            ]),
        )
        .with_docs("One `ErrorInfo`, and a `BadRequest` if parts of the request are wrong."),
    ]),
)
.with_docs("The error, alone in the reply.")]))
.with_required(&[Placeholder::Meta("domain"), Placeholder::Grpc]);

const ERROR_INFO: Node = Node::Object(&[
    member("@type", Node::Str("type.googleapis.com/google.rpc.ErrorInfo")),
    member("reason", CODE),
    member("domain", Node::Placeholder(Placeholder::Meta("domain"))),
    optional("metadata", Node::Placeholder(Placeholder::Metadata)),
]);

const BAD_REQUEST: Node = Node::Object(&[
    member("@type", Node::Str("type.googleapis.com/google.rpc.BadRequest")),
    member(
        "fieldViolations",
        Node::Violations(&Node::Object(&[
            optional("field", part(ViolationPart::Field)),
            member("description", VIOLATION_MESSAGE),
            optional("reason", part(ViolationPart::Reason)),
        ])),
    ),
]);

/// The error response of `OData` 4.01, with the details as `innererror` and the violations as `details`.
///
/// `Reply::extra("target", "$search")` names the part of the request that caused it. The language of messages is `en`; write
/// `static GERMAN: Body = ODATA.with_content_language("de")` for another.
pub static ODATA: Body = Body::new(Node::Object(&[member(
    "error",
    Node::Object(&[
        CODE_MEMBER,
        member("message", MESSAGE_TEXT)
            .with_docs("For people, in the language that `Content-Language` names."),
        optional("target", extra("target")).with_docs("The part of the request that caused it."),
        optional("details", Node::Violations(&ODATA_VIOLATION)).with_docs(VIOLATIONS_DOCS),
        optional("innererror", DETAILS).with_docs(DETAILS_DOCS),
    ]),
)
.with_docs("The error, alone in the reply.")]))
.with_content_language("en")
.with_required(&[Placeholder::Message]);

const ODATA_VIOLATION: Node = Node::Object(&[
    member("code", CODE_OF_EITHER).with_docs(CODE_DOCS),
    member("message", VIOLATION_MESSAGE).with_docs(VIOLATION_MESSAGE_DOCS),
    optional("target", part(ViolationPart::Field)).with_docs("The part of the request."),
]);

/// A GraphQL response to a request that failed before execution, with the code and the violations in `extensions`.
///
/// `Reply::extra("path", …)` and `Reply::extra("locations", …)` set the standard members of those names.
///
/// A server of the older media type answers 200:
/// `static LEGACY: Body = GRAPHQL.with_content_type("application/json").with_http_status(200)`.
pub static GRAPHQL: Body = Body::new(Node::Object(&[member(
    "errors",
    Node::Array(&[Node::Object(&[
        member("message", MESSAGE_TEXT),
        optional("locations", extra("locations")),
        optional("path", extra("path")),
        member("extensions", Node::Object(&[member("code", CODE), VIOLATIONS_MEMBER, Member::DETAILS])),
    ])]),
)
.with_docs("The errors of the request: always one.")]))
.with_content_type("application/graphql-response+json");

/// A JSON-RPC 2.0 response. Every error needs a `number`, and `Reply::extra("id", …)` repeats the `id` of the request.
///
/// Over HTTP, many clients expect 200: `static RPC: Body = JSON_RPC.with_http_status(200)`.
pub static JSON_RPC: Body = Body::new(Node::Object(&[
    member("jsonrpc", Node::Str("2.0")),
    member(
        "error",
        Node::Object(&[
            member("code", Node::Placeholder(Placeholder::Number)).with_docs(CODE_DOCS),
            member("message", MESSAGE_TEXT).with_docs("The error in one sentence."),
            optional(
                "data",
                Node::FirstOf(&[
                    Node::IfViolations(&Node::Object(&[VIOLATIONS_MEMBER, Member::DETAILS])),
                    DETAILS,
                ]),
            )
            .with_docs(DETAILS_DOCS),
        ]),
    )
    .with_docs("The error."),
    member("id", extra("id")).with_docs("That of the request; `null` if it is not known."),
]))
.with_required(&[Placeholder::Number]);

const STATUS: Node = Node::Placeholder(Placeholder::Status);
const CODE: Node = Node::Placeholder(Placeholder::Code);
const TITLE: Node = Node::Placeholder(Placeholder::Title);
const MESSAGE_TEXT: Node = Node::Placeholder(Placeholder::Message);
const DETAILS: Node = Node::Placeholder(Placeholder::Details);
const TRACE_ID: Node = Node::Placeholder(Placeholder::TraceId);
const INSTANCE: Node = Node::Placeholder(Placeholder::Instance);

const CODE_DOCS: &str = "Identifies the error; stable, safe to match on.";
const DETAILS_DOCS: &str = "What this error adds, by code.";

const CODE_MEMBER: Member = member("code", CODE).with_docs(CODE_DOCS);
const TRACE_ID_MEMBER: Member =
    optional("trace_id", TRACE_ID).with_docs("Identifies the request; give it to support.");

/// The code of the violation, or else that of the error.
const CODE_OF_EITHER: Node = Node::FirstOf(&[part(ViolationPart::Code), CODE]);
const VIOLATION_MESSAGE: Node = part(ViolationPart::Message);

const VIOLATIONS_DOCS: &str = "What is wrong with the request, one item for each field.";
const VIOLATION_MESSAGE_DOCS: &str = "What is wrong, for people; may change at any time.";

const VIOLATIONS_MEMBER: Member =
    optional("violations", Node::Violations(&VIOLATION)).with_docs(VIOLATIONS_DOCS);

const VIOLATION: Node = Node::Object(&[
    optional("pointer", part(ViolationPart::Pointer))
        .with_docs("The value in the request's body, a JSON pointer."),
    PARAMETER_MEMBER,
    HEADER_MEMBER,
    VIOLATION_CODE_MEMBER,
    member("message", VIOLATION_MESSAGE).with_docs(VIOLATION_MESSAGE_DOCS),
    optional("details", part(ViolationPart::Details)).with_docs("What this violation adds, by code."),
]);

const PARAMETER_MEMBER: Member =
    optional("parameter", part(ViolationPart::Parameter)).with_docs("The name of the parameter.");
const HEADER_MEMBER: Member =
    optional("header", part(ViolationPart::Header)).with_docs("The name of the header.");
const VIOLATION_CODE_MEMBER: Member =
    optional("code", part(ViolationPart::Code)).with_docs("Identifies the rule; stable, safe to match on.");

const FLAT_MEMBERS: [Member; 5] = [
    CODE_MEMBER,
    member("message", MESSAGE_TEXT).with_docs("For people; may change at any time."),
    TRACE_ID_MEMBER,
    VIOLATIONS_MEMBER,
    optional("details", DETAILS).with_docs(DETAILS_DOCS),
];

const fn member(name: &'static str, node: Node) -> Member {
    Member::new(name, node)
}

const fn optional(name: &'static str, node: Node) -> Member {
    Member::optional(name, node)
}

const fn part(part: ViolationPart) -> Node {
    Node::Placeholder(Placeholder::Violation(part))
}

const fn extra(name: &'static str) -> Node {
    Node::Placeholder(Placeholder::Extra(name))
}
