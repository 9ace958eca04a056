//! Resolves a path to a file inside of the root.
//!
//! A folder that is replaced with a symlink before the file is written is not detected: the user owns the tree.

use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use crate::error::{Cause, Error};

/// The real path, without symlinks and `..`; its last parts need not exist.
pub(super) fn resolve(root: &Path, path: &Path) -> Result<PathBuf, Error> {
    let mut real = root.to_owned();
    for component in path.components() {
        match component {
            Component::Prefix(_) | Component::RootDir => return Err(Cause::AbsolutePath.into()),
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
            return Err(Cause::LeavesRoot.into());
        }
    }
    Ok(real)
}

/// The path itself, or its target if it is a symlink.
fn follow(root: &Path, path: PathBuf) -> Result<PathBuf, Error> {
    match fs::symlink_metadata(&path) {
        Ok(metadata) if metadata.is_symlink() => {
            let link = path.strip_prefix(root).unwrap_or(&path).to_owned();
            match fs::canonicalize(&path) {
                Ok(to) if to.starts_with(root) => Ok(to),
                Ok(to) => Err(Cause::LinkLeavesRoot { link, to }.into()),
                Err(error) if error.kind() == ErrorKind::NotFound => Err(Cause::DanglingLink { link }.into()),
                Err(error) => Err(Cause::io("access it")(error)),
            }
        }
        Ok(_) => Ok(path),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(path),
        Err(error) if error.kind() == ErrorKind::NotADirectory => Err(Cause::IsFile.into()),
        Err(error) => Err(Cause::io("access it")(error)),
    }
}
