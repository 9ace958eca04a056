//! One placeholder or one string as the whole body.

use errbook::{ApiError, Body, Reply};

static MESSAGE: Body = errbook::body!(message);
static DETAILS: Body = errbook::body!(details);
static EXTRA: Body = errbook::body!(extra.whole);
static STRING: Body = errbook::body!("{code}: {status}");
static LITERAL: Body = errbook::body!("sorry");

#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "NoOrder", message = "there is no \"{id}\"")]
struct NoOrder {
    #[api(detail)]
    id: u8,
}

#[test]
fn is_the_whole_json() {
    let sent = |body| {
        let error = NoOrder { id: 7 };
        let reply = Reply::new(&error).body(body);
        assert_eq!(serde_json::to_string(&reply).unwrap(), reply.to_string());
        let _ = reply.to_bytes();
        reply.to_string()
    };
    assert_eq!(sent(&MESSAGE), r#""there is no \"7\"""#);
    assert_eq!(sent(&DETAILS), r#"{"id":7}"#);
    assert_eq!(sent(&EXTRA), "null");
    assert_eq!(sent(&STRING), r#""NoOrder: 404""#);
    assert_eq!(sent(&LITERAL), r#""sorry""#);
    assert_eq!(Reply::new(&NoOrder { id: 7 }).body(&EXTRA).extra("whole", [1, 2]).to_string(), "[1,2]");
}
