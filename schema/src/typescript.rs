//! Types and guards for TypeScript, in one file that imports nothing.

mod guard;
mod text;

use std::fmt::Write as _;

use self::text::{comment, key, string};
use crate::model::{Endpoint, Format, KnownCode, KnownError, Types};
use crate::shape::{Property, Shape};

impl Types {
    /// A module of TypeScript: an interface for each error, the union of them, a table, and guards for the bodies of replies.
    ///
    /// It imports nothing, and TypeScript from 4.7 on reads it under all strict options. A code that is newer than the file is not
    /// known to the guards, and still is an `ApiError`.
    pub fn typescript(&self) -> String {
        // Writing to a `String` cannot fail, here and below.
        let mut out = String::new();
        out.push_str("/* eslint-disable */\n// Made by `errbook types typescript`: write it again instead of editing it.\n");
        self.write_open(&mut out);
        for (_, error) in self.errors() {
            self.write_error(error, &mut out);
        }
        self.write_names(&mut out);
        self.write_table(&mut out);
        self.write_retired(&mut out);
        guard::write(self, &mut out);
        let everywhere = self.everywhere.as_ref();
        if let Some(endpoint) = everywhere {
            write_endpoint("every endpoint", endpoint, None, &mut out);
        }
        for endpoint in &self.endpoints {
            write_endpoint(&format!("`{}`", endpoint.name), endpoint, everywhere, &mut out);
        }
        out
    }

    /// The replies to any error.
    fn write_open(&self, out: &mut String) {
        let what =
            format!("The reply to any error of the {}, also to one that is newer than this file", self.book);
        for format in &self.formats {
            let what = if self.formats.len() == 1 {
                format!("{what}.")
            } else {
                format!("{what}, in the format `{}`.", format.name)
            };
            out.push('\n');
            comment(&[what], out);
            declare(&format.type_name, &format.open, None, out);
        }
        if let [_, _, ..] = self.formats.as_slice() {
            out.push('\n');
            comment(&[format!("{what}.")], out);
            let names: Vec<&str> = self.formats.iter().map(|format| format.type_name.as_str()).collect();
            let _ = writeln!(out, "export type ApiError = {};", names.join(" | "));
        }
    }

    fn write_error(&self, error: &KnownError, out: &mut String) {
        out.push('\n');
        comment(&about(error), out);
        let format = self.formats.get(error.format).filter(|_| error.is_open);
        declare(&error.type_name, &error.shape, format, out);
    }

    fn write_names(&self, out: &mut String) {
        out.push('\n');
        comment(&["The known errors by their codes.".to_owned()], out);
        out.push_str("export interface Errors {\n");
        for code in &self.codes {
            let names: Vec<&str> = code.errors.iter().map(|error| error.type_name.as_str()).collect();
            let _ = writeln!(out, "  {}: {};", key(&code.code), names.join(" | "));
        }
        out.push_str("}\n\n");
        comment(&["A known code.".to_owned()], out);
        out.push_str("export type Code = keyof Errors;\n\n");
        comment(
            &["The reply to a known error: a union, which a `switch` over the code can exhaust.".to_owned()],
            out,
        );
        out.push_str("export type KnownError = Errors[Code];\n");
    }

    fn write_table(&self, out: &mut String) {
        out.push_str(INFO);
        for code in &self.codes {
            if let Some(error) = code.errors.first() {
                write_row(code, error, out);
            }
        }
        out.push_str("};\n");
    }

    fn write_retired(&self, out: &mut String) {
        if self.retired.is_empty() {
            return;
        }
        out.push_str(RETIRED);
        for retired in &self.retired {
            let _ = write!(out, "  {{ code: {}", string(&retired.code));
            for (name, value) in
                [("release", &retired.release), ("replacedBy", &retired.replaced_by), ("why", &retired.why)]
            {
                if let Some(value) = value {
                    let _ = write!(out, ", {name}: {}", string(value));
                }
            }
            out.push_str(" },\n");
        }
        out.push_str("];\n");
    }
}

const INFO: &str = "
/** What is known of an error without a reply. */
export interface ErrorInfo {
  readonly status: number;
  readonly retryable: boolean;
  readonly title: string;
  readonly number?: number;
  readonly docsUrl?: string;
}

/** The known errors: those of a code with several are the first one's. */
export const errors: { readonly [C in Code]: ErrorInfo } = {
";

const RETIRED: &str = "
/** A code that is no longer sent. */
export interface RetiredCode {
  readonly code: string;
  readonly release?: string;
  readonly replacedBy?: string;
  readonly why?: string;
}

/** The codes that are no longer sent. */
export const retiredCodes: readonly RetiredCode[] = [
";

fn write_row(code: &KnownCode, error: &KnownError, out: &mut String) {
    // A plain `__proto__` would be the prototype.
    let name = if code.code == "__proto__" { "[\"__proto__\"]".to_owned() } else { key(&code.code) };
    let title = string(&error.title);
    let _ = write!(
        out,
        "  {name}: {{ status: {}, retryable: {}, title: {title}",
        error.status, error.is_retryable
    );
    if let Some(number) = error.number {
        let _ = write!(out, ", number: {number}");
    }
    if let Some(url) = &error.docs_url {
        let _ = write!(out, ", docsUrl: {}", string(url));
    }
    out.push_str(" },\n");
}

fn write_endpoint(what: &str, endpoint: &Endpoint, everywhere: Option<&Endpoint>, out: &mut String) {
    out.push('\n');
    comment(&[format!("The errors of {what}.")], out);
    let mut errors: Vec<String> = Vec::new();
    match &endpoint.codes {
        None => errors.push("KnownError".to_owned()),
        Some(codes) => {
            errors.extend(everywhere.map(|everywhere| everywhere.type_name.clone()));
            let codes: Vec<String> = codes.iter().map(|code| string(code)).collect();
            errors.extend((!codes.is_empty()).then(|| format!("Errors[{}]", codes.join(" | "))));
        }
    }
    let errors = if errors.is_empty() { "never".to_owned() } else { errors.join(" | ") };
    let _ = writeln!(out, "export type {} = {errors};", endpoint.type_name);
}

/// What people read of an error, as `JSDoc`.
fn about(error: &KnownError) -> Vec<String> {
    let mut about = Vec::new();
    if !error.description.is_empty() {
        about.push(error.description.clone());
    }
    let mut tags = Vec::new();
    if let Some(note) = &error.deprecated {
        tags.push(text::tag("deprecated", note));
    }
    if let Some(release) = &error.since {
        tags.push(text::tag("since", release));
    }
    if let Some(url) = &error.docs_url {
        tags.push(text::tag("see", url));
    }
    if !tags.is_empty() {
        about.push(tags.join("\n"));
    }
    about
}

/// Declares a type. That of an error in an open format has only the members that differ.
fn declare(name: &str, shape: &Shape, format: Option<&Format>, out: &mut String) {
    let Shape::Object(properties) = shape else {
        let _ = writeln!(out, "export type {name} = {};", Type(shape).text(0));
        return;
    };
    let (base, inherited): (String, &[Property]) = match format {
        Some(Format { type_name, open: Shape::Object(inherited), .. }) => {
            (format!(" extends {type_name}"), inherited)
        }
        _ => (String::new(), &[]),
    };
    let _ = writeln!(out, "export interface {name}{base} {{");
    for property in properties.iter().filter(|property| !inherited.contains(property)) {
        write_property(property, 1, out);
    }
    out.push_str("}\n");
}

fn write_property(property: &Property, depth: usize, out: &mut String) {
    let indent = "  ".repeat(depth);
    if !property.docs.is_empty() {
        let mut docs = String::new();
        comment(std::slice::from_ref(&property.docs), &mut docs);
        docs.lines().for_each(|line| out.extend([&indent, line, "\n"]));
    }
    let mark = if property.is_optional { "?" } else { "" };
    let _ = writeln!(out, "{indent}{}{mark}: {};", key(&property.name), Type(&property.shape).text(depth));
}

/// A shape as a type.
struct Type<'s>(&'s Shape);

impl Type<'_> {
    fn text(&self, depth: usize) -> String {
        let inside = |shape: &Shape| Type(shape).text(depth);
        match self.0 {
            Shape::Unknown => "unknown".to_owned(),
            Shape::Boolean => "boolean".to_owned(),
            Shape::Integer | Shape::Number => "number".to_owned(),
            Shape::String => "string".to_owned(),
            // Editors complete the known codes, and any other is allowed.
            Shape::Code => "Code | (string & {})".to_owned(),
            Shape::Constant(value) => text::constant(value),
            Shape::Object(properties) if properties.is_empty() => "{}".to_owned(),
            Shape::Object(properties) => {
                let mut out = "{\n".to_owned();
                for property in properties {
                    write_property(property, depth + 1, &mut out);
                }
                out + &"  ".repeat(depth) + "}"
            }
            Shape::Map(value) => format!("{{ [name: string]: {} }}", inside(value)),
            Shape::Array(item) if matches!(**item, Shape::Union(_) | Shape::Code) => {
                format!("({})[]", inside(item))
            }
            Shape::Array(item) => format!("{}[]", inside(item)),
            Shape::Tuple(items) => format!("[{}]", items.iter().map(inside).collect::<Vec<_>>().join(", ")),
            Shape::Union(shapes) => shapes.iter().map(inside).collect::<Vec<_>>().join(" | "),
        }
    }
}
