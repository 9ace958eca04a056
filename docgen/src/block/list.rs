//! Lists with an item for each error.

use minijinja::Value;

use crate::ast::{self, Definition, Item};
use crate::block::options::{Options, Take, options, with_options};
use crate::block::select::{Group, Selection, selecting};
use crate::block::{Block, RenderContext};
use crate::error::Error;
use crate::facts::{self, ERROR_NAMES};
use crate::format::Format;
use crate::template::{self, Compiled, Template};

/// A list with an item for each error of a book: bullets, or terms and their definitions.
///
/// # Examples
///
/// ```
/// use errbook::{ApiError, Book};
/// use errbook_docgen::{Block, Format, List};
///
/// #[derive(Debug, ApiError)]
/// #[api(display)]
/// enum OrderError {
///     /// No order has this number.
///     #[api(status = 404, code = "NoSuchOrder")]
///     NotFound,
/// }
///
/// static BOOK: Book = Book::new("Orders API", &[OrderError::CATALOG]);
///
/// let bullets = List::bullets("`{{ code }}` ({{ status }}): {{ description }}");
/// assert_eq!(
///     bullets.render(Format::Markdown, &BOOK)?,
///     "- `NoSuchOrder` (404): No order has this number.\n",
/// );
///
/// let definitions = List::definitions("`{{ code }}`", "{{ description }}");
/// assert_eq!(definitions.render(Format::ReStructuredText, &BOOK)?, "\
/// ``NoSuchOrder``
///     No order has this number.
/// ");
/// # Ok::<(), errbook_docgen::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct List {
    /// The template of the terms, if items have terms.
    term: Option<String>,
    item: String,
    selection: Selection,
}

selecting!(List);

impl List {
    /// Creates a bullet list with the template of its items, in Markdown.
    pub fn bullets(item: impl Into<String>) -> Self {
        Self { term: None, item: template::prepared(&item.into()), selection: Selection::default() }
    }

    /// Creates a definition list with the templates of its terms, which take one line, and of their definitions.
    ///
    /// Markdown has the syntax of Markdown Extra, which Hugo, `MkDocs` and Pandoc support and GitHub does not.
    pub fn definitions(term: impl Into<String>, definition: impl Into<String>) -> Self {
        Self { term: Some(template::prepared(&term.into())), ..Self::bullets(definition) }
    }
}

/// The list of these errors.
fn list(format: Format, templates: &Templates<'_>, errors: &[Value]) -> Result<ast::Block, Error> {
    let blocks = |error| Ok::<_, Error>(format.item(&templates.item.render(error)?, &templates.item.parsed));
    if let Some(term) = &templates.term {
        let item = |error| {
            let term = format.term(&term.render(error)?, &term.parsed);
            Ok(Definition { term, blocks: blocks(error)? })
        };
        return Ok(ast::Block::Definitions(errors.iter().map(item).collect::<Result<_, Error>>()?));
    }
    let items = errors.iter().map(|error| Ok(Item::of(blocks(error)?))).collect::<Result<_, Error>>()?;
    Ok(ast::Block::List(ast::List { items, ..ast::List::default() }))
}

impl Take for List {
    options!(|list, option, value, _is_first|
        "term" => list.term = Some(template::prepared(value)),
        "item" => list.item = template::prepared(value),
        _ => {}
    );
}

impl Options for List {
    fn render_selected(&self, context: &RenderContext<'_>) -> Result<String, Error> {
        let format = context.format();
        let engine = template::engine();
        let errors =
            self.selection.apply(&engine, facts::errors(context.book(), context.lock()), ERROR_NAMES)?;
        let compile =
            |name, source| Template { name, source, in_scope: ERROR_NAMES }.compile(&engine, &errors);
        let term = self.term.as_deref().map(|term| compile("the term", term)).transpose()?;
        let templates = Templates { term, item: compile("the item", &self.item)? };
        if self.selection.group.is_some() && !format.markup().has_groups() {
            return Err(Error::not_in_format("a grouped list", format));
        }
        let blocks =
            Group::each(self.selection.group.as_ref(), &engine, format, &errors, ERROR_NAMES, |part| {
                Ok(vec![list(format, &templates, part.rows)?])
            })?;
        Ok(format.markup().blocks(&blocks) + "\n")
    }

    fn selection(&mut self) -> &mut Selection {
        &mut self.selection
    }
}

struct Templates<'t> {
    term: Option<Compiled<'t>>,
    item: Compiled<'t>,
}

impl Block for List {
    with_options!();
}
