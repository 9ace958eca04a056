//! The files of a set: no two outputs are the same file, and a file that no output has may be hand-written.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::file::Root;
use super::{Content, Docs, Output};
use crate::error::{Error, ErrorKind};

/// The generated files and the templates, with the paths given for them.
#[derive(Debug, Default)]
pub(super) struct Files {
    generated: BTreeMap<PathBuf, String>,
    /// The paths by the names of files without upper case.
    folded: BTreeMap<String, String>,
    templates: BTreeMap<PathBuf, String>,
    /// Files and folders that are not orphaned, besides these.
    kept: BTreeSet<PathBuf>,
}

impl Files {
    pub(super) fn of_templates(docs: &Docs<'_>, root: &Root) -> Self {
        let template = |output: &Output<'_>| match &output.content {
            Content::Page(template) | Content::PagePerCode(template) => {
                Some((root.file(template).ok()?, template.clone()))
            }
            Content::Block(_) | Content::Regions | Content::Lock => None,
        };
        Self { templates: docs.outputs.iter().filter_map(template).collect(), ..Self::default() }
    }

    /// Adds the file of a page. It is an error if it is a template, another page, or a folder of another page.
    pub(super) fn add(&mut self, file: &Path, path: &str) -> Result<(), Error> {
        let folded = file.to_string_lossy().to_lowercase();
        let mut folders = file.ancestors().skip(1);
        let message = if let Some(template) = self.templates.get(file) {
            format!("the page would overwrite the template `{template}`: change one of the paths")
        } else if let Some(other) = self.generated.get(file) {
            format!("the file is generated twice, here and as `{other}`: remove one, or use regions")
        } else if let Some(other) = self.folded.insert(folded, path.to_owned()) {
            format!(
                "the file is `{other}` where upper and lower case are not distinguished: rename one of them"
            )
        } else if let Some(folder) = folders.find_map(|folder| self.generated.get(folder)) {
            format!("the file would be inside of `{folder}`, which is also a file: change one of the paths")
        } else if let Some(below) = self.below(file) {
            format!("the file would also be a folder, for `{below}`: change one of the paths")
        } else {
            self.generated.insert(file.to_owned(), path.to_owned());
            return Ok(());
        };
        Err(Error::new(ErrorKind::Path, &message))
    }

    /// The path of a generated file in a folder. In the order of files, the content of a folder follows it.
    pub(super) fn below(&self, folder: &Path) -> Option<&String> {
        let next = self.generated.range(folder.to_owned()..).next();
        next.filter(|(file, _)| file.starts_with(folder)).map(|(_, path)| path)
    }

    /// Declares that a file, or every file in a folder, is hand-written.
    pub(super) fn ignore(&mut self, root: &Root, path: &str) -> Result<(), Error> {
        let folder = root.file_or_folder(path).ok().filter(|folder| folder.is_dir() && !path.is_empty());
        let file = folder.map_or_else(|| root.file(path), Ok)?;
        if !file.exists() {
            let message = "the ignored path does not exist: remove it from `Docs::ignore`";
            return Err(Error::new(ErrorKind::File, message));
        }
        self.kept.insert(file);
        Ok(())
    }

    /// Keeps a file, and returns whether it was orphaned before.
    pub(super) fn keep(&mut self, file: &Path) -> bool {
        let is_known = self.generated.contains_key(file)
            || self.templates.contains_key(file)
            || file.ancestors().any(|folder| self.kept.contains(folder));
        !is_known && self.kept.insert(file.to_owned())
    }
}
