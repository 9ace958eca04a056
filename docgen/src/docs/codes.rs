//! Where the pages of codes are: each in a file of its own, below the folder that its pattern names.
//!
//! Codes are texts of any kind, such as `../README`.

use std::collections::BTreeMap;
use std::path::Path;

use super::pattern::Pattern;
use crate::block::page::CodePage;
use crate::docs::mistake::What;

/// All that is wrong with the paths of pages.
pub(super) fn check(pattern: &Pattern<'_>, pages: &[CodePage]) -> Result<(), Vec<What>> {
    let mut mistakes: Vec<What> = pages.iter().filter_map(|page| check_place(pattern, page)).collect();
    mistakes.extend(check_once(pages));
    if mistakes.is_empty() { Ok(()) } else { Err(mistakes) }
}

/// A page is in the folder of its pattern, and each part of its path has a name.
fn check_place(pattern: &Pattern<'_>, page: &CodePage) -> Option<What> {
    let CodePage { code, path, .. } = page;
    if Path::new(path).has_root() {
        // That is said of any path.
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
        return Some(What::CodeLeaves { code, path, folder });
    };
    let file = below.rsplit(is_part).next().unwrap_or_default();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let mut names = below.split(is_part).chain([stem]);
    let has_names = names.all(|name| !matches!(name.trim(), "" | "."));
    (!has_names).then(|| What::CodeNameless { code: code.clone(), path: path.clone() })
}

/// A page is of one code, also where capitals are not told apart in paths, as on macOS and Windows.
fn check_once(pages: &[CodePage]) -> Vec<What> {
    let mut by_path: BTreeMap<String, Vec<&CodePage>> = BTreeMap::new();
    for page in pages {
        by_path.entry(page.path.to_lowercase()).or_default().push(page);
    }
    let twice = by_path.into_values().filter(|pages| pages.len() > 1);
    let mistake = |pages: Vec<&CodePage>| What::CodesTwice {
        codes: pages.iter().map(|page| page.code.clone()).collect(),
        path: pages.first().map(|page| page.path.clone()).unwrap_or_default(),
    };
    twice.map(mistake).collect()
}
