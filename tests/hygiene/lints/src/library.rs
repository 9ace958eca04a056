//! A library that is documented.
#![deny(warnings, missing_docs, unused_qualifications, unreachable_pub)]

/// A module.
pub mod errors {
    use core::fmt::Formatter;
    use errbook::ApiError;

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
    #[inline]
    pub const fn unused(_: &Formatter<'_>) {}
}

#[cfg(test)]
mod tests {
    use super::errors::Problem;

    #[test]
    fn displays() {
        assert_eq!(Problem::Gone { what: 7 }.to_string(), "Gone");
    }
}
