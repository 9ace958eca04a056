//! The plug-in on types that are hard to implement a trait for.

use std::fmt::{Debug, Display};

use errbook::ApiError;
use jsonrpsee::types::ErrorObjectOwned;

#[derive(Debug, ApiError)]
#[api(display, impls(errbook_jsonrpsee))]
enum r#Type<'a, T, const N: usize>
where
    T: Debug + Display + Send + Sync,
{
    /// A name that is not known.
    #[api(status = 404, code = "noSuchThing", number = -1003, message = "there is no {type}")]
    Unknown {
        #[api(detail)]
        r#type: &'a str,
        #[api(source = false)]
        _rest: [T; N],
    },
}

#[derive(Debug, ApiError)]
#[api(display, status = 409, code = "TAKEN", number = 9_000_000_000, docs_url = "https://example.com/taken")]
#[api(impls(errbook_jsonrpsee))]
struct Taken<T>(#[api(source = false)] T)
where
    T: Debug + Send + Sync;

#[test]
fn borrowed_generic_types_are_objects() {
    let name = String::from("spoon");
    let object = ErrorObjectOwned::from(r#Type::Unknown { r#type: &name, _rest: [1_u8; 3] });

    let json = serde_json::to_string(&object).unwrap();
    let expected = r#"{"code":-1003,"message":"there is no spoon","data":{"code":"noSuchThing","details":{"type":"spoon"}}}"#;
    assert_eq!(json, expected);
}

#[test]
fn a_number_that_the_protocol_cannot_have_is_the_code_of_a_failed_call() {
    let json = serde_json::to_string(&ErrorObjectOwned::from(Taken(()))).unwrap();

    let expected = r#"{"code":-32000,"message":"Conflict","data":{"code":"TAKEN","docs_url":"https://example.com/taken"}}"#;
    assert_eq!(json, expected);
}
