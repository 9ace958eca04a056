//! Books with every kind of fact and every wire format.

use std::time::Duration;

use errbook::{ApiError, Body, Book, Violation, body};

/// Facts of every kind.
#[derive(Debug, ApiError)]
#[api(display, docs_url = "https://example.com/errors#{code}", meta(domain = "shop.example.com"))]
pub enum OrderError {
    /// A parameter is *wrong*.
    ///
    /// Compare it with the reference.
    ///
    /// # Solution
    /// Send it again.
    ///
    /// # Cause
    /// An old client: `v1 = "x"`.
    #[api(status = 400, also(413, 422), code = "INVALID", number = -32602, message = "`{param}` is \"wrong\"")]
    Invalid {
        #[api(status)]
        status: u16,
        /// The name of the parameter.
        #[api(detail, example = "limit")]
        param: String,
        #[api(detail)]
        limit: Option<u64>,
        #[api(detail)]
        price: Cents,
    },
    #[api(status = 429, code = "LIMITED", retryable = false, since = "1.2.0", title = "Slow down")]
    #[api(header("X-Plan" = "{{free}}", "Link" = "<a>; rel=next", "Link" = "<b>; rel=prev"))]
    #[deprecated(since = "1.3.0", note = "use `INVALID`")]
    Limited {
        #[api(retry_after)]
        wait: Duration,
    },
    #[api(status = 403, code = "DENIED", header("WWW-Authenticate" = "Bearer scope=\"{scope}\""))]
    #[api(detail("live" = false, "plan" = "free"))]
    Denied { scope: String },
    #[api(status = 422, code = "WRONG")]
    Wrong(#[api(violations)] Vec<Violation>),
    #[api(status = 409, code = "LOCKED", number = 7, shared)]
    Locked(#[api(detail = "by")] String),
    #[api(status = 409, code = "LOCKED", number = 7, shared)]
    LockedForEver,
    #[api(status = 410, code = "hidden.code")]
    #[doc(hidden)]
    Hidden,
    #[api(status = 500, code = "a.b/c")]
    Odd,
}

#[derive(Debug, Clone, Copy, serde::Serialize)]
pub struct Cents(pub u64);

pub static ORDERS: Book = Book::new("Orders API", &[OrderError::CATALOG]);

#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "NOT_FOUND")]
pub struct NotFound;

/// One kind with two messages.
#[derive(Debug, ApiError)]
#[api(display)]
pub enum KindError {
    #[api(kind = NotFound, message = "no order {id}")]
    Order {
        #[api(detail)]
        id: u64,
    },
    #[api(kind = NotFound, message = "no invoice")]
    Invoice,
}

pub static KINDS: Book = Book::new("Kinds API", &[KindError::CATALOG]);

macro_rules! formats {
    ($($module:ident: $body:expr;)*) => {
        $(mod $module {
            use errbook::{ApiError, Book};

            #[derive(Debug, ApiError)]
            #[api(display, body = $body, meta(domain = "shop.example.com"))]
            enum Failure {
                #[api(status = 404, code = "NO_ORDER", number = 4)]
                NoOrder { #[api(detail)] id: u64 },
            }

            pub static BOOK: Book = Book::new(stringify!($module), &[Failure::CATALOG]);
        })*

        /// A book for each wire format.
        pub static FORMATS: &[&Book] = &[$(&$module::BOOK),*];
    };
}

formats! {
    flat: errbook::body::FLAT;
    message: errbook::body::MESSAGE;
    nested: errbook::body::NESTED;
    problem: errbook::body::PROBLEM;
    json_api: errbook::body::JSON_API;
    google: errbook::body::GOOGLE;
    odata: errbook::body::ODATA;
    graphql: errbook::body::GRAPHQL;
    json_rpc: errbook::body::JSON_RPC;
    empty: super::EMPTY;
    text: super::TEXT;
    strange: super::STRANGE;
    list: super::LIST;
    number: super::NUMBER;
}

pub static EMPTY: Body = Body::empty();
pub static TEXT: Body =
    Body::text("{{{code}}}: {message}\n").with_content_language("en").with_http_status(200);
pub static STRANGE: Body = errbook::body!({
    "content-type": "odd",
    "text": null,
    "a.b": [1, -2, 3.5, 18_446_744_073_709_551_615, "{{", true, {}, []],
    "": { "\"$[]": "{code}?", "?": code },
    "limit"?: details.limit,
    "meta": { "domain": meta.domain, "who"?: extra.who },
    "details": { ..details },
    "answer": "{status} {{now}}",
});
pub static LIST: Body =
    errbook::body!([{ "code": code, "errors"?: [..violations { "at"?: field, ..details }] }]);
pub static NUMBER: Body = body::JSON_RPC.with_http_status(200).with_content_type("application/json-rpc");
