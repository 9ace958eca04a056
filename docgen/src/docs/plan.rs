//! Generates all files, compares them with the existing ones, and writes those that are out of date.

use errbook_contract::Accept;

use super::file::{Root, check_names, put, read, stage};
use super::files::Files;
use super::links::Pages;
use super::lock::Locks;
use super::per_code::Pattern;
use super::{Content, Docs, Outdated, Output, content, endpoint};
use crate::error::{DocsErrors, Error, ErrorKind, suggest};
use crate::format::Format;

/// The files that are out of date, and all errors.
pub(super) struct Plan {
    pub(super) outdated: Vec<Outdated>,
    pub(super) errors: Vec<Error>,
    /// Orphaned pages and dead links. They do not prevent files from being written.
    pub(super) late: Vec<Error>,
    /// What changed in the contract, and the names of what has to be accepted.
    pub(super) contract: (String, String),
}

/// What files are made from.
pub(super) struct Sources<'s> {
    pub(super) docs: &'s Docs<'s>,
    pub(super) root: &'s Root,
    pub(super) locks: &'s Locks<'s>,
    /// `None` where files are only checked.
    pub(super) accept: Option<&'s Accept>,
}

impl Plan {
    /// Generates all pages. An error in one does not stop the others. `accept` is `None` where files are only checked.
    pub(super) fn new(docs: &Docs<'_>, accept: Option<&Accept>) -> Self {
        let root = Root::open(&docs.root);
        let mut locks = Locks::of(docs, root.as_ref().ok());
        let mistakes = mistakes(docs).into_iter().chain(endpoint::errors(docs));
        let errors = mistakes.chain(locks.errors(docs, accept)).collect();
        let contract = if accept.is_none() { locks.changes() } else { Default::default() };
        let mut plan = Self { outdated: Vec::new(), errors, late: Vec::new(), contract };
        match root {
            Ok(root) => plan.fill(&Sources { docs, root: &root, locks: &locks, accept }),
            Err(error) => plan.errors.push(error.in_file(&docs.root.display().to_string())),
        }
        plan
    }

    fn fill(&mut self, sources: &Sources<'_>) {
        let Sources { docs, root, .. } = *sources;
        let (mut files, mut linked) = (Files::of_templates(docs, root), Pages::default());
        for output in &docs.outputs {
            let paths = content::paths(sources, output).unwrap_or_else(|errors| {
                self.failed(&output.path, errors);
                Vec::new()
            });
            for (path, text) in paths {
                match page(sources, output, (&path, text), &mut files) {
                    Err(errors) => self.failed(&path, errors),
                    Ok(page) => {
                        let Outdated { old, new, .. } = &page;
                        if !docs.allows_dead_links {
                            linked.add(&path, content::format_of(docs, output), new);
                        }
                        if old.as_deref() != Some(new.as_bytes()) {
                            self.outdated.push(page);
                        }
                    }
                }
            }
        }
        for path in &docs.ignored {
            files.ignore(root, path).unwrap_or_else(|error| self.failed(path, error));
        }
        // If the pages could not be generated, all existing ones would look orphaned.
        if self.errors.is_empty() {
            let patterns =
                docs.outputs.iter().filter(|output| matches!(output.content, Content::PagePerCode(_)));
            self.late
                .extend(patterns.flat_map(|output| Pattern::new(&output.path).orphans(root, &mut files)));
            if !docs.allows_dead_links {
                self.late.extend(linked.check(docs, root));
            }
        }
    }

    fn failed(&mut self, path: &str, errors: impl Into<DocsErrors>) {
        self.errors.extend(errors.into().all.into_iter().map(|error| error.in_file(path)));
    }

    /// The pages that are out of date, or all errors.
    pub(super) fn whole(self) -> Result<Vec<Outdated>, DocsErrors> {
        DocsErrors::unless_empty(self.errors.into_iter().chain(self.late).collect(), self.outdated)
    }

    /// Writes all pages next to their files, and only then replaces the files. Returns the paths of the written files and all
    /// errors.
    pub(super) fn write(self) -> (Vec<String>, Vec<Error>) {
        let Self { outdated, mut errors, late, .. } = self;
        let mut written = Vec::with_capacity(outdated.len());
        if !errors.is_empty() {
            return (written, errors);
        }
        let mut staged = Vec::with_capacity(outdated.len());
        for Outdated { file, path, new, .. } in outdated {
            match stage(&file, new.as_bytes()) {
                Ok(temporary) => staged.push((temporary, file, path)),
                Err(error) => errors.push(error.in_file(&path)),
            }
        }
        if !errors.is_empty() {
            return (written, errors);
        }
        errors.extend(late);
        for (temporary, file, path) in staged {
            match put(temporary, &file) {
                Ok(()) => written.push(path),
                Err(error) => errors.push(error.in_file(&path)),
            }
        }
        (written, errors)
    }
}

/// The page of an output with its new content.
fn page(
    sources: &Sources<'_>,
    output: &Output<'_>,
    (path, text): (&str, Option<String>),
    files: &mut Files,
) -> Result<Outdated, DocsErrors> {
    if !matches!(output.content, Content::Regions) {
        check_names(path)?;
    }
    let file = sources.root.file(path)?;
    files.add(&file, path)?;
    let old = read(&file)?;
    let new = text.map_or_else(|| content::new(sources, output, old.as_deref()), Ok)?;
    let new = content::with_endings_of(old.as_deref(), new);
    Ok(Outdated { file, path: path.to_owned(), old, new })
}

/// The types that the documentation may not describe truly, unless they are allowed; invalid and duplicate names of blocks.
fn mistakes(docs: &Docs<'_>) -> Vec<Error> {
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':' | '/');
    // A comment of HTML cannot contain `--`, nor one of MDX `*/`.
    let is_name = |name: &str| !name.is_empty() && name.chars().all(is_word) && !name.contains("--");
    let expected = "write one word without spaces, quotes, `=` or `--`";
    let mut errors = endpoint::names(ErrorKind::Block, "block", &docs.blocks, is_name, expected);
    let incomplete = docs.book.incomplete_types().into_iter().filter(|_| !docs.allows_incomplete);
    let incomplete = incomplete.map(|name| {
        format!(
            "`{name}` holds `dyn ApiError`, whose errors cannot be enumerated: list the catalogs of its errors in the book, then call `Docs::allow_incomplete`"
        )
    });
    let others = docs.book.other_formats().into_iter().filter(|_| !docs.allows_other_formats);
    let others = others.map(|name| {
        format!(
            "`{name}` names another wire format than the book: remove its `body`, or call `Docs::allow_other_formats`"
        )
    });
    errors.extend(incomplete.chain(others).map(|message| Error::new(ErrorKind::Book, &message)));
    errors.extend(formats(docs));
    errors
}

/// A format of a file that is not in the set, or one of files that end in `.md` that is not Markdown.
fn formats(docs: &Docs<'_>) -> Option<Error> {
    let paths: Vec<&str> = docs.outputs.iter().map(|output| output.path.as_str()).collect();
    let message = match docs.formats.iter().find(|(path, _)| !paths.contains(&path.as_str())) {
        Some((path, _)) => format!("`Docs::format_of`: unknown path `{path}`{}", suggest(path, &paths)),
        None if docs.markdown.is_markdown() || matches!(docs.markdown, Format::Custom(_)) => return None,
        None => format!("`Docs::markdown`: expected a format of Markdown, found {}", docs.markdown),
    };
    Some(Error::new(ErrorKind::Format, &message))
}
