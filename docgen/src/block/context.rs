//! What a block is rendered for: the format, the book, the page, and the options of the region.

use errbook::Book;

use crate::ast;
use crate::format::Format;
use crate::format::Position;

/// What a [`Block`](crate::Block) is rendered for.
#[derive(Debug, Clone, Copy)]
pub struct RenderContext<'c> {
    format: Format,
    book: &'c Book,
    path: Option<&'c str>,
    options: &'c [(String, String)],
}

impl<'c> RenderContext<'c> {
    /// Creates a context without a page and without options.
    pub fn new(format: Format, book: &'c Book) -> Self {
        Self { format, book, path: None, options: &[] }
    }

    /// Sets the path of the page.
    #[must_use]
    pub fn with_path(mut self, path: &'c str) -> Self {
        self.path = Some(path);
        self
    }

    /// Sets the options.
    #[must_use]
    pub fn with_options(mut self, options: &'c [(String, String)]) -> Self {
        self.options = options;
        self
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

    /// The options of the opening comment, in order. A key may repeat. Only [known](crate::Block::options) ones get here.
    pub fn options(&self) -> &'c [(String, String)] {
        self.options
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
        let text: String = crate::template::holdable(text).collect();
        self.format.markup().inline(&ast::text(&text), Position::default())
    }
}
