//! The same errors in each wire format, and what a client receives.

use errbook::{ApiError, Reply};
use errbook_contract::Lock;
use errbook_schema::Types;
use serde_json::Value as Json;

/// The errors of an API in one format.
pub struct Api {
    /// That of the module of TypeScript.
    pub name: &'static str,
    pub types: Types,
    pub replies: Vec<ReplyTo>,
}

/// What a client receives, and the code of the error.
pub struct ReplyTo {
    pub body: Json,
    /// `None` for an error that is newer than the types.
    pub code: Option<&'static str>,
}

fn replies(error: &dyn ApiError, code: Option<&'static str>) -> [ReplyTo; 2] {
    let reply = |reply: Reply<'_>| ReplyTo { body: serde_json::from_str(&reply.to_string()).unwrap(), code };
    [reply(Reply::new(error)), reply(Reply::new(error).trace_id("4bf92f35").instance("/orders/7"))]
}

/// An API whose errors are replied to in a format.
macro_rules! apis {
    ($($name:ident: $body:path;)*) => {
        $(mod $name {
            use errbook::{ApiError, Book, Violation, Violations};

            #[derive(Debug, ApiError)]
            #[api(display, body = $body, meta(domain = "orders.example.com"), docs_url = "https://example.com/errors#{code}")]
            enum OrderError {
                /// No order has this number.
                ///
                /// # Solution
                /// List the orders.
                #[api(status = 404, code = "NO_ORDER", number = 1404)]
                NotFound {
                    /// The number that was asked for.
                    #[api(detail)]
                    id: u64,
                    #[api(detail)]
                    near: Option<Vec<u64>>,
                },
                /// The article is sold out.
                #[deprecated(since = "1.2.0", note = "orders wait until it is there")]
                #[api(status = 409, code = "NO_STOCK", number = 1409, detail("plan" = "free"))]
                NoStock,
                #[api(status = 400, code = "INVALID", number = 1400)]
                Invalid {
                    #[api(violations)]
                    violations: Violations,
                },
                #[api(status = 429, code = "LIMITED", number = 1429)]
                Limited {
                    #[api(detail)]
                    reset_at: Option<String>,
                },
                #[api(status = 500, code = "FAILED", number = 1500)]
                Failed,
            }

            #[derive(Debug, ApiError)]
            #[api(display, body = $body, meta(domain = "orders.example.com"), docs_url = "https://example.com/errors#{code}")]
            enum NewerError {
                #[api(status = 403, code = "NEWER", number = 1403)]
                Newer {
                    #[api(detail)]
                    role: String,
                },
            }

            static BOOK: Book = Book::new("Orders API", &[OrderError::CATALOG]);

            pub fn api() -> super::Api {
                let violations = || Violations::from_iter([Violation::new("must not be empty").with_pointer("/items")]);
                // A violation may have the code of an error.
                let named = || violations().into_iter().map(|violation| violation.with_code("NO_STOCK")).collect();
                #[allow(deprecated, reason = "it is still sent")]
                let errors = [
                    (OrderError::NotFound { id: 7, near: None }, "NO_ORDER"),
                    (OrderError::NotFound { id: 7, near: Some(vec![6, 8]) }, "NO_ORDER"),
                    (OrderError::NoStock, "NO_STOCK"),
                    (OrderError::Invalid { violations: Violations::new() }, "INVALID"),
                    (OrderError::Invalid { violations: violations() }, "INVALID"),
                    (OrderError::Invalid { violations: named() }, "INVALID"),
                    (OrderError::Limited { reset_at: None }, "LIMITED"),
                    (OrderError::Limited { reset_at: Some("midnight".to_owned()) }, "LIMITED"),
                    (OrderError::Failed, "FAILED"),
                ];
                let newer = NewerError::Newer { role: "admin".to_owned() };
                let known = errors.iter().flat_map(|(error, code)| super::replies(error, Some(code)));
                super::Api {
                    name: stringify!($name),
                    types: super::Types::of(&super::Lock::of(&BOOK)).unwrap(),
                    replies: known.chain(super::replies(&newer, None)).collect(),
                }
            }
        })*

        /// An API in each format that identifies errors.
        pub fn all() -> Vec<Api> {
            vec![$($name::api()),*]
        }
    };
}

apis! {
    flat: errbook::body::FLAT;
    nested: errbook::body::NESTED;
    problem: errbook::body::PROBLEM;
    json_api: errbook::body::JSON_API;
    google: errbook::body::GOOGLE;
    odata: errbook::body::ODATA;
    graphql: errbook::body::GRAPHQL;
    json_rpc: errbook::body::JSON_RPC;
    numeric: crate::books::NUMERIC;
    row: crate::books::ROW;
    typed: crate::books::TYPED;
    deep: crate::books::DEEP;
}

/// Errors have numbers alone.
pub static NUMERIC: errbook::Body = errbook::body!({
    "success": false,
    "version": 1.5,
    "errors": [{ "code": number, "message": message, "retry"?: retryable, "domain": meta.domain, "hint"?: extra.hint }],
    "near"?: details.near,
    "text"?: "{code}: {message}",
});

/// An array, and no object.
pub static ROW: errbook::Body = errbook::body!([code, status, message, [..violations message]]);

/// The address of the documentation identifies the error, and details are members.
pub static TYPED: errbook::Body = errbook::body!({
    "kind": type,
    "url": docs_url,
    ..details,
});

/// Values that are often absent.
pub static DEEP: errbook::Body = errbook::body!({
    "e-1": { "": [{ "constructor": code }], "meta"?: { "trace"?: trace_id }, "or": extra.none else if violations message else title },
});
