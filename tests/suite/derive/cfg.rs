//! `#[cfg]` on variants and fields: what is not compiled is not there.

use errbook::{ApiError, Reply};

#[derive(Debug, ApiError)]
#[api(display)]
enum Platform {
    #[cfg(not(test))]
    #[api(status = 400, code = "Never")]
    Never,
    #[cfg(test)]
    #[api(status = 400, code = "Always", message = "{kept}")]
    Always {
        #[cfg(not(test))]
        #[api(detail)]
        dropped: NoSuchType,
        #[cfg(test)]
        #[api(detail)]
        kept: u8,
    },
    #[cfg_attr(test, api(status = 404, code = "Conditional"))]
    Conditional,
    #[cfg(not(test))]
    #[api(transparent)]
    Absent(NoSuchType),
}

#[test]
fn variants() {
    let codes: Vec<_> = Platform::CATALOG.entries().map(errbook::Entry::code).collect();
    assert_eq!(codes, ["Always", "Conditional"]);
    assert_eq!(Platform::Conditional.status(), 404);
}

#[test]
fn fields() {
    let error = Platform::Always { kept: 3 };
    assert_eq!(Reply::new(&error).to_string(), r#"{"code":"Always","message":"3","details":{"kept":3}}"#);
    assert_eq!(error.entry().details().count(), 1);
}
