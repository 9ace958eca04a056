//! What can be wrong with a path or a file.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why a file cannot be read or written.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The root is not there; where its path begins if it is relative.
    NoRoot { from: Option<PathBuf>, error: io::Error },
    /// The path says nothing.
    Empty,
    /// The path begins at the root of the file system.
    Absolute,
    /// The path leaves the root through `..`.
    Leaves,
    /// A symlink leads out of the root.
    LinkLeaves { link: PathBuf, to: PathBuf },
    /// A symlink leads to nothing.
    LinkDangles { link: PathBuf },
    /// The path is a folder.
    Folder,
    /// The root, or what should be a folder of the path, is a file.
    NoFolder,
    /// The page is not there.
    Missing { example: String },
    /// The page is no UTF-8, from this line on.
    NotUtf8,
    /// What the system says.
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
            Self::Empty => f.write_str("the path is empty: name a file"),
            Self::Absolute => f.write_str("the path is absolute: write it from the root of `Docs`"),
            Self::Leaves => {
                f.write_str("the path leaves the root of `Docs`: give `Docs::new` a folder above")
            }
            Self::LinkLeaves { link, to } => link_leaves(f, link, to),
            Self::LinkDangles { link } => link_dangles(f, link),
            Self::Folder => f.write_str("it is a folder: name a file in it"),
            Self::NoFolder => f.write_str("what should be a folder is a file: name another path"),
            Self::Missing { example } => {
                write!(f, "there is no such page: write it, with {example} where a region belongs")
            }
            Self::NotUtf8 => f.write_str("the page is not in UTF-8 from here on: save it as UTF-8"),
            Self::Io { doing, error } => write!(f, "could not {doing}: {error}"),
        }
    }
}

fn no_root(f: &mut fmt::Formatter<'_>, from: Option<&Path>, error: &io::Error) -> fmt::Result {
    f.write_str("could not find the root")?;
    if let Some(from) = from {
        write!(f, " in the current directory, `{}`", from.display())?;
    }
    write!(f, ": {error}")
}

fn link_leaves(f: &mut fmt::Formatter<'_>, link: &Path, to: &Path) -> fmt::Result {
    let (link, to) = (link.display(), to.display());
    write!(
        f,
        "`{link}` is a symlink out of the root of `Docs`, to `{to}`: give `Docs::new` a folder above both"
    )
}

fn link_dangles(f: &mut fmt::Formatter<'_>, link: &Path) -> fmt::Result {
    let link = link.display();
    write!(f, "`{link}` is a symlink to what is not there: make that, or remove the symlink")
}
