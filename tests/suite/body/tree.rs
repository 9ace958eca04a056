//! A body is data: its members can be read, with names, types and documentation.

use errbook::Body;
use errbook::body::{Member, Node, Placeholder, Segment};

const BODY: Body = errbook::body!({
    /// Identifies the error;
    /// stable.
    "code": code,
    "text"?: "{{{status}}}!",
    "list": [1, -1, 1.5, null, true],
    "inner": { "meta": meta.a, "extra": extra.b },
    "plain": "text",
    ..details,
});

fn node(name: &str) -> Node {
    let member = BODY.root().members().iter().find(|member| member.name() == Some(name));
    *member.unwrap().node().unwrap()
}

#[test]
fn members() {
    let members = BODY.root().members();
    let names: Vec<_> = members.iter().map(Member::name).collect();
    let optional: Vec<_> = members.iter().map(Member::is_optional).collect();
    assert_eq!(names, [Some("code"), Some("text"), Some("list"), Some("inner"), Some("plain"), None]);
    assert_eq!(optional, [false, true, false, false, false, true]);
    assert_eq!(members[0].description(), "Identifies the error;\nstable.");
    assert_eq!(members[1].description(), "");
}

#[test]
fn nodes() {
    assert!(matches!(node("code"), Node::Placeholder(Placeholder::Code)));
    assert!(matches!(node("plain"), Node::Str("text")));
    assert!(matches!(
        node("text"),
        Node::Text([Segment::Str("{"), Segment::Placeholder(Placeholder::Status), Segment::Str("}!")])
    ));
    assert!(matches!(
        node("list"),
        Node::Array([Node::Unsigned(1), Node::Signed(-1), Node::Float(_), Node::Null, Node::Bool(true)])
    ));
    let inner: Vec<_> = node("inner").members().iter().map(|member| *member.node().unwrap()).collect();
    assert!(matches!(
        inner[..],
        [Node::Placeholder(Placeholder::Meta("a")), Node::Placeholder(Placeholder::Extra("b"))]
    ));
}

#[test]
fn types() {
    let types = ["code", "text", "list", "inner", "plain"].map(|name| node(name).json_type());
    assert_eq!(types, ["string", "string", "array", "object", "string"]);
    let words = [
        (Placeholder::Status, "integer"),
        (Placeholder::Number, "integer"),
        (Placeholder::RetryAfter, "integer"),
        (Placeholder::Retryable, "boolean"),
        (Placeholder::Details, "map<string, any>"),
        (Placeholder::Metadata, "map<string, string>"),
        (Placeholder::Timestamp, "string"),
        (Placeholder::Meta("a"), "string"),
    ];
    for (word, name) in words {
        assert_eq!(Node::Placeholder(word).json_type(), name, "{word:?}");
    }
}

#[test]
fn hand_written_it_is_the_same() {
    const MEMBERS: &[Member] =
        &[Member::new("code", Node::Placeholder(Placeholder::Code)).with_docs("Stable."), Member::DETAILS];
    const HAND: Body =
        Body::new(Node::Object(MEMBERS)).with_content_type("text/json").with_content_language("en");
    assert_eq!((HAND.content_type(), HAND.content_language()), ("text/json", Some("en")));
    assert_eq!(HAND.root().members()[0].description(), "Stable.");
    assert_eq!((BODY.content_type(), BODY.content_language()), ("application/json", None));
}
