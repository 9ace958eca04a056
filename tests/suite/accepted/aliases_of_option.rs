use errbook::ApiError;
use std::option::Option as Maybe;

type Wait = Option<u32>;

#[derive(Debug, ApiError)]
#[api(display, status = 429)]
enum Problem {
    #[api(code = "A")]
    A(#[api(retry_after)] Wait, #[api(header = "X-A")] ::core::option::Option<u8>),
    #[api(code = "B")]
    B(#[api(retry_after)] Maybe<u32>, #[api(status)] Maybe<u16>),
}

#[test]
fn works() {
    assert!(Problem::A(None, Some(1)).retry_after().is_none());
    assert_eq!(Problem::B(Some(1), Some(404)).status(), 404);
}
