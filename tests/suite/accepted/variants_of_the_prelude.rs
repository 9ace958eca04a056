use errbook::{ApiError, Reply};

#[derive(Debug, ApiError)]
#[api(display, serialize, status = 400, rename_all = "snake_case")]
enum Problem {
    #[api(message = "ok {0}")]
    Ok(#[api(detail = "ok")] u32),
    Err(#[api(header = "X-Err")] Option<u32>),
    Some(#[api(retry_after)] Option<u32>),
    None,
    Error(#[api(source)] Option<std::fmt::Error>),
    Body(#[api(status)] u16),
    Self_,
}

#[test]
fn works() {
    use std::error::Error as _;
    assert_eq!(
        Reply::new(&Problem::Ok(7)).to_string(),
        r#"{"code":"ok","message":"ok 7","details":{"ok":7}}"#
    );
    assert_eq!(Reply::new(&Problem::Err(Some(8))).to_response().headers()["x-err"], "8");
    assert!(Problem::Some(None).retry_after().is_none());
    assert_eq!(Problem::None.code(), "none");
    assert!(Problem::Error(Some(std::fmt::Error)).source().is_some());
    assert!(Problem::Error(None).source().is_none());
    assert_eq!(Problem::Body(409).status(), 409);
    assert_eq!(Problem::Self_.code(), "self_");
}
