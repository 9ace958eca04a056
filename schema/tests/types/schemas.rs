//! JSON Schema, as Ajv reads it.

use errbook_schema::Types;
use serde_json::{Value as Json, json};

use crate::books;
use crate::tool::validate;

#[test]
fn real_replies_are_valid() {
    for api in books::all() {
        let bodies: Vec<Json> = api.replies.iter().map(|reply| reply.body.clone()).collect();
        let Some(open) = validate(&api.types.json_schema(), &bodies) else { return };
        let closed = validate(&api.types.closed_json_schema(), &bodies).unwrap();
        for ((reply, open), closed) in api.replies.iter().zip(open).zip(closed) {
            assert!(open, "{}: {}", api.name, reply.body);
            // There, the code of a violation takes the place of the error's.
            let is_valid = reply.code.is_some() || api.name == "json_api";
            assert_eq!(closed, is_valid, "{}: {}", api.name, reply.body);
        }
        let others = [json!(null), json!({}), json!([]), json!("NO_ORDER"), json!({ "code": 7 })];
        assert_eq!(validate(&api.types.json_schema(), &others).unwrap(), [false; 5], "{}", api.name);
    }
}

#[test]
fn what_is_missing_is_invalid_in_the_closed_schema() {
    let api = books::all().remove(0);
    let reply = json!({ "code": "NO_ORDER", "message": "", "details": { "id": 7 } });
    let with = |pointer: &str, value: Json| {
        let mut changed = reply.clone();
        *changed.pointer_mut(pointer).unwrap() = value;
        changed
    };
    let values = [
        reply.clone(),
        with("/details/id", json!("7")),
        with("/details", json!({})),
        with("/code", json!("FAILED")),
        with("/message", json!(null)),
    ];
    if let Some(valid) = validate(&api.types.closed_json_schema(), &values) {
        assert_eq!(valid, [true, false, false, true, false]);
    }
}

#[test]
fn the_choice() {
    let types: Types = books::all().remove(0).types;
    let open = types.json_schema();
    assert_eq!(open["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert_eq!(open["anyOf"][0], json!({ "$ref": "#/$defs/Failed" }));
    assert_eq!(open["anyOf"].as_array().unwrap().last().unwrap(), &json!({ "$ref": "#/$defs/ApiError" }));
    let closed = types.closed_json_schema();
    assert_eq!(closed["oneOf"].as_array().unwrap().len(), 5);
    assert_eq!(closed["discriminator"], json!({ "propertyName": "code" }));
    assert_eq!(closed["$defs"]["NoStock"]["deprecated"], true);
    assert_eq!(closed["$defs"]["NoStock"]["description"], "The article is sold out.");
}
