#![allow(non_camel_case_types)]
use errbook::ApiError as _;

#[derive(Debug, errbook::ApiError)]
#[api(display, status = 400, rename_all = "lowercase")]
enum r#type {
    r#match,
    #[api(message = "{fn} is {0:?}", code = "Never")]
    #[cfg(any())]
    Never,
    #[api(message = "{fn}")]
    r#async {
        r#fn: u32,
    },
}

#[test]
fn works() {
    assert_eq!(r#type::r#match.code(), "match");
    assert_eq!(crate::message_of(&r#type::r#async { r#fn: 7 }), "7");
    assert_eq!(r#type::r#match.entry().variant(), "match");
    assert_eq!(<r#type as errbook::HasCatalog>::CATALOG.name(), "type");
}
