//! Files in a root folder: resolves their paths, reads them, and writes them atomically.
//!
//! Their content is bytes here; `docs/content.rs` generates it.

mod path;
mod portable;
mod write;

use std::env;
use std::fs;
use std::io::ErrorKind as IoErrorKind;
use std::path::{Path, PathBuf};

pub(crate) use self::portable::check as check_names;
pub(crate) use self::write::Staged;
use crate::error::{Error, ErrorKind};

/// The folder of all files.
#[derive(Debug)]
pub(crate) struct Root {
    /// Without symlinks.
    folder: PathBuf,
}

/// A file or a folder in the root, with symlinks in its path resolved. It need not exist.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct File {
    real: PathBuf,
}

impl Root {
    /// Fails if the folder does not exist.
    pub(crate) fn open(folder: &Path) -> Result<Self, Error> {
        let real = fs::canonicalize(folder).map_err(|source| {
            let from = env::current_dir().ok().filter(|_| folder.is_relative());
            let from = from.map(|from| format!(" in the current directory, `{}`", from.display()));
            Error::io(&format!("open the root{}", from.unwrap_or_default()))(source)
        })?;
        if real.is_dir() { Ok(Self { folder: real }) } else { Err(path::is_file()) }
    }

    /// The file at a path.
    pub(crate) fn file(&self, path: &str) -> Result<File, Error> {
        if path.is_empty() {
            return Err(Error::new(ErrorKind::Path, "the path is empty: write the path of a file"));
        }
        let file = self.file_or_folder(path)?;
        if file.is_folder() {
            return Err(Error::new(ErrorKind::Path, "expected a file, found a folder"));
        }
        Ok(file)
    }

    /// What is at a path. The empty path is the root.
    pub(crate) fn file_or_folder(&self, path: &str) -> Result<File, Error> {
        Ok(File { real: path::resolve(&self.folder, Path::new(path))? })
    }

    /// Whether a folder is the root.
    pub(crate) fn is(&self, folder: &File) -> bool {
        folder.real == self.folder
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

    pub(crate) fn is_folder(&self) -> bool {
        self.real.is_dir()
    }

    /// Its parent folders.
    pub(crate) fn folders(&self) -> impl Iterator<Item = Self> {
        self.real.ancestors().skip(1).map(|folder| Self { real: folder.to_owned() })
    }

    /// Whether it is in the folder, or is the same file.
    pub(crate) fn is_in(&self, folder: &Self) -> bool {
        self.real.starts_with(&folder.real)
    }

    /// The sorted names in this folder; none if it cannot be read.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.real).into_iter().flatten().flatten();
        let mut names: Vec<_> = entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
        names.sort_unstable();
        names
    }

    /// The content of the file; `None` if it does not exist.
    pub(crate) fn read(&self) -> Result<Option<Vec<u8>>, Error> {
        match fs::read(&self.real) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == IoErrorKind::NotFound => Ok(None),
            Err(error) => Err(Error::io("read it")(error)),
        }
    }

    /// Writes the bytes next to the file, to replace it later.
    pub(crate) fn stage(&self, bytes: &[u8]) -> Result<Staged, Error> {
        Staged::new(&self.real, bytes)
    }
}
