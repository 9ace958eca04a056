use errbook::ApiError;

macro_rules! error {
    ($name:ident, $status:expr, $code:expr, $url:expr, $flag:expr, $meta:expr, $header:expr) => {
        #[derive(Debug, ApiError)]
        #[api(display, status = $status, code = $code, docs_url = $url, retryable = $flag)]
        #[api(meta(owner = $meta), header("X-A" = $header))]
        struct $name;
    };
}

error!(Gone, 410, "Gone", "/errors/{code}", true, "a", "b");

#[test]
fn works() {
    assert_eq!(Gone.status(), 410);
    assert_eq!(Gone.entry().docs_url(), Some("/errors/Gone"));
    assert_eq!(Gone.entry().meta("owner"), Some("a"));
    assert!(Gone.entry().is_retryable());
}
