//! The error of a response, found again from outside.

use errbook::{AnyError, ApiError, Context, HttpError, Occurrence, TraceId};

#[derive(Debug, ApiError)]
#[api(display, status = 500, code = "Store")]
struct Store(#[api(source)] std::io::Error);

fn store() -> Store {
    Store(std::io::Error::other("password=hunter2"))
}

#[test]
fn is_in_the_response_with_its_request() {
    let id = TraceId::new("4bf92f35").unwrap();
    let response = Context::new().with_trace_id(id.clone()).respond(store());

    assert_eq!(response.status(), 500);
    assert!(!String::from_utf8_lossy(response.body()).contains("hunter2"));
    let occurrence = response.extensions().get::<Occurrence>().unwrap();
    assert_eq!(occurrence.trace_id(), Some(&id));
    assert_eq!(occurrence.as_error().source().unwrap().to_string(), "password=hunter2");
}

#[test]
fn is_claimed_once_with_all_its_clones() {
    let occurrence = Occurrence::from(store());
    let clone = occurrence.clone().with_trace_id(TraceId::new("1"));

    assert!(!clone.is_claimed());
    assert!(occurrence.claim());
    assert!(clone.is_claimed());
    assert!(!clone.claim());
}

#[test]
fn keeps_the_type_of_the_error() {
    let errors: [Occurrence; 2] = [store().into(), AnyError::from(store()).into()];
    for occurrence in errors {
        assert!(occurrence.as_error().is::<Store>());
        assert_eq!(occurrence.error().code(), "Store");
    }
    assert!(AnyError::from(HttpError::GONE).as_error().is::<HttpError>());
}
