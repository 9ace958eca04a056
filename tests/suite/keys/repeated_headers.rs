//! Several headers may have one name (RFC 9110 §5.3): constants first, then those of fields, in order.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use errbook::{ApiError, Body, Header, Reply, body};

fn sent(error: &dyn ApiError, name: &str) -> Vec<String> {
    let response = Reply::new(error).to_response();
    response.headers().get_all(name).iter().map(|value| value.to_str().unwrap().to_owned()).collect()
}

#[derive(Debug, ApiError)]
#[api(display, status = 401, rename_all = "PascalCase")]
#[api(header("Set-Cookie" = "a=; Max-Age=0", "Set-Cookie" = "b=; Max-Age=0"), header("X-Type" = "1"))]
enum Session {
    Expired,
    #[api(header("set-cookie" = "sid=; Max-Age=0"), header("Set-Cookie" = "csrf=; Max-Age=0"))]
    LoggedOut,
    #[api(header("Link" = "<a>"))]
    Moved {
        #[api(header = "Link")]
        first: Option<&'static str>,
        #[api(header = "link")]
        second: String,
    },
    Replaced(#[api(header = "Set-Cookie")] Option<u8>),
}

#[test]
fn constants_of_the_type() {
    assert_eq!(sent(&Session::Expired, "set-cookie"), ["a=; Max-Age=0", "b=; Max-Age=0"]);
    let expected = [
        Header::constant("Set-Cookie", "a=; Max-Age=0"),
        Header::constant("Set-Cookie", "b=; Max-Age=0"),
        Header::constant("X-Type", "1"),
    ];
    assert!(Session::Expired.entry().headers().eq(expected));
}

#[test]
fn those_of_a_variant_replace_those_of_the_type() {
    assert_eq!(sent(&Session::LoggedOut, "set-cookie"), ["sid=; Max-Age=0", "csrf=; Max-Age=0"]);
    assert_eq!(sent(&Session::LoggedOut, "x-type"), ["1"]);
    assert_eq!(sent(&Session::Replaced(Some(7)), "set-cookie"), ["7"]);
    assert!(sent(&Session::Replaced(None), "set-cookie").is_empty());
}

#[test]
fn a_constant_beside_fields() {
    let error = Session::Moved { first: Some("<b>"), second: "<c>".to_owned() };
    assert_eq!(sent(&error, "link"), ["<a>", "<b>", "<c>"]);
    let error = Session::Moved { first: None, second: "<c>\n".to_owned() };
    assert_eq!(sent(&error, "link"), ["<a>"]);
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("lists")]
#[api(status = 403, code = "LISTS", header("X-Other" = "0"))]
struct Lists<'a, T: fmt::Debug + Send + Sync, U: fmt::Debug + Clone + Send + Sync>(
    #[api(header = "X-Vec")] Vec<T>,
    #[api(header = "X-Option")] Option<Vec<&'a T>>,
    #[api(header = "X-Slice")] &'a [T],
    #[api(header = "X-Array")] [Box<T>; 2],
    #[api(header = "X-Box")] Box<[T]>,
    #[api(header = "X-Other")] Cow<'a, [U]>,
    #[api(header = "X-Other")] Option<&'a Arc<[U]>>,
    #[api(header = "X-One")] Option<Box<U>>,
);

#[test]
fn a_list_is_one_header_each() {
    let shared = Arc::from(["e", "f"]);
    let mut error = Lists(
        vec![1, 2],
        Some(vec![&3, &4]),
        &[5],
        [Box::new(6), Box::new(7)],
        Box::from([8, 9]),
        Cow::Borrowed(&["c", "bad\r\nX-Vec: 9", "d"]),
        Some(&shared),
        Some(Box::new("g")),
    );
    assert_eq!(sent(&error, "x-vec"), ["1", "2"]);
    assert_eq!(sent(&error, "x-option"), ["3", "4"]);
    assert_eq!(sent(&error, "x-slice"), ["5"]);
    assert_eq!(sent(&error, "x-array"), ["6", "7"]);
    assert_eq!(sent(&error, "x-box"), ["8", "9"]);
    assert_eq!(sent(&error, "x-other"), ["0", "c", "d", "e", "f"]);
    assert_eq!(sent(&error, "x-one"), ["g"]);
    (error.0, error.1, error.6, error.7) = (Vec::new(), None, None, None);
    for name in ["x-vec", "x-option", "x-one"] {
        assert!(sent(&error, name).is_empty());
    }
    assert_eq!(sent(&error, "x-other"), ["0", "c", "d"]);
}

static IN_FRENCH: Body = Body::new(*body::FLAT.root()).with_content_language("fr");

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "LANGUAGE", body = IN_FRENCH)]
struct Language(#[api(header = "Content-Language")] Vec<&'static str>);

#[test]
fn the_language_of_the_format_is_only_a_default() {
    assert_eq!(sent(&Language(vec!["de", "en"]), "content-language"), ["de", "en"]);
    assert_eq!(sent(&Language(vec![]), "content-language"), ["fr"]);
}
