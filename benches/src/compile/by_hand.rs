//! The enums for the compile time of hand-written code: `thiserror` for the message, a `match` each for the status
//! and the code, and one body that all enums share.

use std::fmt::Write as _;

use super::source;

pub(super) const DEPENDENCIES: &str = r#"http = "1"
serde = { version = "1", features = ["derive"] }
thiserror = "2"
"#;

const BODY: &str = "\
use http::StatusCode;

/// What the client reads.
#[derive(serde::Serialize)]
pub struct Body {
    code: &'static str,
    message: String,
}
";

pub(super) fn source(enums: usize, variants: usize) -> String {
    let derive = "#[derive(Debug, thiserror::Error)]";
    let mut source = source::enums(enums, variants, BODY, derive, |variant| variant.named(""));
    for of in 0..enums {
        let _ = write!(source, "\nimpl Error{of} {{\n    pub fn status(&self) -> StatusCode {{\n");
        source += &arms(of, variants, |variant| format!("StatusCode::{}", constant(variant.status)));
        source += "    }\n\n    pub fn code(&self) -> &'static str {\n";
        source += &arms(of, variants, |variant| format!("\"thing_{}\"", variant.number));
        source += "    }\n\n    pub fn body(&self) -> Body {\n        ";
        source += "Body { code: self.code(), message: self.to_string() }\n    }\n}\n";
    }
    source
}

/// A `match` over the variants with the value of each.
fn arms(of: usize, variants: usize, value: impl Fn(&source::Variant) -> String) -> String {
    let mut text = "        match self {\n".to_owned();
    for variant in source::variants(of, variants) {
        let fields = if variant.fields { " { .. }" } else { "" };
        let _ = writeln!(text, "            Self::Thing{}{fields} => {},", variant.number, value(&variant));
    }
    text + "        }\n"
}

/// The name of that status in `http`.
pub(super) fn constant(status: u16) -> &'static str {
    match status {
        400 => "BAD_REQUEST",
        401 => "UNAUTHORIZED",
        403 => "FORBIDDEN",
        404 => "NOT_FOUND",
        409 => "CONFLICT",
        410 => "GONE",
        422 => "UNPROCESSABLE_ENTITY",
        429 => "TOO_MANY_REQUESTS",
        503 => "SERVICE_UNAVAILABLE",
        _ => "INTERNAL_SERVER_ERROR",
    }
}
