//! Errors that borrow.

use std::borrow::Cow;

use errbook::{ApiError, Reply};

#[derive(Debug, ApiError)]
#[api(display, serialize)]
enum Borrowed<'a, 'b: 'a> {
    #[api(status = 400, code = "BadField", message = "`{name}` is not {wanted}")]
    BadField {
        #[api(detail)]
        name: &'a str,
        #[api(detail)]
        wanted: Cow<'b, str>,
        #[api(header = "X-Seen")]
        seen: Option<&'a str>,
    },
    #[api(transparent)]
    Inner(Inner<'a>),
}

#[derive(Debug, ApiError)]
#[api(display, status = 409, code = "Inner", message = "{0}")]
struct Inner<'a>(&'a str);

#[test]
fn replies_before_the_borrow_ends() {
    let name = String::from("size");
    let wanted = String::from("a number");
    let error = Borrowed::BadField { name: &name, wanted: Cow::Borrowed(&wanted), seen: Some(&name) };
    let reply = Reply::new(&error).to_response();
    assert_eq!(reply.headers()["x-seen"], "size");
    assert_eq!(
        **reply.body(),
        *br#"{"code":"BadField","message":"`size` is not a number","details":{"name":"size","wanted":"a number"}}"#
    );
}

#[test]
fn delegates_to_what_borrows() {
    let text = String::from("taken");
    let error = Borrowed::Inner(Inner(&text));
    assert_eq!(serde_json::to_string(&error).unwrap(), r#"{"code":"Inner","message":"taken"}"#);
}
