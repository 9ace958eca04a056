//! The formats that are shipped, each as its specification has it.

use super::{Body, Word};
use crate::body;

/// `{"code":…,"message":…}`, with the trace and the details where there are any. The default.
pub const FLAT: Body = body!({
    /// Identifies the error; stable, safe to match on.
    "code": code,
    /// For people; may change at any time.
    "message": message,
    /// Identifies the request; give it to support.
    "trace_id"?: trace_id,
    /// What this error adds, by code.
    "details"?: details,
});

/// `{"error":"…"}`: the message alone.
pub const MESSAGE: Body = body!({
    /// For people; may change at any time.
    "error": message,
});

/// `{"error":{"code":…,"message":…}}`: [`FLAT`] under one member.
pub const NESTED: Body = body!({
    /// The error, alone in the reply.
    "error": {
        /// Identifies the error; stable, safe to match on.
        "code": code,
        /// For people; may change at any time.
        "message": message,
        /// Identifies the request; give it to support.
        "trace_id"?: trace_id,
        /// What this error adds, by code.
        "details"?: details,
    },
});

/// Problem details (RFC 9457), with the details as extension members.
pub const PROBLEM: Body = body!({
    /// Identifies the kind of problem; leads to its documentation.
    "type": type,
    /// The kind of problem in a few words.
    "title": title,
    /// The status of the reply.
    "status": status,
    /// What happened this time.
    "detail": message,
    /// Identifies this occurrence.
    "instance"?: instance,
    /// Identifies the error; stable, safe to match on.
    "code": code,
    /// Identifies the request; give it to support.
    "trace_id"?: trace_id,
    ..details,
})
.content_type("application/problem+json");

/// A JSON:API 1.1 document with one error object.
///
/// `Reply::extra("pointer", "/data/attributes/title")`, `"parameter"` or `"header"` name the part of the request that caused it.
pub const JSON_API: Body = body!({
    /// The errors of the request: always one.
    "errors": [{
        "id"?: trace_id,
        "links"?: { "about"?: instance, "type"?: docs_url },
        "status": "{status}",
        "code": code,
        "title": title,
        "detail": message,
        "source"?: { "pointer"?: extra.pointer, "parameter"?: extra.parameter, "header"?: extra.header },
        "meta"?: details,
    }],
})
.content_type("application/vnd.api+json");

/// The JSON of a `google.rpc.Status` (AIP-193) with one `ErrorInfo`.
///
/// Every error needs `meta(domain = "example.com")`, on the type for all of them, and a status that its canonical code
/// maps to. Where a status has several canonical codes, `meta(grpc = "ALREADY_EXISTS")` names another. A reason is
/// written in capitals: `rename_all = "SCREAMING_SNAKE_CASE"`.
pub const GOOGLE: Body = body!({
    /// The error, alone in the reply.
    "error": {
        /// The status of the reply.
        "code": status,
        /// For developers; may change at any time.
        "message": message,
        /// The canonical code of `google.rpc.Code`.
        "status": grpc,
        /// Exactly one `ErrorInfo`.
        "details": [{
            "@type": "type.googleapis.com/google.rpc.ErrorInfo",
            "reason": code,
            "domain": meta.domain,
            "metadata"?: metadata,
        }],
    },
})
.requires(&[Word::Meta("domain"), Word::Grpc]);

/// The error response of `OData` 4.01; the details are its `innererror`.
///
/// `Reply::extra("target", "$search")` names the part of the request that caused it. The language of messages is taken
/// for English; `ODATA.content_language("de")` says another.
pub const ODATA: Body = body!({
    /// The error, alone in the reply.
    "error": {
        /// Identifies the error; stable, safe to match on.
        "code": code,
        /// For people, in the language that `Content-Language` names.
        "message": message,
        /// The part of the request that caused it.
        "target"?: extra.target,
        /// What this error adds, by code.
        "innererror"?: details,
    },
})
.content_language("en");

/// A GraphQL response to a request that failed before execution, with the code in `extensions`.
///
/// `Reply::extra("path", …)` and `Reply::extra("locations", …)` fill in the standard members of those names.
pub const GRAPHQL: Body = body!({
    /// The errors of the request: always one.
    "errors": [{
        "message": message,
        "locations"?: extra.locations,
        "path"?: extra.path,
        "extensions": { "code": code, ..details },
    }],
})
.content_type("application/graphql-response+json");

/// A JSON-RPC 2.0 response; every error needs a `number`, and `Reply::extra("id", …)` repeats the request's.
pub const JSON_RPC: Body = body!({
    "jsonrpc": "2.0",
    /// The error.
    "error": {
        /// Identifies the error; stable, safe to match on.
        "code": number,
        /// The error in one sentence.
        "message": message,
        /// What this error adds, by code.
        "data"?: details,
    },
    /// That of the request; `null` if it is not known.
    "id": extra.id,
})
.requires(&[Word::Number]);
