//! A header field is an `Option` by its type, not by its name.

use std::option::Option as Maybe;

use errbook::{ApiError, Reply};

type Alias = Maybe<u8>;

#[derive(Debug)]
struct Option<T>(T);

impl<T: std::fmt::Display> std::fmt::Display for Option<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "own {}", self.0)
    }
}

#[derive(Debug, ApiError)]
#[api(display, status = 429, code = "Slow")]
struct Slow {
    #[api(header = "X-A")]
    renamed: Maybe<u8>,
    #[api(header = "X-B")]
    alias: Alias,
    #[api(header = "X-C")]
    own: Option<u8>,
}

#[test]
fn works() {
    let response = Reply::new(&Slow { renamed: None, alias: Some(2), own: Option(3) }).to_response();
    assert!(!response.headers().contains_key("x-a"));
    assert_eq!(response.headers()["x-b"], "2");
    assert_eq!(response.headers()["x-c"], "own 3");
}
