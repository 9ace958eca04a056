//! Errors that share a code share its status, or list it in `also`.

use errbook::{ApiError, Book, Catalog};

#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "NotFound", shared)]
struct NoUser;

#[derive(Debug, ApiError)]
#[api(display, status = 410, code = "NotFound", shared)]
struct NoOrder;

#[derive(Debug, ApiError)]
#[api(display, status = 410, also(404), code = "NotFound", shared)]
struct Listed(#[api(status)] u16);

#[derive(Debug, ApiError)]
#[api(display, status = http::StatusCode::GONE, code = "NotFound", shared)]
struct Any(#[api(status)] u16);

#[derive(Debug, ApiError)]
#[api(display, status = 404, shared)]
enum OneType {
    #[api(code = "NotFound")]
    #[allow(dead_code)]
    A,
    #[api(status = http::StatusCode::NOT_FOUND, code = "NotFound")]
    #[allow(dead_code)]
    B,
    #[api(status = 410, also(404), code = "NotFound")]
    C(#[api(status)] u16),
}

fn message(catalogs: &'static [&'static Catalog]) -> String {
    let panic = std::panic::catch_unwind(|| Book::new("API", catalogs)).unwrap_err();
    panic
        .downcast_ref::<String>()
        .cloned()
        .unwrap_or_else(|| (*panic.downcast_ref::<&str>().unwrap()).to_owned())
}

#[test]
fn of_two_types() {
    let message = message(&[NoUser::CATALOG, NoOrder::CATALOG]);
    let expected = "suite::book::sharers::NoOrder::NoOrder shares the code `NotFound` with \
                    suite::book::sharers::NoUser::NoUser, which has another status: write the same, or another code";
    assert_eq!(message, expected);
}

#[test]
fn a_list_or_any_status_agrees() {
    static BOOK: Book = Book::new("API", &[NoUser::CATALOG, Listed::CATALOG, Any::CATALOG, OneType::CATALOG]);
    assert_eq!(BOOK.by_code("NotFound").count(), 6);
    let errors = [&Listed(404) as &dyn ApiError, &Any(404), &OneType::C(404)];
    assert!(errors.iter().all(|error| error.status() == 404));
}
