#![no_std]
extern crate std;

#[derive(Debug, errbook::ApiError)]
#[api(display, serialize, status = 410, code = "Gone", message = "no {0}")]
struct Gone(#[api(detail = "what")] u32);

fn main() {
    let text = std::string::ToString::to_string(&errbook::Reply::new(&Gone(7)));
    assert_eq!(text, r#"{"code":"Gone","message":"no 7","details":{"what":7}}"#);
}
