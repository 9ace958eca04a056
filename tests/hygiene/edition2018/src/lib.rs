//! The derive and `body!` in a crate of edition 2018.
#![deny(warnings, rust_2018_idioms, missing_docs)]

use errbook::{ApiError, Body};

/// The wire format of this crate.
pub const FORMAT: Body = errbook::body!({ "code": code, "status": "{status}", ..details });

/// A detail whose name is a keyword in later editions.
pub const WHOLE: Body = errbook::body!([details.async, "{details.async}"]);

/// What is wrong.
#[derive(Debug, ApiError)]
#[api(display, serialize, body = FORMAT, crate = errbook, impls(errbook_tests_plugin))]
pub enum Problem<'a> {
    /// Somebody waits.
    #[api(status = 429, code = "Wait", message = "wait for {async} {who:>4}")]
    Wait {
        /// A keyword in later editions.
        #[api(detail)]
        r#async: u8,
        /// Who waits.
        #[api(detail)]
        who: &'a str,
        /// When it ends.
        #[api(retry_after)]
        gen: Option<u32>,
    },
    /// Several are wrong.
    #[api(status = 422, code = "Wrong")]
    Wrong(#[api(violations)] Vec<errbook::Violation>),
    /// Nobody waits.
    #[api(status = 410, code = "Nobody", body = WHOLE)]
    Nobody {
        /// A keyword in later editions.
        #[api(detail)]
        r#async: u8,
    },
    /// Nothing could be read.
    #[api(status = http::StatusCode::BAD_GATEWAY, code = "Read")]
    Read(#[api(from)] std::io::Error),
    /// Several wait.
    #[api(status = 409, code = "Many", message("{} wait, {}", .who.len(), .r#async))]
    Many {
        /// All of them.
        who: Vec<u8>,
        /// A keyword in later editions.
        r#async: u8,
    },
    /// Somebody else says it.
    #[api(transparent)]
    Inner(Box<dyn ApiError + Send + Sync>),
}

#[cfg(test)]
mod tests {
    use super::Problem;
    use errbook::Reply;

    #[test]
    fn replies() {
        let wait = Problem::Wait { r#async: 7, who: "me", gen: Some(1) };
        assert_eq!(Reply::new(&wait).message(), "wait for 7   me");
        let json = r#"{"code":"Wait","status":"429","async":7,"who":"me"}"#;
        assert_eq!(Reply::new(&wait).to_string(), json);
        assert_eq!(Reply::new(&Problem::Nobody { r#async: 7 }).to_string(), r#"[7,"7"]"#);
    }
}
