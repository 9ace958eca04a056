//! What is wrong with a set of pages: each mistake with its place, all of them at once.
//!
//! The sentences about markers and files are in `region/mistake.rs` and `file/failure.rs`.

use std::fmt;
use std::slice;

use crate::docs::file::Failure;
use crate::docs::region;
use crate::error::Error;
use crate::format::EXTENSIONS;

/// Everything that keeps [`Docs`](crate::Docs) from making its pages; [`Display`](fmt::Display) has a line for each.
#[derive(Debug)]
pub struct Mistakes {
    all: Vec<Mistake>,
}

/// One thing that is wrong, and where; `docs/errors.md:12: region `errors` has no end: …`.
#[derive(Debug)]
pub struct Mistake {
    path: Option<String>,
    line: Option<usize>,
    what: What,
}

#[derive(Debug)]
pub(crate) enum What {
    Region(region::Mistake),
    File(Failure),
    /// A block that cannot be made, and its name if it has one.
    Block {
        name: Option<String>,
        error: Error,
    },
    UnknownBlock {
        name: String,
        nearest: Option<String>,
        names: Vec<String>,
    },
    /// A name that no opening comment can give.
    BlockName {
        name: String,
    },
    /// Two blocks of one name.
    BlockTwice {
        name: String,
    },
    UnknownExtension,
    /// A template that is not there.
    NoTemplate {
        template: String,
    },
    TemplateNotUtf8 {
        template: String,
    },
    /// A page of a code that is no more.
    Leftover {
        path: String,
    },
    /// `Docs::keep` of a path where nothing is.
    KeptMissing,
    /// The file is the template of a page.
    OverTemplate {
        template: String,
    },
    /// Something is wrong with the path or the file of a template.
    Template {
        template: String,
        failure: Failure,
    },
    /// The page of a code is not below the folder that all of them are in.
    CodeLeaves {
        code: String,
        path: String,
        folder: String,
    },
    /// The page of a code has a file or a folder without a name.
    CodeNameless {
        code: String,
        path: String,
    },
    /// Several codes have this page.
    CodesTwice {
        codes: Vec<String>,
        path: String,
    },
    /// Two outputs are this file; the path of the other one.
    FileTwice {
        other: String,
    },
    /// A folder of the path is the file of another output.
    FileAsFolder {
        folder: String,
    },
    /// The file is a folder of the path of another output.
    FolderAsFile {
        below: String,
    },
    /// `ERRBOOK` is something else than `update`.
    Mode {
        value: String,
    },
}

impl Mistakes {
    pub(crate) fn new(all: Vec<Mistake>) -> Self {
        Self { all }
    }

    /// Each of them, in the order of the pages and lines.
    pub fn iter(&self) -> slice::Iter<'_, Mistake> {
        self.all.iter()
    }
}

impl<'m> IntoIterator for &'m Mistakes {
    type Item = &'m Mistake;
    type IntoIter = slice::Iter<'m, Mistake>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Mistake {
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

    /// The file, as it was given to [`Docs`](crate::Docs), if it is about one.
    pub fn path(&self) -> Option<&str> {
        self.path.as_deref()
    }

    /// The line of the file, counted from 1, if it is about one.
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

impl fmt::Display for Mistakes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, mistake) in self.all.iter().enumerate() {
            let parting = if at == 0 { "" } else { "\n" };
            write!(f, "{parting}{mistake}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Mistakes {}

impl fmt::Display for Mistake {
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

impl std::error::Error for Mistake {
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
            Self::BlockTwice { name } => write!(f, "there are two blocks named `{name}`: rename one"),
            Self::UnknownExtension => unknown_extension(f),
            Self::NoTemplate { template } => write!(f, "there is no template `{template}`: write it"),
            Self::TemplateNotUtf8 { template } => {
                write!(f, "the template `{template}` is not in UTF-8: save it as UTF-8")
            }
            Self::Template { template, failure } => write!(f, "template `{template}`: {failure}"),
            Self::OverTemplate { template } => over_template(f, template),
            Self::Leftover { path } => leftover(f, path),
            Self::KeptMissing => f.write_str("there is nothing to keep: leave out the `Docs::keep`"),
            Self::CodeLeaves { code, path, folder } => code_leaves(f, code, path, folder),
            Self::CodeNameless { code, path } => code_nameless(f, code, path),
            Self::CodesTwice { codes, path } => codes_twice(f, codes, path),
            Self::FileTwice { other } => {
                write!(f, "the file is made twice, here and as `{other}`: leave out one, or use regions")
            }
            Self::FileAsFolder { folder } => file_as_folder(f, folder),
            Self::FolderAsFile { below } => folder_as_file(f, below),
            Self::Mode { value } => mode(f, value),
        }
    }
}

fn block_name(f: &mut fmt::Formatter<'_>, name: &str) -> fmt::Result {
    write!(f, "a block cannot be named `{name}`: write one word without blanks, quotes, `=` and `--`")
}

fn unknown_extension(f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let known = EXTENSIONS.map(|(extension, _)| extension).join("`, `.");
    write!(f, "its name does not say its format: let it end in `.{known}`")
}

fn over_template(f: &mut fmt::Formatter<'_>, template: &str) -> fmt::Result {
    write!(f, "the page would overwrite the template `{template}`: give one of them another path")
}

fn leftover(f: &mut fmt::Formatter<'_>, path: &str) -> fmt::Result {
    write!(f, "no code has this page: delete it, or say `Docs::keep(\"{path}\")` if it is written by hand")
}

fn code_leaves(f: &mut fmt::Formatter<'_>, code: &str, path: &str, folder: &str) -> fmt::Result {
    let folder = if folder.is_empty() { "the root of `Docs`".to_owned() } else { format!("`{folder}`") };
    write!(
        f,
        "the page of code `{code}` would be `{path}`, outside of {folder}: write `{{{{ code | slug }}}}`"
    )
}

fn code_nameless(f: &mut fmt::Formatter<'_>, code: &str, path: &str) -> fmt::Result {
    write!(f, "the page of code `{code}` would be `{path}`, without a name: write another path")
}

fn codes_twice(f: &mut fmt::Formatter<'_>, codes: &[String], path: &str) -> fmt::Result {
    let (last, others) = codes.split_last().map_or(("", codes), |(last, others)| (last.as_str(), others));
    write!(f, "codes `{}` and `{last}` have one page, `{path}`: write another path", others.join("`, `"))
}

fn file_as_folder(f: &mut fmt::Formatter<'_>, folder: &str) -> fmt::Result {
    write!(f, "the file would be in `{folder}`, which is a file too: give one of them another path")
}

fn folder_as_file(f: &mut fmt::Formatter<'_>, below: &str) -> fmt::Result {
    write!(f, "the file would be a folder too, for `{below}`: give one of them another path")
}

fn mode(f: &mut fmt::Formatter<'_>, value: &str) -> fmt::Result {
    write!(f, "`ERRBOOK={value}` means nothing: `ERRBOOK=update` writes files, without it they are checked")
}

fn unknown_block(
    f: &mut fmt::Formatter<'_>,
    name: &str,
    nearest: Option<&str>,
    names: &[String],
) -> fmt::Result {
    write!(f, "there is no block `{name}`: ")?;
    match nearest {
        Some(nearest) => write!(f, "did you mean `{nearest}`?"),
        None => write!(f, "add it with `Docs::block`; there is `{}`", names.join("`, `")),
    }
}
