//! Orphaned pages: pages of removed codes, which would stay published.
//!
//! A file is one if its path matches the pattern of the pages, segment by segment, and it is neither generated nor ignored.

use std::collections::BTreeSet;

use super::pattern::{Pattern, Segment};
use crate::docs::file::{File, Folder, Root};
use crate::error::{Cause, Error};

/// The files that are never orphaned pages.
#[derive(Debug, Default)]
pub(super) struct Kept {
    files: BTreeSet<File>,
    folders: Vec<Folder>,
}

impl Kept {
    pub(super) fn file(&mut self, file: File) {
        self.files.insert(file);
    }

    /// Keeps a file, or every file in a folder.
    pub(super) fn path(&mut self, root: &Root, path: &str) -> Result<(), Error> {
        let file = match root.file(path) {
            Ok(file) => file,
            Err(error) if matches!(error.cause(), Cause::IsFolder) => {
                self.folders.push(root.folder(path)?);
                return Ok(());
            }
            Err(error) => return Err(error),
        };
        if !file.is_there() {
            return Err(Cause::NothingIgnored.into());
        }
        self.files.insert(file);
        Ok(())
    }

    fn has(&self, file: &File) -> bool {
        self.files.contains(file) || self.folders.iter().any(|folder| folder.has(file))
    }
}

/// The orphaned pages of a pattern. Each is added to `kept`, so that it is reported once.
pub(super) fn of(root: &Root, pattern: &Pattern<'_>, kept: &mut Kept) -> Vec<Error> {
    let mut orphans = Vec::new();
    // The root itself contains a README, a changelog and other files.
    if root.folder(pattern.folder).is_ok_and(|folder| !root.is(&folder)) {
        find(root, pattern.folder, &pattern.segments, &mut |path, file| {
            if !kept.has(&file) {
                orphans.push(Error::from(Cause::Orphan { path: path.to_owned() }).in_file(path));
                kept.file(file);
            }
        });
    }
    orphans
}

/// Calls `found` for each file in a folder that matches the segments.
fn find(root: &Root, folder: &str, segments: &[Segment<'_>], found: &mut dyn FnMut(&str, File)) {
    let Some((segment, below)) = segments.split_first() else { return };
    for name in root.names(folder).into_iter().filter(|name| segment.could_be(name)) {
        let path = format!("{folder}/{name}");
        match root.file(&path) {
            Ok(file) if below.is_empty() => found(&path, file),
            // Tools keep copies in folders such as `.git`.
            Err(error) if matches!(error.cause(), Cause::IsFolder) && !name.starts_with('.') => {
                find(root, &path, below, found);
            }
            _ => {}
        }
    }
}
