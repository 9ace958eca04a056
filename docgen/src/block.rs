//! What can be put into a page: anything that renders itself in the page's format.

mod list;
mod options;
pub(crate) mod page;
mod sections;
mod select;
mod table;

use errbook::Book;

pub use self::list::List;
pub use self::page::Page;
pub use self::sections::Sections;
pub use self::select::Group;
pub use self::table::{Align, Column, Delimiter, Style, Table, Unit};

use crate::error::Error;
use crate::format::Format;

/// A piece of documentation, made of a book: what a file consists of, or what a region of a page holds.
///
/// # Examples
///
/// A block of one's own:
///
/// ```
/// use errbook::Book;
/// use errbook_docgen::{Block, Error, Format};
///
/// /// How many errors there are.
/// struct Count;
///
/// impl Block for Count {
///     fn render(&self, _: Format, book: &Book) -> Result<String, Error> {
///         Ok(format!("There are {} errors.\n", book.documented().count()))
///     }
/// }
///
/// static BOOK: Book = Book::new("Orders API", &[]);
/// assert_eq!(Count.render(Format::Markdown, &BOOK)?, "There are 0 errors.\n");
/// # Ok::<(), Error>(())
/// ```
pub trait Block {
    /// The block in a format: whole lines, with `\n` at their ends.
    ///
    /// # Errors
    ///
    /// If it cannot be made, or has no form in this format.
    fn render(&self, format: Format, book: &Book) -> Result<String, Error>;

    /// The block as a region wants it: `options` are those of the opening comment, in order; keys may repeat.
    ///
    /// A block takes no options unless it brings its own `render_with`.
    ///
    /// # Errors
    ///
    /// If there is an option that the block does not know, or [`render`](Self::render) fails.
    fn render_with(
        &self,
        options: &[(String, String)],
        format: Format,
        book: &Book,
    ) -> Result<String, Error> {
        match options.first() {
            None => self.render(format, book),
            Some((option, _)) => {
                Err(Error::UnknownOption { option: option.clone(), nearest: None, known: Vec::new() })
            }
        }
    }
}

macro_rules! forward {
    ($($pointer:ty),*) => {$(
        impl<B: Block + ?Sized> Block for $pointer {
            fn render(&self, format: Format, book: &Book) -> Result<String, Error> {
                (**self).render(format, book)
            }

            fn render_with(
                &self,
                options: &[(String, String)],
                format: Format,
                book: &Book,
            ) -> Result<String, Error> {
                (**self).render_with(options, format, book)
            }
        }
    )*};
}

forward!(&B, Box<B>, std::sync::Arc<B>);

/// The names that a region can use without a block of this name.
pub(crate) const BUILT_IN: [&str; 4] = ["table", "sections", "bullets", "definitions"];

/// What a region is made of that says all it wants in its options.
pub(crate) fn built_in(name: &str) -> Option<Box<dyn Block>> {
    Some(match name {
        "table" => Box::new(
            Table::new()
                .column(Column::new("Status", "{{ status }} {{ title }}").align(Align::Left))
                .column(Column::new("Code", "{{ code | code }}").align(Align::Left))
                .column(Column::new("Meaning", "{{ description }}").align(Align::Left)),
        ),
        "sections" => Box::new(Sections::new()),
        // Without a description there would be nothing behind the colon, or below the term.
        "bullets" => Box::new(List::bullets("{{ code | code }}: {{ description or message or title }}")),
        "definitions" => {
            Box::new(List::definitions("{{ code | code }}", "{{ description or message or title }}"))
        }
        _ => return None,
    })
}
