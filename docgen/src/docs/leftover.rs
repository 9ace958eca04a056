//! Pages of codes that are no more: they would be published for ever.
//!
//! A file is one if the pattern of the pages could mean it, segment by segment, and nothing makes or keeps it.

use std::collections::BTreeSet;

use super::pattern::{Pattern, Segment};
use crate::docs::file::{Failure, File, Folder, Root};
use crate::docs::mistake::{Mistake, What};

/// The files that are no leftovers, whatever their names are.
#[derive(Debug, Default)]
pub(super) struct Kept {
    files: BTreeSet<File>,
    folders: Vec<Folder>,
}

impl Kept {
    pub(super) fn file(&mut self, file: File) {
        self.files.insert(file);
    }

    /// Keeps a file, or all that is in a folder.
    pub(super) fn path(&mut self, root: &Root, path: &str) -> Result<(), What> {
        let file = match root.file(path) {
            Ok(file) => file,
            Err(Failure::Folder) => {
                self.folders.push(root.folder(path)?);
                return Ok(());
            }
            Err(failure) => return Err(failure.into()),
        };
        if !file.is_there() {
            return Err(What::KeptMissing);
        }
        self.files.insert(file);
        Ok(())
    }

    fn has(&self, file: &File) -> bool {
        self.files.contains(file) || self.folders.iter().any(|folder| folder.has(file))
    }
}

/// The files that look like pages of a pattern, and are none. Each becomes kept, to be said once.
pub(super) fn of(root: &Root, pattern: &Pattern<'_>, kept: &mut Kept) -> Vec<Mistake> {
    let mut leftovers = Vec::new();
    // In the root itself there is a README, a changelog and what else people put there.
    if root.folder(pattern.folder).is_ok_and(|folder| !root.is(&folder)) {
        find(root, pattern.folder, &pattern.segments, &mut |path, file| {
            if !kept.has(&file) {
                leftovers.push(Mistake::of(path, 0, What::Leftover { path: path.to_owned() }));
                kept.file(file);
            }
        });
    }
    leftovers
}

/// Looks at all files below a folder that the segments could mean.
fn find(root: &Root, folder: &str, segments: &[Segment<'_>], found: &mut dyn FnMut(&str, File)) {
    let Some((segment, below)) = segments.split_first() else { return };
    for name in root.names(folder).into_iter().filter(|name| segment.could_be(name)) {
        let path = format!("{folder}/{name}");
        match root.file(&path) {
            Ok(file) if below.is_empty() => found(&path, file),
            // Tools keep copies in folders such as `.git`.
            Err(Failure::Folder) if !name.starts_with('.') => find(root, &path, below, found),
            _ => {}
        }
    }
}
