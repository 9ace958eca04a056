//! The errors of paths and files, and their messages.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why a file cannot be read or written.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The root cannot be opened; the current directory, if its path is relative.
    NoRoot { from: Option<PathBuf>, error: io::Error },
    /// The path is empty.
    Empty,
    /// The path is absolute.
    Absolute,
    /// The path leaves the root through `..`.
    Leaves,
    /// A symlink points out of the root.
    LinkLeaves { link: PathBuf, to: PathBuf },
    /// The target of a symlink does not exist.
    LinkDangles { link: PathBuf },
    /// The path is a folder.
    Folder,
    /// The root, or a folder of the path, is a file.
    NoFolder,
    /// The page does not exist.
    Missing { example: String },
    /// The page contains invalid UTF-8.
    NotUtf8,
    /// An error of the operating system.
    Io { doing: &'static str, error: io::Error },
}

impl Failure {
    pub(super) fn io(doing: &'static str, error: io::Error) -> Self {
        Self::Io { doing, error }
    }

    pub(crate) fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::NoRoot { error, .. } | Self::Io { error, .. } => Some(error),
            _ => None,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoRoot { from, error } => no_root(f, from.as_deref(), error),
            Self::Empty => f.write_str("the path is empty: write the path of a file"),
            Self::Absolute => f.write_str("the path is absolute: write it relative to the root of `Docs`"),
            Self::Leaves => {
                f.write_str("the path leaves the root of `Docs`: pass a parent folder to `Docs::new`")
            }
            Self::LinkLeaves { link, to } => link_leaves(f, link, to),
            Self::LinkDangles { link } => link_dangles(f, link),
            Self::Folder => f.write_str("expected a file, found a folder"),
            Self::NoFolder => f.write_str("expected a folder, found a file: change the path"),
            Self::Missing { example } => {
                write!(f, "the page does not exist: create it, with {example} where a region belongs")
            }
            Self::NotUtf8 => f.write_str("the page contains invalid UTF-8: save it as UTF-8"),
            Self::Io { doing, error } => write!(f, "could not {doing}: {error}"),
        }
    }
}

fn no_root(f: &mut fmt::Formatter<'_>, from: Option<&Path>, error: &io::Error) -> fmt::Result {
    f.write_str("could not open the root")?;
    if let Some(from) = from {
        write!(f, " in the current directory, `{}`", from.display())?;
    }
    write!(f, ": {error}")
}

fn link_leaves(f: &mut fmt::Formatter<'_>, link: &Path, to: &Path) -> fmt::Result {
    let (link, to) = (link.display(), to.display());
    write!(
        f,
        "the symlink `{link}` points to `{to}`, outside of the root of `Docs`: pass a parent folder of both to `Docs::new`"
    )
}

fn link_dangles(f: &mut fmt::Formatter<'_>, link: &Path) -> fmt::Result {
    let link = link.display();
    write!(f, "the target of the symlink `{link}` does not exist: create it, or remove the symlink")
}
