//! The errors of the API, declared once for all frameworks.

use std::error::Error;
use std::fmt;

use errbook::{Body, body};

/// The format of the API.
pub static ENVELOPE: Body = body!({
    "code": code,
    "message": message,
    "trace_id"?: trace_id,
    "instance"?: instance,
    "details"?: details,
    "violations"?: [..violations { "pointer"?: pointer, "code"?: code, "message": message }],
});

/// Declares `OrderError`, `AuthError` and `BOOK` with the plug-ins of a framework.
///
/// A type must be in the crate that implements a framework's trait for it, so this is a macro.
#[macro_export]
macro_rules! errors {
    ($($plugin:tt)*) => {
        /// What can be wrong with an order.
        #[derive(Debug, ::errbook::ApiError)]
        #[api(display, impls($($plugin)*))]
        pub enum OrderError {
            /// There is no such order.
            #[api(status = 404, code = "NO_SUCH_ORDER", message = "there is no order {id}")]
            NoSuchOrder {
                /// The number of the order.
                #[api(detail)]
                id: u64,
            },
            /// Fields of the order are not valid.
            #[api(status = 422, code = "INVALID_ORDER", message = "the order is not valid")]
            InvalidOrder(#[api(violations)] ::std::vec::Vec<::errbook::Violation>),
            /// Somebody else changes the order.
            #[api(status = 409, code = "LOCKED", message = "the order is locked")]
            Locked,
            /// Too many requests were sent.
            #[api(status = 429, code = "RATE_LIMITED")]
            RateLimited {
                /// The time to wait.
                #[api(retry_after)]
                wait: ::std::time::Duration,
            },
            /// The store does not answer.
            #[api(status = 500, code = "STORE_DOWN")]
            StoreDown(#[api(from)] $crate::StoreError),
            /// Another service failed.
            #[api(status = 502, code = "UPSTREAM", title = "Upstream failed")]
            Upstream {
                /// What it answered.
                #[api(status)]
                status: u16,
            },
        }

        /// Who may do it.
        #[derive(Debug, ::errbook::ApiError)]
        #[api(display, impls($($plugin)*))]
        pub enum AuthError {
            /// There is no token.
            #[api(status = 401, code = "TOKEN_MISSING", header("WWW-Authenticate" = "Bearer realm=\"orders\""))]
            TokenMissing,
        }

        /// All errors of the API.
        pub static BOOK: ::errbook::Book =
            ::errbook::Book::new("Orders API", &[OrderError::CATALOG, AuthError::CATALOG]).with_body(&$crate::ENVELOPE);
    };
}

/// What a store fails with; no client may read it.
#[derive(Debug, Default)]
pub struct StoreError {
    source: Connection,
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("password=hunter2")
    }
}

impl Error for StoreError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.source)
    }
}

#[derive(Debug, Default)]
struct Connection;

impl fmt::Display for Connection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("host=10.0.0.5")
    }
}

impl Error for Connection {}
