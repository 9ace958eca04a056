//! Formats are known by content: copies of one share what is compiled, and any number of formats is fast.

use std::borrow::Cow;

use errbook::body::{Member, Node, Placeholder};
use errbook::{ApiError, Body, Reply, body};

#[derive(Debug, ApiError)]
#[api(display, status = 503, code = "Overloaded", message = "come back later")]
struct Overloaded;

fn is_static(body: &Body) -> bool {
    matches!(Reply::new(&Overloaded).body(body).to_bytes(), Cow::Borrowed(_))
}

#[test]
fn of_a_local_variable() {
    let local = body::NESTED;
    assert!(is_static(&local));
    let (here, there) = (Reply::new(&Overloaded).body(&local), Reply::new(&Overloaded).body(&body::NESTED));
    let [Cow::Borrowed(one), Cow::Borrowed(other)] = [here.to_bytes(), there.to_bytes()] else {
        panic!("both are static")
    };
    assert!(std::ptr::eq(one, other), "a copy of a format is the same format");
}

#[test]
fn the_hundredth_as_the_first() {
    for number in 0..100_u64 {
        let members = Box::leak(Box::new([
            Member::new("n", Node::Unsigned(number)),
            Member::new("code", Node::Placeholder(Placeholder::Code)),
        ]));
        let body = Body::new(Node::Object(members));
        assert!(is_static(&body), "format {number}");
        assert_eq!(
            Reply::new(&Overloaded).body(&body).to_string(),
            format!(r#"{{"n":{number},"code":"Overloaded"}}"#)
        );
    }
}

/// Formats that differ in one thing only, whatever it is.
#[test]
fn those_that_differ_are_told_apart() {
    const BODIES: [Body; 17] = [
        errbook::body!({ "a": 1 }),
        errbook::body!({ "a": -1 }),
        errbook::body!({ "a": 1.5 }),
        errbook::body!({ "a": "1" }),
        errbook::body!({ "a": true }),
        errbook::body!({ "a": null }),
        errbook::body!({ "b": 1 }),
        errbook::body!({ "a": [] }),
        errbook::body!({ "a": [[]] }),
        errbook::body!({ "a": {} }),
        errbook::body!({ "a": code }),
        errbook::body!({ "a": "{code}" }),
        errbook::body!({ "a": "{code}{code}" }),
        errbook::body!({ "a": meta.x }),
        errbook::body!({ "a": extra.x }),
        errbook::body!({ "a": 1, "b": 1 }),
        errbook::body!({ "a": { "b": 1 } }),
    ];
    let all = |reply: fn(&Body) -> String| BODIES.iter().map(reply).collect::<Vec<_>>();
    let compiled = all(|body| Reply::new(&Overloaded).body(body).to_string());
    let serialized = all(|body| serde_json::to_string(&Reply::new(&Overloaded).body(body)).unwrap());
    assert_eq!(compiled, serialized);
    let german = body::ODATA.with_content_language("de");
    let languages = [&body::ODATA, &german]
        .map(|body| Reply::new(&Overloaded).body(body).to_response().headers()["content-language"].clone());
    assert_eq!(languages, ["en", "de"]);
}

/// What a format requires of a message decides what replies say, and the order of calls does not.
#[test]
fn those_that_require_a_message_are_told_apart() {
    const ANY: Body = errbook::body!({ "m": message });
    const REQUIRED: Body = ANY.with_required(&[Placeholder::Message]);
    assert_ne!(ANY, REQUIRED);
    assert_eq!(ANY.with_required(&[Placeholder::Number]), ANY);
    let reordered = ANY.with_content_language("en").with_required(&[Placeholder::Message]);
    assert_eq!(reordered, REQUIRED.with_content_language("en"));
    assert_ne!(reordered, REQUIRED);
}
