//! `detail` puts a field into the details, in the order of the source; no other field gets there.
#![allow(dead_code, reason = "a field may stay out of the details")]

use std::collections::BTreeMap;

use errbook::{ApiError, Reply};
use serde::Serialize;

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Window {
    start_at: u8,
    ends: Vec<Option<bool>>,
}

#[derive(Debug, ApiError)]
#[api(display, status = 400, rename_all = "PascalCase")]
enum Detailed {
    Named {
        #[api(detail)]
        zebra: u8,
        private: &'static str,
        #[api(detail = "apple")]
        other: f64,
        #[api(detail)]
        window: Window,
        #[api(detail = "maps of anything")]
        map: BTreeMap<&'static str, char>,
    },
    Tuple(#[api(detail = "first")] (u8, ()), u8, #[api(detail = "third")] serde_json::Value),
    Optional {
        #[api(detail)]
        none: Option<u8>,
        #[api(detail)]
        some: Option<u8>,
        #[api(detail)]
        unit: (),
    },
    AllAbsent(#[api(detail = "a")] Option<u8>, #[api(detail = "b")] Option<u8>),
}

fn details(error: &Detailed) -> String {
    const DETAILS: errbook::Body = errbook::body!({ "details"?: details });
    Reply::new(error).body(&DETAILS).to_string()
}

#[test]
fn every_serializable_value() {
    let error = Detailed::Named {
        zebra: 1,
        private: "private",
        other: 0.5,
        window: Window { start_at: 2, ends: vec![None, Some(true)] },
        map: BTreeMap::from([("k", '"')]),
    };
    assert_eq!(
        details(&error),
        concat!(
            r#"{"details":{"zebra":1,"apple":0.5,"window":{"startAt":2,"ends":[null,true]},"#,
            r#""maps of anything":{"k":"\""}}}"#
        )
    );
    assert!(!Reply::new(&error).to_string().contains("private"));
}

#[test]
fn of_a_tuple() {
    let error = Detailed::Tuple((1, ()), 9, serde_json::json!([{}]));
    assert_eq!(details(&error), r#"{"details":{"first":[1,null],"third":[{}]}}"#);
}

#[test]
fn what_is_null_is_left_out() {
    assert_eq!(
        details(&Detailed::Optional { none: None, some: Some(1), unit: () }),
        r#"{"details":{"some":1}}"#
    );
    assert_eq!(details(&Detailed::AllAbsent(None, None)), "{}");
}
