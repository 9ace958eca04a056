//! `"key"?:` leaves a member out when its value is absent: a word, a string, an object, an array.

use errbook::{ApiError, Body, Reply};

const NESTED: Body = errbook::body!({
    "a"?: { "b"?: { "c"?: trace_id }, "d"?: instance },
    "kept": { "e"?: trace_id },
    "f"?: [trace_id, instance],
    "g"?: [{ "h"?: trace_id }],
    "i"?: "{trace_id}/{instance}",
    "j"?: { "k": trace_id },
    "l": [trace_id],
});

#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "Bare", body = NESTED)]
struct Bare;

#[test]
fn everything_is_absent() {
    assert_eq!(Reply::new(&Bare).to_string(), r#"{"kept":{},"j":{"k":null},"l":[null]}"#);
}

#[test]
fn something_is_absent() {
    assert_eq!(
        Reply::new(&Bare).trace_id("t").to_string(),
        concat!(
            r#"{"a":{"b":{"c":"t"}},"kept":{"e":"t"},"f":["t",null],"g":[{"h":"t"}],"#,
            r#""j":{"k":"t"},"l":["t"]}"#
        )
    );
    assert_eq!(
        Reply::new(&Bare).instance("i").to_string(),
        r#"{"a":{"d":"i"},"kept":{},"f":[null,"i"],"j":{"k":null},"l":[null]}"#
    );
}

#[test]
fn nothing_is_absent() {
    assert_eq!(
        Reply::new(&Bare).trace_id("t").instance("i").to_string(),
        concat!(
            r#"{"a":{"b":{"c":"t"},"d":"i"},"kept":{"e":"t"},"f":["t","i"],"g":[{"h":"t"}],"#,
            r#""i":"t/i","j":{"k":"t"},"l":["t"]}"#
        )
    );
}
