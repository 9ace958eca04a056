//! A book checks the errors of a kind that it does not list.

use errbook::{ApiError, Book};

#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "not_found")]
struct NotFound;

#[derive(Debug, ApiError)]
#[api(display, kind = NotFound)]
struct NoUser;

#[derive(Debug, ApiError)]
#[api(display)]
struct NoOrder(#[api(kind)] NotFound);

#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "not_found")]
struct Other;

fn panics(catalogs: &'static [&'static errbook::Catalog]) -> bool {
    std::panic::catch_unwind(|| Book::new("API", catalogs)).is_err()
}

#[test]
fn another_error_of_the_same_code_is_a_mistake() {
    assert!(panics(&[NoUser::CATALOG, Other::CATALOG]));
    assert!(panics(&[NoOrder::CATALOG, Other::CATALOG]));
    assert!(!panics(&[NoOrder::CATALOG, NoUser::CATALOG, NotFound::CATALOG]));
}
