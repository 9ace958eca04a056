//! The plug-in on types that are hard to implement a trait for.

use std::fmt::{Debug, Display};

use errbook::ApiError;
use tonic::{Code, Status};
use tonic_types::StatusExt as _;

#[derive(Debug, ApiError)]
#[api(display, impls(errbook_tonic(domain = "things.example.com", locale = "en")))]
enum r#Type<'a, T, const N: usize>
where
    T: Debug + Display + Send + Sync,
{
    /// A name that is not known.
    #[api(status = 404, code = "noSuchThing", message = "there is no {type}")]
    Unknown {
        #[api(detail)]
        r#type: &'a str,
        #[api(source = false)]
        _rest: [T; N],
    },
}

#[derive(Debug, ApiError)]
#[api(
    display,
    status = 409,
    code = "TAKEN",
    docs_url = "https://example.com/taken",
    meta(grpc = "ALREADY_EXISTS")
)]
#[api(meta(domain = "own.example.com"), impls(errbook_tonic(domain = "unused")))]
struct Taken<T>(#[api(source = false)] T)
where
    T: Debug + Send + Sync;

#[test]
fn borrowed_generic_types_are_statuses() {
    let name = String::from("spoon");
    let status = Status::from(r#Type::Unknown { r#type: &name, _rest: [1_u8; 3] });

    assert_eq!((status.code(), status.message()), (Code::NotFound, "there is no spoon"));
    let details = status.get_error_details();
    let info = details.error_info().unwrap();
    assert_eq!((&*info.reason, &*info.domain), ("NO_SUCH_THING", "things.example.com"));
    let localized = details.localized_message().unwrap();
    assert_eq!((&*localized.locale, &*localized.message), ("en", "there is no spoon"));
}

#[test]
fn an_error_names_its_own_code_and_domain() {
    let status = Status::from(Taken(()));

    assert_eq!(status.code(), Code::AlreadyExists);
    let details = status.get_error_details();
    assert_eq!(details.error_info().unwrap().domain, "own.example.com");
    assert_eq!(details.help().unwrap().links[0].url, "https://example.com/taken");
}
