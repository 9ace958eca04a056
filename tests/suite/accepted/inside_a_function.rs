#[test]
fn works() {
    #[derive(Debug, errbook::ApiError)]
    #[api(display)]
    enum Problem {
        #[api(status = 410, code = "Gone", message = "no {0}")]
        Gone(Thing),
    }

    #[derive(Debug)]
    struct Thing;

    impl std::fmt::Display for Thing {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("thing")
        }
    }

    const FORMAT: errbook::Body = errbook::body::MESSAGE;

    {
        #[derive(Debug, errbook::ApiError)]
        #[api(display, body = FORMAT, status = WITHDRAWN, code = "Inner")]
        struct Inner;

        const WITHDRAWN: http::StatusCode = http::StatusCode::GONE;

        assert_eq!(errbook::Reply::new(&Inner).to_string(), r#"{"error":"Gone"}"#);
    }
    assert_eq!(Problem::Gone(Thing).to_string(), "no thing");
}
