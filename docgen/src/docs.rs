//! The pages of a crate: which ones there are, and the test that keeps them true.
//!
//! What a page becomes is made in `docs/plan.rs`, what a failed test says in `docs/report.rs`. Regions are in `region.rs`.

mod codes;
mod content;
mod diff;
mod file;
mod leftover;
mod mistake;
mod mode;
mod pattern;
mod plan;
mod region;
mod report;
mod stale;

use std::fmt;
use std::path::{Path, PathBuf};

use errbook::Book;

pub use self::mistake::{Mistake, Mistakes};
use self::mode::Mode;
use self::plan::Plan;
pub use self::stale::Stale;
use crate::block::Block;
use crate::format::Format;

/// The documentation of a book: files that are made of blocks, and regions of hand-written pages.
///
/// # Examples
///
/// One test keeps all pages true. It fails with a diff and the command that updates them; with `ERRBOOK=update` in the
/// environment it writes them.
///
/// ```no_run
/// use errbook::{ApiError, Book, Catalogued};
/// use errbook_docgen::{Docs, Table};
///
/// #[derive(Debug, ApiError)]
/// #[api(display)]
/// enum OrderError {
///     /// There is no such order.
///     #[api(status = 404, code = "NoSuchOrder")]
///     NotFound,
/// }
///
/// static BOOK: Book = Book::new("Orders API", &[OrderError::CATALOG]);
///
/// // In `tests/documentation.rs`, below `#[test]`:
/// fn documentation() {
///     let errors = Table::new().column(("Code", "`{{ code }}`")).column(("Status", "{{ status }}"));
///     Docs::new(&BOOK, env!("CARGO_MANIFEST_DIR"))
///         .block("errors", &errors)
///         .file("docs/errors.md", &errors)
///         .regions("README.md")
///         .check();
/// }
/// # documentation();
/// ```
///
/// A page with regions is written by hand. What stands between two comments is made:
///
/// ```markdown
/// # Orders
///
/// <!-- errbook:begin errors -->
///
/// | Code          | Status |
/// | ------------- | ------ |
/// | `NoSuchOrder` | 404    |
///
/// <!-- errbook:end -->
/// ```
///
/// Everything outside of them stays byte for byte, and the inside has the line ending and the indentation of the opening
/// comment; HTML, where blanks may be text, is not indented. A marker begins its line; in a code block it is an example, and stays.
///
/// | format | opening comment | closing comment |
/// | --- | --- | --- |
/// | Markdown, HTML | `<!-- errbook:begin NAME key="value" -->` | `<!-- errbook:end -->` |
/// | MDX | `{/* errbook:begin NAME key="value" */}` | `{/* errbook:end */}` |
/// | `AsciiDoc` | `// errbook:begin NAME key="value"` | `// errbook:end` |
/// | reStructuredText | `.. errbook:begin NAME key="value"` | `.. errbook:end` |
///
/// In a list of `AsciiDoc`, put the markers into an open block, between two lines of `--`, with `+` on a line before it. Without
/// one, the empty lines around what is written end the item.
///
/// `NAME` is that of a [`block`](Docs::block), or one of `table`, `sections`, `bullets` and `definitions`, which need no block; `errbook:end`
/// may repeat it. The options, `key=word`, `key="…"` or
/// `key='…'`, are for the block ([`Block::render_with`]); a key may repeat, and in quotes `\"` is a quote. The comments
/// of Markdown, HTML and MDX may span lines, and those of reStructuredText go on in indented lines.
///
/// The options of tables, lists and sections are what their methods say:
///
/// | option | of | like |
/// | --- | --- | --- |
/// | `filter`, `sort`, `sort-desc`, `one-per` | all | [`filter`](crate::Table::filter), [`sort_by`](crate::Table::sort_by), [`sort_by_desc`](crate::Table::sort_by_desc), [`one_per`](crate::Table::one_per) |
/// | `group`, `group-heading` | all | [`Group::by`](crate::Group::by), [`Group::heading`](crate::Group::heading) |
/// | `column="Header = template"`, once for each | `table` | [`column`](crate::Table::column), in place of those that the block has |
/// | `align="left, none, right"` | `table` | [`Column::align`](crate::Column::align), column for column |
/// | `style`, `unit` | `table` | `padded`, `compact` or `slate`; `characters` or `columns` |
/// | `item`, `term` | `bullets`, `definitions` | the templates of [`List`](crate::List) |
/// | `heading`, `level` | `sections` | [`Sections::heading`](crate::Sections::heading), [`Sections::level`](crate::Sections::level) |
/// | `details`, `headers`, `example` | `sections` | the headings of these parts; `""` leaves one out |
pub struct Docs<'b> {
    book: &'b Book,
    root: PathBuf,
    blocks: Vec<(String, Box<dyn Block + 'b>)>,
    outputs: Vec<Output<'b>>,
    has_mdx: bool,
    /// Paths of files that are written by hand, beside pages of codes.
    kept: Vec<String>,
}

/// A file to make.
struct Output<'b> {
    path: String,
    content: Content<'b>,
}

enum Content<'b> {
    /// The whole file.
    Block(Box<dyn Block + 'b>),
    /// Made of this template.
    Page(String),
    /// A file for each code, made of this template; the path is one too.
    PagePerCode(String),
    /// What is between the markers of the file that is there.
    Regions,
}

impl Output<'_> {
    /// The path of its template, if it is made of one.
    fn template(&self) -> Option<&str> {
        match &self.content {
            Content::Page(template) | Content::PagePerCode(template) => Some(template),
            Content::Block(_) | Content::Regions => None,
        }
    }

    /// Whether the path is a template.
    fn is_pattern(&self) -> bool {
        matches!(self.content, Content::PagePerCode(_))
    }
}

impl<'b> Docs<'b> {
    /// Starts with the book that all is made of and the folder that all paths begin in: `env!("CARGO_MANIFEST_DIR")`
    /// is that of the crate.
    ///
    /// Nothing outside of the folder is written, not through `..` and not through symlinks. The empty path is the current directory.
    pub fn new(book: &'b Book, root: impl AsRef<Path>) -> Self {
        let root = root.as_ref();
        Self {
            book,
            root: if root.as_os_str().is_empty() { PathBuf::from(".") } else { root.to_owned() },
            blocks: Vec::new(),
            outputs: Vec::new(),
            has_mdx: false,
            kept: Vec::new(),
        }
    }

    /// Takes files that end in `.md` for MDX, as Docusaurus does: `{` and `<` are escaped in them, and their regions are between
    /// `{/* errbook:begin NAME */}` and `{/* errbook:end */}`.
    #[must_use]
    pub fn mdx(mut self) -> Self {
        self.has_mdx = true;
        self
    }

    /// Names a block, for the regions of all pages.
    #[must_use]
    pub fn block(mut self, name: impl Into<String>, block: impl Block + 'b) -> Self {
        self.blocks.push((name.into(), Box::new(block)));
        self
    }

    /// Adds a file that consists of a block. The extension says the format ([`Format::of_path`](crate::Format::of_path)).
    ///
    /// A file that is there with `\r\n` at the end of its first line keeps these line endings.
    #[must_use]
    pub fn file(mut self, path: impl Into<String>, block: impl Block + 'b) -> Self {
        self.outputs.push(Output { path: path.into(), content: Content::Block(Box::new(block)) });
        self
    }

    /// Adds a page that is made of a template file, whose path begins in the root too. See [`Page`](crate::Page) for what it may name;
    /// all [blocks](Self::block) are in scope. A template is not a page itself: nothing is written over it.
    #[must_use]
    pub fn page(mut self, path: impl Into<String>, template: impl Into<String>) -> Self {
        self.outputs.push(Output { path: path.into(), content: Content::Page(template.into()) });
        self
    }

    /// Adds a page for each code. The path is a template as well: `docs/errors/{{ code | slug }}.md`.
    ///
    /// A file that such a path could mean and that no code has is a mistake: the page of a code that was removed. Those that are
    /// written by hand are [kept](Self::keep). None are looked for if a path begins with a tag, `{{ code | slug }}.md`: its folder is
    /// the root, which has files of many kinds.
    #[must_use]
    pub fn page_per_code(mut self, path: impl Into<String>, template: impl Into<String>) -> Self {
        self.outputs.push(Output { path: path.into(), content: Content::PagePerCode(template.into()) });
        self
    }

    /// Keeps a file that is written by hand and stands where [pages of codes](Self::page_per_code) do, or all files below a folder.
    ///
    /// A path where nothing is is a mistake. What is made and the templates are kept without this.
    #[must_use]
    pub fn keep(mut self, path: impl Into<String>) -> Self {
        self.kept.push(path.into());
        self
    }

    /// Adds a page that is written by hand and has regions.
    #[must_use]
    pub fn regions(mut self, path: impl Into<String>) -> Self {
        self.outputs.push(Output { path: path.into(), content: Content::Regions });
        self
    }

    /// Checks all files; with `ERRBOOK=update` in the environment, writes those that are out of date instead.
    ///
    /// # Panics
    ///
    /// If a file is out of date: with the differences of all of them, and the command that updates them. If there are
    /// [mistakes](Mistakes): with all of these, and nothing is written unless they are [pages of codes](Self::page_per_code)
    /// that are no more. If `ERRBOOK` has another value.
    #[track_caller]
    pub fn check(&self) {
        let report = match Mode::of_environment() {
            Ok(Mode::Check) => report::check(self.plan()),
            Ok(Mode::Update) => {
                let (written, mistakes) = self.plan().write();
                for path in written {
                    eprintln!("errbook: wrote {path}");
                }
                (!mistakes.is_empty()).then(|| report::list(&mistakes))
            }
            Err(what) => Some(Mistake::new(what).to_string()),
        };
        if let Some(report) = report {
            panic!("{report}");
        }
    }

    /// The files that are out of date, in the order in which they were added. Nothing is written.
    ///
    /// # Errors
    ///
    /// If a file cannot be made or read: everything that is wrong with any of them.
    pub fn stale(&self) -> Result<Vec<Stale>, Mistakes> {
        Ok(self.plan().whole()?.into_iter().map(|page| page.stale).collect())
    }

    /// Writes the files that are out of date, whatever `ERRBOOK` says, and returns their paths.
    ///
    /// All are made before the first is written, and each has its old content or its new one at any time, also for
    /// others who read it or write it. A file that is as it should be is not touched.
    ///
    /// # Errors
    ///
    /// If a file cannot be made, read or written. Nothing is written unless all of them can be made and there is room
    /// for them. If there are [pages of codes](Self::page_per_code) that are no more, the others are written all the same.
    pub fn write(&self) -> Result<Vec<String>, Mistakes> {
        let (written, mistakes) = self.plan().write();
        if mistakes.is_empty() { Ok(written) } else { Err(Mistakes::new(mistakes)) }
    }

    fn format(&self, path: &str) -> Option<Format> {
        match Format::of_path(Path::new(path)) {
            Some(Format::Markdown) if self.has_mdx => Some(Format::Mdx),
            format => format,
        }
    }

    fn plan(&self) -> Plan {
        Plan::new(self)
    }
}

impl fmt::Debug for Docs<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let blocks: Vec<&str> = self.blocks.iter().map(|(name, _)| name.as_str()).collect();
        let paths: Vec<&str> = self.outputs.iter().map(|output| output.path.as_str()).collect();
        f.debug_struct("Docs")
            .field("root", &self.root)
            .field("blocks", &blocks)
            .field("paths", &paths)
            .finish_non_exhaustive()
    }
}
