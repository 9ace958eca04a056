//! `transparent` delegates everything to the one field: status, code, message, details, headers, entry, source.

use std::error::Error as _;

use errbook::{ApiError, Reply};

#[derive(Debug, ApiError)]
#[api(display)]
enum Outer {
    #[api(status = 400, code = "Own")]
    Own,
    #[api(transparent)]
    Middle(Middle),
    #[api(transparent)]
    Named { inner: Inner },
}

#[derive(Debug, ApiError)]
#[api(display, transparent)]
struct Middle(Inner);

#[derive(Debug, ApiError)]
#[api(display, status = 429, rename_all = "PascalCase", docs_url = "/{code}", header("X-Constant" = "c"))]
#[api(body = errbook::body::NESTED)]
enum Inner {
    #[api(message = "wait {wait}", number = 4)]
    Wait {
        #[api(detail, retry_after)]
        wait: u8,
        #[api(header = "X-Field")]
        header: &'static str,
        #[api(status)]
        status: u16,
        #[api(source)]
        source: std::fmt::Error,
    },
    Other,
}

fn wait() -> Inner {
    Inner::Wait { wait: 3, header: "h", status: 425, source: std::fmt::Error }
}

#[test]
fn delegates_everything() {
    let inner = wait();
    for error in [Outer::Middle(Middle(wait())), Outer::Named { inner: wait() }] {
        let (reply, expected) = (Reply::new(&error).to_response(), Reply::new(&inner).to_response());
        assert_eq!(reply.status(), 425);
        assert_eq!(reply.headers(), expected.headers());
        assert_eq!(reply.body(), expected.body());
        assert_eq!(reply.headers()["x-field"], "h");
        assert_eq!(reply.headers()["retry-after"], "3");
        assert!(std::ptr::eq(error.entry(), inner.entry()));
        assert_eq!(error.to_string(), "wait 3");
        assert_eq!(error.code(), "Wait");
        assert!(error.source().unwrap().is::<std::fmt::Error>());
        assert!(error.transparent().is_some());
    }
    assert_eq!(
        Reply::new(&Outer::Middle(Middle(wait()))).to_string(),
        r#"{"error":{"code":"Wait","message":"wait 3","details":{"wait":3}}}"#
    );
}

#[test]
fn own_variants_are_their_own() {
    assert_eq!(Reply::new(&Outer::Own).to_string(), r#"{"code":"Own","message":"Bad Request"}"#);
    assert!(Outer::Own.transparent().is_none());
}

#[test]
fn the_catalog_has_the_inner_entries_in_place() {
    let codes: Vec<_> = Outer::CATALOG.entries().map(errbook::Entry::code).collect();
    assert_eq!(codes, ["Own", "Wait", "Other", "Wait", "Other"]);
    assert_eq!(Inner::Other.code(), "Other");
}
