//! A transparent field may have a type that only looks like the derived one.

use std::marker::PhantomData;

use errbook::{ApiError, Reply};

use crate::message_of;

mod auth {
    #[derive(Debug, errbook::ApiError)]
    #[api(display, status = 401, code = "NoToken")]
    pub struct Error;
}

#[derive(Debug, ApiError)]
#[api(display)]
enum Error {
    /// The same name in another module.
    #[api(transparent)]
    Auth(auth::Error),
    /// A type of its own that is generic over the derived one.
    #[api(transparent)]
    Retried(Retried<Self>),
}

#[derive(Debug, ApiError)]
#[api(display, status = 503, code = "GaveUp", message = "gave up")]
struct Retried<E>(PhantomData<E>);

#[test]
fn of_another_module() {
    assert_eq!(
        Reply::new(&Error::Auth(auth::Error)).to_string(),
        r#"{"code":"NoToken","message":"Unauthorized"}"#
    );
}

#[test]
fn generic_over_the_derived_type() {
    let error = Error::Retried(Retried(PhantomData));
    assert_eq!(error.code(), "GaveUp");
    assert_eq!(message_of(&error), "gave up");
}

#[test]
fn catalogued_in_order() {
    let codes: Vec<_> = Error::CATALOG.entries().map(errbook::Entry::code).collect();
    assert_eq!(codes, ["NoToken", "GaveUp"]);
}
