//! The files of a crate's documentation, and the test that keeps them up to date.
//!
//! `docs/plan.rs` makes the files and `docs/report.rs` the message of a failed test. Regions are in `docs/region.rs`.

mod content;
mod endpoint;
mod file;
mod files;
mod links;
mod lock;
mod outdated;
mod per_code;
mod plan;
mod region;
mod report;
mod settings;

use std::fmt;
use std::path::{Path, PathBuf};

use errbook::Book;
use errbook_contract::{Accept, Lock};

use self::endpoint::Declared;
pub use self::endpoint::Fallible;
pub use self::file::replace;
pub use self::outdated::Outdated;
use self::plan::Plan;
use crate::block::Block;
use crate::block::options::builder;
use crate::error::{DocsErrors, visible};
use crate::format::Format;

/// The documentation of a book: generated files, and generated regions of hand-written pages.
///
/// # Examples
///
/// One test keeps every page up to date. It fails with a diff and the command that updates the pages. With `ERRBOOK=update` in the
/// environment it writes them instead.
///
/// ```no_run
/// use errbook::Book;
/// use errbook_docgen::{Docs, Table};
///
/// # type OrderError = errbook::HttpError;
/// static BOOK: Book = Book::new("Orders API", &[OrderError::CATALOG]);
///
/// // In `tests/documentation.rs`, below `#[test]`:
/// fn documentation() {
///     let errors = Table::new().column(("Code", "`{{ code }}`")).column(("Status", "{{ status }}"));
///     Docs::new(&BOOK, env!("CARGO_MANIFEST_DIR"))
///         .block("errors", &errors)
///         .file("docs/errors.md", &errors)
///         .inject("README.md")
///         .check();
/// }
/// # documentation();
/// ```
///
/// In a hand-written page, the text between two comments is generated:
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
/// Everything outside of a region stays byte for byte. A region has the line endings and the indentation of its opening comment;
/// regions of HTML are not indented, because spaces may be text there. In Markdown and MDX it may be in a block quote. A marker is
/// on lines of its own. In a code block it is an example and stays as it is, except in HTML. In [`MkDocs`](Format::MkDocs) and MDX,
/// only fenced code is such a block: admonitions and tabs indent their content as code.
///
/// | format | opening comment | closing comment |
/// | --- | --- | --- |
/// | Markdown, HTML | `<!-- errbook:begin NAME key="value" -->` | `<!-- errbook:end -->` |
/// | MDX | `{/* errbook:begin NAME key="value" */}` | `{/* errbook:end */}` |
/// | `AsciiDoc` | `// errbook:begin NAME key="value"` | `// errbook:end` |
/// | reStructuredText | `.. errbook:begin NAME key="value"` | `.. errbook:end` |
///
/// In an `AsciiDoc` list, put the markers into an open block: two lines of `--`, with a line `+` before them. Otherwise the empty
/// lines around the region end the list item.
///
/// `NAME` is the name of a [`block`](Docs::block), or one of `table`, `sections`, `bullets`, `definitions`,
/// [`matrix`](crate::Matrix) and [`changelog`](crate::Changelog), which are built in.
/// `errbook:end` may repeat it. Options are words of a shell, `key=word`, `key="…"` or `key='…'`, and passed to the block
/// ([`Block::options`]). A key may repeat. Between `"`, write `\"` for a quote; for `-->` and `*/` in an option, write `--\>` and
/// `*\/`. In Markdown, HTML and MDX a comment may span several lines; in reStructuredText it continues on indented lines.
///
/// Tables, matrices, lists and sections take these options:
///
/// | option | block | meaning |
/// | --- | --- | --- |
/// | `filter`, `sort`, `sort-desc`, `merge-by` | all | [`filter`](crate::Table::filter), [`sort_by`](crate::Table::sort_by), [`sort_by_desc`](crate::Table::sort_by_desc), [`merge_by`](crate::Table::merge_by) |
/// | `group`, `group-heading` | all | [`Group::by`](crate::Group::by), [`Group::heading`](crate::Group::heading) |
/// | `column="Header = template"`, repeated | `table` | [`column`](crate::Table::column); replaces the columns of the block |
/// | `align="left, none, right"` | `table` | [`Column::align`](crate::Column::align), one word for each column |
/// | `width="12, none"`, `merged="true, false"`, `hide-if-empty="true, false"`, `placeholder="–"` | `table` | the methods of [`Column`](crate::Column), one word for each column |
/// | `row-above="cell \| cell"`, `row-below`, `row-before="status == 404 => cell \| cell"`, `row-after`, repeated | `table` | [`row_above`](crate::Table::row_above), [`row_before`](crate::Table::row_before); a row of Markdown |
/// | `caption`, `header-line`, `delimiter-line` | `table` | the methods of [`Table`](crate::Table) |
/// | `style`, `unit`, `delimiter`, `delimiter-spaces`, `outer-pipes`, `trailing-pipe`, `padded-cells`, `spaces`, `collapse-empty` | `table`, `sections` | `padded`, `compact` or `slate`, and the methods of [`Style`](crate::Style): `characters` or `columns`; `column`, `header` or a number; `both`, `before`, `after` or `none`; `true` or `false` |
/// | `item`, `term` | `bullets`, `definitions` | the templates of the [`List`](crate::List) |
/// | `heading`, `level`, `anchors` | `sections` | [`Sections::heading`](crate::Sections::heading), [`Sections::level`](crate::Sections::level), [`Sections::anchors`](crate::Sections::anchors) |
/// | `details`, `headers`, `example` | `sections` | the headings of these parts; `""` omits the part |
#[allow(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
pub struct Docs<'b> {
    book: &'b Book,
    root: PathBuf,
    blocks: Vec<(String, Box<dyn Block + 'b>)>,
    outputs: Vec<Output<'b>>,
    /// The format of files that end in `.md`.
    markdown: Format,
    /// The formats of single files.
    formats: Vec<(String, Format)>,
    /// Addresses, and the folders that are published there.
    published: Vec<(String, String)>,
    allows_dead_links: bool,
    /// Paths of hand-written files between the pages of codes.
    ignored: Vec<String>,
    allows_incomplete: bool,
    allows_other_formats: bool,
    lints: bool,
    declared: Declared,
    given_lock: Option<Lock>,
}

/// A file to generate.
struct Output<'b> {
    path: String,
    content: Content<'b>,
}

enum Content<'b> {
    /// The whole file.
    Block(Box<dyn Block + 'b>),
    /// Rendered from the template at this path.
    Page(String),
    /// A file for each code, rendered from the template at this path. The path of the file is a template too.
    PagePerCode(String),
    /// The text between the markers of an existing file.
    Regions,
    /// The lock of published errors.
    Lock,
}

impl<'b> Docs<'b> {
    /// Starts with a book and the root folder, to which all paths are relative. `env!("CARGO_MANIFEST_DIR")` is the folder of the
    /// crate; an empty path is the current directory.
    ///
    /// Nothing outside of the root is written, neither through `..` nor through symlinks.
    pub fn new(book: &'b Book, root: impl AsRef<Path>) -> Self {
        let root = root.as_ref();
        Self {
            book,
            root: if root.as_os_str().is_empty() { PathBuf::from(".") } else { root.to_owned() },
            blocks: Vec::new(),
            outputs: Vec::new(),
            markdown: Format::Markdown,
            formats: Vec::new(),
            published: Vec::new(),
            allows_dead_links: false,
            ignored: Vec::new(),
            allows_incomplete: false,
            allows_other_formats: false,
            lints: false,
            declared: Declared::default(),
            given_lock: None,
        }
    }

    builder! {
        /// Adds a block that regions and templates refer to by its name.
        block(self, name: impl Into<String>, block: impl Block + 'b) { self.blocks.push((name.into(), Box::new(block))); }

        /// Adds a file that is generated from a block. Its extension selects the format ([`Format::from_path`](crate::Format::from_path)).
        ///
        /// If the first line of the existing file ends with `\r\n`, so do all lines of the new one.
        file(self, path: impl Into<String>, block: impl Block + 'b) { self.output(path, Content::Block(Box::new(block))); }

        /// Adds a page that is generated from a template file. Both paths are relative to the root.
        ///
        /// [`Page`](crate::Page) lists the names that a template may use. All [blocks](Self::block) are in scope.
        template(self, path: impl Into<String>, template: impl Into<String>) {
            self.output(path, Content::Page(template.into()));
        }

        /// Adds a page for each code, generated from one template file. The path is a template too: `docs/errors/{{ code | slug }}.md`.
        ///
        /// A [retired code](Self::lock) keeps its page: a note that says what replaces it.
        ///
        /// It is an error if the folder contains an orphaned page: a file whose name matches the path and that no code has, such as the
        /// page of a removed code. [`ignore`](Self::ignore) hand-written files. Orphaned pages are not searched for in the root itself,
        /// as with the path `{{ code | slug }}.md`, since the root contains files of many kinds.
        template_per_code(self, path: impl Into<String>, template: impl Into<String>) {
            self.output(path, Content::PagePerCode(template.into()));
        }

        /// Adds a hand-written page with regions, and generates the text inside of them.
        inject(self, path: impl Into<String>) { self.output(path, Content::Regions); }

        /// Checks what people read, by the [lints](errbook_contract::LINTS): descriptions, titles, sections, links, required headers.
        ///
        /// Each can be switched off in a file [`errbook.toml`](errbook_contract::Config) in the root.
        lint(self) { self.lints = true; }
    }

    fn output(&mut self, path: impl Into<String>, content: Content<'b>) {
        self.outputs.push(Output { path: path.into(), content });
    }

    /// Checks that all files are up to date. With `ERRBOOK=update` in the environment, writes those that are not.
    ///
    /// # Panics
    ///
    /// If files are out of date, with a diff of each and the command that updates them. If there are [errors](DocsErrors), with all of
    /// them; nothing is written then, unless all are dead links and orphaned pages. If `ERRBOOK` has another value.
    #[track_caller]
    pub fn check(&self) {
        let report = match report::accepted() {
            Ok(None) => report::check(Plan::new(self, None)),
            Ok(Some(accept)) => {
                let (written, errors) = Plan::new(self, Some(&accept)).write();
                for path in written {
                    eprintln!("errbook: wrote {}", visible(&path));
                }
                (!errors.is_empty()).then(|| report::list(&errors))
            }
            Err(error) => Some(error.to_string()),
        };
        if let Some(report) = report {
            panic!("{report}");
        }
    }

    /// The files that are out of date, in the order in which they were added. Nothing is written.
    ///
    /// # Errors
    ///
    /// If a file cannot be generated or read. All errors of all files are returned.
    pub fn outdated(&self) -> Result<Vec<Outdated>, DocsErrors> {
        Plan::new(self, None).whole()
    }

    /// Writes the files that are out of date, whatever `ERRBOOK` is, and returns their paths.
    ///
    /// All files are generated before the first one is written. Each is replaced at once: concurrent readers see its old or its new
    /// content. Files that are up to date are not touched.
    ///
    /// # Errors
    ///
    /// If a file cannot be generated, read or written, or a breaking change of the [contract](Self::lock) is not accepted. Nothing is
    /// written unless all files can be generated and the disk has room for them. Dead links and orphaned pages of
    /// [`template_per_code`](Self::template_per_code) are errors too, but do not prevent the files from being written.
    pub fn write(&self) -> Result<Vec<String>, DocsErrors> {
        let (written, errors) = Plan::new(self, Some(&Accept::Nothing)).write();
        DocsErrors::unless_empty(errors, written)
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
