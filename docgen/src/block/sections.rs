//! A section for each error: heading, prose, details, headers, an example reply.

mod write;

use self::write::Writer;
use crate::block::options::{Options, Word, builder, level, options};
use crate::block::select::{Scope, Selection, selecting};
use crate::block::table::Style;
use crate::block::{Block, RenderContext, STATUSES};
use crate::error::Error;
use crate::facts::ERROR_NAMES;
use crate::template;

/// A section for each error of a book: heading, description, details, headers and an example reply.
///
/// # Examples
///
/// ```
/// use errbook::{ApiError, Book};
/// use errbook_docgen::{Block, Format, Sections};
///
/// /// No order has this number.
/// ///
/// /// # Solution
/// /// List the orders at `/orders`.
/// #[derive(Debug, ApiError)]
/// #[api(display, status = 404, code = "NO_ORDER")]
/// struct NoOrder;
///
/// static BOOK: Book = Book::new("Orders API", &[NoOrder::CATALOG]);
///
/// assert_eq!(
///     Sections::new().example(None).render(Format::Markdown, &BOOK)?,
///     "## <a id=\"NO_ORDER\"></a>404 NO_ORDER\n\nNo order has this number.\n\n### Solution\n\n\
///      List the orders at `/orders`.\n",
/// );
/// # Ok::<(), errbook_docgen::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Sections {
    heading: String,
    anchors: bool,
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
            anchors: true,
            level: None,
            details: Some("Details".to_owned()),
            headers: Some("Headers".to_owned()),
            example: Some("Example".to_owned()),
            selection: Selection::default(),
            style: Style::default(),
        }
    }

    builder! {
        /// Sets the template of headings, in Markdown. A heading takes one line.
        heading(self, template: impl Into<String>) { self.heading = template::prepared(&template.into()); }

        /// Sets whether a link can lead to each section by its code: `#NoSuchOrder`, as in `docs_url = "https://example.com/errors#{code}"`.
        /// This is the default. The first section of a code has the anchor.
        anchors(self, anchors: bool) { self.anchors = anchors; }

        /// Sets the level of headings, from 1 to 5. The default is 2, or 3 in groups. Headings inside of a section, including those of
        /// doc comments, are deeper. In reStructuredText, the levels are underlined with `=`, `-`, `~`, `^` and `"`.
        level(self, level: usize) { self.level = Some(level.clamp(1, 5)); }

        /// Sets the layout of the tables in Markdown.
        style(self, style: Style) { self.style = style; }

        /// Sets the template of the heading of the table of details, in Markdown; `None` omits the table.
        details(self, heading: Option<&str>) { self.details = heading.map(template::prepared); }

        /// Sets the template of the heading of the table of headers, in Markdown; `None` omits the table.
        headers(self, heading: Option<&str>) { self.headers = heading.map(template::prepared); }

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
        example(self, heading: Option<&str>) { self.example = heading.map(template::prepared); }
    }
}

options!(Sections: |sections, value, is_first|
    "heading" => sections.heading = template::prepared(value),
    "level" => sections.level = Some(level(value, 1..=5)?),
    "anchors" => sections.anchors = Word::read(value)?,
    "details" => sections.details = heading(value),
    "headers" => sections.headers = heading(value),
    "example" => sections.example = heading(value),
    ..style: Style, selection: Selection
);

/// The heading of a part; without one, the part is omitted.
fn heading(value: &str) -> Option<String> {
    (!value.is_empty()).then(|| template::prepared(value))
}

impl Block for Sections {
    fn render_with(&self, context: &RenderContext<'_>) -> Result<String, Error> {
        let sections = self.with_options(context.options())?;
        let format = context.format();
        if !format.markup().has_prose() {
            return Err(Error::not_in_format("a section", format));
        }
        let scope = Scope { format, names: ERROR_NAMES };
        let errors = sections.selection.apply(scope, context.errors())?;
        let mut writer = Writer::new(&sections, scope, &errors)?;
        for (above, errors) in sections.selection.parts(scope, "grouped sections", errors)? {
            writer.parts.extend(above);
            errors.iter().try_for_each(|error| writer.section(error))?;
        }
        Ok(format.markup().blocks(&writer.parts) + "\n")
    }

    fn options(&self) -> Vec<&'static str> {
        Self::names()
    }
}
