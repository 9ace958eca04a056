//! Rules for the placeholders of addresses, headers and metadata: `{code}` and `{number}`, which the derive replaces.

use syn::{LitStr, Path};

use super::{Source, header};
use crate::attr::WrittenVariant;
use crate::entry::Number;
use crate::errors::Errors;
use crate::key::TypeAttrs;
use crate::nearest::nearest;
use crate::pair::Pair;
use crate::template::{Segment, Template};
use crate::text::Text;
use crate::uri;

/// What a text is, which decides what it may name and how values are written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A URI reference.
    Address,
    Header,
    Metadata,
}

impl Kind {
    /// The placeholders, the one of most texts first.
    fn placeholders(self) -> &'static [&'static str] {
        match self {
            Self::Address => &["code", "code | slug", "number"],
            Self::Header | Self::Metadata => &["code", "number"],
        }
    }
}

/// What the placeholders of one error are replaced by.
pub struct Values<'v> {
    /// `None` for a constant, which only the compiler knows.
    pub code: Option<&'v str>,
    pub number: Option<&'v Number>,
    /// Whether both are those of a kind: a reply replaces [`CODE_MARK`] and [`NUMBER_MARK`].
    pub of_kind: bool,
}

/// What stands for `{code}` and `{number}` in a header beside a kind: no header has such characters.
const CODE_MARK: char = '\u{1}';
const NUMBER_MARK: char = '\u{2}';

/// Why a placeholder cannot be replaced.
#[derive(Clone, Copy)]
enum Problem {
    CodeIsConstant,
    NumberIsConstant,
    NoNumber,
}

impl Problem {
    /// The sentence where the text is written.
    fn here(self) -> &'static str {
        match self {
            Self::CodeIsConstant => "`{code}` needs a literal code, found a path",
            Self::NumberIsConstant => "`{number}` needs a literal number, found a path",
            Self::NoNumber => "`{number}` needs `number = …`",
        }
    }

    /// The sentence on a variant whose type has the text.
    fn on_variant(self, name: &str) -> String {
        match self {
            Self::CodeIsConstant => format!("`{name}` needs a literal code: `{{code}}` on the type names it"),
            Self::NumberIsConstant => {
                format!("`{name}` needs a literal number: `{{number}}` on the type names it")
            }
            Self::NoNumber => format!("`{name}` needs `number = …`: `{{number}}` on the type names it"),
        }
    }
}

/// The value of metadata.
pub enum Meta<'a> {
    Text(String),
    /// Only the compiler knows its value.
    Path(&'a Path),
}

/// The text has known placeholders, and legal characters around them.
///
/// `#[api(docs_url = "https://example.com/errors/{code | slug}", meta(key = "errors.{number}"))]`
pub fn check(errors: &Errors, literal: &LitStr, kind: Kind) {
    let template = match Template::parse_placeholders(literal) {
        Ok(template) => template,
        Err(_) if kind == Kind::Address => {
            return errors.at(literal, "unmatched brace in an address: write `{code}`, or percent-encode it");
        }
        Err(error) => return errors.push(error),
    };
    for name in
        template.fields().map(|(name, _)| normal(name)).filter(|name| !kind.placeholders().contains(&&**name))
    {
        errors.at(literal, unknown(&name, kind));
    }
    if kind == Kind::Address {
        // Whatever is filled in is legal in any place.
        let text = |segment: &Segment| match segment {
            Segment::Text(text) => text.clone(),
            Segment::Field { name, .. } => if name == "number" { "1" } else { "x" }.to_owned(),
        };
        if let Some(bad) = uri::first_illegal(&template.segments.iter().map(text).collect::<String>()) {
            let bad = bad.escape_debug();
            let message = format!("invalid character `{bad}` in an address: percent-encode it (RFC 3986)");
            errors.at(literal, message);
        }
    }
}

fn unknown(name: &str, kind: Kind) -> String {
    let known = kind.placeholders();
    if let Some(meant) = nearest(name, known.iter().copied()) {
        return format!("unknown placeholder `{name}`, did you mean `{meant}`?");
    }
    let known: Vec<_> = known.iter().map(|name| format!("`{{{name}}}`")).collect();
    let one_of = if known.len() > 2 { "one of " } else { "" };
    let known = known.join(if known.len() > 2 { ", " } else { " or " });
    format!("unknown placeholder `{name}`, expected {one_of}{known}")
}

/// `code | slug`, however it is spaced.
fn normal(name: &str) -> String {
    name.split('|').map(str::trim).collect::<Vec<_>>().join(" | ")
}

/// The text with its placeholders replaced. What is wrong with the text itself was reported where it is written.
fn fill(literal: &LitStr, kind: Kind, values: &Values) -> Result<String, Problem> {
    let Ok(template) = Template::parse_placeholders(literal) else { return Ok(String::new()) };
    let code = || values.code.ok_or(Problem::CodeIsConstant);
    let mut filled = String::new();
    for segment in &template.segments {
        match segment {
            Segment::Text(text) => filled.push_str(text),
            Segment::Field { name, .. } => match (normal(name).as_str(), kind) {
                ("code" | "code | slug", _) if values.of_kind => filled.push(CODE_MARK),
                ("number", _) if values.of_kind => filled.push(NUMBER_MARK),
                ("code", Kind::Address) => uri::push_encoded(&mut filled, code()?),
                ("code", _) => filled.push_str(code()?),
                ("code | slug", _) => filled.push_str(&uri::slug(code()?)),
                ("number", _) => match values.number {
                    Some(Number::Value(number)) => filled.push_str(&number.to_string()),
                    Some(Number::Path(_)) => return Err(Problem::NumberIsConstant),
                    None => return Err(Problem::NoNumber),
                },
                _ => {}
            },
        }
    }
    Ok(filled)
}

/// The texts of a variant and of its type that have placeholders, with these replaced.
pub struct Filled<'a> {
    pub docs_url: Option<String>,
    pub headers: Vec<(String, String)>,
    pub meta: Vec<(String, Meta<'a>)>,
}

/// The values that a text names are on the variant, or on every variant of the type that has the text.
///
/// `#[api(docs_url = "https://example.com/errors#{number}")]` on the type of a variant with `number = 7`
pub fn fill_all<'a>(
    errors: &Errors,
    on_type: &'a TypeAttrs,
    source: &Source,
    written: &'a WrittenVariant,
    values: &Values,
    incomplete: bool,
) -> Filled<'a> {
    let given = &written.on_variant;
    let mut problem = None;
    let mut inherited = |value: &LitStr, kind| {
        fill(value, kind, values).unwrap_or_else(|found| {
            problem = problem.or(Some(found));
            String::new()
        })
    };
    let of_variant = |value: &LitStr, kind| {
        check(errors, value, kind);
        fill(value, kind, values).unwrap_or_else(|found| {
            if !incomplete {
                errors.at(value, found.here());
            }
            String::new()
        })
    };
    let docs_url = match (&given.docs_url, &on_type.docs_url) {
        (Some(url), _) => Some(of_variant(&url.value, Kind::Address)),
        (None, Some(url)) => Some(inherited(&url.value, Kind::Address)),
        (None, None) => None,
    };
    let mut headers = headers(&given.headers.iter().collect::<Vec<_>>(), of_variant);
    headers.extend(self::headers(&header::inherited(on_type, written), &mut inherited));
    let mut meta = self::meta(given.meta.iter(), of_variant);
    let is_new = |pair: &&Pair| given.meta.iter().all(|own| own.name.value() != pair.name.value());
    meta.extend(self::meta(on_type.meta.iter().filter(is_new), inherited));
    if let Some(problem) = problem.filter(|_| !incomplete) {
        errors.at(source.ident, problem.on_variant(&source.name()));
    }
    Filled { docs_url, headers, meta }
}

fn headers(pairs: &[&Pair], mut fill: impl FnMut(&LitStr, Kind) -> String) -> Vec<(String, String)> {
    let literals = pairs.iter().filter_map(|pair| pair.value.literal().map(|value| (&pair.name, value)));
    literals.map(|(name, value)| (name.value(), fill(value, Kind::Header))).collect()
}

fn meta<'a>(
    pairs: impl Iterator<Item = &'a Pair>,
    mut fill: impl FnMut(&LitStr, Kind) -> String,
) -> Vec<(String, Meta<'a>)> {
    let mut meta = Vec::new();
    for pair in pairs {
        let value = match &pair.value {
            Text::Literal(value) => Meta::Text(fill(value, Kind::Metadata)),
            Text::Path(path) => Meta::Path(path),
        };
        meta.push((pair.name.value(), value));
    }
    meta
}
