//! What `body!` says of violations, and the same as data.

use errbook::body::{Member, Node, Placeholder, ViolationPart};
use errbook::{ApiError, Body, Reply, Violation, body};

#[derive(Debug, ApiError)]
#[api(display, status = 422, code = "Invalid", meta(area = "shop"), message = "the order is invalid")]
struct Invalid {
    #[api(violations)]
    errors: Vec<Violation>,
    #[api(detail)]
    order: u8,
}

#[track_caller]
fn writes(body: &Body, errors: &[Violation], json: &str) {
    let error = Invalid { errors: errors.to_vec(), order: 7 };
    let reply = Reply::new(&error).body(body).trace_id("4bf9");
    assert_eq!(reply.to_string(), json);
    assert_eq!(serde_json::to_string(&reply).unwrap(), json);
}

fn two() -> [Violation; 2] {
    [
        Violation::new("must be at least 1")
            .with_pointer("/items/0/n")
            .with_code("min")
            .with_detail("min", 1)
            .with_detail("unit", "kg"),
        Violation::new("is unknown").with_parameter("sort"),
    ]
}

/// Names that both have are those of the violation, all others those of the error.
#[test]
fn placeholders() {
    let body = body!({
        "all": [..violations {
            "code": code, "message": message, "details": details, "error": error.code, "text": error.message,
            "order": error.details, "status": status, "area"?: meta.area, "id": "{trace_id}:{code}", "where"?: "in {field}",
        }],
        "code": code,
    });
    let json = concat!(
        r#"{"all":[{"code":"min","message":"must be at least 1","details":{"min":1,"unit":"kg"},"error":"Invalid","#,
        r#""text":"the order is invalid","order":{"order":7},"status":422,"area":"shop","id":"4bf9:min","where":"in items[0].n"},"#,
        r#"{"code":null,"message":"is unknown","details":null,"error":"Invalid","text":"the order is invalid","#,
        r#""order":{"order":7},"status":422,"area":"shop","id":null,"where":"in sort"}],"code":"Invalid"}"#,
    );
    writes(&body, &two(), json);
}

/// One detail has a place of its own, and is then not among the others.
#[test]
fn details() {
    let one = body!([..violations { "least"?: details.min, "text"?: "{details.unit}", ..details }]);
    writes(&one, &two(), r#"[{"least":1,"text":"kg"},{}]"#);
    let all = body!([..violations { "least"?: details.min, "rest"?: details }]);
    writes(&all, &two(), r#"[{"least":1,"rest":{"unit":"kg"}},{}]"#);
    let spread = body!([..violations { "unit": message, ..details }]);
    writes(&spread, &two(), r#"[{"unit":"must be at least 1","min":1},{"unit":"is unknown"}]"#);
}

/// An item can be any value.
#[test]
fn items() {
    let texts = body!({ "errors": [..violations message] });
    writes(&texts, &two(), r#"{"errors":["must be at least 1","is unknown"]}"#);
    let arrays = body!([..violations ["{status}", pointer, [code]]]);
    writes(&arrays, &two(), r#"[["422","/items/0/n",["min"]],["422",null,[null]]]"#);
    let constants = body!([..violations 1,]);
    writes(&constants, &two(), "[1,1]");
}

#[test]
fn without_any() {
    let plain = body!({ "a": [..violations message], "b"?: [..violations message], "c": if violations 1 });
    writes(&plain, &[], r#"{"a":[],"c":null}"#);
    writes(&plain, &two()[1..], r#"{"a":["is unknown"],"b":["is unknown"],"c":1}"#);
    let optional = body!({ "a"?: { "b"?: [..violations message], "c"?: if violations "x" } });
    writes(&optional, &[], "{}");
    writes(&optional, &two()[1..], r#"{"a":{"b":["is unknown"],"c":"x"}}"#);
}

#[test]
fn otherwise() {
    let otherwise = body!({
        "errors": [..violations { "code": code else error.code }] else [{ "code": code }],
        "id": extra.id else if violations "v" else trace_id else "none",
        "n"?: number else retry_after,
    });
    writes(&otherwise, &[], r#"{"errors":[{"code":"Invalid"}],"id":"4bf9"}"#);
    writes(&otherwise, &two(), r#"{"errors":[{"code":"min"},{"code":"Invalid"}],"id":"v"}"#);
}

/// `else` needs no violations.
#[test]
fn otherwise_of_any_error() {
    #[derive(Debug, ApiError)]
    #[api(display, status = 409, code = "Plain", number = 5)]
    struct Plain(#[api(detail = "x")] Option<u8>);

    let body =
        body!({ "a": docs_url else number, "b": details else "none", "c"?: extra.c else { "d"?: extra.d } });
    let json = |error: Plain| Reply::new(&error).body(&body).to_string();
    assert_eq!(json(Plain(None)), r#"{"a":5,"b":"none"}"#);
    assert_eq!(json(Plain(Some(1))), r#"{"a":5,"b":{"x":1}}"#);
    let reply = |name| Reply::new(&Plain(None)).body(&body).extra(name, 1).to_string();
    assert_eq!(reply("c"), r#"{"a":5,"b":"none","c":1}"#);
    assert_eq!(reply("d"), r#"{"a":5,"b":"none","c":{"d":1}}"#);
}

/// As data, a placeholder of a violation is absent outside.
#[test]
fn as_data() {
    const CODE: Node = Node::Placeholder(Placeholder::Violation(ViolationPart::Code));
    const ITEM: Node = Node::Object(&[
        Member::optional("code", CODE),
        Member::optional("min", Node::Placeholder(Placeholder::Violation(ViolationPart::Detail("min")))),
        Member::DETAILS,
    ]);
    const BODY: Body = Body::new(Node::Object(&[
        Member::new("all", Node::Violations(&ITEM)),
        Member::new("code", CODE),
        Member::new("any", Node::FirstOf(&[CODE, Node::IfViolations(&Node::Bool(true)), Node::Bool(false)])),
        Member::new("none", Node::FirstOf(&[])),
    ]));
    let json = r#"{"all":[{"code":"min","min":1,"unit":"kg"},{}],"code":null,"any":true,"none":null}"#;
    writes(&BODY, &two(), json);
    writes(&BODY, &[], r#"{"all":[],"code":null,"any":false,"none":null}"#);
    assert_eq!(Node::Violations(&ITEM).members().len(), 3);
    assert_eq!(Node::FirstOf(&[CODE, Node::Violations(&ITEM)]).members().len(), 3);
}

/// Formats differ whose items do.
#[test]
fn formats_differ() {
    let json = |body| Reply::new(&Invalid { errors: two().to_vec(), order: 7 }).body(body).to_string();
    assert_eq!(json(&body!([..violations code])), r#"["min",null]"#);
    assert_eq!(json(&body!([..violations error.code])), r#"["Invalid","Invalid"]"#);
    assert_eq!(json(&body!([..violations message])), r#"["must be at least 1","is unknown"]"#);
    assert_eq!(json(&body!(if violations 1)), "1");
    assert_eq!(json(&body!([..violations details.min])), "[1,null]");
    assert_eq!(json(&body!([..violations details.max])), "[null,null]");
}
