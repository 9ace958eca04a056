//! `docs/errbook.schema.json` describes the JSON of `errbook list` and `errbook explain`.

use serde_json::{Value, json};

use crate::process::{LOCK, with_lock};
use crate::tool::validate;

const SCHEMA: &str = include_str!("../../../docs/errbook.schema.json");

/// The schema of one output. Members that it does not have are refused, though they are allowed to others.
fn schema(definition: &str) -> Value {
    let mut schema: Value = serde_json::from_str(SCHEMA).unwrap();
    for object in schema["$defs"].as_object_mut().unwrap().values_mut() {
        object["additionalProperties"] = false.into();
    }
    let schema = schema.as_object_mut().unwrap();
    schema.remove("anyOf");
    schema.insert("$ref".to_owned(), json!(format!("#/$defs/{definition}")));
    schema.clone().into()
}

fn check(definition: &str, arguments: &[&str]) {
    let lock = LOCK.replace(
        "retryable = true\n",
        "retryable = true\nalso = [503]\nmeta.owner = 'edge'\ndeprecated = 'a note'\n",
    );
    let done = with_lock(&lock, &[arguments, &["--format", "json"]].concat());
    assert_eq!(done.code, 0, "{done:?}");
    let output: Value = serde_json::from_str(&done.stdout).unwrap();
    let mut broken = output.clone();
    broken["more"] = true.into();
    if let Some(valid) = validate(&schema(definition), &[output, broken]) {
        assert_eq!(valid, [true, false], "{arguments:?}");
    }
}

#[test]
fn outputs() {
    check("list", &["list"]);
    check("retired-list", &["list", "--retired"]);
    check("explain", &["explain", "NO_ORDER", "RATE_LIMITED", "TOKEN_EXPIRED"]);
}
