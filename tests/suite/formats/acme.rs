//! The errors of ACME (RFC 8555 §6.7): addresses of their own, problems within a problem, a nonce.

use errbook::{ApiError, Body, Reply};
use serde::Serialize;

static ACME: Body =
    errbook::body!({ "type": "urn:ietf:params:acme:error:{code}", "detail": message, "status": status, ..details })
        .with_content_type("application/problem+json");

#[derive(Debug, Serialize)]
struct Subproblem {
    r#type: &'static str,
    identifier: &'static str,
}

#[derive(Debug, ApiError)]
#[api(display, body = ACME, rename_all = "camelCase")]
enum Acme {
    #[api(status = 400, message = "the nonce is used up")]
    BadNonce {
        #[api(header = "Replay-Nonce")]
        nonce: String,
    },
    #[api(status = 403, message = "some names are refused")]
    RejectedIdentifier {
        #[api(detail)]
        subproblems: Option<Vec<Subproblem>>,
        #[api(header = "Link")]
        terms: Option<&'static str>,
    },
}

fn reply(error: &Acme) -> (String, http::HeaderMap) {
    let reply = Reply::new(error);
    (reply.to_string(), reply.to_response().headers().clone())
}

#[test]
fn a_nonce_that_was_used() {
    let (body, headers) = reply(&Acme::BadNonce { nonce: "oFvnlFP1wIhRlYS2jTaXbA".to_owned() });
    let expected =
        r#"{"type":"urn:ietf:params:acme:error:badNonce","detail":"the nonce is used up","status":400}"#;
    assert_eq!(body, expected);
    assert_eq!(headers["replay-nonce"], "oFvnlFP1wIhRlYS2jTaXbA");
    assert_eq!(headers["content-type"], "application/problem+json");
}

#[test]
fn problems_within_a_problem() {
    let subproblems = Some(vec![Subproblem { r#type: "caa", identifier: "example.net" }]);
    let terms = Some(r#"<https://example.net/terms>;rel="terms-of-service""#);
    let (body, headers) = reply(&Acme::RejectedIdentifier { subproblems, terms });
    let expected = concat!(
        r#"{"type":"urn:ietf:params:acme:error:rejectedIdentifier","detail":"some names are refused","status":403,"#,
        r#""subproblems":[{"type":"caa","identifier":"example.net"}]}"#
    );
    assert_eq!(body, expected);
    assert_eq!(headers["link"], r#"<https://example.net/terms>;rel="terms-of-service""#);
    let (body, headers) = reply(&Acme::RejectedIdentifier { subproblems: None, terms: None });
    assert!(!body.contains("subproblems") && !headers.contains_key("link"), "{body}");
}
