//! Resolves a path to a file inside of the root.
//!
//! A folder that is replaced with a symlink before the file is written is not detected: the user owns the tree.

use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use super::failure::Failure;

/// The real path, without symlinks and `..`; its last parts need not exist.
pub(super) fn resolve(root: &Path, path: &Path) -> Result<PathBuf, Failure> {
    let mut real = root.to_owned();
    for component in path.components() {
        match component {
            Component::Prefix(_) | Component::RootDir => return Err(Failure::Absolute),
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
            return Err(Failure::Leaves);
        }
    }
    Ok(real)
}

/// The path itself, or its target if it is a symlink.
fn follow(root: &Path, path: PathBuf) -> Result<PathBuf, Failure> {
    let look = |error| Failure::io("access it", error);
    match fs::symlink_metadata(&path) {
        Ok(metadata) if metadata.is_symlink() => {
            let link = path.strip_prefix(root).unwrap_or(&path).to_owned();
            match fs::canonicalize(&path) {
                Ok(to) if to.starts_with(root) => Ok(to),
                Ok(to) => Err(Failure::LinkLeaves { link, to }),
                Err(error) if error.kind() == ErrorKind::NotFound => Err(Failure::LinkDangles { link }),
                Err(error) => Err(look(error)),
            }
        }
        Ok(_) => Ok(path),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(path),
        Err(error) if error.kind() == ErrorKind::NotADirectory => Err(Failure::NoFolder),
        Err(error) => Err(look(error)),
    }
}
