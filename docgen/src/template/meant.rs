//! The attribute that a template meant, where it asked a value for one that it has not.

use std::collections::{BTreeMap, BTreeSet};

use errbook::__private::nearest;
use minijinja::Value;
use minijinja::value::ValueKind;

/// The deepest names: `errors`, one of them, `details`, one of them, `description`.
const DEPTH: usize = 5;

/// The names that values have, by the name of the value; those of a list are those of what is in it.
type Names = BTreeMap<String, BTreeSet<String>>;

/// The nearest name in a context to the one that failed, if that is what is wrong.
///
/// The engine tells the expression, in words (in others, there is no suggestion), and not its value: what `error` is in
/// `error.staus`, only the template knows, but a value called `meta` is always one of the context.
pub(super) fn meant(error: &minijinja::Error, context: &Value) -> Option<String> {
    let (expression, _) = error.detail()?.split_once("` is undefined")?;
    let mut parts = expression.rsplit(['`', '.', '[', ']', '\'', '"']).filter(|part| !part.is_empty());
    let (name, owner) = (parts.next()?, parts.next());
    let mut names = Names::new();
    collect("", context, DEPTH, &mut names);
    let known: Vec<&str> = match owner.and_then(|owner| names.get(owner)) {
        Some(names) => names.iter().map(String::as_str).collect(),
        None => names.values().flatten().map(String::as_str).collect(),
    };
    nearest(name, known).filter(|nearest| *nearest != name).map(str::to_owned)
}

fn collect(owner: &str, value: &Value, depth: usize, names: &mut Names) {
    let is_map = value.kind() == ValueKind::Map;
    if depth == 0 || !(is_map || value.kind() == ValueKind::Seq) {
        return;
    }
    for item in value.try_iter().into_iter().flatten() {
        if !is_map {
            collect(owner, &item, depth - 1, names);
        } else if let Some(name) = item.as_str() {
            names.entry(owner.to_owned()).or_default().insert(name.to_owned());
            collect(name, &value.get_attr(name).unwrap_or_default(), depth - 1, names);
        }
    }
}
