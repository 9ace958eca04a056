//! A detail that cannot be serialized is left out, the others stay, and the JSON is whole.

use std::collections::HashMap;

use errbook::{ApiError, Body, Reply, body};
use serde::ser::{Error as _, SerializeMap as _, SerializeSeq as _, SerializeStruct as _};
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

/// Fails after having written something.
#[derive(Debug)]
enum Midway {
    Struct,
    Map,
    Seq,
    Nested,
    AtOnce,
}

impl Serialize for Midway {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Struct => {
                let mut fields = serializer.serialize_struct("Midway", 2)?;
                fields.serialize_field("written", &1)?;
                fields.serialize_field("broken", &Self::AtOnce)?;
                fields.end()
            }
            Self::Map => {
                let mut map = serializer.serialize_map(None)?;
                map.serialize_entry("written", "text")?;
                Err(S::Error::custom("midway"))
            }
            Self::Seq => {
                let mut seq = serializer.serialize_seq(None)?;
                seq.serialize_element(&1)?;
                seq.serialize_element(&Self::Map)?;
                seq.end()
            }
            Self::Nested => vec![Some(Self::Struct)].serialize(serializer),
            Self::AtOnce => Err(S::Error::custom("at once")),
        }
    }
}

#[derive(Debug, ApiError)]
#[api(display, status = 409, code = "Broken", number = 1, meta(domain = "d"))]
struct Broken {
    #[api(detail)]
    first: u8,
    #[api(detail)]
    pairs: HashMap<(u8, u8), u8>,
    #[api(detail)]
    midway: Midway,
    #[api(detail)]
    not_a_number: f64,
    #[api(detail)]
    last: &'static str,
}

#[derive(Debug, ApiError)]
#[api(display, status = 409, code = "Only", number = 1, meta(domain = "d"))]
struct Only(#[api(detail = "midway")] Midway);

fn kinds() -> [Midway; 5] {
    [Midway::Struct, Midway::Map, Midway::Seq, Midway::Nested, Midway::AtOnce]
}

fn broken(midway: Midway) -> Broken {
    Broken { first: 1, pairs: HashMap::from([((1, 2), 3)]), midway, not_a_number: f64::NAN, last: "l" }
}

fn value(error: &dyn ApiError, body: &'static Body) -> Value {
    let reply = Reply::new(error).body(body);
    let http = reply.to_response();
    assert_eq!(http.status(), 409);
    let value: Value = serde_json::from_slice(http.body()).unwrap();
    assert_eq!(serde_json::to_value(&reply).unwrap(), value);
    value
}

#[test]
fn the_others_stay() {
    for midway in kinds() {
        let error = broken(midway);
        let rest = json!({ "first": 1, "last": "l" });
        assert_eq!(
            value(&error, &body::FLAT),
            json!({ "code": "Broken", "message": "Conflict", "details": rest })
        );
        assert_eq!(value(&error, &body::JSON_API)["errors"][0]["meta"], rest);
        assert_eq!(value(&error, &body::JSON_RPC)["error"]["data"], rest);
        assert_eq!(
            value(&error, &body::GOOGLE)["error"]["details"][0]["metadata"],
            json!({ "first": "1", "last": "l" })
        );
        let problem = value(&error, &body::PROBLEM);
        assert_eq!((&problem["first"], &problem["last"]), (&json!(1), &json!("l")));
        assert_eq!(problem.as_object().unwrap().len(), 7);
    }
}

#[test]
fn none_is_left() {
    for midway in kinds() {
        let error = Only(midway);
        assert_eq!(value(&error, &body::FLAT), json!({ "code": "Only", "message": "Conflict" }));
        assert_eq!(value(&error, &body::PROBLEM).as_object().unwrap().len(), 5);
        assert!(value(&error, &body::GOOGLE)["error"]["details"][0].get("metadata").is_none());
    }
}
