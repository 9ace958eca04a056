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
    /// Those of `files` that are generated.
    generated: BTreeSet<File>,
}

impl Kept {
    pub(super) fn file(&mut self, file: File) {
        self.files.insert(file);
    }

    pub(super) fn generated(&mut self, file: File) {
        self.files.insert(file.clone());
        self.generated.insert(file);
    }

    /// Whether a folder contains a generated file.
    fn is_generated_in(&self, folder: &Folder) -> bool {
        self.generated.range(folder.as_file()..).next().is_some_and(|file| folder.has(file))
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
        let mut found = Vec::new();
        find(root, kept, pattern.folder, &pattern.segments, &mut found);
        for (path, file) in found {
            if !kept.has(&file) {
                orphans.push(Error::from(Cause::Orphan { path: path.clone() }).in_file(&path));
                kept.file(file);
            }
        }
    }
    orphans
}

/// Finds each file in a folder that matches the segments.
fn find(root: &Root, kept: &Kept, folder: &str, segments: &[Segment<'_>], found: &mut Vec<(String, File)>) {
    let Some((segment, below)) = segments.split_first() else { return };
    for name in root.names(folder) {
        let path = format!("{folder}/{name}");
        let could_be = segment.could_be(&name);
        match root.file(&path) {
            Ok(file) if could_be && below.is_empty() => found.push((path, file)),
            // Tools keep copies in folders such as `.git`.
            Err(error) if matches!(error.cause(), Cause::IsFolder) && !name.starts_with('.') => {
                if could_be {
                    find(root, kept, &path, below, found);
                }
                let is_generated = |path: &str| root.folder(path).is_ok_and(|it| kept.is_generated_in(&it));
                // A code such as `orders/gone` has its page in a folder of its own, beside those of other codes.
                if let Some(rest) = segment.behind(&name).filter(|_| is_generated(&path)) {
                    let segments: Vec<_> = [rest].into_iter().chain(below.iter().copied()).collect();
                    find(root, kept, &path, &segments, found);
                }
            }
            _ => {}
        }
    }
}
