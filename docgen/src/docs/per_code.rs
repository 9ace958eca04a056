//! The pages of codes: their paths, and the orphaned pages of removed codes, which would stay published.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf, is_separator};

use super::file::Root;
use super::files::Files;
use crate::block::page::CodePage;
use crate::error::{Error, ErrorKind};
use crate::template::tags;

/// A tag of the path.
const TAG: char = '\0';

/// The path template of the pages of codes.
#[derive(Debug)]
pub(super) struct Pattern {
    /// The folder of all pages; empty for the root.
    folder: String,
    /// The folders below it, and the file, with [`TAG`] for each tag.
    segments: Vec<String>,
}

impl Pattern {
    pub(super) fn new(path: &str) -> Self {
        let mut rest = path.to_owned();
        tags(path).into_iter().rev().for_each(|tag| rest.replace_range(tag, &TAG.to_string()));
        let before = rest.find(TAG).map_or(rest.as_str(), |tag| rest.split_at(tag).0);
        let (folder, segments) = match before.rfind('/') {
            Some(end) => (&rest[..end], &rest[end + 1..]),
            None => ("", rest.as_str()),
        };
        Self { folder: folder.to_owned(), segments: segments.split('/').map(str::to_owned).collect() }
    }

    /// Checks that each page is a separate file in the folder. A code may be any text, such as `../README`.
    pub(super) fn check(&self, pages: &[CodePage]) -> Result<(), Vec<Error>> {
        let wrong = pages.iter().filter_map(|page| self.misplaced(page)).chain(shared(pages));
        let errors: Vec<_> = wrong.map(|message| Error::new(ErrorKind::Path, &message)).collect();
        if errors.is_empty() { Ok(()) } else { Err(errors) }
    }

    /// What is wrong with the path of a page: it is not in the folder, or a part of it is empty.
    fn misplaced(&self, page: &CodePage) -> Option<String> {
        let CodePage { code, path, .. } = page;
        if Path::new(path).has_root() {
            // This is reported for any path.
            return None;
        }
        let page = format!("the page of code `{code}` would be `{path}`");
        let below = path.strip_prefix(&self.folder).map(|below| below.strip_prefix('/').unwrap_or(below));
        let Some(below) = below.filter(|below| !below.split(is_separator).any(|part| part == "..")) else {
            let folder = Some(&self.folder).filter(|folder| !folder.is_empty());
            let folder = folder.map_or("the root of `Docs`".to_owned(), |folder| format!("`{folder}`"));
            return Some(format!("{page}, outside of {folder}: use `{{{{ code | slug }}}}`"));
        };
        let file = below.rsplit(is_separator).next().unwrap_or_default();
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        let mut names = below.split(is_separator).chain([stem]);
        let is_nameless = names.any(|name| matches!(name.trim(), "" | "."));
        is_nameless.then(|| format!("{page}, which has no name: change the path"))
    }

    /// The files in the folder that could be the page of a code, and that nothing keeps. Each is kept then, so that it is reported
    /// once.
    pub(super) fn orphans(&self, root: &Root, files: &mut Files) -> Vec<Error> {
        let mut found = Vec::new();
        // The root itself contains a README, a changelog and other files.
        if root.file_or_folder(&self.folder).ok() != root.file_or_folder("").ok() {
            let segments: Vec<_> = self.segments.iter().map(String::as_str).collect();
            find(root, files, &self.folder, &segments, &mut found);
        }
        found.retain(|(_, file)| files.keep(file));
        let orphan = |(path, _): (String, _)| {
            let message =
                format!("orphaned page: delete it, or call `Docs::ignore(\"{path}\")` if it is hand-written");
            Error::new(ErrorKind::Orphan, &message).in_file(&path)
        };
        found.into_iter().map(orphan).collect()
    }
}

/// Finds each file in a folder that matches the segments.
fn find(root: &Root, files: &Files, folder: &str, segments: &[&str], found: &mut Vec<(String, PathBuf)>) {
    let Some((segment, below)) = segments.split_first() else { return };
    let entries = root.file_or_folder(folder).ok().and_then(|folder| fs::read_dir(folder).ok());
    let names = entries.into_iter().flatten().flatten();
    let mut names: Vec<_> = names.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort_unstable();
    for name in names {
        let path = format!("{folder}/{name}");
        let Ok(file) = root.file_or_folder(&path) else { continue };
        if !file.is_dir() {
            if below.is_empty() && could_be(segment, &name) {
                found.push((path, file));
            }
        // Tools keep copies in folders such as `.git`.
        } else if !name.starts_with('.') {
            if could_be(segment, &name) {
                find(root, files, &path, below, found);
            }
            // A code such as `orders/gone` has its page in a folder of its own, beside those of other codes.
            let begin = segment.find(TAG).filter(|begin| name.starts_with(&segment[..*begin]));
            if let Some(begin) = begin.filter(|_| files.below(&file).is_some()) {
                find(root, files, &path, &[&[&segment[begin..]], below].concat(), found);
            }
        }
    }
}

/// Whether the segment could have this name for some code.
fn could_be(segment: &str, name: &str) -> bool {
    match (segment.split_once(TAG), segment.rsplit_once(TAG)) {
        (Some((begin, _)), Some((_, end))) => {
            name.strip_prefix(begin).is_some_and(|name| name.ends_with(end))
        }
        _ => name == segment,
    }
}

/// The codes that would share a page, also where upper and lower case are not distinguished, as on macOS and Windows.
fn shared(pages: &[CodePage]) -> impl Iterator<Item = String> {
    let mut by_path: BTreeMap<String, Vec<&CodePage>> = BTreeMap::new();
    for page in pages {
        by_path.entry(page.path.to_lowercase()).or_default().push(page);
    }
    by_path.into_values().filter_map(|pages| {
        let (last, others) = pages.split_last().filter(|(_, others)| !others.is_empty())?;
        let codes = others.iter().map(|page| page.code.as_str()).collect::<Vec<_>>().join("`, `");
        let path = &others.first()?.path;
        Some(format!("codes `{codes}` and `{}` would share the page `{path}`: change the path", last.code))
    })
}
