//! Generates all files, compares them with the existing ones, and writes those that are out of date.

use errbook_contract::{Accept, Lock};

use super::content::{self, Make};
use super::files::Files;
use super::links::Pages;
use super::per_code::Pattern;
use super::{Docs, Outdated, endpoint, lock};
use crate::docs::file::{File, Root, check_names};
use crate::error::{DocsErrors, Error, ErrorKind};
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
        let current = lock::current(docs);
        let mut plan = Self {
            pages: Vec::new(),
            errors: block_names(docs)
                .into_iter()
                .chain(doubtful_types(docs))
                .chain(endpoint::errors(docs))
                .chain(lock::errors(docs, accept, current.as_ref()))
                .collect(),
            late: Vec::new(),
            linked: Pages::default(),
        };
        match Root::open(&docs.root) {
            Ok(root) => plan.fill(docs, &root, accept, current.as_ref()),
            Err(error) => plan.errors.push(error.in_file(&docs.root.display().to_string())),
        }
        plan
    }

    fn fill(&mut self, docs: &Docs<'_>, root: &Root, accept: Option<&Accept>, current: Option<&Lock>) {
        let mut files = Files::of_templates(docs, root);
        for output in &docs.outputs {
            match content::of(docs, root, output, (accept, current)) {
                Err(all) => self.failed(&output.path, all),
                Ok(contents) => {
                    let format = docs.format_of_output(output).filter(|_| !docs.allows_dead_links);
                    for (path, make) in contents {
                        let checked = if output.is_generated() { check_names(&path) } else { Ok(()) };
                        let added = checked.and_then(|()| self.add(root, (&path, format), make, &mut files));
                        added.unwrap_or_else(|error| self.failed(&path, [error]));
                    }
                }
            }
        }
        for path in &docs.ignored {
            files.ignore(root, path).unwrap_or_else(|error| self.failed(path, [error]));
        }
        // If the pages could not be generated, all existing ones would look orphaned.
        if self.errors.is_empty() {
            let patterns = docs.outputs.iter().filter(|output| output.is_pattern());
            self.late
                .extend(patterns.flat_map(|output| Pattern::new(&output.path).orphans(root, &mut files)));
            if !docs.allows_dead_links {
                self.late.extend(self.linked.check(docs, root));
            }
        }
    }

    fn failed(&mut self, path: &str, errors: impl IntoIterator<Item = Error>) {
        self.errors.extend(errors.into_iter().map(|error| error.in_file(path)));
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
        match make(old.as_deref()) {
            Ok(new) => {
                self.linked.add(path, format, &new);
                if old.as_deref() != Some(new.as_bytes()) {
                    self.pages.push(Page { file, outdated: Outdated { path: path.to_owned(), old, new } });
                }
            }
            Err(errors) => self.failed(path, errors),
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

/// The types that the documentation may not describe truly, unless they are allowed.
fn doubtful_types(docs: &Docs<'_>) -> impl Iterator<Item = Error> {
    let incomplete = if docs.allows_incomplete { Vec::new() } else { docs.book.incomplete_types() };
    let incomplete = incomplete.into_iter().map(|name| {
        format!(
            "`{name}` holds `dyn ApiError`, whose errors cannot be enumerated: list the catalogs of its errors in the book, then call `Docs::allow_incomplete`"
        )
    });
    let other = if docs.allows_other_formats { Vec::new() } else { docs.book.other_formats() };
    let other = other.into_iter().map(|name| {
        format!(
            "`{name}` names another wire format than the book: remove its `body`, or call `Docs::allow_other_formats`"
        )
    });
    incomplete.chain(other).map(|message| Error::new(ErrorKind::Book, &message))
}

/// The invalid and duplicate names of blocks.
fn block_names(docs: &Docs<'_>) -> Vec<Error> {
    let mut errors = Vec::new();
    for (at, (name, _)) in docs.blocks.iter().enumerate() {
        let mut wrong = |message: &str| errors.push(Error::new(ErrorKind::Block, message));
        let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':' | '/');
        // A comment of HTML cannot contain `--`, nor one of MDX `*/`.
        if name.is_empty() || !name.chars().all(is_word) || name.contains("--") {
            wrong(&format!(
                "invalid block name `{name}`: write one word without spaces, quotes, `=` or `--`"
            ));
        }
        if docs.blocks.iter().take(at).any(|(other, _)| other == name) {
            wrong(&format!("duplicate block `{name}`: rename one of them"));
        }
    }
    errors
}
