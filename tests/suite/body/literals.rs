//! Literals of `body!` stay as they are.

use errbook::{ApiError, Body, Reply};

const LITERALS: Body = errbook::body!({
    "null": null,
    "bools": [true, false],
    "integers": [0, -1, 1_000, 0xFF, -9_223_372_036_854_775_808, 18_446_744_073_709_551_615],
    "floats": [1.5, -0.25, 1e3, 1.0],
    "strings": ["", "two words", "\"\\\n\u{0}é", r#"raw "x""#],
    "empty": [[], {}],
    "": { "a b": null, "é\"": null },
});
const ARRAY: Body = errbook::body!([code, [status], null]);
const EMPTY: Body = errbook::body!({});

#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "Bare")]
struct Bare;

fn json(body: &'static Body) -> String {
    Reply::new(&Bare).body(body).to_string()
}

#[test]
fn stay_as_they_are() {
    assert_eq!(
        json(&LITERALS),
        concat!(
            r#"{"null":null,"bools":[true,false],"#,
            r#""integers":[0,-1,1000,255,-9223372036854775808,18446744073709551615],"#,
            r#""floats":[1.5,-0.25,1000.0,1.0],"strings":["","two words","\"\\\n\u0000é","raw \"x\""],"#,
            r#""empty":[[],{}],"":{"a b":null,"é\"":null}}"#
        )
    );
}

#[test]
fn an_array_is_a_body() {
    assert_eq!(json(&ARRAY), r#"["Bare",[404],null]"#);
}

#[test]
fn nothing_is_a_body() {
    assert_eq!(json(&EMPTY), "{}");
}
