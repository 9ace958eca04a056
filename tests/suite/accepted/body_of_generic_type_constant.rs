use errbook::{ApiError, Body, Reply};

struct Formats;

impl Formats {
    const SHORT: Body = errbook::body!({ "c": code });
}

trait HasBody {
    const BODY: Body;
}

impl HasBody for Formats {
    const BODY: Body = errbook::body::MESSAGE;
}

#[derive(Debug, ApiError)]
#[api(display, body = Formats::SHORT, status = 410, code = "Gone")]
struct Gone;

#[derive(Debug, ApiError)]
#[api(display, body = Formats::BODY, status = 410, code = "Lost")]
struct Lost;

#[test]
fn works() {
    assert_eq!(Reply::new(&Gone).to_string(), r#"{"c":"Gone"}"#);
    assert_eq!(Reply::new(&Lost).to_string(), r#"{"error":"Gone"}"#);
}
