//! Inside a string of `body!`, words are filled in as text.

use errbook::{ApiError, Body, Reply};

const TEXTS: Body = errbook::body!({
    "status": "{status}",
    "line": "HTTP {status} {title}: {code} ({number})",
    "braces": "{{status}} {{{status}}} }}{{",
    "bool": "{retryable}",
    "message": "<{message}>",
    "meta": "{meta.owner}/{ meta.type }",
    "extra": "{extra.text} {extra.number} {extra.list}",
    "type"?: "{type}",
    "retry": "{retry_after}s",
    "grpc": "{grpc}",
});

#[derive(Debug, ApiError)]
#[api(display, status = 429, code = "Full", number = -9, message = "say \"{word}\"", body = TEXTS)]
#[api(meta(owner = "billing", type = "quota"), docs_url = "/full")]
struct Full {
    word: &'static str,
    #[api(retry_after)]
    wait: u8,
}

#[test]
fn every_kind_of_word() {
    let error = Full { word: "tea", wait: 2 };
    let reply = Reply::new(&error).extra("text", "a \"b\"").extra("number", 1.5).extra("list", [1, 2]);
    let body: serde_json::Value = serde_json::from_slice(&reply.to_bytes()).unwrap();
    let text = |name: &str| body[name].as_str().unwrap().to_owned();
    assert_eq!(text("status"), "429");
    assert_eq!(text("line"), "HTTP 429 Too Many Requests: Full (-9)");
    assert_eq!(text("braces"), "{status} {429} }{");
    assert_eq!(text("bool"), "true");
    assert_eq!(text("message"), "<say \"tea\">");
    assert_eq!(text("meta"), "billing/quota");
    assert_eq!(text("extra"), "a \"b\" 1.5 [1,2]");
    assert_eq!(text("type"), "/full");
    assert_eq!(text("retry"), "2s");
    assert_eq!(text("grpc"), "RESOURCE_EXHAUSTED");
}

#[test]
fn absent_when_a_word_is() {
    let error = Full { word: "tea", wait: 2 };
    let body: serde_json::Value =
        serde_json::from_slice(&Reply::new(&error).extra("text", "a").to_bytes()).unwrap();
    assert!(body["extra"].is_null());
}
