//! The pages of codes: their paths, and the orphaned pages of removed codes, which would stay published.

use std::collections::BTreeMap;
use std::fs;
use std::path::{PathBuf, is_separator};

use super::file::Root;
use super::files::Files;
use crate::block::page::CodePage;
use crate::error::{DocsErrors, Error, ErrorKind};
use crate::template::tags;

/// A tag of the path.
const TAG: char = '\0';

/// The path template of the pages of codes.
#[derive(Debug)]
pub(super) struct Pattern {
    /// The folder of all pages; empty for the root.
    folder: String,
    /// The path below it, with [`TAG`] for each tag.
    below: String,
}

impl Pattern {
    pub(super) fn new(path: &str) -> Self {
        let mut rest = path.to_owned();
        tags(path).into_iter().rev().for_each(|tag| rest.replace_range(tag, &TAG.to_string()));
        let before = rest.split(TAG).next().unwrap_or_default();
        let folder = before.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
        let below = rest.split_off(before.rfind('/').map_or(0, |end| end + 1));
        Self { folder, below }
    }

    /// Checks that each page is a separate file in the folder. A code may be any text, such as `../README`.
    pub(super) fn check(&self, pages: &[CodePage]) -> Result<(), DocsErrors> {
        if !self.below.contains(TAG) {
            let message = "the path names no code: write `{{ code }}` or `{{ code | slug }}` in it";
            return Err(Error::new(ErrorKind::Path, message).into());
        }
        let (placed, misplaced): (Vec<_>, Vec<_>) = pages.iter().partition(|page| self.is_placed(page));
        let wrong = misplaced.into_iter().map(misplacement).chain(shared(&placed));
        DocsErrors::unless_empty(wrong.map(|message| Error::new(ErrorKind::Path, &message)).collect(), ())
    }

    /// Whether the path of a page is in the folder, and no part of it is empty.
    fn is_placed(&self, CodePage { path, .. }: &CodePage) -> bool {
        let is_name = |name: &str| !matches!(name.trim(), "" | "." | "..");
        let below = path.strip_prefix(&self.folder).map(|below| below.strip_prefix('/').unwrap_or(below));
        below.is_some_and(|below| {
            let file = below.rsplit(is_separator).next().unwrap_or_default();
            let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
            below.split(is_separator).all(is_name) && is_name(stem)
        })
    }

    /// The files in the folder that could be the page of a code, and that nothing keeps. Each is kept then, so that it is reported
    /// once.
    pub(super) fn orphans(&self, root: &Root, files: &mut Files) -> Vec<Error> {
        // The root itself contains a README, a changelog and other files.
        let is_root = root.file_or_folder(&self.folder).ok() == root.file_or_folder("").ok();
        let mut found = if is_root { Vec::new() } else { self.find(root, files) };
        found.retain(|(_, file)| files.keep(file));
        let orphan = |(path, _): (String, _)| {
            let message =
                format!("orphaned page: delete it, or call `Docs::ignore(\"{path}\")` if it is hand-written");
            Error::new(ErrorKind::Orphan, &message).in_file(&path)
        };
        found.into_iter().map(orphan).collect()
    }

    /// Finds each file in the folder that could be a page. The folders below may be as deep as the path, and deeper only where there are
    /// pages: a code such as `orders/gone` has its page in a folder of its own, beside those of other codes.
    fn find(&self, root: &Root, files: &Files) -> Vec<(String, PathBuf)> {
        let mut found = Vec::new();
        let mut folders = vec![(self.folder.clone(), self.below.matches('/').count())];
        while let Some((folder, depth)) = folders.pop() {
            let entries = root.file_or_folder(&folder).ok().and_then(|folder| fs::read_dir(folder).ok());
            let names = entries.into_iter().flatten().flatten();
            for name in names.filter_map(|entry| entry.file_name().into_string().ok()) {
                let path = format!("{folder}/{name}");
                let Ok(file) = root.file_or_folder(&path) else { continue };
                // Tools keep copies in folders such as `.git`.
                let is_searched = || !name.starts_with('.') && (depth > 0 || files.below(&file).is_some());
                if file.is_dir() && is_searched() {
                    folders.push((path, depth.saturating_sub(1)));
                } else if !file.is_dir() && self.could_be(&path[self.folder.len() + 1..]) {
                    found.push((path, file));
                }
            }
        }
        found.sort_unstable();
        found
    }

    /// Whether the path of a page below the folder could be this one for some code.
    fn could_be(&self, path: &str) -> bool {
        let Some((first, others)) = self.below.split_once(TAG) else { return path == self.below };
        let (middle, last) = others.rsplit_once(TAG).unwrap_or(("", others));
        let rest = path.strip_prefix(first).and_then(|rest| rest.strip_suffix(last));
        let mut middle = middle.split(TAG);
        rest.is_some_and(|rest| middle.try_fold(rest, |rest, text| Some(rest.split_once(text)?.1)).is_some())
    }
}

/// That a page is not in the folder, and what to write instead: the slug of a code without letters is empty.
fn misplacement(CodePage { code, path, .. }: &CodePage) -> String {
    let has_slug = code.contains(char::is_alphanumeric);
    let advice = if has_slug { "{{ code | slug }}" } else { "error-{{ code }}" };
    format!(
        "the page of code `{code}` would be `{path}`, which is outside of its folder or has no name: use `{advice}`, or change the path"
    )
}

/// The codes that would share a page, also where upper and lower case are not distinguished, as on macOS and Windows.
fn shared(pages: &[&CodePage]) -> impl Iterator<Item = String> {
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
