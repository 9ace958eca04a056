//! `{code}` and `{number}` are replaced in addresses, headers and metadata alike; double braces are braces.

use errbook::{ApiError, Book, Reply};
use errbook_docgen::{Block, Format, Page};

#[derive(Debug, ApiError)]
#[api(display, status = 400, rename_all = "SCREAMING_SNAKE_CASE", prefix = "shop/")]
#[api(docs_url = "https://example.com/{code | slug}#{code}", header("X-Error-Code" = "{code}"))]
#[api(meta(key = "errors.{code}", json = "{{\"code\":\"{ code }\"}}"))]
enum Filled {
    NotFound,
    #[api(number = -7, header("X-Number" = "{{{number}}}"), meta(key = "{number}"), docs_url = "/e/{number}/{code|slug}")]
    TooMany,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("gone")]
#[api(status = 410, code = "Gone", number = 3, docs_url = "#{number}")]
#[api(header("Link" = "<#{number}>; title=\"{code}\""))]
struct Gone<T>(T);

fn header(error: &dyn ApiError, name: &str) -> String {
    Reply::new(error).to_response().headers()[name].to_str().unwrap().to_owned()
}

#[test]
fn of_the_type() {
    let entry = Filled::NotFound.entry();
    assert_eq!(entry.docs_url(), Some("https://example.com/shop-not-found#shop%2FNOT_FOUND"));
    assert_eq!(entry.meta("key"), Some("errors.shop/NOT_FOUND"));
    assert_eq!(entry.meta("json"), Some(r#"{"code":"shop/NOT_FOUND"}"#));
    assert_eq!(entry.headers().next().unwrap().value(), Some("shop/NOT_FOUND"));
    assert_eq!(header(&Filled::NotFound, "x-error-code"), "shop/NOT_FOUND");
}

#[test]
fn of_the_variant() {
    let entry = Filled::TooMany.entry();
    assert_eq!(entry.docs_url(), Some("/e/-7/shop-too-many"));
    assert_eq!(entry.meta("key"), Some("-7"));
    assert_eq!(header(&Filled::TooMany, "x-error-code"), "shop/TOO_MANY");
    assert_eq!(header(&Filled::TooMany, "x-number"), "{-7}");
}

#[test]
fn of_a_struct() {
    assert_eq!(Gone(1).entry().docs_url(), Some("#3"));
    assert_eq!(header(&Gone("x"), "link"), "<#3>; title=\"Gone\"");
}

macro_rules! slugs {
    ($($variant:ident = $code:literal,)*) => {
        #[derive(Debug, ApiError)]
        #[api(display, status = 400, docs_url = "{code | slug}")]
        #[allow(dead_code, reason = "only the catalog is looked at")]
        enum Slugs { $(#[api(code = $code)] $variant,)* }
    };
}

slugs! {
    A = "NotFound", B = "NOT_FOUND", C = "shop.not-found", D = "HTTPError", E = "aB1C2d", F = "--x--", G = "E1001",
    H = "a/b:c;d", I = "x", J = "not__found",
}

static BOOK: Book = Book::new("Slugs", &[Slugs::CATALOG]);

#[test]
fn a_slug_is_that_of_the_documentation() {
    let page = Page::new("slugs", "{% for e in errors %}{{ e.docs_url == e.code | slug }} {% endfor %}");
    assert_eq!(page.render(Format::Markdown, &BOOK).unwrap().trim(), ["true"; 10].join(" "));
    assert_eq!(Slugs::E.entry().docs_url(), Some("a-b1c2d"));
}

/// Literals, as the compiler makes them of `concat!` and `stringify!`.
macro_rules! made {
    ($name:ident, $number:expr) => {
        #[derive(Debug, ApiError)]
        #[api(display, status = 404, code = concat!("shop.", stringify!($name), ".", $number), number = $number)]
        #[api(title = stringify!(No $name), message = concat!("no ", stringify!($name), " {0}"))]
        #[api(docs_url = concat!("/", $number, "/{code}"), meta(owner = stringify!($name)), since = concat!(1, '.', 2))]
        #[api(header("X-Name" = concat!(stringify!($name), -1)))]
        struct $name(#[api(detail = concat!("i", 'd'))] u8);
    };
}

made!(Order, 7);

#[test]
fn concat_and_stringify() {
    let entry = Order(1).entry();
    assert_eq!((entry.code(), entry.number(), entry.title()), ("shop.Order.7", Some(7), "No Order"));
    assert_eq!((entry.docs_url(), entry.meta("owner")), (Some("/7/shop.Order.7"), Some("Order")));
    assert_eq!((entry.since(), Order(1).to_string()), (Some("1.2"), "no Order 1".to_owned()));
    assert_eq!((entry.details().next().unwrap().name(), &*header(&Order(1), "x-name")), ("id", "Order-1"));
}
