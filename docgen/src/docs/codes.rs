//! Checks the paths of the pages of codes: each is a separate file in the folder of the pattern.
//!
//! A code may be any text, such as `../README`.

use std::collections::BTreeMap;
use std::path::Path;

use super::pattern::Pattern;
use crate::block::page::CodePage;
use crate::error::{Cause, Error};

/// Returns all errors of the paths.
pub(super) fn check(pattern: &Pattern<'_>, pages: &[CodePage]) -> Result<(), Vec<Error>> {
    let mut errors: Vec<Error> = pages.iter().filter_map(|page| check_place(pattern, page)).collect();
    errors.extend(check_once(pages));
    if errors.is_empty() { Ok(()) } else { Err(errors) }
}

/// Checks that a page is in the folder of its pattern, and that no part of its path is empty.
fn check_place(pattern: &Pattern<'_>, page: &CodePage) -> Option<Error> {
    let CodePage { code, path, .. } = page;
    if Path::new(path).has_root() {
        // This is reported for any path.
        return None;
    }
    let below = path.strip_prefix(pattern.folder).map(|below| match pattern.folder {
        "" => below,
        _ => below.strip_prefix('/').unwrap_or(below),
    });
    let is_part = |c: char| c == '/' || std::path::is_separator(c);
    let leaves = |below: &str| below.split(is_part).any(|part| part == "..");
    let Some(below) = below.filter(|below| !leaves(below)) else {
        let (code, path, folder) = (code.clone(), path.clone(), pattern.folder.to_owned());
        return Some(Cause::CodeLeaves { code, path, folder }.into());
    };
    let file = below.rsplit(is_part).next().unwrap_or_default();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let mut names = below.split(is_part).chain([stem]);
    let has_names = names.all(|name| !matches!(name.trim(), "" | "."));
    (!has_names).then(|| Cause::CodeNameless { code: code.clone(), path: path.clone() }.into())
}

/// Checks that paths are unique, also where upper and lower case are not distinguished, as on macOS and Windows.
fn check_once(pages: &[CodePage]) -> Vec<Error> {
    let mut by_path: BTreeMap<String, Vec<&CodePage>> = BTreeMap::new();
    for page in pages {
        by_path.entry(page.path.to_lowercase()).or_default().push(page);
    }
    let twice = by_path.into_values().filter(|pages| pages.len() > 1);
    let error = |pages: Vec<&CodePage>| Cause::CodesTwice {
        codes: pages.iter().map(|page| page.code.clone()).collect(),
        path: pages.first().map(|page| page.path.clone()).unwrap_or_default(),
    };
    twice.map(|pages| error(pages).into()).collect()
}
