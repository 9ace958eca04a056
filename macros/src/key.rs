//! The one table of keys: text, places, how it is written, meaning.
//!
//! It feeds parsing, suggestions, messages about misplaced keys and the reference in `runtime/src/derive.md`.

use crate::nearest::nearest;

/// Where an `#[api(…)]` stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Type,
    Variant,
    Field,
    /// A type and a variant at once, never of a row.
    Struct,
}

impl Place {
    /// The places whose keys may stand here.
    fn takes(self, place: Self) -> bool {
        self == place || (self == Self::Struct && place != Self::Field)
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Type => "type",
            Self::Variant => "variant",
            Self::Field => "field",
            Self::Struct => "struct",
        }
    }
}

/// What a key means, whatever it is called: `status` on a field is not `status` on a variant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    Display,
    Serialize,
    Body,
    RenameAll,
    Prefix,
    Crate,
    Strict,
    Status,
    DocsUrl,
    Meta,
    Header,
    Code,
    Number,
    Shared,
    Title,
    Message,
    Expose,
    Redact,
    Retryable,
    Transparent,
    Detail,
    FieldHeader,
    RetryAfter,
    FieldStatus,
    Source,
    From,
}

/// One row of the table.
pub struct Row {
    pub key: Key,
    pub name: &'static str,
    pub places: &'static [Place],
    pub example: &'static str,
    pub meaning: &'static str,
}

impl Row {
    /// What to say of an entry that is not written like its key.
    pub fn refusal(&self) -> String {
        format!("`{}` is not written like that; write `{}`: {}", self.name, self.example, self.meaning)
    }
}

const fn row(
    key: Key,
    name: &'static str,
    places: &'static [Place],
    example: &'static str,
    meaning: &'static str,
) -> Row {
    Row { key, name, places, example, meaning }
}

const TYPE: &[Place] = &[Place::Type];
const VARIANT: &[Place] = &[Place::Variant];
const BOTH: &[Place] = &[Place::Type, Place::Variant];
const FIELD: &[Place] = &[Place::Field];

#[rustfmt::skip]
pub const TABLE: &[Row] = &[
    row(Key::Display, "display", TYPE, "display", "also implements `Display` and `std::error::Error`"),
    row(Key::Serialize, "serialize", TYPE, "serialize", "also implements `serde::Serialize`: the error serializes as its body"),
    row(Key::Body, "body", TYPE, "body = errbook::body::PROBLEM", "the wire format, a `const` or `static` `errbook::Body`; `FLAT` without it"),
    row(Key::RenameAll, "rename_all", TYPE, r#"rename_all = "snake_case""#, "derives the code of each variant that has none, by one of serde's eight rules"),
    row(Key::Prefix, "prefix", TYPE, r#"prefix = "auth.""#, "put before derived codes"),
    row(Key::Crate, "crate", TYPE, "crate = my_crate::errbook", "where errbook lives, when it is renamed or re-exported"),
    row(Key::Strict, "strict", TYPE, "strict", "what RFC 9110 and RFC 9457 ask for is a compile error when it is missing"),
    row(Key::Status, "status", BOTH, "status = 429", "the HTTP status, 400 to 599, or the path of a `const http::StatusCode`; on the type for variants that have none"),
    row(Key::DocsUrl, "docs_url", BOTH, r#"docs_url = "https://example.com/errors#{code}""#, "the address of the documentation; `{code}` and `{number}` are filled in"),
    row(Key::Meta, "meta", BOTH, r#"meta(owner = "billing")"#, "texts of your own for documentation and bodies; on the type for every variant"),
    row(Key::Header, "header", BOTH, r#"header("WWW-Authenticate" = "Bearer")"#, "a header of every such reply; on the type for every variant"),
    row(Key::Code, "code", VARIANT, r#"code = "TooManyRequests""#, "the stable code: printable ASCII without spaces, quotes or backslash"),
    row(Key::Number, "number", VARIANT, "number = -1003", "a numeric code beside it"),
    row(Key::Shared, "shared", VARIANT, "shared", "several variants have this code or number on purpose; each of them says so"),
    row(Key::Title, "title", VARIANT, r#"title = "Too many requests""#, "a short name, the same at every occurrence; the phrase of the status without it"),
    row(Key::Message, "message", VARIANT, r#"message = "no order `{id}`""#, "what the client may read of this occurrence, a format string over the fields (`{id}`, `{0}`, `{id:?}`)"),
    row(Key::Expose, "expose", VARIANT, "expose", "the client may read `Display` although the status is 500 or above"),
    row(Key::Redact, "redact", VARIANT, "redact", "the client reads the title, not `Display`, although the status is below 500"),
    row(Key::Retryable, "retryable", VARIANT, "retryable = false", "whether the same request may succeed later; true for 408, 425, 429, 502, 503 and 504 without it"),
    row(Key::Transparent, "transparent", VARIANT, "transparent", "everything is delegated to the one field, an `ApiError` itself"),
    row(Key::Detail, "detail", FIELD, "detail", "put into the details of the body, under the field's name or `detail = \"name\"`"),
    row(Key::FieldHeader, "header", FIELD, r#"header = "X-RateLimit-Limit""#, "sent as a header, through `Display`; `None` and what is no legal value (RFC 9110 §5.5) leave it out"),
    row(Key::RetryAfter, "retry_after", FIELD, "retry_after", "the `Retry-After` header: `Duration`, whole seconds, `SystemTime`, or an `Option` of these"),
    row(Key::FieldStatus, "status", FIELD, "status", "the status of this occurrence, a `StatusCode` or `u16`; outside 400 to 599 the declared one is used"),
    row(Key::Source, "source", FIELD, "source", "with `display`: what `Error::source` returns"),
    row(Key::From, "from", FIELD, "from", "with `display`: a source, and `From` is implemented for its type; on a transparent field too"),
];

/// Finds the key of this name at this place.
///
/// # Errors
///
/// A sentence that says where the key belongs, what was meant, or which keys there are.
pub fn find(name: &str, place: Place) -> Result<&'static Row, String> {
    let here = |row: &&Row| row.places.iter().any(|other| place.takes(*other));
    if let Some(row) = TABLE.iter().filter(here).find(|row| row.name == name) {
        return Ok(row);
    }
    let belongs = |row: &Row| {
        let places: Vec<_> = row.places.iter().map(|place| place.name()).collect();
        format!(
            "`{}` belongs on a {}, not on a {} ({})",
            row.name,
            places.join(" or "),
            place.name(),
            row.meaning
        )
    };
    let elsewhere = || TABLE.iter().filter(|row| !here(row));
    if let Some(row) = elsewhere().find(|row| row.name == name) {
        return Err(belongs(row));
    }
    let names = || TABLE.iter().filter(here).map(|row| row.name);
    if let Some(meant) = nearest(name, names()) {
        return Err(format!("unknown key `{name}`: did you mean `{meant}`?"));
    }
    let meant = nearest(name, elsewhere().map(|row| row.name));
    if let Some(row) = elsewhere().find(|row| Some(row.name) == meant) {
        return Err(format!("unknown key `{name}`: {}", belongs(row)));
    }
    let list: Vec<_> = names().map(|name| format!("`{name}`")).collect();
    Err(format!("unknown key `{name}`: a {} takes {}", place.name(), list.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::{Place, Row, TABLE};

    /// The reference names every key, in the words of the table. `ERRBOOK=update` rewrites it.
    #[test]
    fn the_reference_shows_this_table() {
        let row = |row: &Row| format!("| `{}` | {} |\n", row.example, row.meaning);
        let table = |place: Place| {
            let rows = TABLE.iter().filter(|row| row.places.contains(&place)).map(row);
            let head = format!("\n### Keys on a {}\n\n| key | meaning |\n| --- | --- |\n", place.name());
            head + &rows.collect::<String>()
        };
        let expected = [Place::Type, Place::Variant, Place::Field].map(table).concat() + "\n";
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../runtime/src/derive.md");
        let file = std::fs::read_to_string(path).unwrap();
        let (before, rest) = file.split_once("<!-- keys -->\n").unwrap();
        let (table, after) = rest.split_once("<!-- /keys -->").unwrap();
        if table != expected && std::env::var_os("ERRBOOK").is_some_and(|value| value == "update") {
            let whole = format!("{before}<!-- keys -->\n{expected}<!-- /keys -->{after}");
            std::fs::write(path, whole).unwrap();
        } else {
            assert_eq!(table, expected, "run `ERRBOOK=update cargo test -p errbook-macros`");
        }
    }

    /// Behind the table, every key stands in a compiled example of its place.
    #[test]
    fn the_reference_shows_each_key() {
        let file = include_str!("../../runtime/src/derive.md");
        let (_, examples) = file.split_once("# Each key by example").unwrap();
        for row in TABLE {
            let shown = examples.contains(&format!("`{}`", row.name));
            let used = examples.split("```").skip(1).step_by(2).any(|code| code.contains(row.name));
            assert!(shown && used, "`{}` has no example in derive.md", row.name);
        }
    }
}
