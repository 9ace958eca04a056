fn make<T: std::fmt::Debug>(value: T) -> String {
    #[derive(Debug, errbook::ApiError)]
    #[api(display, status = 410, code = "Gone", message = "no {0:?}")]
    struct Gone<T: std::fmt::Debug>(T);

    Gone(value).to_string()
}

#[test]
fn works() {
    assert_eq!(make("a"), "no \"a\"");
}
