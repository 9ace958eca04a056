//! The tables of placeholders: those of the error, and those of one violation.

use syn::LitStr;

use crate::nearest::nearest;

/// What the values are those of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    Error,
    /// Inside `..violations`, names that both have are those of the violation.
    Violation,
}

/// A placeholder of a table, with `NAME` of `details.NAME`, `meta.NAME` or `extra.NAME`.
pub struct Placeholder {
    pub scope: Scope,
    pub row: &'static Row,
    pub argument: Option<String>,
}

/// One row of the table.
pub struct Row {
    pub name: &'static str,
    /// The name of its variant of `errbook::body::Placeholder`.
    pub variant: &'static str,
    pub has_argument: bool,
    /// Whether it can be part of a string; an object cannot.
    pub is_text: bool,
    #[allow(dead_code, reason = "only the documentation shows it")]
    pub meaning: &'static str,
}

const fn text(name: &'static str, variant: &'static str, meaning: &'static str) -> Row {
    Row { name, variant, has_argument: false, is_text: true, meaning }
}

#[rustfmt::skip]
pub const TABLE: &[Row] = &[
    text("status", "Status", "the HTTP status, a number"),
    text("code", "Code", "the stable code"),
    text("number", "Number", "the numeric code"),
    text("title", "Title", "the title; beside `type`, the reason phrase if the type is `about:blank` (RFC 9457 §4.2.1)"),
    text("message", "Message", "the message for the client"),
    text("description", "Description", "the documentation before its first heading"),
    Row { is_text: false, ..text("details", "Details", "an object of all details") },
    Row { is_text: false, ..text("metadata", "Metadata", "an object of all details, every value as text") },
    text("trace_id", "TraceId", "the identifier of the request, from [`Reply::trace_id`](crate::Reply::trace_id)"),
    text("instance", "Instance", "the identifier of this instance of the problem, from [`Reply::instance`](crate::Reply::instance)"),
    text("type", "Type", "the address of the documentation, or `about:blank`"),
    text("type_name", "TypeName", "the name of the Rust type that declares the error"),
    text("docs_url", "DocsUrl", "the address of the documentation"),
    text("retryable", "Retryable", "whether the same request may succeed later"),
    text("retry_after", "RetryAfter", "the number of seconds to wait before the next attempt"),
    text("timestamp", "Timestamp", "the time of the reply (RFC 3339)"),
    text("grpc", "Grpc", "the canonical code of `google.rpc.Code`"),
    Row { has_argument: true, ..text("details", "Detail", "the detail of this name, which is then not among the `details`") },
    Row { has_argument: true, ..text("meta", "Meta", "custom metadata") },
    Row { has_argument: true, ..text("extra", "Extra", "a value from [`Reply::extra`](crate::Reply::extra)") },
];

/// The placeholders inside `..violations`.
#[rustfmt::skip]
pub const OF_VIOLATION: &[Row] = &[
    text("pointer", "Pointer", "the JSON pointer to the value in the request's body, `/items/0/quantity`"),
    text("fragment", "Fragment", "the same as the fragment of a URI (RFC 6901 §6), `#/items/0/quantity`"),
    text("field", "Field", "the same as a path, `items[0].quantity` (`google.rpc.BadRequest`), or the name of the parameter or header"),
    text("parameter", "Parameter", "the name of the parameter"),
    text("header", "Header", "the name of the header"),
    text("code", "Code", "the stable code of the violation"),
    text("reason", "Reason", "the same in upper case, if it then is a reason of `google.rpc.BadRequest`"),
    text("message", "Message", "what is wrong"),
    Row { is_text: false, ..text("details", "Details", "an object of all details of the violation") },
    Row { has_argument: true, ..text("details", "Detail", "the detail of this name, which is then not among the `details`") },
];

impl Row {
    /// What is written in a body.
    fn usage(&self) -> String {
        if self.has_argument { format!("{}.NAME", self.name) } else { self.name.to_owned() }
    }
}

impl Placeholder {
    /// Finds a placeholder by its name and the argument after a dot.
    ///
    /// # Errors
    ///
    /// A sentence that says which one was meant, or which ones there are.
    pub fn find(scope: Scope, name: &str, argument: Option<String>) -> Result<Self, String> {
        if let ("error", Some(argument)) = (name, &argument) {
            return Self::of_error(scope, argument);
        }
        let is_shadowed = OF_VIOLATION.iter().any(|row| row.name == name);
        let (table, of) = match scope {
            Scope::Violation if is_shadowed => (OF_VIOLATION, scope),
            Scope::Violation | Scope::Error => (TABLE, Scope::Error),
        };
        let rows = || table.iter().filter(|row| row.name == name);
        let exact = rows().find(|row| row.has_argument == argument.is_some());
        let Some(row) = exact.or(rows().next()) else { return Err(unknown(scope, name)) };
        match argument {
            Some(argument) if !row.has_argument => {
                Err(format!("`{name}` has no parts: remove `.{argument}`"))
            }
            None if row.has_argument => Err(format!("expected `{name}.NAME`")),
            argument => Ok(Self { scope: of, row, argument }),
        }
    }

    /// `error.code` inside `..violations`, where `code` is another.
    fn of_error(scope: Scope, name: &str) -> Result<Self, String> {
        let is_shadowed = OF_VIOLATION.iter().any(|row| row.name == name);
        match TABLE.iter().find(|row| row.name == name) {
            Some(row) if is_shadowed && scope == Scope::Violation => {
                Ok(Self { scope: Scope::Error, row, argument: None })
            }
            Some(_) if is_shadowed => {
                Err(format!("`error.{name}` is for the inside of `..violations`: write `{name}`"))
            }
            Some(_) => Err(format!("`{name}` is always that of the error: remove `error.`")),
            None => Err("expected `error.code`, `error.message` or `error.details`".to_owned()),
        }
    }
}

fn unknown(scope: Scope, name: &str) -> String {
    let tables: &[&[Row]] = match scope {
        Scope::Error if OF_VIOLATION.iter().any(|row| row.name == name) => {
            return format!("`{name}` belongs inside `[..violations {{ … }}]`");
        }
        Scope::Error => &[TABLE],
        Scope::Violation => &[OF_VIOLATION, TABLE],
    };
    let rows = || tables.iter().copied().flatten();
    let names = rows().map(|row| row.name).chain(["null", "true", "false"]);
    match nearest(&name.to_ascii_lowercase(), names) {
        Some(meant) => format!("unknown placeholder `{name}`, did you mean `{meant}`?"),
        None => {
            let names: Vec<_> = rows().map(|row| format!("`{}`", row.usage())).collect();
            format!("unknown placeholder `{name}`, expected a string or one of {}", names.join(", "))
        }
    }
}

/// A part of a string.
pub enum Segment {
    Str(String),
    Placeholder(Placeholder),
}

/// Parses `"a {status} b"`.
///
/// # Errors
///
/// At the literal: an unknown placeholder, or an unclosed brace.
pub fn segments(scope: Scope, literal: &LitStr) -> syn::Result<Vec<Segment>> {
    use crate::template::{self, Template};
    let error = |message: String| syn::Error::new(literal.span(), message);
    let segment = |segment| {
        let name = match segment {
            template::Segment::Text(text) => return Ok(Segment::Str(text)),
            template::Segment::Field { name, .. } => name,
        };
        if name.is_empty() || name.starts_with(':') {
            return Err(error("expected a placeholder in `{}`, or `{{}}` for literal braces".to_owned()));
        }
        if let Some((plain, _)) = name.split_once(':') {
            return Err(error(format!(
                "placeholders have no format: expected `{{{plain}}}`, found `{{{name}}}`"
            )));
        }
        let (name, argument) = match name.split_once('.') {
            Some((name, "")) => {
                return Err(error(format!("expected a name after the dot: `{{{name}.NAME}}`")));
            }
            Some((name, argument)) => (name, Some(argument.to_owned())),
            None => (name.as_str(), None),
        };
        let placeholder = Placeholder::find(scope, name, argument).map_err(error)?;
        if placeholder.row.is_text {
            Ok(Segment::Placeholder(placeholder))
        } else {
            Err(error(format!(
                "`{name}` is an object: write it without quotes, or one of them as `{{details.NAME}}`"
            )))
        }
    };
    Template::parse_placeholders(literal)?.segments.into_iter().map(segment).collect()
}

/// The runtime has the same placeholders, under the same names.
#[test]
fn the_runtime_has_the_same() {
    let ours = TABLE.iter().filter(|row| !row.has_argument).map(|row| (row.name, row.variant.to_owned()));
    let theirs = errbook::body::Placeholder::PLAIN.iter();
    assert!(ours.eq(theirs.map(|placeholder| (placeholder.name(), format!("{placeholder:?}")))));
    let ours = OF_VIOLATION.iter().filter(|row| !row.has_argument);
    let theirs = errbook::body::ViolationPart::PLAIN.iter();
    assert!(
        ours.map(|row| (row.name, row.variant.to_owned()))
            .eq(theirs.map(|part| (part.name(), format!("{part:?}"))))
    );
}

/// The documentation of `body!` shows this table. `ERRBOOK=update` rewrites it.
#[test]
fn the_documentation_shows_this_table() {
    let row = |row: &Row| format!("| `{}` | {} |\n", row.usage(), row.meaning);
    for (region, table) in [("placeholders", TABLE), ("violations", OF_VIOLATION)] {
        let table = table.iter().map(row).collect::<String>();
        let expected = format!("\n| placeholder | value |\n| --- | --- |\n{table}\n");
        crate::reference::check("body.md", region, &expected);
    }
}
