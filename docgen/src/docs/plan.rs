//! Generates all files, compares them with the existing ones, and writes those that are out of date.

use std::collections::BTreeMap;

use super::content::{self, Make};
use super::leftover::{self, Kept};
use super::pattern::Pattern;
use super::{Docs, Outdated, Output};
use crate::docs::file::{File, Root};
use crate::docs::mistake::{DocsError, DocsErrors, What};

/// The files that are out of date, and all errors.
pub(super) struct Plan {
    pub(super) pages: Vec<Page>,
    pub(super) mistakes: Vec<DocsError>,
    /// Orphaned pages. They do not prevent other files from being written.
    pub(super) leftovers: Vec<DocsError>,
}

pub(super) struct Page {
    file: File,
    pub(super) outdated: Outdated,
}

impl Plan {
    /// Generates all pages. An error in one does not stop the others.
    pub(super) fn new(docs: &Docs<'_>) -> Self {
        let mut plan = Self {
            pages: Vec::new(),
            mistakes: block_names(docs).chain(incomplete_types(docs)).chain(other_formats(docs)).collect(),
            leftovers: Vec::new(),
        };
        match Root::open(&docs.root) {
            Ok(root) => plan.fill(docs, &root),
            Err(failure) => plan.mistakes.push(DocsError::of(&docs.root.display().to_string(), 0, failure)),
        }
        plan
    }

    fn fill(&mut self, docs: &Docs<'_>, root: &Root) {
        let mut files = Files::of_templates(docs, root);
        for output in &docs.outputs {
            match content::of(docs, root, output) {
                Err(all) => {
                    self.mistakes.extend(all.into_iter().map(|what| DocsError::of(&output.path, 0, what)));
                }
                Ok(contents) => {
                    for (path, make) in contents {
                        if let Err(what) = self.add(root, &path, make, &mut files) {
                            self.mistakes.push(DocsError::of(&path, 0, what));
                        }
                    }
                }
            }
        }
        let mut kept = files.kept();
        for path in &docs.ignored {
            if let Err(what) = kept.path(root, path) {
                self.mistakes.push(DocsError::of(path, 0, what));
            }
        }
        // If the pages could not be generated, all existing ones would look orphaned.
        if self.mistakes.is_empty() {
            let patterns = docs.outputs.iter().filter(|output| output.is_pattern());
            let leftovers =
                patterns.flat_map(|output| leftover::of(root, &Pattern::new(&output.path), &mut kept));
            self.leftovers = leftovers.collect();
        }
    }

    /// Generates a page and compares it with its file.
    fn add(&mut self, root: &Root, path: &str, make: Make<'_>, files: &mut Files) -> Result<(), What> {
        let file = root.file(path)?;
        files.add(&file, path)?;
        let old = file.read()?;
        match make(old.as_deref()) {
            Ok(new) if old.as_deref() == Some(new.as_bytes()) => {}
            Ok(new) => {
                let outdated = Outdated { path: path.to_owned(), old, new };
                self.pages.push(Page { file, outdated });
            }
            Err(mistakes) => {
                self.mistakes
                    .extend(mistakes.into_iter().map(|(line, what)| DocsError::of(path, line, what)));
            }
        }
        Ok(())
    }

    /// The pages, if there are no errors.
    pub(super) fn whole(self) -> Result<Vec<Page>, DocsErrors> {
        let mistakes: Vec<_> = self.mistakes.into_iter().chain(self.leftovers).collect();
        if mistakes.is_empty() { Ok(self.pages) } else { Err(DocsErrors::new(mistakes)) }
    }

    /// Writes all pages next to their files, and only then replaces the files. Returns the paths of the written files and all
    /// errors.
    pub(super) fn write(self) -> (Vec<String>, Vec<DocsError>) {
        let mut mistakes = self.mistakes;
        if !mistakes.is_empty() {
            return (Vec::new(), mistakes);
        }
        let mut staged = Vec::with_capacity(self.pages.len());
        for Page { file, outdated } in self.pages {
            match file.stage(outdated.new.as_bytes()) {
                Ok(new) => staged.push((new, outdated.path)),
                Err(failure) => mistakes.push(DocsError::of(&outdated.path, 0, failure)),
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
                Err(failure) => mistakes.push(DocsError::of(&path, 0, failure)),
            }
        }
        (written, mistakes)
    }
}

/// The generated files and the templates, with the paths given for them.
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

    /// Adds the file of a page. It is an error if it is a template, another page, or a folder of another page.
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
        // In the order of paths, the content of a folder follows it.
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

/// The types that hold `dyn ApiError`, unless they are allowed.
fn incomplete_types(docs: &Docs<'_>) -> impl Iterator<Item = DocsError> {
    let types = if docs.allows_incomplete { Vec::new() } else { docs.book.incomplete_types() };
    types.into_iter().map(|type_name| DocsError::new(What::Incomplete { type_name }))
}

/// The types that do not speak the format of the API, unless they are allowed.
fn other_formats(docs: &Docs<'_>) -> impl Iterator<Item = DocsError> {
    let types = if docs.allows_other_formats { Vec::new() } else { docs.book.other_formats() };
    types.into_iter().map(|type_name| DocsError::new(What::OtherFormat { type_name }))
}

/// The invalid and duplicate names of blocks.
fn block_names(docs: &Docs<'_>) -> impl Iterator<Item = DocsError> {
    let mut mistakes = Vec::new();
    for (at, (name, _)) in docs.blocks.iter().enumerate() {
        let name = || name.clone();
        let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':' | '/');
        // A comment of HTML cannot contain `--`, nor one of MDX `*/`.
        if name().is_empty() || !name().chars().all(is_word) || name().contains("--") {
            mistakes.push(DocsError::new(What::BlockName { name: name() }));
        }
        if docs.blocks.iter().take(at).any(|(other, _)| *other == name()) {
            mistakes.push(DocsError::new(What::BlockTwice { name: name() }));
        }
    }
    mistakes.into_iter()
}
