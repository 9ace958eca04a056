//! `code`, `number` and `meta` from constants, and texts from `concat!` and `stringify!`.

use errbook::{ApiError, Book, Reply};

mod codes {
    pub const NO_ORDER: &str = "shop/no-order";
    pub const NUMBER: i64 = -32_001;
    pub const LOWEST: i64 = i64::MIN;
    pub const OWNER: &str = "ünïcödé \u{1D}\u{1E}\u{1F}";
    pub struct Codes;
    impl Codes {
        pub const GONE: &'static str = "shop/gone";
    }
}

#[derive(Debug, ApiError)]
#[api(display, status = 404, meta(owner = codes::OWNER))]
enum ByPath {
    #[api(code = codes::NO_ORDER, number = codes::NUMBER)]
    NoOrder {
        #[api(detail)]
        id: u8,
    },
    #[api(code = codes::Codes::GONE, number = codes::LOWEST, status = http::StatusCode::GONE, meta(level = "1", sub = codes::NO_ORDER))]
    Gone,
    #[api(code = "shop/literal", number = 7)]
    Literal,
}

static BOOK: Book = Book::new("Shop", &[ByPath::CATALOG]);

#[test]
fn of_paths() {
    let entries: Vec<_> = ByPath::CATALOG.entries().collect();
    let codes: Vec<_> =
        entries.iter().map(|entry| (entry.code(), entry.number(), entry.status().as_u16())).collect();
    let expected = [
        ("shop/no-order", Some(-32_001), 404),
        ("shop/gone", Some(i64::MIN), 410),
        ("shop/literal", Some(7), 404),
    ];
    assert_eq!(codes, expected);
    assert_eq!(ByPath::Gone.entry().meta("owner"), Some(codes::OWNER));
    assert_eq!(ByPath::Gone.entry().meta("sub"), Some("shop/no-order"));
    assert_eq!(ByPath::Gone.entry().meta("level"), Some("1"));
    assert!(ByPath::Literal.entry().details().next().is_none());
    let error = ByPath::NoOrder { id: 7 };
    let sent = r#"{"code":"shop/no-order","message":"Not Found","details":{"id":7}}"#;
    assert_eq!(Reply::new(&error).to_string(), sent);
    assert_eq!(BOOK.by_code("shop/gone").next(), Some(ByPath::Gone.entry()));
    assert_eq!(BOOK.by_number(-32_001).next(), Some(error.entry()));
}

macro_rules! table {
    ($($name:ident $status:literal $number:expr, $text:expr;)*) => {
        #[derive(Debug, ApiError)]
        #[api(display)]
        enum Table {
            $(
                #[api(status = $status, code = stringify!($name), number = $number)]
                #[api(title = concat!("Order ", $text), message = concat!("order ", $text, "!"))]
                #[api(docs_url = concat!("https://example.com/", stringify!($name)), meta(m = concat!("a", 1, -2, 1.5, true, 'c')))]
                #[api(header("X-Name" = concat!(stringify!($name), "/", $status)))]
                $name,
            )*
        }
    };
}

table! {
    NoOrder 404 1001, "missing";
    Locked 409 -1002, "locked";
}

#[test]
fn of_macros() {
    let locked = Table::Locked.entry();
    assert_eq!((locked.code(), locked.number(), locked.title()), ("Locked", Some(-1002), "Order locked"));
    assert_eq!(locked.docs_url(), Some("https://example.com/Locked"));
    assert_eq!(locked.meta("m"), Some("a1-21.5truec"));
    assert_eq!(locked.headers().next().unwrap().value(), Some("Locked/409"));
    assert_eq!(Table::NoOrder.to_string(), "order missing!");
}

trait Coded {
    const CODE: &'static str;
    const STATUS: u16 = 410;
}

struct Numbered<const N: i64>;

impl<const M: i64> Numbered<M> {
    const NUMBER: i64 = 1000 + M;
    const OWNER: &'static str = "shop";
}

impl<const N: i64> Coded for Numbered<N> {
    const CODE: &'static str = "gone";
}

#[derive(Debug, ApiError)]
#[api(display, status = <Numbered<1> as Coded>::STATUS, code = <Numbered<2> as Coded>::CODE)]
#[api(number = Numbered::<3>::NUMBER, meta(owner = Numbered::<4>::OWNER))]
struct Associated;

#[derive(Debug, ApiError)]
#[api(display, status = ::http::StatusCode::CONFLICT, code = ::std::env::consts::OS, meta(family = ::std::env::consts::FAMILY))]
#[api(number = <i64>::MAX)]
struct Global;

#[test]
fn of_traits_and_generic_types() {
    let entry = Associated.entry();
    assert_eq!((entry.status().as_u16(), entry.code(), entry.number()), (410, "gone", Some(1003)));
    assert_eq!(entry.meta("owner"), Some("shop"));
}

#[test]
fn of_global_paths() {
    let entry = Global.entry();
    assert_eq!((entry.code(), entry.number()), (std::env::consts::OS, Some(i64::MAX)));
    assert_eq!(entry.meta("family"), Some(std::env::consts::FAMILY));
}
