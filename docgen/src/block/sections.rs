//! A section for each error: heading, prose, details, headers, an example reply.

use std::collections::HashSet;

use minijinja::{Environment, Value};

use crate::anchor::anchor;
use crate::ast::{self, Block as Part, Footnotes, Inline};
use crate::block::options::{Options, Take, flag, options, with_options};
use crate::block::select::{Group, Selection, selecting};
use crate::block::table::{Style, Table};
use crate::block::{Block, RenderContext, STATUSES};
use crate::error::Error;
use crate::facts::{self, Deprecated, ERROR_NAMES};
use crate::format::Format;
use crate::template::{self, Compiled, Template, holdable};

/// A section for each error of a book: heading, description, details, headers and an example reply.
///
/// # Examples
///
/// ```
/// use errbook::{ApiError, Book};
/// use errbook_docgen::{Block, Format, Sections};
///
/// #[derive(Debug, ApiError)]
/// #[api(display)]
/// enum OrderError {
///     /// No order has this number.
///     ///
///     /// # Solution
///     /// List the orders at `/orders`.
///     #[api(status = 404, code = "NoSuchOrder", message = "there is no order {id}")]
///     NotFound {
///         /// Its number.
///         #[api(detail)]
///         id: u64,
///     },
/// }
///
/// static BOOK: Book = Book::new("Orders API", &[OrderError::CATALOG]);
///
/// let markdown = Sections::new().render(Format::Markdown, &BOOK)?;
/// assert_eq!(markdown.lines().collect::<Vec<_>>(), [
///     r#"## <a id="NoSuchOrder"></a>404 NoSuchOrder"#,
///     "",
///     "No order has this number.",
///     "",
///     "### Solution",
///     "",
///     "List the orders at `/orders`.",
///     "",
///     "### Details",
///     "",
///     "| Name | Type      | Description |",
///     "| ---- | --------- | ----------- |",
///     "| `id` | `integer` | Its number. |",
///     "",
///     "### Example",
///     "",
///     "```http",
///     "HTTP/1.1 404 Not Found",
///     "Content-Type: application/json",
///     "",
///     "{",
///     r#"  "code": "NoSuchOrder","#,
///     r#"  "message": "there is no order 1","#,
///     r#"  "trace_id": "4bf92f3577b34da6a3ce929d0e0e4736","#,
///     r#"  "details": {"#,
///     r#"    "id": 1"#,
///     "  }",
///     "}",
///     "```",
/// ]);
/// # Ok::<(), errbook_docgen::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Sections {
    heading: String,
    anchor: bool,
    /// By default 2, or 3 in groups.
    level: Option<usize>,
    details: Option<String>,
    headers: Option<String>,
    example: Option<String>,
    selection: Selection,
    style: Style,
}

selecting!(Sections);

impl Sections {
    /// Starts with headings of statuses and code at level 2.
    pub fn new() -> Self {
        Self {
            heading: format!("{STATUSES} {{{{ code }}}}"),
            anchor: true,
            level: None,
            details: Some("Details".to_owned()),
            headers: Some("Headers".to_owned()),
            example: Some("Example".to_owned()),
            selection: Selection::default(),
            style: Style::default(),
        }
    }

    /// Sets the template of headings, in Markdown. A heading takes one line.
    #[must_use]
    pub fn heading(mut self, template: impl Into<String>) -> Self {
        self.heading = template::prepared(&template.into());
        self
    }

    /// Sets whether a link can lead to each section by its code: `#NoSuchOrder`, as in `docs_url = "https://example.com/errors#{code}"`.
    /// This is the default. The first section of a code has the anchor.
    #[must_use]
    pub fn anchors(mut self, anchors: bool) -> Self {
        self.anchor = anchors;
        self
    }

    /// Sets the level of headings, from 1 to 5. The default is 2, or 3 in groups. Headings inside of a section, including those of doc
    /// comments, are deeper. In reStructuredText, the levels are underlined with `=`, `-`, `~`, `^` and `"`.
    #[must_use]
    pub fn level(mut self, level: usize) -> Self {
        self.level = Some(level.clamp(1, 5));
        self
    }

    /// Sets the layout of the tables in Markdown.
    #[must_use]
    pub fn style(mut self, style: Style) -> Self {
        self.style = style;
        self
    }

    /// Sets the template of the heading of the table of details, in Markdown; `None` omits the table.
    #[must_use]
    pub fn details(mut self, heading: Option<&str>) -> Self {
        self.details = heading.map(template::prepared);
        self
    }

    /// Sets the template of the heading of the table of headers, in Markdown; `None` omits the table.
    #[must_use]
    pub fn headers(mut self, heading: Option<&str>) -> Self {
        self.headers = heading.map(template::prepared);
        self
    }

    /// Sets the template of the heading of the example reply, in Markdown; `None` omits the example.
    ///
    /// # Examples
    ///
    /// Headings that are different in each section:
    ///
    /// ```
    /// # use errbook_docgen::Sections;
    /// let sections = Sections::new().details(Some("Details of `{{ code }}`")).example(Some("Example of `{{ code }}`"));
    /// ```
    #[must_use]
    pub fn example(mut self, heading: Option<&str>) -> Self {
        self.example = heading.map(template::prepared);
        self
    }
}

impl Default for Sections {
    fn default() -> Self {
        Self::new()
    }
}

impl Block for Sections {
    with_options!();
}

impl Take for Sections {
    options!(|sections, option, value, is_first|
        "heading" => sections.heading = template::prepared(value),
        "level" => {
            let level = value.parse().ok().filter(|level| (1..=5).contains(level));
            sections.level = Some(level.ok_or("a level from 1 to 5")?);
        },
        "anchors" => sections.anchor = flag(value)?,
        "details" => sections.details = heading(value),
        "headers" => sections.headers = heading(value),
        "example" => sections.example = heading(value),
        _ => sections.style.take(option, value, is_first)?
    );
}

impl Options for Sections {
    const LAYOUT: &'static [&'static str] = Style::OWN;

    fn render_selected(&self, context: &RenderContext<'_>) -> Result<String, Error> {
        let format = context.format();
        if !format.markup().has_prose() {
            return Err(Error::not_in_format("a section", format));
        }
        let engine = template::engine();
        let errors =
            self.selection.apply(&engine, facts::errors(context.book(), context.lock()), ERROR_NAMES)?;
        let compile =
            |name, source| Template { name, source, in_scope: ERROR_NAMES }.compile(&engine, &errors);
        let inner = |name, source: Option<_>| source.map(|source| compile(name, source)).transpose();
        let details = inner("the heading of details", self.details.as_deref())?;
        let headers = inner("the heading of headers", self.headers.as_deref())?;
        let mut writer = Writer {
            format,
            engine: &engine,
            anchors: self.anchor.then(HashSet::new),
            level: self.level.unwrap_or(if self.selection.group.is_some() { 3 } else { 2 }),
            heading: compile("the heading", &self.heading)?,
            details: details.map(|heading| (heading, self::details().style(self.style))),
            headers: headers.map(|heading| (heading, self::headers().style(self.style))),
            example: inner("the heading of the example", self.example.as_deref())?,
            footnotes: Footnotes::default(),
            parts: Vec::new(),
        };
        let blocks =
            Group::each(self.selection.group.as_ref(), &engine, format, &errors, ERROR_NAMES, |part| {
                for error in part.rows {
                    writer.section(error)?;
                }
                Ok(std::mem::take(&mut writer.parts))
            })?;
        Ok(format.markup().blocks(&blocks) + "\n")
    }

    fn selection(&mut self) -> &mut Selection {
        &mut self.selection
    }
}

/// The heading of a part; without one, the part is omitted.
fn heading(value: &str) -> Option<String> {
    (!value.is_empty()).then(|| template::prepared(value))
}

/// Writes all sections.
struct Writer<'t> {
    format: Format,
    engine: &'t Environment<'t>,
    /// The anchors so far, if sections have them.
    anchors: Option<HashSet<String>>,
    level: usize,
    heading: Compiled<'t>,
    details: Option<(Compiled<'t>, Table)>,
    headers: Option<(Compiled<'t>, Table)>,
    example: Option<Compiled<'t>>,
    footnotes: Footnotes,
    parts: Vec<Part>,
}

impl Writer<'_> {
    /// Writes the section of a row, with all of its errors.
    fn section(&mut self, row: &Value) -> Result<(), Error> {
        let heading = self.heading.render(row)?;
        let anchor = anchor(&template::text(&row.get_attr("code").unwrap_or_default()));
        let is_new = self.anchors.as_mut().is_some_and(|anchors| anchors.insert(anchor.clone()));
        let heading = self.format.line(&heading, &self.heading.parsed);
        let markup = self.format.markup();
        self.parts.push(Part::Raw(markup.heading(self.level, &heading, is_new.then_some(&anchor))));
        for error in row.get_attr("errors").unwrap_or_default().try_iter().into_iter().flatten() {
            self.error(&error)?;
        }
        Ok(())
    }

    fn error(&mut self, error: &Value) -> Result<(), Error> {
        let fact = |name: &str| error.get_attr(name).unwrap_or_default();
        let deprecated = fact("deprecated");
        if let Some(deprecated) =
            deprecated.downcast_object_ref::<Deprecated>().filter(|_| deprecated.is_true())
        {
            self.prose(&deprecated.sentence());
        }
        self.prose(&fact("description").to_string());
        let sections = fact("sections");
        for name in sections.try_iter().into_iter().flatten() {
            self.heading_inside(&ast::line(&self.format.parse(&holdable(&name.to_string()))));
            self.prose(&sections.get_item(&name).unwrap_or_default().to_string());
        }
        for part in ["details", "headers"] {
            self.table(part, error, &fact(part))?;
        }
        if let Some(heading) = &self.example {
            let heading = self.format.line(&heading.render(error)?, &heading.parsed);
            self.heading_inside(&heading);
            let http = fact("example").get_attr("http").unwrap_or_default();
            let text = holdable(http.to_string().trim_end()).into_owned();
            self.parts.push(Part::Code { info: "http".to_owned(), text });
        }
        Ok(())
    }

    /// Headings of sections are those of the page: they are written at once, since those of doc comments may be in other blocks.
    fn heading_inside(&mut self, content: &[Inline]) {
        self.parts.push(Part::Raw(self.format.markup().heading(self.level + 1, content, None)));
    }

    fn prose(&mut self, markdown: &str) {
        let mut blocks = self.format.parse(&holdable(markdown));
        ast::deepen(&mut blocks, self.level);
        self.footnotes.distinct(&mut blocks);
        self.parts.extend(blocks);
    }

    fn table(&mut self, part: &str, error: &Value, rows: &Value) -> Result<(), Error> {
        let rows: Vec<Value> = rows.try_iter().into_iter().flatten().collect();
        let parts = if part == "details" { &self.details } else { &self.headers };
        let Some((heading, table)) = parts.as_ref().filter(|_| !rows.is_empty()) else { return Ok(()) };
        let heading = self.format.line(&heading.render(error)?, &heading.parsed);
        let markup = self.format.markup();
        self.parts.push(Part::Raw(markup.heading(self.level + 1, &heading, None)));
        let in_scope = &["name", "type", "value", "description"];
        self.parts.extend(table.blocks(self.engine, self.format, rows, in_scope)?);
        Ok(())
    }
}

fn details() -> Table {
    Table::new()
        .column(("Name", "{{ name | code }}"))
        .column(("Type", "{{ type | code }}"))
        .column(("Description", "{{ description }}"))
}

/// A value that is only known at runtime is an empty cell.
fn headers() -> Table {
    Table::new().column(("Name", "{{ name | code }}")).column(("Value", "{{ value | code }}"))
}
