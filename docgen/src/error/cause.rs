//! The messages of all errors, one variant each.

use std::error::Error as StdError;
use std::io;
use std::path::PathBuf;

use super::ErrorKind;
use crate::docs::DeadEnd;
use crate::format::{Format, extensions};
use crate::suggest::suggest;

/// What went wrong, without its place.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Cause {
    /// An error of the template engine. Its message is written where the template is known.
    #[error("{message}")]
    Engine { message: String, source: Box<dyn StdError + Send + Sync> },
    #[error("{template}, line {line}: unknown name `{name}`{}", suggest_name(name, in_scope))]
    UnknownName { template: String, line: usize, name: String, in_scope: Vec<String> },

    #[error("row `{row}`: expected a cell for each column ({columns}), found {cells}")]
    CellCount { row: String, cells: usize, columns: usize },
    #[error(
        "{template}: a value in front matter is the text behind `key: `, or in quotes, found `{line}`; elsewhere use `tojson`"
    )]
    FrontMatter { template: String, line: String },
    #[error("no error of the table matches `{condition}`, where a static row belongs: change the expression")]
    NoRow { condition: String },

    #[error("unknown block `{name}`{}", suggest_block(name, known))]
    UnknownBlock { name: String, known: Vec<String> },
    #[error("invalid block name `{name}`: write one word without spaces, quotes, `=` or `--`")]
    BlockName { name: String },
    #[error("duplicate block `{name}`: rename one of them")]
    BlockTwice { name: String },
    #[error("unknown option `{option}`{}", suggest_option(option, known))]
    UnknownOption { option: String, known: Vec<&'static str> },
    #[error("invalid value `{value}` for `{option}`, expected {expected}")]
    InvalidOption { option: String, value: String, expected: &'static str },

    #[error("{block} cannot be written as {format}")]
    NotInFormat { block: &'static str, format: Format },
    #[error("unknown file extension, expected one of `.{}`, or a format by `Docs::format_of`", extensions().collect::<Vec<_>>().join("`, `."))]
    UnknownExtension,

    #[error("{format} has no comments and so no regions: generate the whole file with `Docs::file`")]
    NoComments { format: Format },
    #[error("the page has no region: write `{begin}` and `{end}` where the block belongs{hint}")]
    NoRegion { begin: String, end: String, hint: String },
    #[error("unknown marker `{found}`{suggestion}")]
    UnknownMarker { found: String, suggestion: String },
    #[error("unclosed comment: expected `{close}`")]
    UnclosedComment { close: &'static str },
    #[error("expected `{expected}` on a line of its own, found `{found}`")]
    MisplacedMarker { expected: String, found: String },
    #[error("missing block name: write `{begin}`")]
    NoBlockName { begin: String },
    #[error(
        "expected `key=\"…\"`, found `{found}`: quote a value with spaces, write `\\` before a quote inside of it, and no spaces around `=`"
    )]
    BadOption { found: String },
    #[error("unclosed value of `{key}`: expected `{quote}`")]
    UnclosedQuote { key: String, quote: char },
    #[error("unexpected `{found}`: `errbook:end` takes at most the name of its block")]
    EndOptions { found: String },
    #[error("region `{name}` has no end: write `{end}` after it{hint}")]
    NoEnd { name: String, end: String, hint: String },
    #[error("`errbook:end` without a region: write `{begin}` before it, or remove it")]
    NoBegin { begin: String },
    #[error("a region starts inside of the region on line {outer}: write `{end}` before it")]
    NestedRegion { outer: usize, end: String },
    #[error("expected `errbook:end {begin}`, found `errbook:end {end}`: the region starts on line {start}")]
    OtherEnd { begin: String, start: usize, end: String },
    #[error(
        "the output of block `{name}` would hide the end of the region: it contains a marker or an unclosed code block"
    )]
    BrokenRegion { name: String },

    #[error(
        "`{type_name}` holds `dyn ApiError`, whose errors cannot be enumerated: list the catalogs of its errors in the book, then call `Docs::allow_incomplete`"
    )]
    Incomplete { type_name: &'static str },
    #[error(
        "`{type_name}` names another wire format than the book: remove its `body`, or call `Docs::allow_other_formats`"
    )]
    OtherFormat { type_name: &'static str },
    #[error(
        "invalid `ERRBOOK={value}`: expected `ERRBOOK=update` to write files, `ERRBOOK=accept:CODE` to accept a breaking change, or no value to check them"
    )]
    Mode { value: String },

    #[error("the path is empty: write the path of a file")]
    EmptyPath,
    #[error("the path is absolute: write it relative to the root of `Docs`")]
    AbsolutePath,
    #[error("the path leaves the root of `Docs`: pass a parent folder to `Docs::new`")]
    LeavesRoot,
    #[error("the symlink `{}` points to `{}`, outside of the root of `Docs`: pass a parent folder of both to `Docs::new`", link.display(), to.display())]
    LinkLeavesRoot { link: PathBuf, to: PathBuf },
    #[error("the target of the symlink `{}` does not exist: create it, or remove the symlink", link.display())]
    DanglingLink { link: PathBuf },
    #[error("expected a file, found a folder")]
    IsFolder,
    #[error("expected a folder, found a file: change the path")]
    IsFile,
    #[error("the file is generated twice, here and as `{other}`: remove one, or use regions")]
    FileTwice { other: String },
    #[error("the file is `{other}` where upper and lower case are not distinguished: rename one of them")]
    SameButCase { other: String },
    #[error(
        "`{name}` is not a valid name on every system, since {reason}: change the path, such as by `| slug`"
    )]
    NotPortable { name: String, reason: String },
    #[error("the file would be inside of `{folder}`, which is also a file: change one of the paths")]
    FileAsFolder { folder: String },
    #[error("the file would also be a folder, for `{below}`: change one of the paths")]
    FolderAsFile { below: String },
    #[error("the page would overwrite the template `{template}`: change one of the paths")]
    OverTemplate { template: String },
    #[error(
        "the page of code `{code}` would be `{path}`, outside of {}: use `{{{{ code | slug }}}}`",
        folder_name(folder)
    )]
    CodeLeaves { code: String, path: String, folder: String },
    #[error("the page of code `{code}` would be `{path}`, which has no name: change the path")]
    CodeNameless { code: String, path: String },
    #[error("codes `{}` would share the page `{path}`: change the path", all_of(codes))]
    CodesTwice { codes: Vec<String>, path: String },

    #[error("could not open the root{}: {source}", in_directory(from.as_ref()))]
    NoRoot { from: Option<PathBuf>, source: io::Error },
    #[error("the page does not exist: create it, with {example} where a region belongs")]
    NoPage { example: String },
    #[error("the file does not exist")]
    NoFile,
    #[error("the ignored path does not exist: remove it from `Docs::ignore`")]
    NothingIgnored,
    #[error("the file contains invalid UTF-8: save it as UTF-8")]
    NotUtf8,
    #[error("could not {doing}: {source}")]
    Io { doing: &'static str, source: io::Error },

    #[error("link `{}` leads to no {}{}", .0.address, .0.place, did_you_mean(.0))]
    DeadLink(DeadEnd),
    #[error("the address of code `{code}`, `{}`, leads to no {}{}", to.address, to.place, did_you_mean(to))]
    DeadAddress { code: String, to: DeadEnd },
    #[error("orphaned page: delete it, or call `Docs::ignore(\"{path}\")` if it is hand-written")]
    Orphan { path: String },

    #[error("{0}")]
    Contract(String),
    #[error("`ERRBOOK=accept` needs `Docs::lock`")]
    NoLock,
    #[error("{0}")]
    Lint(String),

    #[error("{0}")]
    Other(#[source] Box<dyn StdError + Send + Sync>),
}

impl Cause {
    pub(super) fn kind(&self) -> ErrorKind {
        match self {
            Self::Engine { .. } | Self::UnknownName { .. } | Self::FrontMatter { .. } => ErrorKind::Template,
            Self::CellCount { .. } | Self::NoRow { .. } => ErrorKind::Table,
            Self::UnknownBlock { .. } | Self::BlockName { .. } | Self::BlockTwice { .. } => ErrorKind::Block,
            Self::UnknownOption { .. } | Self::InvalidOption { .. } => ErrorKind::Option,
            Self::NotInFormat { .. } | Self::UnknownExtension => ErrorKind::Format,
            Self::NoComments { .. }
            | Self::NoRegion { .. }
            | Self::UnknownMarker { .. }
            | Self::UnclosedComment { .. }
            | Self::MisplacedMarker { .. }
            | Self::NoBlockName { .. }
            | Self::BadOption { .. }
            | Self::UnclosedQuote { .. }
            | Self::EndOptions { .. }
            | Self::NoEnd { .. }
            | Self::NoBegin { .. }
            | Self::NestedRegion { .. }
            | Self::OtherEnd { .. }
            | Self::BrokenRegion { .. } => ErrorKind::Marker,
            Self::Incomplete { .. } | Self::OtherFormat { .. } => ErrorKind::Book,
            Self::Mode { .. } => ErrorKind::Mode,
            Self::EmptyPath
            | Self::AbsolutePath
            | Self::LeavesRoot
            | Self::LinkLeavesRoot { .. }
            | Self::DanglingLink { .. }
            | Self::IsFolder
            | Self::IsFile
            | Self::FileTwice { .. }
            | Self::SameButCase { .. }
            | Self::NotPortable { .. }
            | Self::FileAsFolder { .. }
            | Self::FolderAsFile { .. }
            | Self::OverTemplate { .. }
            | Self::CodeLeaves { .. }
            | Self::CodeNameless { .. }
            | Self::CodesTwice { .. } => ErrorKind::Path,
            Self::NoRoot { .. }
            | Self::NoPage { .. }
            | Self::NoFile
            | Self::NothingIgnored
            | Self::NotUtf8
            | Self::Io { .. } => ErrorKind::File,
            Self::DeadLink(_) | Self::DeadAddress { .. } => ErrorKind::Link,
            Self::Orphan { .. } => ErrorKind::Orphan,
            Self::Contract(_) | Self::NoLock => ErrorKind::Contract,
            Self::Lint(_) => ErrorKind::Lint,
            Self::Other(_) => ErrorKind::Other,
        }
    }

    pub(crate) fn io(doing: &'static str) -> impl Fn(io::Error) -> super::Error {
        move |source| Self::Io { doing, source }.into()
    }
}

/// No name is known where no error of the book has custom metadata, or no page has a block.
fn suggest_name(name: &str, in_scope: &[String]) -> String {
    match in_scope {
        [] => format!(": `{}` is empty", name.split('.').next().unwrap_or(name)),
        _ => suggest(name, in_scope),
    }
}

fn suggest_block(name: &str, known: &[String]) -> String {
    let suggestion = suggest(name, known);
    if suggestion.ends_with('?') { suggestion } else { suggestion + ": add it with `Docs::block`" }
}

fn suggest_option(option: &str, known: &[&str]) -> String {
    if known.is_empty() { ": the block takes no options".to_owned() } else { suggest(option, known) }
}

fn did_you_mean(to: &DeadEnd) -> String {
    to.nearest.as_ref().map(|nearest| format!(", did you mean `{nearest}`?")).unwrap_or_default()
}

fn folder_name(folder: &str) -> String {
    if folder.is_empty() { "the root of `Docs`".to_owned() } else { format!("`{folder}`") }
}

fn all_of(codes: &[String]) -> String {
    let (last, others) = codes.split_last().map_or(("", codes), |(last, others)| (last.as_str(), others));
    format!("{}` and `{last}", others.join("`, `"))
}

fn in_directory(from: Option<&PathBuf>) -> String {
    from.map(|from| format!(" in the current directory, `{}`", from.display())).unwrap_or_default()
}
