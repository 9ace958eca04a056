use errbook::ApiError;

#[derive(Debug, ApiError)]
#[api()]
#[api(display)]
#[cfg_attr(all(), api(meta(a = "1")))]
#[api(meta("b b" = "2",),)]
enum Problem {
    #[api(status = 410)]
    #[api(code = "Gone")]
    #[cfg_attr(all(), api(title = "Away"))]
    #[api[number = 7]]
    #[api { retryable = false }]
    Gone,
}

#[test]
fn works() {
    let entry = Problem::Gone.entry();
    assert_eq!((entry.meta("a"), entry.meta("b b"), entry.title()), (Some("1"), Some("2"), "Away"));
    assert_eq!((entry.number(), entry.is_retryable()), (Some(7), false));
}
