//! Rules for placeholders in addresses and metadata, `{code}` and `{number}`, and for all texts that have them.

use quote::ToTokens;
use syn::{ExprPath, LitStr};

use super::public::Public;
use super::{header, header_text};
use crate::entry::Number;
use crate::errors::Errors;
use crate::model::{Field, HeaderTemplate};
use crate::nearest::nearest;
use crate::pair::Pair;
use crate::template::{Segment, Template};
use crate::text::Text;
use crate::uri;

/// What a text is, which decides what it may name and how values are written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A URI reference.
    Address,
    Metadata,
}

impl Target {
    /// The placeholders, the one of most texts first.
    fn placeholders(self) -> &'static [&'static str] {
        match self {
            Self::Address => &["code", "code | slug", "number"],
            Self::Metadata => &["code", "number"],
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
const CODE_MARK: &str = "\u{1}";
const NUMBER_MARK: &str = "\u{2}";

impl Values<'_> {
    pub fn code(&self) -> Result<&str, Problem> {
        if self.of_kind { Ok(CODE_MARK) } else { self.code.ok_or(Problem::CodeIsConstant) }
    }

    pub fn number(&self) -> Result<String, Problem> {
        match self.number {
            _ if self.of_kind => Ok(NUMBER_MARK.to_owned()),
            Some(Number::Value(number)) => Ok(number.to_string()),
            Some(Number::Path(_)) => Err(Problem::NumberIsConstant),
            None => Err(Problem::NoNumber),
        }
    }
}

/// Why a placeholder cannot be replaced.
#[derive(Clone, Copy)]
pub enum Problem {
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
    Path(&'a ExprPath),
}

/// The text has known placeholders, and legal characters around them.
///
/// `#[api(docs_url = "https://example.com/errors/{code | slug}", meta(key = "errors.{number}"))]`
pub fn check(errors: &Errors, literal: &LitStr, target: Target) {
    let template = match Template::parse_placeholders(literal) {
        Ok(template) => template,
        Err(_) if target == Target::Address => {
            return errors.at(literal, "unmatched brace in an address: write `{code}`, or percent-encode it");
        }
        Err(error) => return errors.push(error),
    };
    for name in template
        .fields()
        .map(|(name, _)| normal(name))
        .filter(|name| !target.placeholders().contains(&&**name))
    {
        errors.at(literal, unknown(&name, target));
    }
    if target == Target::Address {
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

fn unknown(name: &str, target: Target) -> String {
    let known = target.placeholders();
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
fn fill(literal: &LitStr, target: Target, values: &Values) -> Result<String, Problem> {
    let Ok(template) = Template::parse_placeholders(literal) else { return Ok(String::new()) };
    let mut filled = String::new();
    for segment in &template.segments {
        match segment {
            Segment::Text(text) => filled.push_str(text),
            Segment::Field { name, .. } => match (normal(name).as_str(), target) {
                ("code", Target::Address) => uri::push_encoded(&mut filled, values.code()?),
                ("code", _) => filled.push_str(values.code()?),
                ("code | slug", _) => filled.push_str(&uri::slug(values.code()?)),
                ("number", _) => filled.push_str(&values.number()?),
                _ => {}
            },
        }
    }
    Ok(filled)
}

/// The texts of a variant and of its type that have placeholders, with these replaced.
#[derive(Default)]
pub struct Filled<'a> {
    pub docs_url: Option<String>,
    pub headers: Vec<(String, String)>,
    pub header_templates: Vec<HeaderTemplate<'a>>,
    pub meta: Vec<(String, Meta<'a>)>,
}

/// The values that a text names are on the variant, or on every variant of the type that has the text.
///
/// `#[api(docs_url = "https://example.com/errors#{number}")]` on the type of a variant with `number = 7`
pub fn fill_all<'a>(public: &Public<'_, 'a>, values: &Values, incomplete: bool) -> Filled<'a> {
    let (errors, source, given) = (public.errors, public.source, &public.written.on_variant);
    let mut of_type = Place { public, values, is_inherited: true, incomplete, problem: None };
    let mut of_variant = Place { is_inherited: false, ..of_type };
    let docs_url = match (&given.docs_url, &public.on_type.docs_url) {
        (Some(url), _) => Some(of_variant.text(&url.value, Target::Address)),
        (None, Some(url)) => Some(of_type.text(&url.value, Target::Address)),
        (None, None) => None,
    };
    let mut filled = Filled { docs_url, ..Filled::default() };
    of_variant.headers(&mut filled, given.headers.iter());
    of_type.headers(&mut filled, header::inherited(public.on_type, public.written).into_iter());
    let is_new = |pair: &&Pair| given.meta.iter().all(|own| own.name.value() != pair.name.value());
    of_variant.meta(&mut filled, given.meta.iter());
    of_type.meta(&mut filled, public.on_type.meta.iter().filter(is_new));
    if let Some(problem) = of_type.problem.filter(|_| !incomplete) {
        errors.at(source.ident, problem.on_variant(&source.name()));
    }
    filled
}

/// Where texts are written: on a variant, or on its type.
#[derive(Clone, Copy)]
struct Place<'p, 'a> {
    public: &'p Public<'p, 'a>,
    values: &'p Values<'p>,
    is_inherited: bool,
    incomplete: bool,
    /// The first problem of a text on the type, which is reported on the variant, once.
    problem: Option<Problem>,
}

impl<'a> Place<'_, 'a> {
    fn report(&mut self, literal: impl ToTokens, problem: Problem) {
        if self.is_inherited {
            self.problem = self.problem.or(Some(problem));
        } else if !self.incomplete {
            self.public.errors.at(literal, problem.here());
        }
    }

    fn text(&mut self, literal: &LitStr, target: Target) -> String {
        if !self.is_inherited {
            check(self.public.errors, literal, target);
        }
        fill(literal, target, self.values).unwrap_or_else(|problem| {
            self.report(literal, problem);
            String::new()
        })
    }

    fn headers<'p>(&mut self, filled: &mut Filled<'a>, pairs: impl Iterator<Item = &'p Pair>) {
        let fields: Vec<_> = self.public.roles.all.iter().map(Field::name).collect();
        for pair in pairs {
            if let Some(text) = pair.value.literal().filter(|_| !self.is_inherited) {
                header_text::check(self.public.errors, text, &fields);
            }
            match header_text::read(self.public, pair, self.is_inherited, self.values) {
                Ok(header_text::Text::Constant(text)) => filled.headers.push((pair.name.value(), text)),
                Ok(header_text::Text::Template(template)) => filled.header_templates.push(template),
                Err(problem) => self.report(&pair.value, problem),
            }
        }
    }

    fn meta(&mut self, filled: &mut Filled<'a>, pairs: impl Iterator<Item = &'a Pair>) {
        for pair in pairs {
            let value = match &pair.value {
                Text::Literal(value) => Meta::Text(self.text(value, Target::Metadata)),
                Text::Path(path) => Meta::Path(path),
            };
            filled.meta.push((pair.name.value(), value));
        }
    }
}
