//! Which files there should be and which of them are not as they should be; and writing these.

use std::collections::BTreeMap;

use super::content::{self, Make};
use super::leftover::{self, Kept};
use super::pattern::Pattern;
use super::{Docs, Output, Stale};
use crate::docs::file::{File, Root};
use crate::docs::mistake::{Mistake, Mistakes, What};

/// The files that are out of date, and all that is wrong.
pub(super) struct Plan {
    pub(super) pages: Vec<Page>,
    pub(super) mistakes: Vec<Mistake>,
    /// Files of codes that are no more. They keep nothing from being written.
    pub(super) leftovers: Vec<Mistake>,
}

pub(super) struct Page {
    file: File,
    pub(super) stale: Stale,
}

impl Plan {
    /// Makes all pages; what is wrong with one is said, and the next is made.
    pub(super) fn new(docs: &Docs<'_>) -> Self {
        let mut plan = Self { pages: Vec::new(), mistakes: block_names(docs), leftovers: Vec::new() };
        match Root::open(&docs.root) {
            Ok(root) => plan.fill(docs, &root),
            Err(failure) => plan.mistakes.push(Mistake::of(&docs.root.display().to_string(), 0, failure)),
        }
        plan
    }

    fn fill(&mut self, docs: &Docs<'_>, root: &Root) {
        let mut files = Files::of_templates(docs, root);
        for output in &docs.outputs {
            match content::of(docs, root, output) {
                Err(all) => {
                    self.mistakes.extend(all.into_iter().map(|what| Mistake::of(&output.path, 0, what)));
                }
                Ok(contents) => {
                    for (path, make) in contents {
                        if let Err(what) = self.add(root, &path, make, &mut files) {
                            self.mistakes.push(Mistake::of(&path, 0, what));
                        }
                    }
                }
            }
        }
        let mut kept = files.kept();
        for path in &docs.kept {
            if let Err(what) = kept.path(root, path) {
                self.mistakes.push(Mistake::of(path, 0, what));
            }
        }
        // Where the pages could not be made, all that are there would look like leftovers.
        if self.mistakes.is_empty() {
            let patterns = docs.outputs.iter().filter(|output| output.is_pattern());
            let leftovers =
                patterns.flat_map(|output| leftover::of(root, &Pattern::new(&output.path), &mut kept));
            self.leftovers = leftovers.collect();
        }
    }

    /// Makes a page.
    fn add(&mut self, root: &Root, path: &str, make: Make<'_>, files: &mut Files) -> Result<(), What> {
        let file = root.file(path)?;
        files.add(&file, path)?;
        let old = file.read()?;
        match make(old.as_deref()) {
            Ok(new) if old.as_deref() == Some(new.as_bytes()) => {}
            Ok(new) => {
                let stale = Stale { path: path.to_owned(), old, new };
                self.pages.push(Page { file, stale });
            }
            Err(mistakes) => {
                self.mistakes.extend(mistakes.into_iter().map(|(line, what)| Mistake::of(path, line, what)));
            }
        }
        Ok(())
    }

    /// The pages, if nothing is wrong.
    pub(super) fn whole(self) -> Result<Vec<Page>, Mistakes> {
        let mistakes: Vec<_> = self.mistakes.into_iter().chain(self.leftovers).collect();
        if mistakes.is_empty() { Ok(self.pages) } else { Err(Mistakes::new(mistakes)) }
    }

    /// Writes all pages beside their files, and only then puts them in place: the paths of those that are, and all that is
    /// wrong.
    pub(super) fn write(self) -> (Vec<String>, Vec<Mistake>) {
        let mut mistakes = self.mistakes;
        if !mistakes.is_empty() {
            return (Vec::new(), mistakes);
        }
        let mut staged = Vec::with_capacity(self.pages.len());
        for Page { file, stale } in self.pages {
            match file.stage(stale.new.as_bytes()) {
                Ok(new) => staged.push((new, stale.path)),
                Err(failure) => mistakes.push(Mistake::of(&stale.path, 0, failure)),
            }
        }
        if !mistakes.is_empty() {
            return (Vec::new(), mistakes);
        }
        mistakes.extend(self.leftovers);
        let mut written = Vec::with_capacity(staged.len());
        for (new, path) in staged {
            match new.put() {
                Ok(()) => written.push(path),
                Err(failure) => mistakes.push(Mistake::of(&path, 0, failure)),
            }
        }
        (written, mistakes)
    }
}

/// The files that have a use, and the paths that they were given.
#[derive(Debug, Default)]
struct Files {
    made: BTreeMap<File, String>,
    templates: BTreeMap<File, String>,
}

impl Files {
    fn of_templates(docs: &Docs<'_>, root: &Root) -> Self {
        let templates = docs.outputs.iter().filter_map(Output::template);
        let templates = templates.filter_map(|path| Some((root.file(path).ok()?, path.to_owned())));
        Self { made: BTreeMap::new(), templates: templates.collect() }
    }

    /// Takes a file for a page, which no other page and no template may be, and no other page may have for a folder.
    fn add(&mut self, file: &File, path: &str) -> Result<(), What> {
        if let Some(template) = self.templates.get(file) {
            return Err(What::OverTemplate { template: template.clone() });
        }
        if let Some(other) = self.made.get(file) {
            return Err(What::FileTwice { other: other.clone() });
        }
        if let Some(folder) = file.folders().find_map(|folder| self.made.get(&folder)) {
            return Err(What::FileAsFolder { folder: folder.clone() });
        }
        // What is in a folder comes right behind it in order.
        let mut behind = self.made.range(file..);
        if let Some((_, below)) = behind.next().filter(|(other, _)| other.is_below(file)) {
            return Err(What::FolderAsFile { below: below.clone() });
        }
        self.made.insert(file.clone(), path.to_owned());
        Ok(())
    }

    fn kept(self) -> Kept {
        let mut kept = Kept::default();
        self.made.into_keys().chain(self.templates.into_keys()).for_each(|file| kept.file(file));
        kept
    }
}

/// What is wrong with the names of blocks.
fn block_names(docs: &Docs<'_>) -> Vec<Mistake> {
    let mut mistakes = Vec::new();
    for (at, (name, _)) in docs.blocks.iter().enumerate() {
        let name = || name.clone();
        let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':' | '/');
        // `--` may not be in a comment of XML, nor `*/` in one of MDX.
        if name().is_empty() || !name().chars().all(is_word) || name().contains("--") {
            mistakes.push(Mistake::new(What::BlockName { name: name() }));
        }
        if docs.blocks.iter().take(at).any(|(other, _)| *other == name()) {
            mistakes.push(Mistake::new(What::BlockTwice { name: name() }));
        }
    }
    mistakes
}
