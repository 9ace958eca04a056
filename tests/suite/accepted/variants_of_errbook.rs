use errbook::ApiError as _;

#[derive(Debug, errbook::ApiError)]
#[api(display, serialize, status = 400, rename_all = "kebab-case")]
enum Problem {
    ApiError,
    Entry,
    Catalog,
    Item,
    Reply,
    StatusCode,
    Display,
    Formatter,
    Serialize(#[api(detail = "it")] u8),
}

#[test]
fn works() {
    assert_eq!(Problem::StatusCode.code(), "status-code");
    assert_eq!(Problem::Serialize(1).to_string(), "Bad Request");
    assert_eq!(
        serde_json::to_string(&Problem::Entry).unwrap(),
        r#"{"code":"entry","message":"Bad Request"}"#
    );
}
