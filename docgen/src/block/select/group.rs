//! Groups of rows, and their headings and intros.

use minijinja::{Value, context};

use super::{Part, Scope};
use crate::ast::{first_paragraph, parse, plain_blocks};
use crate::block::of_page;
use crate::block::options::builder;
use crate::error::Error;
use crate::facts::{Markdown, grouped};
use crate::format::Parsed;
use crate::template::{prepared, text};

/// Divides the errors of a block into parts, each with a heading and an optional intro.
///
/// The parts are in the order of their first rows; rows without a key come last. The template of the heading may use `key`
/// and `errors`.
///
/// # Examples
///
/// ```
/// use errbook::{Book, HttpError};
/// use errbook_docgen::{Group, Table};
///
/// static BOOK: Book = Book::new("Orders API", &[HttpError::CATALOG]);
///
/// let group = Group::by("class").heading("**{{ key }}**").intro("4xx", "The request must change.");
/// let table = Table::new().column(("Code", "`{{ code }}`")).filter("status in [404, 500]").group(group);
/// assert!(table.markdown(&BOOK)?.starts_with("**4xx**\n\nThe request must change.\n\n| Code "));
/// # Ok::<(), errbook_docgen::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Group {
    pub(super) by: String,
    pub(super) heading: String,
    intros: Vec<(String, String)>,
    rest: String,
}

impl Group {
    /// Groups errors by an expression: `status`, `class`, `type`, `sections.Area`, `meta.area`.
    pub fn by(expression: impl Into<String>) -> Self {
        Self {
            by: expression.into(),
            heading: "## {{ key }}".to_owned(),
            intros: Vec::new(),
            rest: "Other".to_owned(),
        }
    }

    builder! {
        /// Sets the template of headings, in Markdown. The default is a heading of level 2: `## {{ key }}`.
        heading(self, template: impl Into<String>) { self.heading = prepared(&template.into()); }

        /// Sets the key of rows without a key. The default is `Other`.
        rest(self, key: impl Into<String>) { self.rest = key.into(); }

        /// Adds text between the heading and the rows of the part with this key, in Markdown.
        intro(self, key: impl Into<String>, text: impl Into<String>) { self.intros.push((key.into(), text.into())); }
    }

    /// The rows of each part, below its heading and intro.
    pub(super) fn parts(&self, scope: Scope, rows: &[Value]) -> Result<Vec<Part>, Error> {
        let format = scope.format;
        let headings = Scope { names: &["key", "errors"], ..scope };
        let heading = headings.compile("the heading", &self.heading, &[])?;
        let part = |(key, rows): (String, Vec<Value>)| {
            let printed = heading.render(&context!(key => key.as_str(), errors => &rows))?;
            let mut above = of_page(format, format.blocks(&printed, &heading.parsed));
            let intros = self.intros.iter().filter(|(of, _)| *of == key);
            above.extend(intros.flat_map(|(_, intro)| format.blocks(intro, &Parsed::default())));
            Ok((above, rows))
        };
        self.divide(scope, rows)?.into_iter().map(part).collect()
    }

    /// The rows of each key; rows without a key come last. The key of Markdown is the text of its first paragraph.
    fn divide(&self, scope: Scope, rows: &[Value]) -> Result<Vec<(String, Vec<Value>)>, Error> {
        let values = scope.evaluate("the group", &self.by, rows)?;
        let shown = scope.template("the group", &self.by).evaluate(rows, |row| row)?;
        let keys = values.iter().zip(&shown).map(|(value, shown)| match Markdown::of(shown) {
            Some(source) => plain_blocks(&parse(first_paragraph(source))),
            None => text(value),
        });
        let (with, without): (Vec<_>, Vec<_>) = keys.zip(rows).partition(|(key, _)| !key.is_empty());
        let without = without.into_iter().map(|(_, row)| (self.rest.clone(), row));
        Ok(grouped(with.into_iter().chain(without).map(|(key, row)| (key, row.clone()))))
    }
}
