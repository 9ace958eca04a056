//! `transparent` beside thiserror's own: `Display` and `source` are thiserror's, the reply is the inner error's.

use std::error::Error as _;

use errbook::{ApiError, Reply};

#[derive(Debug, thiserror::Error, ApiError)]
enum Outer {
    #[error(transparent)]
    #[api(transparent)]
    Both(#[from] Inner),
    #[error("while paying")]
    #[api(transparent)]
    Wrapped(#[source] Inner),
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("no order {0}")]
#[api(status = 404, code = "Inner")]
struct Inner(u8);

#[test]
fn replies_as_the_inner_error() {
    for error in [Outer::from(Inner(7)), Outer::Wrapped(Inner(7))] {
        assert_eq!(Reply::new(&error).to_string(), r#"{"code":"Inner","message":"no order 7"}"#);
    }
}

#[test]
fn logs_are_as_thiserror_says() {
    let error = Outer::Wrapped(Inner(7));
    assert_eq!(error.to_string(), "while paying");
    assert_eq!(error.source().unwrap().to_string(), "no order 7");
    assert_eq!(Outer::Both(Inner(7)).to_string(), "no order 7");
}
