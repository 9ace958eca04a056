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

/// A layer can log an error that borrows, too.
#[test]
fn of_an_error_that_borrows_has_its_texts() {
    #[derive(Debug, ApiError)]
    #[api(display, status = 502, code = "Upstream", message = "the upstream failed")]
    struct Upstream<'a> {
        #[api(detail)]
        name: &'a str,
        source: Store,
    }

    let name = String::from("billing");
    let response = Context::new().respond_borrowed(&Upstream { name: &name, source: store() });
    assert!(String::from_utf8_lossy(response.body()).contains("billing"));

    let occurrence = response.extensions().get::<Occurrence>().unwrap();
    assert!(occurrence.is_snapshot());
    assert_eq!((occurrence.error().code(), occurrence.error().status().as_u16()), ("Upstream", 502));
    let chain = std::iter::successors(Some(occurrence.as_error()), |error| error.source());
    let texts: Vec<_> = chain.map(ToString::to_string).collect();
    assert_eq!(texts, ["the upstream failed", "Internal Server Error", "password=hunter2"]);
}
