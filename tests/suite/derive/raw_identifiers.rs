//! Raw identifiers go by their plain name everywhere.

use errbook::{ApiError, Reply};

#[derive(Debug, ApiError)]
#[api(display, rename_all = "lowercase", status = 400)]
#[allow(non_camel_case_types, reason = "only lower case words are keywords")]
enum Keyword {
    #[api(message = "{type:?} and {match}")]
    r#Type {
        #[api(detail)]
        r#type: &'static str,
        #[api(header = "X-Match")]
        r#match: u8,
        #[api(detail = "named")]
        r#fn: u8,
    },
    r#try,
    #[api(code = "Source")]
    Source {
        #[api(source)]
        r#struct: std::fmt::Error,
    },
}

#[test]
fn fields() {
    let error = Keyword::r#Type { r#type: "a", r#match: 1, r#fn: 2 };
    assert_eq!(
        Reply::new(&error).to_string(),
        r#"{"code":"type","message":"\"a\" and 1","details":{"type":"a","named":2}}"#
    );
    assert_eq!(Reply::new(&error).to_response().headers()["x-match"], "1");
    assert_eq!(error.entry().details().next().unwrap().name(), "type");
}

#[test]
fn variants() {
    let variants: Vec<_> = Keyword::CATALOG.entries().map(errbook::Entry::variant).collect();
    assert_eq!(variants, ["Type", "try", "Source"]);
    assert_eq!(Keyword::r#try.code(), "try");
}

#[test]
fn sources() {
    use std::error::Error as _;
    assert!(Keyword::Source { r#struct: std::fmt::Error }.source().is_some());
}
