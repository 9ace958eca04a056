use errbook::ApiError;

#[derive(Debug, ApiError)]
#[api(display, status = 500, code = "Io")]
struct Io {
    #[allow(dead_code)]
    #[api(source = false)]
    source: NoError,
    #[allow(dead_code)]
    backtrace: u8,
}

#[derive(Debug)]
struct NoError;

#[test]
fn works() {
    use std::error::Error as _;
    let io = Io { source: NoError, backtrace: 1 };
    assert!(io.source().is_none());
    assert_eq!(crate::message_of(&io), "Internal Server Error");
}
