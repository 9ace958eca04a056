use errbook::ApiError;
use std::borrow::Cow;

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "Bad", message = "no {a} {b}")]
struct Bad<'a> {
    #[api(detail)]
    a: &'a str,
    #[api(detail)]
    b: Cow<'a, str>,
    #[api(detail)]
    c: &'a [&'a str],
    #[api(header = "X-D")]
    d: Option<&'a str>,
}

#[test]
fn works() {
    let text = String::from("tea");
    let bad = Bad { a: &text, b: Cow::Borrowed(&text), c: &[&text], d: Some(&text) };
    let reply = errbook::Reply::new(&bad);
    assert_eq!(
        reply.to_string(),
        r#"{"code":"Bad","message":"no tea tea","details":{"a":"tea","b":"tea","c":["tea"]}}"#
    );
    assert_eq!(reply.to_response().headers()["x-d"], "tea");
}
