use errbook::ApiError;

#[derive(Debug, ApiError)]
#[api(display, status = 410)]
enum Problem {
    #[api(code = "A", message = "{{\"a\": \\ \n}} 100% `x` \u{1F980}")]
    Escaped,
    #[api(code = "B", message = r#"{{"a": {0}}}"#)]
    Raw(u8),
    #[api(
        code = "C",
        message = "a \
        b"
    )]
    Continued,
}

#[test]
fn works() {
    assert_eq!(Problem::Escaped.to_string(), "{\"a\": \\ \n} 100% `x` \u{1F980}");
    assert_eq!(Problem::Raw(7).to_string(), "{\"a\": 7}");
    assert_eq!(Problem::Continued.to_string(), "a b");
}
