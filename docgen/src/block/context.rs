//! What a block is rendered for: the format, the book, the page, and the options of the region.

use errbook::Book;
use errbook_contract::Lock;
use minijinja::Value;

use super::options::builder;
use crate::format::{Format, Position};
use crate::template::holdable;
use crate::{ast, facts};

/// What a [`Block`](crate::Block) is rendered for.
#[derive(Debug, Clone, Copy)]
pub struct RenderContext<'c> {
    format: Format,
    book: &'c Book,
    path: Option<&'c str>,
    options: &'c [(String, String)],
    lock: Option<&'c Lock>,
}

impl<'c> RenderContext<'c> {
    /// Creates a context without a page and without options.
    pub fn new(format: Format, book: &'c Book) -> Self {
        Self { format, book, path: None, options: &[], lock: None }
    }

    builder! {
        /// Sets the path of the page.
        with_path(self, path: &'c str) { self.path = Some(path); }

        /// Sets the options.
        with_options(self, options: &'c [(String, String)]) { self.options = options; }

        /// Sets the lock, from which blocks take what a book does not have: endpoints, retired codes, the changelog.
        ///
        /// # Examples
        ///
        /// ```
        /// use errbook::Book;
        /// use errbook_contract::{Endpoints, Lock};
        /// use errbook_docgen::{Block, Format, Page, RenderContext};
        ///
        /// static BOOK: Book = Book::new("Orders API", &[]);
        ///
        /// let lock = Lock::of(&BOOK).with_endpoints(Endpoints::new().with_any("POST /batch"));
        /// let context = RenderContext::new(Format::Markdown, &BOOK).with_lock(&lock);
        /// let page = Page::new("endpoints.md", "{{ book.endpoints }}");
        /// assert_eq!(page.render_with(&context)?, "POST /batch");
        /// # Ok::<(), errbook_docgen::Error>(())
        /// ```
        with_lock(self, lock: &'c Lock) { self.lock = Some(lock); }
    }

    /// The format of the page.
    pub fn format(&self) -> Format {
        self.format
    }

    /// The book.
    pub fn book(&self) -> &'c Book {
        self.book
    }

    /// The path of the page, as given to [`Docs`](crate::Docs). It is absent outside of a `Docs`, and for a block that is rendered
    /// once for the pages of all codes.
    pub fn path(&self) -> Option<&'c str> {
        self.path
    }

    /// The lock. [`Docs`](crate::Docs) has one if it knows endpoints or writes [a lock](crate::Docs::lock).
    pub fn lock(&self) -> Option<&'c Lock> {
        self.lock
    }

    /// The options of the opening comment, in order. A key may repeat. Only [known](crate::Block::options) ones get here.
    pub fn options(&self) -> &'c [(String, String)] {
        self.options
    }

    /// The documented errors, as values of templates.
    pub(super) fn errors(&self) -> Vec<Value> {
        facts::errors(self.book, self.lock)
    }

    /// The text, escaped for a paragraph of the format: readers of the page see it unchanged.
    ///
    /// # Examples
    ///
    /// ```
    /// use errbook::Book;
    /// use errbook_docgen::{Format, RenderContext};
    ///
    /// static BOOK: Book = Book::new("Orders API", &[]);
    /// assert_eq!(RenderContext::new(Format::Html, &BOOK).escape("a < b"), "a &lt; b");
    /// assert_eq!(RenderContext::new(Format::Mdx, &BOOK).escape("{id}"), "\\{id\\}");
    /// ```
    pub fn escape(&self, text: &str) -> String {
        self.format.markup().inline(&ast::text(&holdable(text)), Position::default())
    }
}
