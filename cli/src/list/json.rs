//! An error as JSON: its facts by the names that templates have for them.

use errbook_contract::{FactKind, LockedError, Retired, Value};
use serde_json::{Map, Value as Json, json};

/// The facts of an error. What it does not have is `null`, an empty list or an empty object.
pub fn error(error: &LockedError) -> Json {
    let text = |kind| error.text(kind);
    json!({
        "code": error.code(),
        "status": error.status(),
        "also": error.fact(FactKind::Also).map(value),
        "number": error.number(),
        "title": text(FactKind::Title),
        "message": text(FactKind::Message),
        "retryable": error.fact(FactKind::Retryable).map(value),
        "body": text(FactKind::Body),
        "details": details(error),
        "headers": named(error, FactKind::Header),
        "docs_url": text(FactKind::DocsUrl),
        "meta": named(error, FactKind::Meta),
        "deprecated": deprecated(error),
        "since": text(FactKind::Since),
        "rust": text(FactKind::Rust),
        "description": text(FactKind::Description),
        "sections": named(error, FactKind::Section),
        "was": was(error),
    })
}

/// What is remembered of a retired code.
pub fn retired(code: &str, retired: &Retired) -> Json {
    json!({
        "code": code,
        "retired": retired.release(),
        "replaced_by": retired.replaced_by(),
        "why": retired.why(),
        "errors": retired.errors().iter().map(error).collect::<Vec<_>>(),
    })
}

fn value(value: &Value) -> Json {
    match value {
        Value::Bool(value) => json!(value),
        Value::Integer(value) => json!(value),
        Value::Text(value) => json!(value),
        Value::List(value) => json!(value),
        other => json!(other.to_string()),
    }
}

fn named(error: &LockedError, kind: FactKind) -> Json {
    let facts = error.named(kind).map(|(name, fact)| (name.to_owned(), value(fact)));
    Json::Object(facts.collect::<Map<_, _>>())
}

/// The details, each with its type as in the lock.
fn details(error: &LockedError) -> Json {
    let about =
        |kind, name: &str| error.named(kind).find(|(known, _)| *known == name).map(|(_, fact)| value(fact));
    let details = error.named(FactKind::Detail).map(
        |(name, ty)| json!({ "name": name, "type": value(ty), "description": about(FactKind::About, name) }),
    );
    Json::Array(details.collect())
}

fn deprecated(error: &LockedError) -> Json {
    match error.fact(FactKind::Deprecated) {
        Some(note) => json!({ "note": note.as_str(), "since": error.text(FactKind::DeprecatedSince) }),
        None => Json::Null,
    }
}

/// The earlier values of facts, the oldest ones first.
fn was(error: &LockedError) -> Json {
    let values = error.was().flat_map(|(key, was)| {
        was.values().map(
            move |(release, old)| json!({ "fact": key.to_string(), "value": value(old), "until": release }),
        )
    });
    Json::Array(values.collect())
}
