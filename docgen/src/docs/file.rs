//! Files in a root folder: resolves their paths, reads them, and writes them atomically.
//!
//! Their content is bytes here; `docs/content.rs` generates it.

mod path;
mod portable;
mod write;

use std::env;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

pub(crate) use self::portable::check as check_names;
pub(crate) use self::write::Staged;
use crate::error::{Cause, Error};

/// The folder of all files.
#[derive(Debug)]
pub(crate) struct Root {
    /// Without symlinks.
    folder: PathBuf,
}

/// A file in the root, with symlinks in its path resolved.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct File {
    real: PathBuf,
}

/// A folder in the root, or the root.
#[derive(Debug)]
pub(crate) struct Folder {
    real: PathBuf,
}

impl Root {
    /// Fails if the folder does not exist.
    pub(crate) fn open(folder: &Path) -> Result<Self, Error> {
        let real = fs::canonicalize(folder).map_err(|source| {
            let from = if folder.is_relative() { env::current_dir().ok() } else { None };
            Cause::NoRoot { from, source }
        })?;
        if real.is_dir() { Ok(Self { folder: real }) } else { Err(Cause::IsFile.into()) }
    }

    /// The file at a path; it need not exist.
    pub(crate) fn file(&self, path: &str) -> Result<File, Error> {
        if path.is_empty() {
            return Err(Cause::EmptyPath.into());
        }
        let real = path::resolve(&self.folder, Path::new(path))?;
        if real.is_dir() { Err(Cause::IsFolder.into()) } else { Ok(File { real }) }
    }

    /// The folder at a path; it need not exist. The empty path is the root.
    pub(crate) fn folder(&self, path: &str) -> Result<Folder, Error> {
        Ok(Folder { real: path::resolve(&self.folder, Path::new(path))? })
    }

    /// Whether a folder is the root.
    pub(crate) fn is(&self, folder: &Folder) -> bool {
        folder.real == self.folder
    }

    /// The sorted names of the entries of a folder; empty if it cannot be read.
    pub(crate) fn names(&self, folder: &str) -> Vec<String> {
        let entries = self.folder(folder).ok().and_then(|folder| fs::read_dir(folder.real).ok());
        let entries = entries.into_iter().flatten().flatten();
        let mut names: Vec<_> = entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
        names.sort_unstable();
        names
    }
}

impl Folder {
    /// The folder, as if it were a file.
    pub(crate) fn as_file(&self) -> File {
        File { real: self.real.clone() }
    }

    /// Whether the folder or one of its subfolders contains a file.
    pub(crate) fn has(&self, file: &File) -> bool {
        file.real.starts_with(&self.real)
    }
}

impl File {
    /// What all files share that are one where upper and lower case are not distinguished.
    pub(crate) fn folded(&self) -> String {
        self.real.to_string_lossy().to_lowercase()
    }

    pub(crate) fn is_there(&self) -> bool {
        self.real.exists()
    }

    /// Its parent folders, as if they were files.
    pub(crate) fn folders(&self) -> impl Iterator<Item = Self> {
        self.real.ancestors().skip(1).map(|folder| Self { real: folder.to_owned() })
    }

    /// Whether it is inside of `folder`, as if that were a folder.
    pub(crate) fn is_below(&self, folder: &Self) -> bool {
        self.real.starts_with(&folder.real)
    }

    /// The content of the file; `None` if it does not exist.
    pub(crate) fn read(&self) -> Result<Option<Vec<u8>>, Error> {
        match fs::read(&self.real) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Cause::io("read it")(error)),
        }
    }

    /// Writes the bytes next to the file, to replace it later.
    pub(crate) fn stage(&self, bytes: &[u8]) -> Result<Staged, Error> {
        Staged::new(&self.real, bytes)
    }
}
