//! Resolves a path to a file inside of the root.
//!
//! A folder that is replaced with a symlink before the file is written is not detected: the user owns the tree.

use std::fs;
use std::io::ErrorKind as IoErrorKind;
use std::path::{Component, Path, PathBuf};

use crate::error::{Error, ErrorKind};

/// The real path, without symlinks and `..`; its last parts need not exist.
pub(super) fn resolve(root: &Path, path: &Path) -> Result<PathBuf, Error> {
    let wrong = |message| Err(Error::new(ErrorKind::Path, message));
    let mut real = root.to_owned();
    for component in path.components() {
        match component {
            Component::Prefix(_) | Component::RootDir => {
                return wrong("the path is absolute: write it relative to the root of `Docs`");
            }
            Component::CurDir => {}
            Component::ParentDir => {
                real.pop();
            }
            Component::Normal(name) => {
                real.push(name);
                real = follow(root, real)?;
            }
        }
        if !real.starts_with(root) {
            return wrong("the path leaves the root of `Docs`: pass a parent folder to `Docs::new`");
        }
    }
    Ok(real)
}

/// The path itself, or its target if it is a symlink.
fn follow(root: &Path, path: PathBuf) -> Result<PathBuf, Error> {
    match fs::symlink_metadata(&path) {
        Ok(metadata) if metadata.is_symlink() => target(root, &path),
        Ok(_) => Ok(path),
        Err(error) if error.kind() == IoErrorKind::NotFound => Ok(path),
        Err(error) if error.kind() == IoErrorKind::NotADirectory => Err(is_file()),
        Err(error) => Err(Error::io("access it")(error)),
    }
}

fn target(root: &Path, path: &Path) -> Result<PathBuf, Error> {
    let link = path.strip_prefix(root).unwrap_or(path).display();
    let message = match fs::canonicalize(path) {
        Ok(to) if to.starts_with(root) => return Ok(to),
        Ok(to) => format!(
            "the symlink `{link}` points to `{}`, outside of the root of `Docs`: pass a parent folder of both to `Docs::new`",
            to.display()
        ),
        Err(error) if error.kind() == IoErrorKind::NotFound => {
            format!("the target of the symlink `{link}` does not exist: create it, or remove the symlink")
        }
        Err(error) => return Err(Error::io("access it")(error)),
    };
    Err(Error::new(ErrorKind::Path, &message))
}

pub(super) fn is_file() -> Error {
    Error::new(ErrorKind::Path, "expected a folder, found a file: change the path")
}
