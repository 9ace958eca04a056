//! Pages rendered from a template over the whole book.

mod retired;

use std::collections::BTreeMap;
use std::fmt;

use minijinja::value::merge_maps;
use minijinja::{Value, context};

use crate::ast::BLANKS;
use crate::block::options::builder;
use crate::block::{Block, RenderContext};
use crate::error::{Error, ErrorKind};
use crate::facts::{self, ERROR_NAMES};
use crate::format::Format;
use crate::template::{self, Compiled, Template};

/// A page rendered from a [minijinja](https://docs.rs/minijinja) template, which is written in the markup of the page.
///
/// The template may use `book` ([its names](crate#names-of-the-book)), `errors` and `blocks.NAME`. The page of one code may also
/// use the [names of cells](crate#names-in-templates), and its `errors` are those with the code. A line with only a tag, such as
/// `{% for error in errors %}`, leaves no empty line behind. The front matter of a Markdown page is YAML, and values in it are
/// quoted where YAML requires it.
///
/// # Examples
///
/// ```
/// use errbook::{Book, HttpError};
/// use errbook_docgen::{Block, Format, Page};
///
/// static BOOK: Book = Book::new("Orders API", &[HttpError::CATALOG]);
///
/// let page = Page::new("errors.md.jinja", "\
/// ---
/// title: {{ book.name }}
/// ---
/// {% for error in errors if error.status == 404 %}
/// **{{ error.status }}** {{ error.title }}
/// {% endfor %}
/// ");
/// assert_eq!(page.render(Format::Markdown, &BOOK)?, "---\ntitle: Orders API\n---\n**404** Not Found\n");
/// # Ok::<(), errbook_docgen::Error>(())
/// ```
pub struct Page<'b> {
    name: String,
    source: String,
    blocks: Vec<(String, Box<dyn Block + 'b>)>,
}

/// The page of one code, and its path.
#[derive(Debug)]
pub(crate) struct CodePage {
    pub(crate) code: String,
    pub(crate) path: String,
    pub(crate) content: String,
}

const PAGE_NAMES: [&str; 3] = ["book", "errors", "blocks"];

impl<'b> Page<'b> {
    /// Creates a page from a template and its name, which appears in errors.
    pub fn new(name: impl Into<String>, source: impl Into<String>) -> Self {
        Self { name: name.into(), source: template::prepared(&source.into()), blocks: Vec::new() }
    }

    builder! {
        /// Adds a block that the template can insert with `{{ blocks.NAME }}`.
        block(self, name: impl Into<String>, block: impl Block + 'b) { self.blocks.push((name.into(), Box::new(block))); }
    }

    /// The names of a whole page. Only the blocks that it uses are rendered, since others may be for other formats.
    fn context(
        &self,
        compiled: &Compiled<'_>,
        context: &RenderContext<'_>,
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
            let rendered = block.render_with(context)?;
            let rendered = rendered.trim_end_matches(BLANKS).to_owned();
            blocks.insert(name.as_str(), Value::from_safe_string(rendered));
        }
        let names_book = compiled.looked_up("book").is_none_or(|names| !names.is_empty());
        let book = names_book.then(|| facts::book(context.book(), context.lock(), errors));
        Ok(context!(book, errors, blocks))
    }

    fn write(&self, format: Format, printed: &str) -> Result<String, Error> {
        format.page(printed).map_err(|line| {
            let message = format!(
                "{}: a value in front matter is the text behind `key: `, or in quotes, found `{line}`; elsewhere use `tojson`",
                self.name
            );
            Error::new(ErrorKind::Template, &message)
        })
    }

    fn template<'t>(&'t self, in_scope: &'t [&'static str]) -> Template<'t> {
        Template { name: &self.name, source: &self.source, in_scope }
    }

    /// A page for each code. The path is a template with the same names.
    pub(crate) fn for_each_code(
        &self,
        path: &str,
        context: &RenderContext<'_>,
    ) -> Result<Vec<CodePage>, Error> {
        let in_scope: Vec<_> = ERROR_NAMES.iter().copied().chain(["book", "blocks"]).collect();
        let errors = context.errors();
        let path = Template { name: "the path", source: path, in_scope: ERROR_NAMES }.compile(&errors)?;
        let page = self.template(&in_scope).compile(&errors)?;
        let whole = self.context(&page, context, &errors)?;
        let pages = facts::by_code(&errors).into_iter().map(|errors| {
            let error = errors.first().cloned().unwrap_or_default();
            // Later maps override earlier ones.
            let scope = merge_maps([whole.clone(), error.clone(), context!(errors => errors)]);
            let whole_page = self.write(context.format(), &page.render(&scope)?)?;
            let path = template::plain_text(&path.render(&error)?);
            let code = error.get_attr("code").map(|code| template::text(&code)).unwrap_or_default();
            Ok(CodePage { code, path, content: whole_page })
        });
        let mut pages = pages.collect::<Result<Vec<_>, Error>>()?;
        if let Some(lock) = context.lock().filter(|_| context.format().markup().has_prose()) {
            retired::push(lock, context.format(), &path, &mut pages)?;
        }
        Ok(pages)
    }
}

impl fmt::Debug for Page<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let blocks: Vec<&str> = self.blocks.iter().map(|(name, _)| name.as_str()).collect();
        f.debug_struct("Page").field("name", &self.name).field("blocks", &blocks).finish_non_exhaustive()
    }
}

impl Block for Page<'_> {
    fn render_with(&self, context: &RenderContext<'_>) -> Result<String, Error> {
        let errors = context.errors();
        let template = self.template(&PAGE_NAMES).compile(&[])?;
        let scope = self.context(&template, context, &errors)?;
        self.write(context.format(), &template.render(&scope)?)
    }
}
