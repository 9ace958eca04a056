//! The changelog of the contract, from the lock.

use crate::ast;
use crate::block::options::{Options, builder, level, options};
use crate::block::{Block, RenderContext, of_page};
use crate::error::{Error, ErrorKind};
use crate::template::holdable;

/// What was added, changed and retired in each release, from the [lock](crate::Docs::lock): the newest release first.
///
/// In a region, the option `level` is the level of the headings of releases: `<!-- errbook:begin changelog level="3" -->`.
///
/// # Examples
///
/// ```
/// use errbook::{ApiError, Book};
/// use errbook_contract::Lock;
/// use errbook_docgen::{Block, Changelog, Format, RenderContext};
///
/// #[derive(Debug, ApiError)]
/// #[api(display, status = 404, code = "NO_ORDER", since = "1.2.0")]
/// struct NotFound;
///
/// static BOOK: Book = Book::new("Orders API", &[NotFound::CATALOG]);
///
/// // In `Docs`, the lock is the one that `Docs::lock` keeps.
/// let lock = Lock::of(&BOOK);
/// let changelog = Changelog::new().render_with(&RenderContext::new(Format::Markdown, &BOOK).with_lock(&lock))?;
/// assert_eq!(changelog, "## 1.2.0\n\n### Added\n\n- `NO_ORDER` (404): Not Found\n");
/// # Ok::<(), errbook_docgen::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Changelog {
    level: usize,
}

impl Changelog {
    /// Creates a changelog whose releases have headings of level 2.
    pub fn new() -> Self {
        Self { level: 2 }
    }

    builder! {
        /// Sets the level of the headings of releases, from 2 to 5.
        level(self, level: usize) { self.level = level.clamp(2, 5); }
    }
}

options!(Changelog: |changelog, value, _is_first| "level" => changelog.level = level(value, 2..=5)?,);

impl Block for Changelog {
    fn render_with(&self, context: &RenderContext<'_>) -> Result<String, Error> {
        let markup = context.format().markup();
        if !markup.has_prose() {
            return Err(Error::not_in_format("a changelog", context.format()));
        }
        let without = || Error::new(ErrorKind::Contract, "the block needs a lock: add `Docs::lock`");
        let lock = context.lock().ok_or_else(without)?;
        let Self { level } = self.with_options(context.options())?;
        let mut blocks = ast::parse(&holdable(&lock.changelog()));
        ast::deepen(&mut blocks, level - 2);
        Ok(markup.blocks(&of_page(context.format(), blocks)) + "\n")
    }

    fn options(&self) -> Vec<&'static str> {
        Self::names()
    }
}
