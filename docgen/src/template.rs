//! The template engine: what a template prints, with a mark on what it took from a value.
//!
//! How a value is written depends on where it lands, which is known when the whole text is there: the formats do it.

mod filters;
mod names;
mod piece;
mod tags;

use std::borrow::Cow;
use std::collections::{BTreeSet, HashSet};
use std::fmt;
use std::sync::LazyLock;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::ValueKind;
use minijinja::{AutoEscape, Environment, Output, State, UndefinedBehavior, Value};

use crate::error::{Error, ErrorKind, suggest};
use crate::facts::{Deprecated, Markdown};
use crate::format::Parsed;

pub(crate) use self::filters::{FILTERS, TESTS};
use self::filters::{Marked, is_absent};
pub(crate) use self::piece::{
    Mark, Piece, begun, has_lost, holdable, indent_into, indented, is_lost, plain_text, prefix,
};
pub(crate) use self::tags::{prepared, tags};

/// The engine of all templates.
static ENGINE: LazyLock<Environment<'static>> = LazyLock::new(engine);

/// An engine whose templates print pieces.
pub(crate) fn engine() -> Environment<'static> {
    let mut engine = Environment::new();
    engine.set_undefined_behavior(UndefinedBehavior::SemiStrict);
    // What a macro or `{% set %}` captured is safe then, and keeps its marks.
    engine.set_auto_escape_callback(|_| AutoEscape::Custom("errbook".into()));
    engine.set_formatter(print);
    // A line with a block's tag alone leaves no trace.
    let mut syntax = SyntaxConfig::builder();
    syntax.trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true);
    // Only delimiters can be wrong, and these are the engine's.
    if let Ok(syntax) = syntax.build() {
        engine.set_syntax(syntax);
    }
    // Errors quote the template.
    engine.set_debug(true);
    filters::add(&mut engine);
    engine
}

fn print(out: &mut Output, _: &mut State, value: &Value) -> Result<(), minijinja::Error> {
    Ok(write_marked(value, out)?)
}

/// Writes a value with the mark of what it is.
fn write_marked(value: &Value, out: &mut impl fmt::Write) -> fmt::Result {
    if let Some(text) = value.as_str() {
        match value.is_safe() {
            true if text.contains('\n') && !Mark::is_in(text) => Mark::Author.write(text, out),
            true => out.write_str(text),
            false => Mark::Text.write(text, out),
        }
    } else if let Some(source) = Markdown::of(value) {
        Mark::Markdown.write(source, out)
    } else if let Some(deprecated) = value.downcast_object_ref::<Deprecated>() {
        Mark::Markdown.write(&deprecated.to_markdown(), out)
    } else if let Some(marked) = value.downcast_object_ref::<Marked>() {
        marked.mark.write(&marked.text, out)
    } else {
        let is_fact = is_absent(value) || matches!(value.kind(), ValueKind::Number | ValueKind::Bool);
        (if is_fact { Mark::Fact } else { Mark::Text }).write(&text(value), out)
    }
}

/// What has no value prints nothing, and a list prints the names of what is in it.
pub(crate) fn text(value: &Value) -> String {
    match value.kind() {
        ValueKind::Undefined | ValueKind::None => String::new(),
        ValueKind::Seq | ValueKind::Iterable => {
            let items = value.try_iter().into_iter().flatten();
            let named = |item: Value| match item.get_attr("name") {
                Ok(name) if !name.is_undefined() => text(&name),
                _ => text(&item),
            };
            items.map(named).collect::<Vec<_>>().join(", ")
        }
        ValueKind::Bool => value.is_true().to_string(),
        _ => value.to_string(),
    }
}

/// What a template printed, with a part of the author's text replaced wherever it is.
pub(crate) fn replaced<'p>(printed: &'p str, part: &str, by: &str) -> Cow<'p, str> {
    if !printed.contains(part) {
        return printed.into();
    }
    let mut out = String::with_capacity(printed.len());
    for piece in printed.split_inclusive(piece::END) {
        let (author, value) = piece.split_at(piece.find(Mark::begins).unwrap_or(piece.len()));
        out.extend([&author.replace(part, by), value]);
    }
    out.into()
}

/// A template with the name of the place that it was written at.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Template<'t> {
    /// For errors: the column, or the path of a file.
    pub(crate) name: &'t str,
    pub(crate) source: &'t str,
    /// What may be named, for errors.
    pub(crate) in_scope: &'t [&'static str],
}

impl<'t> Template<'t> {
    /// Makes it ready for any number of contexts; the rows say which texts `meta` and `sections` have.
    pub(crate) fn compile(self, rows: &[Value]) -> Result<Compiled<'t>, Error> {
        let engine: &Environment<'t> = &ENGINE;
        let compiled =
            engine.template_from_named_str(self.name, self.source).map_err(|source| self.failed(source))?;
        let names = [false, true].map(|nested| compiled.undeclared_variables(nested));
        self.check(names, rows)?;
        let names = names::of(self.source, self.in_scope);
        Ok(Compiled { template: self, inner: compiled, names, parsed: Parsed::default() })
    }

    /// The values of an expression, which filters, orders and groups are made by. Of `plain` rows, Markdown can be compared; of others,
    /// it can be shown.
    pub(crate) fn evaluate(self, rows: &[Value], seen: fn(Value) -> Value) -> Result<Vec<Value>, Error> {
        if self.source.trim_start().starts_with("{{") {
            let inside = self.source.trim().trim_start_matches("{{").trim_end_matches("}}").trim();
            let name = self.name;
            let message = format!("{name}: an expression has no `{{{{` and `}}}}`: write `{inside}`");
            return Err(Error::new(ErrorKind::Template, &message));
        }
        let source = tags::truths(self.source);
        let expression = ENGINE.compile_expression(&source).map_err(|source| self.failed(source))?;
        let names = [false, true].map(|nested| expression.undeclared_variables(nested));
        self.check(names, rows)?;
        let values = rows.iter().map(|row| expression.eval(seen(row.clone())));
        values.map(|value| value.map_err(|source| self.failed(source))).collect()
    }

    /// That all names are in scope, and all texts of your own are those of some error.
    fn check(self, names: [HashSet<String>; 2], rows: &[Value]) -> Result<(), Error> {
        let is_known = |name: &&String| match name.split_once('.') {
            None => {
                self.in_scope.contains(&name.as_str()) || ENGINE.globals().any(|(global, _)| global == *name)
            }
            Some((map @ ("meta" | "sections"), key)) => rows.first().is_none_or(|row| has(row, map, key)),
            Some(_) => true,
        };
        let names: BTreeSet<String> = names.into_iter().flatten().collect();
        let Some(unknown) = names.iter().find(|name| !is_known(name)) else { return Ok(()) };
        Err(match unknown.split_once('.') {
            Some((map, _)) => self.unknown(unknown, texts_of(rows, map)),
            None => self.unknown(unknown, self.in_scope.iter().copied()),
        })
    }

    fn failed(self, source: minijinja::Error) -> Error {
        Error::engine(self.name, self.in_scope, source)
    }

    /// A name that stands for nothing, and those that stand for something in its place.
    pub(crate) fn unknown(self, name: &str, in_scope: impl IntoIterator<Item = impl Into<String>>) -> Error {
        let in_scope: Vec<String> = in_scope.into_iter().map(Into::into).collect();
        // No error of the book has custom metadata, or no page has a block.
        let suggestion = match in_scope.as_slice() {
            [] => format!(": `{}` is empty", name.split('.').next().unwrap_or(name)),
            known => suggest(name, known),
        };
        let (template, line) = (self.name, self.line_of(name));
        let message = format!("{template}, line {line}: unknown name `{name}`{suggestion}");
        Error::new(ErrorKind::Template, &message)
    }

    /// The line of a name, inside of tags; an expression is all inside.
    fn line_of(self, name: &str) -> usize {
        let is_part = |c: char| c.is_alphanumeric() || c == '_';
        let tags = tags(self.source);
        let is_inside = |at: &usize| tags.is_empty() || tags.iter().any(|tag| tag.contains(at));
        let find = |name: &str| {
            let places = self.source.match_indices(name).map(|(at, _)| at);
            places.filter(is_inside).find(|at| {
                let behind = self.source.get(at + name.len()..).unwrap_or_default();
                !self.source.split_at(*at).0.ends_with(is_part) && !behind.starts_with(is_part)
            })
        };
        // `meta['area']` is `meta.area` to the engine.
        let at = find(name).or_else(|| find(name.split('.').next().unwrap_or(name)));
        self.source.get(..at.unwrap_or_default()).unwrap_or_default().matches('\n').count() + 1
    }
}

/// Whether any error of the book of a row has this text. What only others have is absent, and not unknown.
fn has(row: &Value, map: &str, key: &str) -> bool {
    let map = row.get_attr(map).unwrap_or_default();
    map.as_object().is_some_and(|map| map.get_value(&key.into()).is_some())
}

/// What `meta` or `sections` of these rows have, as templates name it.
fn texts_of(rows: &[Value], map: &str) -> BTreeSet<String> {
    let names = rows.iter().filter_map(|row| row.get_attr(map).ok()?.try_iter().ok()).flatten();
    names.map(|name| format!("{map}.{name}")).collect()
}

/// A template that is well formed and names what there is.
pub(crate) struct Compiled<'t> {
    template: Template<'t>,
    inner: minijinja::Template<'t, 't>,
    /// Its parts, if it needs no engine.
    names: Option<Vec<names::Part<'t>>>,
    /// What the format made of what it printed.
    pub(crate) parsed: Parsed,
}

impl Compiled<'_> {
    /// The names that are looked up in a map; nothing if some are only known when it renders.
    pub(crate) fn looked_up(&self, map: &str) -> Option<BTreeSet<String>> {
        let names = self.inner.undeclared_variables(true);
        let key = |name: &String| name.strip_prefix(map)?.strip_prefix('.').map(str::to_owned);
        (!names.contains(map)).then(|| names.iter().filter_map(key).collect())
    }

    /// What it prints, with marks: [`Piece::split`] takes it apart.
    pub(crate) fn render(&self, context: &Value) -> Result<String, Error> {
        if let Some(printed) = self.names.as_deref().and_then(|parts| names::print(parts, context)) {
            return Ok(printed);
        }
        let printed = self.inner.render(context.clone());
        Ok(piece::placed(printed.map_err(|source| self.template.failed(source))?))
    }
}
