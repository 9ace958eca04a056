use errbook::{ApiError, Body, Reply};

const FORMAT: Body = errbook::body!({
    "null": null, "true": true, "false": false, "int": 18446744073709551615, "neg": -9223372036854775808,
    "float": 1.5, "exp": 1e3, "neg_float": -0.5, "hex": 0x10, "under": 1_000, "text": "a\n\"{{}}\"", "raw": r"\",
    "words": "{status} {code} {meta.owner}", "empty": "", "object": {}, "array": [], "nested": [[{ "a": [] }]],
    "type": type, "owner": meta.owner, "id": extra.type,
});

#[derive(Debug, ApiError)]
#[api(display, body = FORMAT, status = 410, code = "Gone", meta(owner = "a"))]
struct Gone;

#[test]
fn works() {
    let json: serde_json::Value = serde_json::from_str(&Reply::new(&Gone).to_string()).unwrap();
    assert_eq!(json["int"], u64::MAX);
    assert_eq!(json["neg"], i64::MIN);
    assert_eq!(json["text"], "a\n\"{}\"");
    assert_eq!(json["words"], "410 Gone a");
    assert_eq!((&json["hex"], &json["under"]), (&16.into(), &1000.into()));
    assert_eq!(json["type"], "about:blank");
    assert_eq!(json["neg_float"], -0.5);
    assert!(json["id"].is_null());
}
