use errbook::ApiError;

#[derive(Debug, ApiError)]
#[api(
    display,
    serialize,
    impls(errbook_tests_plugin),
    body = errbook::body::PROBLEM,
    rename_all = "SCREAMING-KEBAB-CASE",
    prefix = "A.",
    rename_details = "kebab-case",
    crate = ::errbook,
    status = 500,
    docs_url = "https://example.com/{code}",
    meta(owner = "a"),
    header("X-A" = "a")
)]
enum Problem {
    #[api(
        status = 429,
        code = "Gone",
        number = 0x10,
        shared,
        title = "Away",
        message = "no {what} {o_}",
        expose,
        retryable,
        header("X-B" = "b"),
        meta(emoji = "x", r#type = "y"),
        detail("one" = 1, "two" = "2")
    )]
    Gone {
        #[api(detail, example = 7)]
        what: u8,
        #[api(detail = "zero", header = "X-C")]
        o_: u8,
    },
    Wrong(#[api(violations)] Vec<errbook::Violation>),
    OtherOne,
}

#[test]
fn works() {
    assert_eq!(Problem::OtherOne.code(), "A.OTHER-ONE");
    assert_eq!(crate::message_of(&Problem::Gone { what: 7, o_: 8 }), "no 7 8");
    assert_eq!(Problem::OtherOne.entry().docs_url(), Some("https://example.com/A.OTHER-ONE"));
}
