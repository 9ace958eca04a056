//! Lists with an item for each error.

use minijinja::Value;

use crate::block::options::{Options, with_options};
use crate::block::select::{Group, Selection, selecting};
use crate::block::{Block, RenderContext};
use crate::error::Error;
use crate::facts::{self, ERROR_NAMES};
use crate::format::Format;
use crate::markup::{self, Place};
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
/// let definitions = List::definitions("``{{ code }}``", "{{ description }}");
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
    group: Option<Group>,
}

selecting!(List);

impl List {
    /// Creates a bullet list with the template of its items, which is written in the markup of the output.
    pub fn bullets(item: impl Into<String>) -> Self {
        Self {
            term: None,
            item: template::keep_lines(&item.into()),
            selection: Selection::default(),
            group: None,
        }
    }

    /// Creates a definition list with the templates of its terms, which take one line, and of their definitions.
    ///
    /// Markdown has the syntax of Markdown Extra, which Hugo, `MkDocs` and Pandoc support and GitHub does not.
    pub fn definitions(term: impl Into<String>, definition: impl Into<String>) -> Self {
        Self { term: Some(term.into()), ..Self::bullets(definition) }
    }

    fn write(&self, format: Format, templates: &Templates<'_>, errors: &[Value]) -> Result<String, Error> {
        let signs = Signs::of(format, self.term.is_some())?;
        let mut printed = signs.begin.to_owned();
        for error in errors {
            if let Some(term) = &templates.term {
                printed.push_str(signs.term.0);
                printed.push_str(term.render(error)?.trim());
                printed.push_str(signs.term.1);
            }
            printed.push_str(signs.item.0);
            printed.push_str(&template::indent(templates.item.render(error)?.trim(), signs.indentation));
            printed.push_str(signs.item.1);
        }
        printed.push_str(signs.end);
        let mut list = markup::assemble(format, &printed, Place::Page);
        list.truncate(markup::trim_end(&list).len());
        list.push('\n');
        Ok(list)
    }
}

impl Options for List {
    const OWN: &'static [&'static str] = &["term", "item"];

    fn render_selected(&self, context: &RenderContext<'_>) -> Result<String, Error> {
        let (format, book) = (context.format(), context.book());
        let engine = template::engine();
        let errors = self.selection.apply(&engine, facts::errors(book), ERROR_NAMES)?;
        let compile =
            |name, source| Template { name, source, in_scope: ERROR_NAMES }.compile(&engine, &errors);
        let term = self.term.as_deref().map(|term| compile("the term", term)).transpose()?;
        let templates = Templates { term, item: compile("the item", &self.item)? };
        Group::each(self.group.as_ref(), &engine, format, &errors, ERROR_NAMES, |part| {
            self.write(format, &templates, part.rows)
        })
    }

    fn selected(&mut self) -> (&mut Selection, &mut Option<Group>) {
        (&mut self.selection, &mut self.group)
    }

    fn take(&mut self, option: &str, value: &str) -> Result<(), &'static str> {
        match option {
            "term" => self.term = Some(value.to_owned()),
            _ => self.item = template::keep_lines(value),
        }
        Ok(())
    }
}

struct Templates<'t> {
    term: Option<Compiled<'t>>,
    item: Compiled<'t>,
}

impl Block for List {
    with_options!();
}

/// The markup around terms and items.
struct Signs {
    begin: &'static str,
    term: (&'static str, &'static str),
    item: (&'static str, &'static str),
    end: &'static str,
    /// Before each further line of an item.
    indentation: &'static str,
}

impl Signs {
    fn of(format: Format, has_terms: bool) -> Result<Self, Error> {
        let none = ("", "");
        let signs = |begin, term, item, end, indentation| Self { begin, term, item, end, indentation };
        Ok(match (format, has_terms) {
            (Format::Markdown | Format::Mdx, false) => signs("", none, ("- ", "\n"), "", "  "),
            (Format::AsciiDoc, false) => signs("", none, ("* ", "\n"), "", ""),
            (Format::ReStructuredText, false) => signs("", none, ("* ", "\n"), "", "  "),
            (Format::Html, false) => signs("<ul>\n", none, ("<li>", "</li>\n"), "</ul>", ""),
            (Format::Markdown, true) => signs("", ("", "\n"), (":   ", "\n\n"), "", "    "),
            (Format::AsciiDoc, true) => signs("", ("", "::"), (" ", "\n"), "", ""),
            (Format::ReStructuredText, true) => signs("", ("", "\n"), ("    ", "\n\n"), "", "    "),
            (Format::Html | Format::Mdx, true) => {
                signs("<dl>\n", ("<dt>", "</dt>\n"), ("<dd>", "</dd>\n"), "</dl>", "")
            }
            (Format::Csv, _) => return Err(Error::not_in_format("a list", format)),
        })
    }
}
