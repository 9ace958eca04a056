#![deny(warnings)]

mod inner {
    #[derive(Debug, errbook::ApiError)]
    #[api(display)]
    pub(super) enum Problem {
        #[api(status = 410, code = "Gone", message = "no {0}")]
        Gone(#[api(detail = "what")] Hidden),
        #[api(transparent)]
        Inner(Private),
    }

    #[derive(Debug, serde::Serialize)]
    pub(super) struct Hidden(pub(super) u8);

    impl std::fmt::Display for Hidden {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            write!(f, "{}", self.0)
        }
    }

    #[derive(Debug, errbook::ApiError)]
    #[api(display, status = 409, code = "Private")]
    pub(super) struct Private;
}

#[test]
fn works() {
    assert_eq!(inner::Problem::Inner(inner::Private).to_string(), "Conflict");
    assert_eq!(inner::Problem::Gone(inner::Hidden(7)).to_string(), "no 7");
}
