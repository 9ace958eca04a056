//! `Reply::instance`: a URI reference (RFC 3986), whatever the path of a request holds.

use errbook::{ApiError, Reply};

use crate::readers::uri::is_reference;

const INSTANCE: errbook::Body = errbook::body!(["{instance}"]);

#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "Bare", body = INSTANCE)]
struct Bare;

fn sent(uri: &str) -> String {
    let json = Reply::new(&Bare).instance(uri).to_bytes();
    let [text] = serde_json::from_slice::<[String; 1]>(&json).unwrap();
    text
}

#[test]
fn a_reference_is_kept() {
    for uri in [
        "",
        "/orders/7",
        "/a%20b?q=1&r=%C3%A9#part/x?y",
        "https://[2001:db8::1]:8080/orders",
        "//[::1]/x",
        "urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66",
        "tag:example.com,2026:x",
        "/~me/-._!$&'()*+,;=:@",
    ] {
        assert_eq!(sent(uri), uri);
    }
}

#[test]
fn what_a_reference_cannot_have_is_encoded() {
    assert_eq!(sent(r#"/users/{name}/"é""#), "/users/%7Bname%7D/%22%C3%A9%22");
    assert_eq!(sent("/users/Some Space"), "/users/Some%20Space");
    assert_eq!(sent("/100%/a%2/%zz/%E9"), "/100%25/a%252/%25zz/%E9");
    assert_eq!(sent("/a[0]?b[]=1"), "/a%5B0%5D?b%5B%5D=1");
    assert_eq!(sent("/a#b#c"), "/a#b%23c");
    assert_eq!(sent("/x//[a]"), "/x//%5Ba%5D");
    assert_eq!(sent("/\u{0}\u{7f}\\^`|<>🦀"), "/%00%7F%5C%5E%60%7C%3C%3E%F0%9F%A6%80");
    assert_eq!(sent("/%"), "/%25");
}

#[test]
fn each_part_has_its_own_rules() {
    // A first segment with a colon would be a scheme.
    assert_eq!(sent("7:30/x"), "7%3A30/x");
    assert_eq!(sent(":x"), "%3Ax");
    assert_eq!(sent("order:7"), "order:7");
    assert_eq!(sent("//a@b@c:80/@"), "//a%40b@c:80/@");
    assert_eq!(sent("//host:http/a:b"), "//host%3Ahttp/a:b");
    assert_eq!(sent("//[::1]x"), "//%5B%3A%3A1%5Dx");
    assert_eq!(sent("//[fe80::1%25eth0]/"), "//%5Bfe80%3A%3A1%25eth0%5D/");
    assert_eq!(sent("http://[v1.a:b]:/"), "http://[v1.a:b]:/");
    assert_eq!(sent("http://[v1.a/b]:/"), "http://%5Bv1.a/b%5D:/");
}

proptest::proptest! {
    #[test]
    fn any_text_becomes_a_reference(text in ".*") {
        becomes_a_reference(&text);
    }

    #[test]
    fn any_text_of_delimiters_becomes_a_reference(text in "[a1:/?#\\[\\]@%v. é-]{0,12}") {
        becomes_a_reference(&text);
    }
}

/// What is a reference is kept, so that encoding twice changes nothing.
#[track_caller]
fn becomes_a_reference(text: &str) {
    let uri = sent(text);
    assert!(is_reference(&uri), "{text:?} became {uri}");
    if is_reference(text) {
        assert_eq!(uri, text);
    }
    assert_eq!(sent(&uri), uri);
}
