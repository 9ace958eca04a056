#![allow(dead_code)]
struct Result;
struct Option;
struct String;
struct Box;
struct Vec;
struct Error;
struct ApiError;
struct Entry;
struct Formatter;
struct Some;
struct None;
struct Ok;
struct Err;
trait Display {}
trait Serialize {}
trait Send {}
trait Sized {}
trait Into {}
trait From {}
trait FnMut {}
trait IntoIterator {}
struct Violation;

#[derive(Debug, errbook::ApiError)]
#[api(display, serialize)]
enum Problem {
    #[api(status = 410, code = "Gone", message = "no {0}")]
    Gone(#[api(detail = "what")] u32, #[api(header = "X-A")] std::option::Option<u8>),
    #[api(status = 500, code = "Io")]
    Io(#[api(from)] std::io::Error),
    #[api(status = 422, code = "Wrong")]
    Wrong(#[api(violations)] std::vec::Vec<errbook::Violation>),
    #[api(transparent)]
    Inner(Inner),
}

#[derive(Debug, errbook::ApiError)]
#[api(display, status = 409, code = "Inner")]
struct Inner;

#[test]
fn works() {
    let text = errbook::Reply::new(&Problem::Gone(7, std::option::Option::Some(1))).to_string();
    assert_eq!(text, r#"{"code":"Gone","message":"no 7","details":{"what":7}}"#);
    assert_eq!(errbook::ApiError::code(&Problem::Inner(Inner)), "Inner");
    let _ = <Problem as std::convert::From<std::io::Error>>::from(std::io::Error::other("a"));
}
