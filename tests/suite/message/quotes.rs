//! A message may begin and end with quotation marks.

use errbook::{ApiError, Reply};

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "Quoted", message = "{0}", body = errbook::body::MESSAGE)]
struct Quoted(&'static str);

fn json(text: &'static str) -> serde_json::Value {
    serde_json::from_slice(&Reply::new(&Quoted(text)).to_bytes()).unwrap()
}

#[test]
fn stays_as_it_is() {
    for text in
        ["\"", "\"\"", "there is no \"tea\"", "\"tea\" is gone", "\\", "\\\"", "{\"a\":\"\"", "\u{0}\u{7f}"]
    {
        assert_eq!(json(text)["error"], text);
    }
}
