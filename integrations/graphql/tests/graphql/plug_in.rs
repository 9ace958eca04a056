//! The plug-in on types that are hard to implement a trait for.

use std::fmt::{Debug, Display};

use async_graphql::ErrorExtensions as _;
use errbook::ApiError;

#[derive(Debug, ApiError)]
#[api(display, impls(errbook_graphql))]
enum r#Type<'a, T, const N: usize>
where
    T: Debug + Display + Send + Sync,
{
    /// A name that is not known.
    #[api(status = 500, code = "noSuchThing", number = -1003, message = "there is no {type}")]
    Unknown {
        #[api(detail)]
        r#type: &'a str,
        #[api(source = false)]
        _rest: [T; N],
    },
}

#[test]
fn borrowed_generic_types_have_extensions() {
    let name = String::from("spoon");
    let error = r#Type::Unknown { r#type: &name, _rest: [1_u8; 3] }.extend();

    let json = serde_json::to_string(&error).unwrap();
    let expected = concat!(
        r#"{"message":"there is no spoon","extensions":"#,
        r#"{"code":"noSuchThing","details":{"type":"spoon"},"number":-1003}}"#,
    );
    assert_eq!(json, expected);
}

/// Without the feature, async-graphql converts it itself, and its message is the `Display`.
#[cfg(feature = "custom-error-conversion")]
#[test]
fn errors_convert_into_those_of_async_graphql() {
    #[derive(Debug, ApiError)]
    #[api(display, status = 500, code = "STORE_DOWN", impls(errbook_graphql))]
    struct StoreDown(#[api(from)] std::io::Error);

    fn read() -> async_graphql::Result<()> {
        Err(StoreDown::from(std::io::Error::other("password=hunter2")))?
    }

    fn find(name: &str) -> async_graphql::Result<()> {
        Err(r#Type::Unknown { r#type: name, _rest: [1_u8; 3] })?
    }

    let error = read().unwrap_err();
    assert_eq!(error.message, "Internal Server Error");
    let source = error.source.unwrap();
    assert_eq!(source.downcast_ref::<errbook_graphql::Error>().unwrap().code(), "STORE_DOWN");
    assert_eq!(find("spoon").unwrap_err().message, "there is no spoon");
}
