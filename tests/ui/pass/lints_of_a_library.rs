#![deny(warnings, missing_docs, unused_qualifications, unreachable_pub)]
//! A library that is documented.

/// A module.
pub mod errors {
    use errbook::ApiError;
    use std::fmt::Formatter;

    /// A problem.
    #[derive(Debug, ApiError)]
    #[api(display)]
    #[non_exhaustive]
    pub enum Problem {
        /// It is gone.
        #[api(status = 410, code = "Gone")]
        Gone {
            /// What.
            #[api(detail)]
            what: u32,
        },
    }

    /// Uses what is imported.
    pub fn unused(_: &Formatter<'_>) {}
}

fn main() {
    assert_eq!(errors::Problem::Gone { what: 7 }.to_string(), "Gone");
}
