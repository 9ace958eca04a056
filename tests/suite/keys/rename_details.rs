//! `rename_details` renames details as serde renames fields, by all eight rules.

use errbook::{ApiError, Reply};
use serde::Serialize;

/// The details as they are spread into a body.
const SPREAD: errbook::Body = errbook::body!({ ..details });

macro_rules! rule {
    ($name:ident, $rule:literal, $first:literal) => {
        #[test]
        #[allow(non_snake_case, reason = "any identifier can be a field")]
        fn $name() {
            #[derive(Debug, Serialize, ApiError)]
            #[api(display, status = 400, code = "Renamed", rename_details = $rule)]
            #[serde(rename_all = $rule)]
            struct Renamed {
                #[api(detail)]
                max_items: u8,
                #[api(detail)]
                x: u8,
                #[api(detail)]
                r#type: u8,
                #[api(detail)]
                r#async_fn: u8,
                #[api(detail)]
                two__underscores: u8,
                #[api(detail)]
                _leading: u8,
                #[api(detail)]
                trailing_: u8,
                #[api(detail)]
                http2_v2_x86: u8,
                #[api(detail)]
                _1st: u8,
                #[api(detail)]
                camelCase: u8,
                #[api(detail)]
                PascalWord: u8,
                #[api(detail)]
                SCREAMING_WORD: u8,
                #[api(detail)]
                naïve_größe: u8,
                #[api(detail = "own_name")]
                #[serde(rename = "own_name")]
                has_its_own: u8,
            }
            let error = Renamed {
                max_items: 1,
                x: 2,
                r#type: 3,
                async_fn: 4,
                two__underscores: 5,
                _leading: 6,
                trailing_: 7,
                http2_v2_x86: 8,
                _1st: 9,
                camelCase: 10,
                PascalWord: 11,
                SCREAMING_WORD: 12,
                naïve_größe: 13,
                has_its_own: 14,
            };
            let by_serde = serde_json::to_string(&error).unwrap();
            assert_eq!(Reply::new(&error).body(&SPREAD).to_string(), by_serde);
            assert!(by_serde.starts_with(&format!("{{\"{}\":1,", $first)));
        }
    };
}

rule!(lower, "lowercase", "max_items");
rule!(upper, "UPPERCASE", "MAX_ITEMS");
rule!(pascal, "PascalCase", "MaxItems");
rule!(camel, "camelCase", "maxItems");
rule!(snake, "snake_case", "max_items");
rule!(screaming_snake, "SCREAMING_SNAKE_CASE", "MAX_ITEMS");
rule!(kebab, "kebab-case", "max-items");
rule!(screaming_kebab, "SCREAMING-KEBAB-CASE", "MAX-ITEMS");

#[derive(Debug, ApiError)]
#[api(display, rename_all = "camelCase", rename_details = "camelCase", status = 400)]
enum Limit<T: Serialize + Send + Sync + std::fmt::Debug> {
    #[api(message = "{max_items} at most")]
    LimitExceeded {
        #[api(detail)]
        max_items: T,
        #[api(detail = "first_item_id")]
        first_item: u64,
    },
    OfATuple(#[api(detail = "at_most")] T),
}

#[test]
fn a_message_has_the_names_of_the_fields() {
    let error = Limit::LimitExceeded { max_items: 3_u8, first_item: 7 };
    assert_eq!(
        Reply::new(&error).to_string(),
        r#"{"code":"limitExceeded","message":"3 at most","details":{"maxItems":3,"first_item_id":7}}"#
    );
    let names: Vec<_> = error.entry().details().map(|detail| detail.name()).collect();
    assert_eq!(names, ["maxItems", "first_item_id"]);
}

#[test]
fn a_name_of_its_own_is_kept() {
    let reply = Reply::new(&Limit::OfATuple(1_u8)).to_string();
    assert!(reply.ends_with(r#""details":{"at_most":1}}"#), "{reply}");
}
