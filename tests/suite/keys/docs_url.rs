//! `docs_url` is the address of an error's documentation, with code and number filled in.

use errbook::{ApiError, Reply};

#[derive(Debug, ApiError)]
#[api(display, status = 400, docs_url = "https://example.com/errors#{code}")]
enum Documented {
    #[api(code = "Plain", number = 7)]
    Plain,
    #[api(code = "a/b?c#d%e|f")]
    Odd,
    #[api(code = "Own", number = -1003, docs_url = "https://example.com/{number}/{code}?v={number}")]
    Own,
    #[api(code = "InPlace", docs_url = "https://[::1]:8080/%C3%A9/@a:b#{code | slug}")]
    InPlace,
    #[api(code = "Relative", docs_url = "/errors/relative")]
    Relative,
}

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "Undocumented")]
struct Undocumented;

#[test]
fn code_is_filled_in() {
    assert_eq!(Documented::Plain.entry().docs_url(), Some("https://example.com/errors#Plain"));
}

#[test]
fn code_is_percent_encoded() {
    assert_eq!(Documented::Odd.entry().docs_url(), Some("https://example.com/errors#a%2Fb%3Fc%23d%25e%7Cf"));
}

#[test]
fn each_part_has_its_own_characters() {
    assert_eq!(Documented::InPlace.entry().docs_url(), Some("https://[::1]:8080/%C3%A9/@a:b#in-place"));
}

#[test]
fn the_variant_wins() {
    assert_eq!(Documented::Own.entry().docs_url(), Some("https://example.com/-1003/Own?v=-1003"));
    assert_eq!(Documented::Relative.entry().docs_url(), Some("/errors/relative"));
}

#[test]
fn reaches_the_body() {
    const LINK: errbook::Body = errbook::body!({ "type": type, "link": docs_url, "maybe"?: docs_url });
    let json = |error: &dyn ApiError| Reply::new(error).body(&LINK).to_string();
    assert_eq!(
        json(&Documented::Relative),
        r#"{"type":"/errors/relative","link":"/errors/relative","maybe":"/errors/relative"}"#
    );
    assert_eq!(json(&Undocumented), r#"{"type":"about:blank","link":null}"#);
}
