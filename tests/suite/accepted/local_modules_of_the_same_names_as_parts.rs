#![allow(dead_code)]
mod __private {}
mod body {}
mod default {}
mod primitive {}

#[derive(Debug, errbook::ApiError)]
#[api(display, body = errbook::body::NESTED, status = 410, code = "Gone")]
struct Gone;

#[test]
fn works() {
    assert_eq!(errbook::Reply::new(&Gone).to_string(), r#"{"error":{"code":"Gone","message":"Gone"}}"#);
}
