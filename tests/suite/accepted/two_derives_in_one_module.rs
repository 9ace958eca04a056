use errbook::ApiError;

#[derive(Debug, ApiError)]
#[api(display, status = 410, code = "Gone")]
struct Gone;

#[derive(Debug, ApiError)]
#[api(display, status = 404, rename_all = "lowercase")]
enum Lost {
    Here,
    There,
}

#[derive(Debug, ApiError)]
#[api(display)]
enum Never {}

static BOOK: errbook::Book = errbook::Book::new("All", &[Gone::CATALOG, Lost::CATALOG, Never::CATALOG]);

#[test]
fn works() {
    assert_eq!(BOOK.entries().count(), 3);
    assert_eq!((Lost::Here.code(), Lost::There.code()), ("here", "there"));
}
