//! `transparent` on a type: every variant is, and `from` converts each field.

use errbook::{ApiError, Reply};

#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "NoOrder", message = "no order {0}")]
struct NoOrder(#[api(detail = "id")] u64);

#[derive(Debug, ApiError)]
#[api(display, status = 401, rename_all = "PascalCase")]
enum Auth {
    Expired,
    Missing,
}

#[derive(Debug, ApiError)]
#[api(display, transparent, from)]
enum GetOrder<'a> {
    NoOrder(NoOrder),
    Auth {
        inner: Auth,
    },
    #[allow(dead_code)]
    Borrowed(&'a Auth),
    #[allow(dead_code)]
    Boxed(Box<Auth>),
}

#[derive(Debug, ApiError)]
#[api(display, transparent)]
enum Some {
    #[api(from)]
    NoOrder(NoOrder),
    Auth(#[api(from)] Auth),
}

#[derive(Debug, ApiError)]
#[api(display, transparent, from, body = errbook::body::MESSAGE, serialize, strict)]
struct Wrapper(Auth);

#[derive(Debug, ApiError)]
#[api(display, transparent, from)]
enum Generic<E> {
    Inner(E),
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(transparent)]
#[error(transparent)]
enum Thiserror {
    NoOrder(#[from] NoOrder),
    Auth(Auth),
}

fn get(id: u64) -> Result<(), GetOrder<'static>> {
    if id == 0 {
        Err(Auth::Expired)?;
    }
    Err(NoOrder(id))?
}

#[test]
fn the_question_mark_converts() {
    assert_eq!(get(0).unwrap_err().code(), "Expired");
    let error = get(7).unwrap_err();
    assert_eq!(Reply::new(&error).to_string(), Reply::new(&NoOrder(7)).to_string());
    assert_eq!(error.to_string(), "no order 7");
}

#[test]
fn from_is_asked_for_in_three_places() {
    assert_eq!(Some::from(NoOrder(7)).code(), "NoOrder");
    assert_eq!(Some::from(Auth::Missing).code(), "Missing");
    assert_eq!(Wrapper::from(Auth::Missing).code(), "Missing");
    assert_eq!(Generic::from(Auth::Missing).code(), "Missing");
}

#[test]
fn beside_thiserror() {
    assert_eq!(Thiserror::from(NoOrder(7)).code(), "NoOrder");
    assert_eq!(Thiserror::Auth(Auth::Expired).status(), 401);
}

#[test]
fn the_catalog_has_each_error() {
    let codes =
        |catalog: &'static errbook::Catalog| catalog.entries().map(errbook::Entry::code).collect::<Vec<_>>();
    assert_eq!(codes(Some::CATALOG), ["NoOrder", "Expired", "Missing"]);
    assert_eq!(codes(Thiserror::CATALOG), codes(Some::CATALOG));
    assert_eq!(Reply::new(&Wrapper(Auth::Expired)).to_string(), r#"{"error":"Unauthorized"}"#);
}
