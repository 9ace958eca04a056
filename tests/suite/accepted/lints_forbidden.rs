#![forbid(
    warnings,
    unsafe_code,
    unused_variables,
    unreachable_code,
    unreachable_patterns,
    deprecated,
    dead_code,
    non_snake_case,
    non_camel_case_types,
    non_upper_case_globals,
    unused_qualifications,
    unused_imports,
    unused_mut
)]
use errbook::ApiError as _;

#[derive(Debug, errbook::ApiError)]
#[api(display)]
enum Problem {
    #[api(status = 410, code = "Gone", message = "no {what}")]
    Gone { what: u8 },
    #[api(status = 500, code = "Io")]
    Io(#[api(from)] std::io::Error),
}

#[test]
fn works() {
    assert_eq!(crate::message_of(&Problem::Gone { what: 7 }), "no 7");
    assert_eq!(Problem::from(std::io::Error::other("a")).code(), "Io");
}
