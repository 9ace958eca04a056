//! `Body::with_http_status`: the status of the transport, where the body has that of the error.

use errbook::{ApiError, Body, Reply, body};

static RPC: Body = body::JSON_RPC.with_http_status(200);
static STATUS: Body = errbook::body!({ "status": status }).with_http_status(202).with_content_type("a/b");
static REORDERED: Body = errbook::body!({ "status": status }).with_content_type("a/b").with_http_status(202);

#[derive(Debug, ApiError)]
#[api(display, body = RPC, status = 404, code = "NoMethod", number = -32601)]
struct NoMethod;

#[derive(Debug, ApiError)]
#[api(display, status = 502, code = "Upstream")]
struct Upstream {
    #[api(status)]
    status: u16,
    #[api(retry_after)]
    wait: u32,
}

#[test]
fn is_that_of_the_response() {
    for _ in 0..2 {
        let response = Reply::new(&NoMethod).extra("id", 1).to_response();
        assert_eq!(response.status(), 200);
        assert_eq!(
            **response.body(),
            *br#"{"jsonrpc":"2.0","error":{"code":-32601,"message":"Not Found"},"id":1}"#
        );
    }
    assert_eq!(Reply::new(&NoMethod).body(&body::JSON_RPC).to_response().status(), 404);
}

#[test]
fn the_body_has_that_of_the_error() {
    let response = Reply::new(&Upstream { status: 503, wait: 3 }).body(&STATUS).to_response();
    assert_eq!((response.status().as_u16(), &**response.body()), (202, &br#"{"status":503}"#[..]));
    assert_eq!(response.headers()["retry-after"], "3");
    assert_eq!(STATUS.http_status().unwrap().as_u16(), 202);
    assert!(body::JSON_RPC.http_status().is_none());
}

#[test]
fn the_order_of_builders_does_not_matter() {
    assert_eq!(STATUS, REORDERED);
    assert_ne!(RPC, body::JSON_RPC);
}
