//! The one table of placeholders.

use syn::LitStr;

use crate::nearest::nearest;

/// A placeholder of the table, with `NAME` of `meta.NAME` or `extra.NAME`.
pub struct Placeholder {
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
    text("retry_after", "RetryAfter", "the seconds until then"),
    text("timestamp", "Timestamp", "the time of the reply (RFC 3339)"),
    text("grpc", "Grpc", "the canonical code of `google.rpc.Code`"),
    Row { has_argument: true, ..text("details", "Detail", "the detail of this name, which is then not among the `details`") },
    Row { has_argument: true, ..text("meta", "Meta", "custom metadata") },
    Row { has_argument: true, ..text("extra", "Extra", "a value from [`Reply::extra`](crate::Reply::extra)") },
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
    pub fn find(name: &str, argument: Option<String>) -> Result<Self, String> {
        let rows = || TABLE.iter().filter(|row| row.name == name);
        let exact = rows().find(|row| row.has_argument == argument.is_some());
        let Some(row) = exact.or(rows().next()) else { return Err(unknown(name)) };
        match argument {
            Some(argument) if !row.has_argument => {
                Err(format!("`{name}` has no parts: remove `.{argument}`"))
            }
            None if row.has_argument => Err(format!("expected `{name}.NAME`")),
            argument => Ok(Self { row, argument }),
        }
    }
}

fn unknown(name: &str) -> String {
    let names = TABLE.iter().map(|row| row.name).chain(["null", "true", "false"]);
    match nearest(&name.to_ascii_lowercase(), names) {
        Some(meant) => format!("unknown placeholder `{name}`, did you mean `{meant}`?"),
        None => {
            let names: Vec<_> = TABLE.iter().map(|row| format!("`{}`", row.usage())).collect();
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
pub fn segments(literal: &LitStr) -> syn::Result<Vec<Segment>> {
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
        let placeholder = Placeholder::find(name, argument).map_err(error)?;
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
}

/// The documentation of `body!` shows this table. `ERRBOOK=update` rewrites it.
#[test]
fn the_documentation_shows_this_table() {
    let row = |row: &Row| format!("| `{}` | {} |\n", row.usage(), row.meaning);
    let table = TABLE.iter().map(row).collect::<String>();
    let expected = format!("\n| placeholder | value |\n| --- | --- |\n{table}\n");
    crate::reference::check("body.md", "placeholders", &expected);
}
