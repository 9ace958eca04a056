//! Lists with an item for each error.

use minijinja::Value;

use crate::ast::{self, Definition, Item};
use crate::block::options::{Options, options};
use crate::block::select::{Scope, Selection, selecting};
use crate::block::{Block, RenderContext};
use crate::error::Error;
use crate::facts::ERROR_NAMES;
use crate::format::Place;
use crate::template;

/// A list with an item for each error of a book: bullets, or terms and their definitions.
///
/// # Examples
///
/// ```
/// use errbook::{Book, HttpError};
/// use errbook_docgen::{Block, Format, List};
///
/// static BOOK: Book = Book::new("Orders API", &[HttpError::CATALOG]);
///
/// let bullets = List::bullets("`{{ code }}` ({{ status }}): {{ title }}").filter("status == 404");
/// assert_eq!(bullets.render(Format::Markdown, &BOOK)?, "- `NOT_FOUND` (404): Not Found\n");
///
/// let definitions = List::definitions("`{{ code }}`", "{{ title }}").filter("status == 404");
/// assert_eq!(definitions.render(Format::ReStructuredText, &BOOK)?, "``NOT_FOUND``\n    Not Found\n");
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

options!(List: |list, value, is_first|
    "term" => list.term = Some(template::prepared(value)),
    "item" => list.item = template::prepared(value),
    ..selection: Selection
);

impl Block for List {
    fn render_with(&self, context: &RenderContext<'_>) -> Result<String, Error> {
        let list = self.with_options(context.options())?;
        let format = context.format();
        let scope = Scope { format, names: ERROR_NAMES };
        let errors = list.selection.apply(scope, context.errors())?;
        let term = list.term.as_deref().map(|term| scope.compile("the term", term, &errors)).transpose()?;
        let item = scope.compile("the item", &list.item, &errors)?;
        let item = |error: &Value| Ok(format.item(&item.render(error)?, &item.parsed));
        let mut blocks = Vec::new();
        for (above, errors) in list.selection.parts(scope, "a grouped list", errors)? {
            let errors = errors.iter();
            blocks.extend(above);
            blocks.push(match &term {
                Some(term) => {
                    let definition = |error| {
                        let term = format.line(Place::Term, &term.render(error)?, &term.parsed);
                        Ok(Definition { term, blocks: item(error)? })
                    };
                    ast::Block::Definitions(errors.map(definition).collect::<Result<_, Error>>()?)
                }
                None => {
                    let items = errors
                        .map(|error| Ok(Item { checked: None, blocks: item(error)? }))
                        .collect::<Result<_, Error>>()?;
                    ast::Block::List(ast::List { items, ..ast::List::default() })
                }
            });
        }
        Ok(format.markup().blocks(&blocks) + "\n")
    }

    fn options(&self) -> Vec<&'static str> {
        Self::names()
    }
}
