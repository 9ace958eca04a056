//! The errors of a set of pages, each with its place, all of them at once.
//!
//! The messages about markers and files are in `region/mistake.rs` and `file/failure.rs`.

use std::fmt;
use std::slice;

use crate::docs::file::Failure;
use crate::docs::region;
use crate::error::Error;
use crate::format::EXTENSIONS;

/// All errors of a [`Docs`](crate::Docs) at once. [`Display`](fmt::Display) writes a line for each.
#[derive(Debug)]
pub struct DocsErrors {
    all: Vec<DocsError>,
}

/// An error of a [`Docs`](crate::Docs) and its place, displayed as ``docs/errors.md:12: unknown block `eror`, …``.
#[derive(Debug)]
pub struct DocsError {
    path: Option<String>,
    line: Option<usize>,
    what: What,
}

#[derive(Debug)]
pub(crate) enum What {
    Region(region::Mistake),
    File(Failure),
    /// A block cannot be rendered; its name, if it has one.
    Block {
        name: Option<String>,
        error: Error,
    },
    UnknownBlock {
        name: String,
        nearest: Option<String>,
        names: Vec<String>,
    },
    /// A block name that an opening comment cannot contain.
    BlockName {
        name: String,
    },
    /// Two blocks with the same name.
    BlockTwice {
        name: String,
    },
    /// The type holds `dyn ApiError`.
    Incomplete {
        type_name: &'static str,
    },
    /// The type names another wire format than the book.
    OtherFormat {
        type_name: &'static str,
    },
    UnknownExtension,
    /// The template does not exist.
    NoTemplate {
        template: String,
    },
    TemplateNotUtf8 {
        template: String,
    },
    /// An orphaned page: no code has it.
    Leftover {
        path: String,
    },
    /// The path of `Docs::ignore` does not exist.
    IgnoredMissing,
    /// The file is the template of a page.
    OverTemplate {
        template: String,
    },
    /// The path or the file of a template is invalid.
    Template {
        template: String,
        failure: Failure,
    },
    /// The page of a code is outside of the folder of all these pages.
    CodeLeaves {
        code: String,
        path: String,
        folder: String,
    },
    /// The page of a code has a file or folder name that is empty.
    CodeNameless {
        code: String,
        path: String,
    },
    /// Several codes have the same page.
    CodesTwice {
        codes: Vec<String>,
        path: String,
    },
    /// Two outputs are the same file; the path of the other output.
    FileTwice {
        other: String,
    },
    /// A folder of the path is a file of another output.
    FileAsFolder {
        folder: String,
    },
    /// The file is a folder in the path of another output.
    FolderAsFile {
        below: String,
    },
    /// The value of `ERRBOOK` is not `update`.
    Mode {
        value: String,
    },
}

impl DocsErrors {
    pub(crate) fn new(all: Vec<DocsError>) -> Self {
        Self { all }
    }

    /// The errors, in the order of the files and lines.
    pub fn iter(&self) -> slice::Iter<'_, DocsError> {
        self.all.iter()
    }
}

impl<'m> IntoIterator for &'m DocsErrors {
    type Item = &'m DocsError;
    type IntoIter = slice::Iter<'m, DocsError>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl DocsError {
    pub(crate) fn new(what: What) -> Self {
        Self { path: None, line: None, what }
    }

    pub(crate) fn of(path: &str, line: usize, what: impl Into<What>) -> Self {
        Self {
            path: (!path.is_empty()).then(|| path.to_owned()),
            line: (line > 0).then_some(line),
            what: what.into(),
        }
    }

    /// The path of the file, as given to [`Docs`](crate::Docs), if the error is about a file.
    pub fn path(&self) -> Option<&str> {
        self.path.as_deref()
    }

    /// The line in the file, counted from 1, if the error is about a line.
    pub fn line(&self) -> Option<usize> {
        self.line
    }
}

impl From<region::Mistake> for What {
    fn from(mistake: region::Mistake) -> Self {
        Self::Region(mistake)
    }
}

impl From<Failure> for What {
    fn from(failure: Failure) -> Self {
        Self::File(failure)
    }
}

impl fmt::Display for DocsErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, mistake) in self.all.iter().enumerate() {
            let separator = if at == 0 { "" } else { "\n" };
            write!(f, "{separator}{mistake}")?;
        }
        Ok(())
    }
}

impl std::error::Error for DocsErrors {}

impl fmt::Display for DocsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(path) = &self.path {
            write!(f, "{path}:")?;
        }
        if let Some(line) = self.line {
            write!(f, "{line}:")?;
        }
        if self.path.is_some() {
            f.write_str(" ")?;
        }
        self.what.fmt(f)
    }
}

impl std::error::Error for DocsError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.what {
            What::Block { error, .. } => Some(error),
            What::File(failure) | What::Template { failure, .. } => failure.source(),
            _ => None,
        }
    }
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Region(mistake) => mistake.fmt(f),
            Self::File(failure) => failure.fmt(f),
            Self::Block { name: Some(name), error } => write!(f, "block `{name}`: {error}"),
            Self::Block { name: None, error } => error.fmt(f),
            Self::UnknownBlock { name, nearest, names } => unknown_block(f, name, nearest.as_deref(), names),
            Self::BlockName { name } => block_name(f, name),
            Self::BlockTwice { name } => write!(f, "duplicate block `{name}`: rename one of them"),
            Self::Incomplete { type_name } => incomplete(f, type_name),
            Self::OtherFormat { type_name } => other_format(f, type_name),
            Self::UnknownExtension => unknown_extension(f),
            Self::NoTemplate { template } => write!(f, "template `{template}` does not exist"),
            Self::TemplateNotUtf8 { template } => {
                write!(f, "template `{template}` contains invalid UTF-8: save it as UTF-8")
            }
            Self::Template { template, failure } => write!(f, "template `{template}`: {failure}"),
            Self::OverTemplate { template } => over_template(f, template),
            Self::Leftover { path } => leftover(f, path),
            Self::IgnoredMissing => {
                f.write_str("the ignored path does not exist: remove it from `Docs::ignore`")
            }
            Self::CodeLeaves { code, path, folder } => code_leaves(f, code, path, folder),
            Self::CodeNameless { code, path } => code_nameless(f, code, path),
            Self::CodesTwice { codes, path } => codes_twice(f, codes, path),
            Self::FileTwice { other } => {
                write!(f, "the file is generated twice, here and as `{other}`: remove one, or use regions")
            }
            Self::FileAsFolder { folder } => file_as_folder(f, folder),
            Self::FolderAsFile { below } => folder_as_file(f, below),
            Self::Mode { value } => mode(f, value),
        }
    }
}

fn block_name(f: &mut fmt::Formatter<'_>, name: &str) -> fmt::Result {
    write!(f, "invalid block name `{name}`: write one word without spaces, quotes, `=` or `--`")
}

fn incomplete(f: &mut fmt::Formatter<'_>, type_name: &str) -> fmt::Result {
    write!(
        f,
        "`{type_name}` holds `dyn ApiError`, whose errors cannot be enumerated: \
         list the catalogs of its errors in the book, then call `Docs::allow_incomplete`"
    )
}

fn other_format(f: &mut fmt::Formatter<'_>, type_name: &str) -> fmt::Result {
    write!(
        f,
        "`{type_name}` names another wire format than the book: remove its `body`, or call `Docs::allow_other_formats`"
    )
}

fn unknown_extension(f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let known = EXTENSIONS.map(|(extension, _)| extension).join("`, `.");
    write!(f, "unknown file extension, expected one of `.{known}`")
}

fn over_template(f: &mut fmt::Formatter<'_>, template: &str) -> fmt::Result {
    write!(f, "the page would overwrite the template `{template}`: change one of the paths")
}

fn leftover(f: &mut fmt::Formatter<'_>, path: &str) -> fmt::Result {
    write!(f, "orphaned page: delete it, or call `Docs::ignore(\"{path}\")` if it is hand-written")
}

fn code_leaves(f: &mut fmt::Formatter<'_>, code: &str, path: &str, folder: &str) -> fmt::Result {
    let folder = if folder.is_empty() { "the root of `Docs`".to_owned() } else { format!("`{folder}`") };
    write!(f, "the page of code `{code}` would be `{path}`, outside of {folder}: use `{{{{ code | slug }}}}`")
}

fn code_nameless(f: &mut fmt::Formatter<'_>, code: &str, path: &str) -> fmt::Result {
    write!(f, "the page of code `{code}` would be `{path}`, which has no name: change the path")
}

fn codes_twice(f: &mut fmt::Formatter<'_>, codes: &[String], path: &str) -> fmt::Result {
    let (last, others) = codes.split_last().map_or(("", codes), |(last, others)| (last.as_str(), others));
    write!(f, "codes `{}` and `{last}` would share the page `{path}`: change the path", others.join("`, `"))
}

fn file_as_folder(f: &mut fmt::Formatter<'_>, folder: &str) -> fmt::Result {
    write!(f, "the file would be inside of `{folder}`, which is also a file: change one of the paths")
}

fn folder_as_file(f: &mut fmt::Formatter<'_>, below: &str) -> fmt::Result {
    write!(f, "the file would also be a folder, for `{below}`: change one of the paths")
}

fn mode(f: &mut fmt::Formatter<'_>, value: &str) -> fmt::Result {
    write!(
        f,
        "invalid `ERRBOOK={value}`: expected `ERRBOOK=update` to write files, or no value to check them"
    )
}

fn unknown_block(
    f: &mut fmt::Formatter<'_>,
    name: &str,
    nearest: Option<&str>,
    names: &[String],
) -> fmt::Result {
    write!(f, "unknown block `{name}`")?;
    match nearest {
        Some(nearest) => write!(f, ", did you mean `{nearest}`?"),
        None => write!(f, ", expected one of `{}`: add it with `Docs::block`", names.join("`, `")),
    }
}
