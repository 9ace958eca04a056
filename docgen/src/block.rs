//! Blocks: the content of a file or a region, rendered in its format.

mod changelog;
mod context;
mod html_page;
mod list;
mod matrix;
pub(crate) mod options;
pub(crate) mod page;
mod sections;
mod select;
mod table;

use errbook::Book;

pub use self::changelog::Changelog;
pub use self::context::RenderContext;
pub use self::html_page::HtmlPage;
pub use self::list::List;
pub use self::matrix::Matrix;
pub use self::page::Page;
pub use self::sections::Sections;
pub use self::select::Group;
pub use self::table::{Align, Column, Delimiter, Spaces, Style, Table, WidthUnit};

use crate::ast;
use crate::error::Error;
use crate::format::Format;

/// A piece of documentation, generated from a book: the content of a file or of a region.
///
/// # Examples
///
/// A custom block:
///
/// ```
/// use errbook::Book;
/// use errbook_docgen::{Block, Error, Format, RenderContext};
///
/// /// The number of errors.
/// struct Count;
///
/// impl Block for Count {
///     fn render_with(&self, context: &RenderContext<'_>) -> Result<String, Error> {
///         Ok(format!("There are {} errors.\n", context.book().documented_entries().count()))
///     }
/// }
///
/// static BOOK: Book = Book::new("Orders API", &[]);
/// assert_eq!(Count.render(Format::Markdown, &BOOK)?, "There are 0 errors.\n");
/// # Ok::<(), Error>(())
/// ```
pub trait Block {
    /// Renders the block for a page, as whole lines that end with `\n`.
    ///
    /// # Errors
    ///
    /// If it cannot be rendered, cannot be written in the format, or the value of an option is invalid. [`Error::other`] makes an error
    /// of any message.
    fn render_with(&self, context: &RenderContext<'_>) -> Result<String, Error>;

    /// The names of the options that it takes in a region: `<!-- errbook:begin NAME key="value" -->`.
    ///
    /// In a region, other options are errors. The provided method takes none.
    fn options(&self) -> Vec<&'static str> {
        Vec::new()
    }

    /// The format of a block that always writes the same one. With it, [`Docs::file`](crate::Docs::file) takes any file name, such as
    /// `errors.ts`.
    fn format(&self) -> Option<Format> {
        None
    }

    /// Renders the block in a format, without options.
    ///
    /// # Errors
    ///
    /// The errors of [`render_with`](Self::render_with).
    fn render(&self, format: Format, book: &Book) -> Result<String, Error> {
        self.render_with(&RenderContext::new(format, book))
    }
}

macro_rules! forward {
    ($($pointer:ty),*) => {$(
        impl<B: Block + ?Sized> Block for $pointer {
            fn render_with(&self, context: &RenderContext<'_>) -> Result<String, Error> {
                (**self).render_with(context)
            }

            fn options(&self) -> Vec<&'static str> {
                (**self).options()
            }

            fn format(&self) -> Option<Format> {
                (**self).format()
            }
        }
    )*};
}

forward!(&B, Box<B>, std::sync::Arc<B>);

macro_rules! default_is_new {
    ($($block:ty),*) => {$(
        impl Default for $block {
            fn default() -> Self {
                Self::new()
            }
        }
    )*};
}

default_is_new!(Changelog, HtmlPage, Matrix, Sections);

/// All statuses of an error: `404`, `400, 413, 422`, or `502, 4xx, 5xx`.
pub(crate) const STATUSES: &str = "{{ statuses | join(', ') }}{{ ', 4xx, 5xx' if any_status }}";

/// Blocks whose headings are those of the page: those of doc comments may be written in another way, since they may be in a list.
fn of_page(format: Format, mut blocks: Vec<ast::Block>) -> Vec<ast::Block> {
    for block in &mut blocks {
        if let ast::Block::Heading { level, content } = block {
            *block = ast::Block::Raw(format.markup().heading(*level, content, None));
        }
    }
    blocks
}

/// A block for regions that need no [`Docs::block`](crate::Docs::block), and its name.
type BuiltIn = (&'static str, fn() -> Box<dyn Block>);

pub(crate) const BUILT_IN: [BuiltIn; 6] = [
    ("table", || Box::new(Table::new())),
    ("sections", || Box::new(Sections::new())),
    // The fallbacks are for errors without a description.
    ("bullets", || Box::new(List::bullets("{{ code | code }}: {{ description or message or title }}"))),
    ("definitions", || {
        Box::new(List::definitions("{{ code | code }}", "{{ description or message or title }}"))
    }),
    ("matrix", || Box::new(Matrix::new())),
    ("changelog", || Box::new(Changelog::new())),
];
