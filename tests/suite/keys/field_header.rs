//! `header` on a field sends it through `Display`; `None` leaves it out.

use errbook::{ApiError, Header, Reply};

#[derive(Debug, ApiError)]
#[api(display, status = 429, code = "Limited", header("X-Constant" = "always"))]
struct Limited {
    #[api(header = "X-RateLimit-Limit")]
    limit: u32,
    #[api(header = "X-RateLimit-Remaining", detail)]
    remaining: Option<u32>,
    #[api(header = "Allow")]
    methods: Option<std::borrow::Cow<'static, str>>,
}

#[test]
fn of_the_response() {
    let reply = Reply::new(&Limited { limit: 10, remaining: Some(0), methods: Some("GET, HEAD".into()) })
        .to_response();
    assert_eq!(reply.headers()["x-ratelimit-limit"], "10");
    assert_eq!(reply.headers()["x-ratelimit-remaining"], "0");
    assert_eq!(reply.headers()["allow"], "GET, HEAD");
    assert_eq!(reply.headers()["x-constant"], "always");
    assert_eq!(reply.headers().len(), 5);
}

#[test]
fn none_is_left_out() {
    let reply = Reply::new(&Limited { limit: 10, remaining: None, methods: None }).to_response();
    assert_eq!(reply.headers().len(), 3);
    assert!(!reply.headers().contains_key("x-ratelimit-remaining"));
}

#[test]
fn the_entry_names_them() {
    let error = Limited { limit: 10, remaining: None, methods: None };
    let constant = Header::constant("X-Constant", "always");
    let dynamic = ["X-RateLimit-Limit", "X-RateLimit-Remaining", "Allow"].map(Header::dynamic);
    let headers: Vec<_> = error.entry().headers().collect();
    assert_eq!(headers[0], constant);
    assert_eq!(headers[1..], dynamic);
}
