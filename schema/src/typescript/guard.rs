//! The functions of the module: what a reply is.

use std::fmt::Write as _;

use super::text::{comment, constant, string};
use crate::identity::{IdentityKind, Step};
use crate::model::{Format, Types};
use crate::shape::Shape;

pub(super) fn write(types: &Types, out: &mut String) {
    // Writing to a `String` cannot fail, here and below.
    let is_simple =
        matches!(types.formats.as_slice(), [Format { identity, .. }] if identity.kind == IdentityKind::Code);
    if !is_simple {
        for (at, format) in types.formats.iter().enumerate() {
            write_codes(types, at, format, out);
        }
    }
    for format in &types.formats {
        write_is_format(types, format, out);
    }
    if let [_, _, ..] = types.formats.as_slice() {
        let calls: Vec<String> =
            types.formats.iter().map(|format| format!("is{}(body)", format.type_name)).collect();
        let _ = write!(out, "\n{IS_API_ERROR}  return {};\n}}\n", calls.join(" || "));
    }
    out.push_str(CODE_OF);
    for format in &types.formats {
        let codes = if is_simple { "errors".to_owned() } else { codes_of(format) };
        let identity = &format.identity;
        let places = identity.beside_violations.iter().chain([&identity.path]);
        let found: Vec<String> = places.map(|path| at(&path.iter().map(step).collect::<Vec<_>>())).collect();
        let found = found.join(" ?? ");
        let _ = writeln!(out, "  if (is{}(body)) {{", format.type_name);
        let _ = writeln!(out, "    const identity = {found};");
        let code =
            if is_simple { "identity as Code".to_owned() } else { format!("{codes}[String(identity)]") };
        let _ = writeln!(out, "    if (has({codes}, String(identity))) return {code};\n  }}");
    }
    out.push_str(GUARDS);
}

const IS_API_ERROR: &str = "\
/** Whether a body is the reply to an error, perhaps to one that is newer than this file. */
export function isApiError(body: unknown): body is ApiError {
";

const CODE_OF: &str = "
/** The code of the known error that a body is the reply to; `undefined` for any other body. */
export function codeOf(body: unknown): Code | undefined {
";

const GUARDS: &str = r#"  return undefined;
}

/** Whether a body is the reply to a known error. */
export function isKnown(body: unknown): body is KnownError {
  return codeOf(body) !== undefined;
}

/** Whether a body is the reply to one of these errors: `is(body, "A_CODE", "ANOTHER_CODE")`. */
export function is<C extends Code>(body: unknown, ...codes: readonly C[]): body is Errors[C] {
  const code = codeOf(body);
  return code !== undefined && (codes as readonly Code[]).indexOf(code) >= 0;
}

function has(value: unknown, name: string | number): boolean {
  return typeof value === "object" && value !== null && Object.prototype.hasOwnProperty.call(value, name);
}

function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  for (const name of path) {
    if (!has(value, name)) return undefined;
    value = (value as { [name: string]: unknown })[name];
  }
  return value;
}
"#;

/// The name of the table from what identifies an error to its code.
fn codes_of(format: &Format) -> String {
    format!("codesOf{}", format.type_name)
}

fn write_codes(types: &Types, at: usize, format: &Format, out: &mut String) {
    let _ = writeln!(
        out,
        "\nconst {}: {{ readonly [identity: string]: Code | undefined }} = {{",
        codes_of(format)
    );
    let mut before = None;
    for (code, error) in types.errors().filter(|(_, error)| error.format == at) {
        // A key in brackets is never the prototype.
        let identity = match error.identity.as_str() {
            Some(text) => string(text),
            None => string(&error.identity.to_string()),
        };
        if before.as_ref() != Some(&identity) {
            let _ = writeln!(out, "  [{identity}]: {},", string(&code.code));
        }
        before = Some(identity);
    }
    out.push_str("};\n");
}

fn write_is_format(types: &Types, format: &Format, out: &mut String) {
    match types.formats.as_slice() {
        [_] => {
            let _ = write!(out, "\n{IS_API_ERROR}");
        }
        _ => {
            out.push('\n');
            comment(
                &[format!("Whether a body is the reply to an error in the format `{}`.", format.name)],
                out,
            );
            let _ = writeln!(out, "export function is{0}(body: unknown): body is {0} {{", format.type_name);
        }
    }
    let mut conditions = Vec::new();
    check(&format.open, &mut Vec::new(), &mut conditions);
    // Not each error has a number.
    if format.identity.kind != IdentityKind::Number {
        let mut path = format.identity.path.iter().map(step).collect();
        check(&Shape::String, &mut path, &mut conditions);
    }
    let mut known = std::collections::BTreeSet::new();
    conditions.retain(|condition| known.insert(condition.clone()));
    let _ = writeln!(out, "  return {};\n}}", conditions.join(" &&\n    "));
}

/// What must be true of a value with this shape. What may be omitted is not looked at.
fn check(shape: &Shape, path: &mut Vec<String>, conditions: &mut Vec<String>) {
    let is_type = |name: &str| format!("typeof {} === \"{name}\"", at(path));
    match shape {
        Shape::Unknown => {}
        Shape::Boolean => conditions.push(is_type("boolean")),
        Shape::Integer | Shape::Number => conditions.push(is_type("number")),
        Shape::String | Shape::Code => conditions.push(is_type("string")),
        Shape::Constant(value) => conditions.push(format!("{} === {}", at(path), constant(value))),
        Shape::Map(_) => conditions.push(is_type("object")),
        Shape::Array(_) => conditions.push(format!("Array.isArray({})", at(path))),
        Shape::Object(properties) => {
            let mut required = properties.iter().filter(|property| !property.is_optional).peekable();
            if required.peek().is_none() {
                conditions.push(is_type("object"));
            }
            required
                .for_each(|property| check_inside(string(&property.name), &property.shape, path, conditions));
        }
        Shape::Tuple(items) => {
            conditions.push(format!("Array.isArray({})", at(path)));
            for (index, item) in items.iter().enumerate() {
                check_inside(index.to_string(), item, path, conditions);
            }
        }
        Shape::Union(shapes) => {
            let alternatives: Vec<String> = shapes
                .iter()
                .map(|shape| {
                    let mut conditions = Vec::new();
                    check(shape, path, &mut conditions);
                    conditions.join(" && ")
                })
                .collect();
            if alternatives.iter().all(|alternative| !alternative.is_empty()) {
                conditions.push(format!("({})", alternatives.join(" || ")));
            }
        }
    }
}

fn check_inside(step: String, shape: &Shape, path: &mut Vec<String>, conditions: &mut Vec<String>) {
    path.push(step);
    check(shape, path, conditions);
    path.pop();
}

/// The value at a path of expressions.
fn at(path: &[String]) -> String {
    if path.is_empty() { "body".to_owned() } else { format!("at(body, {})", path.join(", ")) }
}

fn step(step: &Step) -> String {
    match step {
        Step::Name(name) => string(name),
        Step::Item(index) => index.to_string(),
    }
}
