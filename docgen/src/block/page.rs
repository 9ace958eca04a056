//! Pages made of a template: prose of any kind around what the book knows.

use std::collections::BTreeMap;
use std::fmt;

use errbook::Book;
use minijinja::value::merge_maps;
use minijinja::{Value, context};

use crate::block::Block;
use crate::error::Error;
use crate::facts::{self, ERROR_NAMES};
use crate::format::Format;
use crate::markup::{self, Place};
use crate::template::{self, Compiled, Template};

/// A page made of a [minijinja](https://docs.rs/minijinja) template, in the language of the page.
///
/// The template may name `book` (`book.name`, `book.errors`, `book.types`), `errors` and `blocks.NAME`; a page for one code
/// also all that [cells](crate#what-templates-may-name) may, and its `errors` are those with the code. A line that holds a tag such as
/// `{% for error in errors %}` alone leaves no line behind. The front matter of a page of Markdown is YAML, and values in it are written as that.
///
/// # Examples
///
/// ```
/// use errbook::{ApiError, Book, Catalogued};
/// use errbook_docgen::{Block, Format, Page};
///
/// #[derive(Debug, ApiError)]
/// #[api(display)]
/// enum OrderError {
///     /// There is no order with this number.
///     ///
///     /// # Solution
///     /// Look at `/orders` for those that there are.
///     #[api(status = 404, code = "NoSuchOrder")]
///     NotFound,
/// }
///
/// static BOOK: Book = Book::new("Orders API", &[OrderError::CATALOG]);
///
/// let page = Page::new("errors.md.jinja", "\
/// ---
/// title: {{ book.name }}
/// ---
/// {% for error in errors %}
/// **{{ error.status }}** {{ error.description }}
/// *Solution*: {{ error.sections.Solution }}
/// {% endfor %}
/// ");
/// assert_eq!(page.render(Format::Markdown, &BOOK)?, "\
/// ---
/// title: Orders API
/// ---
/// **404** There is no order with this number.
/// *Solution*: Look at `/orders` for those that there are.
/// ");
/// # Ok::<(), errbook_docgen::Error>(())
/// ```
pub struct Page<'b> {
    name: String,
    source: String,
    blocks: Vec<(String, Box<dyn Block + 'b>)>,
}

/// A page for one code, and where it is to be.
#[derive(Debug)]
pub(crate) struct CodePage {
    pub(crate) code: String,
    pub(crate) path: String,
    pub(crate) content: String,
}

const PAGE_NAMES: [&str; 3] = ["book", "errors", "blocks"];

impl<'b> Page<'b> {
    /// Makes a page of the name of its template, for errors, and the template.
    pub fn new(name: impl Into<String>, source: impl Into<String>) -> Self {
        Self { name: name.into(), source: template::keep_lines(&source.into()), blocks: Vec::new() }
    }

    /// Adds a block that the template may name, as `{{ blocks.NAME }}`.
    #[must_use]
    pub fn block(mut self, name: impl Into<String>, block: impl Block + 'b) -> Self {
        self.blocks.push((name.into(), Box::new(block)));
        self
    }

    /// What a template of a whole page may name; of the blocks those that it does, since others may be for other formats.
    fn context(
        &self,
        compiled: &Compiled<'_>,
        format: Format,
        book: &Book,
        errors: &[Value],
    ) -> Result<Value, Error> {
        let names = || self.blocks.iter().map(|(name, _)| name.as_str());
        let used = compiled.looked_up("blocks");
        let used = used.unwrap_or_else(|| names().map(str::to_owned).collect());
        if let Some(unknown) = used.iter().find(|name| names().all(|known| known != name.as_str())) {
            let known = names().map(|name| format!("blocks.{name}"));
            return Err(self.template(&PAGE_NAMES).unknown(&format!("blocks.{unknown}"), known));
        }
        let mut blocks = BTreeMap::new();
        for (name, block) in self.blocks.iter().filter(|(name, _)| used.contains(name)) {
            let rendered = block.render(format, book)?;
            blocks.insert(name.as_str(), Value::from_safe_string(markup::trim_end(&rendered).to_owned()));
        }
        Ok(context!(book => facts::book(book, errors), errors => errors, blocks => blocks))
    }

    fn template<'t>(&'t self, in_scope: &'t [&'static str]) -> Template<'t> {
        Template { name: &self.name, source: &self.source, in_scope }
    }

    /// A page for each code. The path is a template too, over what the page is.
    pub(crate) fn for_each_code(
        &self,
        path: &str,
        format: Format,
        book: &Book,
    ) -> Result<Vec<CodePage>, Error> {
        let engine = template::engine();
        let in_scope: Vec<_> = ERROR_NAMES.iter().copied().chain(["book", "blocks"]).collect();
        let errors = facts::errors(book);
        let path = Template { name: "the path", source: path, in_scope: ERROR_NAMES };
        let path = path.compile(&engine, &errors)?;
        let page = self.template(&in_scope).compile(&engine, &errors)?;
        let whole = self.context(&page, format, book, &errors)?;
        let pages = facts::by_code(&errors).into_iter().map(|errors| {
            let error = errors.first().cloned().unwrap_or_default();
            // Of two with one name, the later counts.
            let scope = merge_maps([whole.clone(), error.clone(), context!(errors => errors)]);
            let content = markup::assemble(format, &page.render(&scope)?, Place::Page);
            let path = markup::assemble(Format::Csv, &path.render(&error)?, Place::Cell);
            let code = error.get_attr("code").map(|code| template::text(&code)).unwrap_or_default();
            Ok(CodePage { code, path, content })
        });
        pages.collect()
    }
}

impl fmt::Debug for Page<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let blocks: Vec<&str> = self.blocks.iter().map(|(name, _)| name.as_str()).collect();
        f.debug_struct("Page").field("name", &self.name).field("blocks", &blocks).finish_non_exhaustive()
    }
}

impl Block for Page<'_> {
    fn render(&self, format: Format, book: &Book) -> Result<String, Error> {
        let engine = template::engine();
        let errors = facts::errors(book);
        let template = self.template(&PAGE_NAMES).compile(&engine, &[])?;
        let context = self.context(&template, format, book, &errors)?;
        Ok(markup::assemble(format, &template.render(&context)?, Place::Page))
    }
}
