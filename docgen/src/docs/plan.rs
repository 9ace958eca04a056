//! Generates all files, compares them with the existing ones, and writes those that are out of date.

use std::collections::BTreeMap;

use errbook_contract::Accept;

use super::content::{self, Make};
use super::links::Pages;
use super::orphan::{self, Kept};
use super::pattern::Pattern;
use super::{Docs, Outdated, Output, lock};
use crate::docs::file::{File, Root, check_names};
use crate::error::{Cause, DocsErrors, Error};
use crate::format::Format;

/// The files that are out of date, and all errors.
pub(super) struct Plan {
    pub(super) pages: Vec<Page>,
    pub(super) errors: Vec<Error>,
    /// Orphaned pages and dead links. They do not prevent files from being written.
    pub(super) late: Vec<Error>,
    /// The pages that may link to each other.
    linked: Pages,
}

pub(super) struct Page {
    file: File,
    pub(super) outdated: Outdated,
}

impl Plan {
    /// Generates all pages. An error in one does not stop the others. `accept` is `None` where files are only checked.
    pub(super) fn new(docs: &Docs<'_>, accept: Option<&Accept>) -> Self {
        let mut plan = Self {
            pages: Vec::new(),
            errors: block_names(docs)
                .chain(incomplete_types(docs))
                .chain(other_formats(docs))
                .chain(lock::errors(docs, accept))
                .collect(),
            late: Vec::new(),
            linked: Pages::default(),
        };
        match Root::open(&docs.root) {
            Ok(root) => plan.fill(docs, &root, accept),
            Err(error) => plan.errors.push(error.in_file(&docs.root.display().to_string())),
        }
        plan
    }

    fn fill(&mut self, docs: &Docs<'_>, root: &Root, accept: Option<&Accept>) {
        let mut files = Files::of_templates(docs, root);
        for output in &docs.outputs {
            match content::of(docs, root, output, accept) {
                Err(all) => {
                    self.errors.extend(all.into_iter().map(|error| error.in_file(&output.path)));
                }
                Ok(contents) => {
                    let format = docs.format_of_output(output).filter(|_| !docs.allows_dead_links);
                    for (path, make) in contents {
                        let checked = if output.is_generated() { check_names(&path) } else { Ok(()) };
                        let added = checked.map_err(Error::from);
                        let added = added.and_then(|()| self.add(root, (&path, format), make, &mut files));
                        if let Err(error) = added {
                            self.errors.push(error.in_file(&path));
                        }
                    }
                }
            }
        }
        let mut kept = files.kept();
        for path in &docs.ignored {
            if let Err(error) = kept.path(root, path) {
                self.errors.push(error.in_file(path));
            }
        }
        // If the pages could not be generated, all existing ones would look orphaned.
        if self.errors.is_empty() {
            let patterns = docs.outputs.iter().filter(|output| output.is_pattern());
            let orphans =
                patterns.flat_map(|output| orphan::of(root, &Pattern::new(&output.path), &mut kept));
            self.late = orphans.collect();
            if !docs.allows_dead_links {
                self.late.extend(self.linked.check(docs, root));
            }
        }
    }

    /// Generates a page and compares it with its file.
    fn add(
        &mut self,
        root: &Root,
        (path, format): (&str, Option<Format>),
        make: Make<'_>,
        files: &mut Files,
    ) -> Result<(), Error> {
        let file = root.file(path)?;
        files.add(&file, path)?;
        let old = file.read()?;
        let content = make(old.as_deref());
        if let Ok(new) = &content {
            self.linked.add(path, format, new);
        }
        match content {
            Ok(new) if old.as_deref() == Some(new.as_bytes()) => {}
            Ok(new) => {
                let outdated = Outdated { path: path.to_owned(), old, new };
                self.pages.push(Page { file, outdated });
            }
            Err(errors) => self.errors.extend(errors.into_iter().map(|error| error.in_file(path))),
        }
        Ok(())
    }

    /// The pages, if there are no errors.
    pub(super) fn whole(self) -> Result<Vec<Page>, DocsErrors> {
        let errors: Vec<_> = self.errors.into_iter().chain(self.late).collect();
        if errors.is_empty() { Ok(self.pages) } else { Err(DocsErrors::new(errors)) }
    }

    /// Writes all pages next to their files, and only then replaces the files. Returns the paths of the written files and all
    /// errors.
    pub(super) fn write(self) -> (Vec<String>, Vec<Error>) {
        let mut errors = self.errors;
        if !errors.is_empty() {
            return (Vec::new(), errors);
        }
        let mut staged = Vec::with_capacity(self.pages.len());
        for Page { file, outdated } in self.pages {
            match file.stage(outdated.new.as_bytes()) {
                Ok(new) => staged.push((new, outdated.path)),
                Err(error) => errors.push(error.in_file(&outdated.path)),
            }
        }
        if !errors.is_empty() {
            return (Vec::new(), errors);
        }
        errors.extend(self.late);
        let mut written = Vec::with_capacity(staged.len());
        for (new, path) in staged {
            match new.put() {
                Ok(()) => written.push(path),
                Err(error) => errors.push(error.in_file(&path)),
            }
        }
        (written, errors)
    }
}

/// The generated files and the templates, with the paths given for them.
#[derive(Debug, Default)]
struct Files {
    made: BTreeMap<File, String>,
    /// The paths by the names of files without upper case.
    folded: BTreeMap<String, String>,
    templates: BTreeMap<File, String>,
}

impl Files {
    fn of_templates(docs: &Docs<'_>, root: &Root) -> Self {
        let templates = docs.outputs.iter().filter_map(Output::template);
        let templates = templates.filter_map(|path| Some((root.file(path).ok()?, path.to_owned())));
        Self { templates: templates.collect(), ..Self::default() }
    }

    /// Adds the file of a page. It is an error if it is a template, another page, or a folder of another page.
    fn add(&mut self, file: &File, path: &str) -> Result<(), Error> {
        if let Some(template) = self.templates.get(file) {
            return Err(Cause::OverTemplate { template: template.clone() }.into());
        }
        if let Some(other) = self.made.get(file) {
            return Err(Cause::FileTwice { other: other.clone() }.into());
        }
        if let Some(other) = self.folded.insert(file.folded(), path.to_owned()) {
            return Err(Cause::SameButCase { other }.into());
        }
        if let Some(folder) = file.folders().find_map(|folder| self.made.get(&folder)) {
            return Err(Cause::FileAsFolder { folder: folder.clone() }.into());
        }
        // In the order of paths, the content of a folder follows it.
        let mut behind = self.made.range(file..);
        if let Some((_, below)) = behind.next().filter(|(other, _)| other.is_below(file)) {
            return Err(Cause::FolderAsFile { below: below.clone() }.into());
        }
        self.made.insert(file.clone(), path.to_owned());
        Ok(())
    }

    fn kept(self) -> Kept {
        let mut kept = Kept::default();
        self.templates.into_keys().for_each(|file| kept.file(file));
        self.made.into_keys().for_each(|file| kept.generated(file));
        kept
    }
}

/// The types that hold `dyn ApiError`, unless they are allowed.
fn incomplete_types(docs: &Docs<'_>) -> impl Iterator<Item = Error> {
    let types = if docs.allows_incomplete { Vec::new() } else { docs.book.incomplete_types() };
    types.into_iter().map(|type_name| Cause::Incomplete { type_name }.into())
}

/// The types that do not speak the format of the API, unless they are allowed.
fn other_formats(docs: &Docs<'_>) -> impl Iterator<Item = Error> {
    let types = if docs.allows_other_formats { Vec::new() } else { docs.book.other_formats() };
    types.into_iter().map(|type_name| Cause::OtherFormat { type_name }.into())
}

/// The invalid and duplicate names of blocks.
fn block_names(docs: &Docs<'_>) -> impl Iterator<Item = Error> {
    let mut errors = Vec::new();
    for (at, (name, _)) in docs.blocks.iter().enumerate() {
        let name = || name.clone();
        let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':' | '/');
        // A comment of HTML cannot contain `--`, nor one of MDX `*/`.
        if name().is_empty() || !name().chars().all(is_word) || name().contains("--") {
            errors.push(Cause::BlockName { name: name() }.into());
        }
        if docs.blocks.iter().take(at).any(|(other, _)| *other == name()) {
            errors.push(Cause::BlockTwice { name: name() }.into());
        }
    }
    errors.into_iter()
}
