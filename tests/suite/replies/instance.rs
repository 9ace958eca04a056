//! `Reply::instance`: a URI reference (RFC 3986), whatever the path of a request holds.

use errbook::{ApiError, Reply};

const INSTANCE: errbook::Body = errbook::body!(["{instance}"]);

#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "Bare", body = INSTANCE)]
struct Bare;

fn sent(uri: &str) -> String {
    let json = Reply::new(&Bare).instance(uri).to_json();
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

proptest::proptest! {
    /// RFC 3986, appendix A, as far as characters go.
    #[test]
    fn any_text_becomes_a_reference(text in ".*") {
        let uri = sent(&text);
        let authority = uri.strip_prefix("//").or_else(|| uri.split_once("://").filter(|(scheme, _)| !scheme.contains(['/', '?', '#'])).map(|(_, rest)| rest));
        let host_end = authority.map_or(0, |rest| uri.len() - rest.len() + rest.find(['/', '?', '#']).unwrap_or(rest.len()));
        let mut fragments = 0;
        for (at, c) in uri.char_indices() {
            match c {
                '%' => assert!(uri[at + 1..at + 3].bytes().all(|byte| byte.is_ascii_hexdigit()), "{uri}"),
                '#' => fragments += 1,
                '[' | ']' => assert!(at < host_end, "{uri}"),
                c => assert!(c.is_ascii_alphanumeric() || "-._~:/?@!$&'()*+,;=".contains(c), "{uri}"),
            }
        }
        assert!(fragments <= 1, "{uri}");
        assert_eq!(sent(&uri), uri);
    }
}
