//! Values of JSON (RFC 8259).

use std::borrow::Cow;

use serde_json::Value;

/// A text as it is between the quotes of a string.
pub(super) fn inside(text: &str) -> String {
    let quoted = quoted(text);
    quoted.get(1..quoted.len() - 1).unwrap_or_default().to_owned()
}

pub(super) fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

/// An object for each row.
pub(super) fn objects<'r>(names: &[Cow<'_, str>], rows: impl Iterator<Item = Vec<Cow<'r, str>>>) -> String {
    array(rows.map(|row| {
        let member =
            |(name, text): (&Cow<'_, str>, &Cow<'_, str>)| format!("    {}: {}", quoted(name), quoted(text));
        let members: Vec<_> = names.iter().zip(&row).map(member).collect();
        if members.is_empty() { "{}".to_owned() } else { format!("{{\n{}\n  }}", members.join(",\n")) }
    }))
}

pub(super) fn array(items: impl Iterator<Item = String>) -> String {
    let items: Vec<_> = items.map(|item| format!("  {item}")).collect();
    if items.is_empty() { "[]".to_owned() } else { format!("[\n{}\n]", items.join(",\n")) }
}
