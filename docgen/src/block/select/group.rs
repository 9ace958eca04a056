//! Groups of rows, and their headings and intros.

use std::ops::RangeInclusive;

use minijinja::{Value, context};

use super::{Part, Scope};
use crate::ast::{Block, first_paragraph, parse, plain_blocks};
use crate::block::options::setters;
use crate::error::Error;
use crate::facts::{Markdown, grouped};
use crate::format::Parsed;
use crate::template::{evaluate_markdown, prepared, text};

/// Divides the errors of a block into parts, each with a heading and an optional intro.
///
/// The parts are in the order of their first rows; rows without a key come last. The template of the heading may use `key`,
/// `errors` and, for ranges, `from` and `to`.
///
/// # Examples
///
/// ```
/// use errbook_docgen::{Group, Table};
///
/// # #[derive(Debug, errbook::ApiError)]
/// # #[api(display, rename_all = "PascalCase")]
/// # enum E { #[api(status = 404)] NotFound, #[api(status = 500)] Internal, #[api(status = 400)] Invalid }
/// # static BOOK: errbook::Book = errbook::Book::new("Book", &[E::CATALOG]);
/// let table = Table::new()
///     .column(("Status", "{{ status }}"))
///     .column(("Code", "`{{ code }}`"))
///     .group(Group::by("class").heading("**{{ key }}**").intro("4xx", "The request must change."));
///
/// assert_eq!(table.markdown(&BOOK)?, "\
/// **4xx**
///
/// The request must change.
///
/// | Status | Code       |
/// | ------ | ---------- |
/// | 404    | `NotFound` |
/// | 400    | `Invalid`  |
///
/// **5xx**
///
/// | Status | Code       |
/// | ------ | ---------- |
/// | 500    | `Internal` |
/// ");
/// # Ok::<(), errbook_docgen::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Group {
    by: String,
    ranges: Option<Vec<RangeInclusive<i64>>>,
    heading: String,
    intros: Vec<(String, String)>,
    rest: String,
}

/// What the heading shows, and the range.
type Key = (String, Option<(i64, i64)>);

impl Group {
    /// Groups errors by an expression: `status`, `class`, `type`, `sections.Area`, `meta.area`.
    pub fn by(expression: impl Into<String>) -> Self {
        Self {
            by: expression.into(),
            ranges: None,
            heading: "## {{ key }}".to_owned(),
            intros: Vec::new(),
            rest: "Other".to_owned(),
        }
    }

    /// Groups errors by the range that contains the value of an expression, such as `number`. The key is `from–to`.
    pub fn ranges(
        expression: impl Into<String>,
        ranges: impl IntoIterator<Item = RangeInclusive<i64>>,
    ) -> Self {
        Self { ranges: Some(ranges.into_iter().collect()), ..Self::by(expression) }
    }

    setters! {
        /// Sets the template of headings, in Markdown. The default is a heading of level 2: `## {{ key }}`.
        heading(template: impl Into<String>) = prepared(&template.into());

        /// Sets the key of rows without a key. The default is `Other`.
        rest(key: impl Into<String>) = key.into();
    }

    /// Adds text between the heading and the rows of the part with this key, in Markdown.
    #[must_use]
    pub fn intro(mut self, key: impl Into<String>, text: impl Into<String>) -> Self {
        self.intros.push((key.into(), text.into()));
        self
    }

    /// The blocks of each part under its heading. Without rows, there is one part without a heading.
    pub(super) fn parts(
        &self,
        scope: Scope<'_>,
        rows: &[Value],
        mut write: impl FnMut(Part<'_>) -> Result<Vec<Block>, Error>,
    ) -> Result<Vec<Block>, Error> {
        let format = scope.format;
        let headings = Scope { names: &["key", "errors", "from", "to"], ..scope };
        let heading = headings.compile("the heading", &self.heading, &[])?;
        let parts = self.divide(scope, rows)?;
        if parts.is_empty() {
            return write(Part { rows, is_first: true, is_last: true });
        }
        let mut out = Vec::new();
        for (at, (key, rows)) in parts.iter().enumerate() {
            let (key, range) = key;
            let (from, to) = range.unzip();
            let context = context!(key, errors => rows, from, to);
            out.extend(format.blocks(&heading.render(&context)?, &heading.parsed).into_iter().map(|block| {
                match block {
                    // Those of doc comments may be written in another way.
                    Block::Heading { level, content } => {
                        Block::Raw(format.markup().heading(level, &content, None))
                    }
                    block => block,
                }
            }));
            // Ranges may be written with a hyphen.
            let is_of = |of: &str| key == of || (range.is_some() && key.replace('–', "-") == of);
            for (_, intro) in self.intros.iter().filter(|(of, _)| is_of(of)) {
                out.extend(format.blocks(intro, &Parsed::default()));
            }
            out.extend(write(Part { rows, is_first: at == 0, is_last: at + 1 == parts.len() })?);
        }
        Ok(out)
    }

    /// The rows of each key; rows without a key come last. The key of Markdown is the text of its first paragraph.
    fn divide(&self, scope: Scope<'_>, rows: &[Value]) -> Result<Vec<(Key, Vec<Value>)>, Error> {
        let values = scope.evaluate("the group", &self.by, rows)?;
        let shown = evaluate_markdown(scope.engine, scope.template("the group", &self.by), rows)?;
        let keys = values.iter().zip(&shown).map(|(value, shown)| match Markdown::of(shown) {
            Some(source) => self.key(&Value::from(plain_blocks(&parse(first_paragraph(source))))),
            None => self.key(value),
        });
        let (with, without): (Vec<_>, Vec<_>) = keys.zip(rows).partition(|(key, _)| key.is_some());
        let rest = || (self.rest.clone(), None);
        let keyed = with.into_iter().chain(without);
        Ok(grouped(keyed.map(|(key, row)| (key.unwrap_or_else(rest), row.clone()))))
    }

    fn key(&self, value: &Value) -> Option<Key> {
        let Some(ranges) = &self.ranges else {
            return Some((text(value), None)).filter(|(key, _)| !key.is_empty());
        };
        let number = i64::try_from(value.clone()).ok()?;
        let range = ranges.iter().find(|range| range.contains(&number))?;
        let (from, to) = (*range.start(), *range.end());
        Some((format!("{from}–{to}"), Some((from, to))))
    }

    /// Replaces the expression, and keeps headings and intros.
    pub(super) fn by_instead(self, expression: &str) -> Self {
        Self { by: expression.to_owned(), ranges: None, ..self }
    }
}
