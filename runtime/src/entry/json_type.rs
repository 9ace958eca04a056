//! The JSON type of a Rust type as it is written at a field: of the types of the standard library alone.

use std::borrow::Cow;

/// The type inside of an `Option`, however its path is written.
pub(super) fn inside_option(rust: &'static str) -> Option<&'static str> {
    let (path, inner) = rust.split_once('<')?;
    let path = path.trim().rsplit("::").next().unwrap_or_default();
    (path.trim() == "Option").then(|| inner.trim().strip_suffix('>'))?.map(str::trim)
}

/// The type in the terms of JSON Schema that values of this Rust type have, if that is known.
pub(super) fn of_rust(ty: &str) -> Option<Cow<'static, str>> {
    of(&without_lifetimes(ty))
}

/// The same of a type without spaces.
fn of(ty: &str) -> Option<Cow<'static, str>> {
    let ty = ty.trim_start_matches('&');
    if ty == "()" {
        return Some("null".into());
    }
    if let Some(item) = ty.strip_prefix('[') {
        let item = item.strip_suffix(']')?;
        return Some(array(item.rsplit_once(';').map_or(item, |(item, _)| item)));
    }
    let (path, arguments) = match ty.split_once('<') {
        Some((path, arguments)) => (path, arguments.strip_suffix('>')?),
        None => (ty, ""),
    };
    let name = match path.trim_start_matches("::").rsplit_once("::") {
        // Another crate may have a type of the same name.
        Some((module, name)) => {
            let root = module.split("::").next().unwrap_or_default();
            Some(name).filter(|_| ["std", "core", "alloc"].contains(&root))?
        }
        None => path,
    };
    let (first, second) = arguments_of(arguments);
    Some(match name {
        "bool" => "boolean".into(),
        "f32" | "f64" => "number".into(),
        "u8" | "u16" | "u32" | "u64" | "u128" | "usize" | "i8" | "i16" | "i32" | "i64" | "i128" | "isize" => {
            "integer".into()
        }
        name if name.starts_with("NonZero") => "integer".into(),
        "String" | "str" | "char" | "PathBuf" | "Path" => "string".into(),
        "Option" | "Box" | "Arc" | "Rc" => of(first)?,
        // The lifetime left a comma.
        "Cow" => of(second)?,
        "Vec" | "VecDeque" | "LinkedList" | "HashSet" | "BTreeSet" => array(first),
        "HashMap" | "BTreeMap" => {
            let value = of(second).unwrap_or("any".into());
            format!("map<string, {value}>").into()
        }
        _ => return None,
    })
}

fn array(item: &str) -> Cow<'static, str> {
    of(item).map_or("array".into(), |item| format!("array<{item}>").into())
}

/// The first two of some generic arguments.
fn arguments_of(arguments: &str) -> (&str, &str) {
    let mut depth = 0;
    let mut commas = arguments.char_indices().filter_map(|(at, c)| {
        match c {
            '<' | '(' | '[' => depth += 1,
            '>' | ')' | ']' => depth -= 1,
            _ => {}
        }
        (c == ',' && depth == 0).then_some(at)
    });
    let first = commas.next().unwrap_or(arguments.len());
    let second = commas.next().unwrap_or(arguments.len());
    (&arguments[..first], arguments.get(first + 1..second).unwrap_or_default())
}

/// A type without spaces and lifetimes.
fn without_lifetimes(ty: &str) -> String {
    let mut out = String::with_capacity(ty.len());
    let mut parts = ty.split('\'');
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        out.push_str(part.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_'));
    }
    let words: Vec<&str> = out.split_whitespace().filter(|word| *word != "mut").collect();
    words.concat()
}
