#![allow(non_camel_case_types)]
use errbook::ApiError as _;

#[derive(Debug, errbook::ApiError)]
#[api(display, status = 400, rename_all = "UPPERCASE")]
enum Problem {
    T,
    __S,
    f(#[api(detail = "f")] u8),
    __formatter,
    CATALOG,
    __ENTRIES,
    #[api(code = "x")]
    __TYPE,
}

#[test]
fn works() {
    assert_eq!(Problem::T.code(), "T");
    assert_eq!(Problem::f(1).code(), "F");
    assert_eq!(Problem::__formatter.code(), "__FORMATTER");
    let _ = (Problem::__S, Problem::CATALOG, Problem::__TYPE, Problem::__ENTRIES);
}
