//! The files of a set: no two outputs are the same file, and a file that no output has may be hand-written.

use std::collections::{BTreeMap, BTreeSet};

use super::{Docs, Output};
use crate::docs::file::{File, Root};
use crate::error::{Error, ErrorKind};

/// The generated files and the templates, with the paths given for them.
#[derive(Debug, Default)]
pub(super) struct Files {
    generated: BTreeMap<File, String>,
    /// The paths by the names of files without upper case.
    folded: BTreeMap<String, String>,
    templates: BTreeMap<File, String>,
    /// Files and folders that are not orphaned, besides these.
    kept: BTreeSet<File>,
}

impl Files {
    pub(super) fn of_templates(docs: &Docs<'_>, root: &Root) -> Self {
        let templates = docs.outputs.iter().filter_map(Output::template);
        let templates = templates.filter_map(|path| Some((root.file(path).ok()?, path.to_owned())));
        Self { templates: templates.collect(), ..Self::default() }
    }

    /// Adds the file of a page. It is an error if it is a template, another page, or a folder of another page.
    pub(super) fn add(&mut self, file: &File, path: &str) -> Result<(), Error> {
        match self.conflict(file, path) {
            Some(message) => Err(Error::new(ErrorKind::Path, &message)),
            None => {
                self.generated.insert(file.clone(), path.to_owned());
                Ok(())
            }
        }
    }

    fn conflict(&mut self, file: &File, path: &str) -> Option<String> {
        if let Some(template) = self.templates.get(file) {
            return Some(format!(
                "the page would overwrite the template `{template}`: change one of the paths"
            ));
        }
        if let Some(other) = self.generated.get(file) {
            return Some(format!(
                "the file is generated twice, here and as `{other}`: remove one, or use regions"
            ));
        }
        if let Some(other) = self.folded.insert(file.folded(), path.to_owned()) {
            return Some(format!(
                "the file is `{other}` where upper and lower case are not distinguished: rename one of them"
            ));
        }
        if let Some(folder) = file.folders().find_map(|folder| self.generated.get(&folder)) {
            return Some(format!(
                "the file would be inside of `{folder}`, which is also a file: change one of the paths"
            ));
        }
        let below = self.below(file)?;
        Some(format!("the file would also be a folder, for `{below}`: change one of the paths"))
    }

    /// The path of a generated file in a folder. In the order of files, the content of a folder follows it.
    fn below(&self, folder: &File) -> Option<&String> {
        self.generated.range(folder..).next().filter(|(file, _)| file.is_in(folder)).map(|(_, path)| path)
    }

    pub(super) fn is_generated_in(&self, folder: &File) -> bool {
        self.below(folder).is_some()
    }

    /// Declares that a file, or every file in a folder, is hand-written.
    pub(super) fn ignore(&mut self, root: &Root, path: &str) -> Result<(), Error> {
        let folder = root.file_or_folder(path).ok().filter(|folder| folder.is_folder() && !path.is_empty());
        let file = folder.map_or_else(|| root.file(path), Ok)?;
        if !file.is_there() {
            let message = "the ignored path does not exist: remove it from `Docs::ignore`";
            return Err(Error::new(ErrorKind::File, message));
        }
        self.kept.insert(file);
        Ok(())
    }

    /// Keeps a file, and returns whether it was orphaned before.
    pub(super) fn keep(&mut self, file: File) -> bool {
        let is_known = self.generated.contains_key(&file)
            || self.templates.contains_key(&file)
            || self.kept.contains(&file)
            || file.folders().any(|folder| self.kept.contains(&folder));
        !is_known && self.kept.insert(file)
    }
}
