#![allow(dead_code)]
mod core {}
mod std {}
mod alloc {}
mod serde {}
mod http {}
mod errbook {}
mod thiserror {}

mod inner {
    mod core {}
    mod std {}
    mod serde {}
    mod http {}
    mod errbook {}

    #[derive(Debug, ::errbook::ApiError)]
    #[api(display, serialize)]
    pub enum Problem {
        #[api(status = 410, code = "Gone", message = "no {0}")]
        Gone(
            #[api(detail = "what")] u32,
            #[api(retry_after)] u32,
            #[api(status)] u16,
            #[api(header = "X-A")] u8,
        ),
        #[api(status = ::http::StatusCode::NOT_FOUND, code = "Io")]
        Io(#[api(from)] ::std::io::Error),
    }
}

#[test]
fn works() {
    let gone = inner::Problem::Gone(7, 8, 404, 9);
    let text = ::serde_json::to_string(&gone).unwrap();
    assert_eq!(text, r#"{"code":"Gone","message":"no 7","details":{"what":7}}"#);
    let io: inner::Problem = ::std::io::Error::other("a").into();
    assert_eq!(::errbook::ApiError::status(&io), ::http::StatusCode::NOT_FOUND);
}
