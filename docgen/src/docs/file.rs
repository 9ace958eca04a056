//! Files in a root folder: resolves their paths, reads them, and replaces them. `docs/content.rs` generates their content.
//!
//! A file has its old content or its new content, and nothing in between: the new content is written to a temporary file next to it,
//! which is then renamed. If two processes write at once, the last one wins. A process that is killed between the two steps may leave
//! the temporary file behind. A folder that is replaced with a symlink meanwhile is not detected: the user owns the tree.

mod portable;

use std::env;
use std::fs;
use std::io::ErrorKind as IoErrorKind;
use std::io::Write as _;
use std::path::{Component, Path, PathBuf};

use tempfile::{Builder, NamedTempFile, TempPath};

pub(super) use self::portable::check as check_names;
use crate::error::{Error, ErrorKind};

/// The folder of all files, without symlinks.
#[derive(Debug)]
pub(super) struct Root(PathBuf);

impl Root {
    /// Fails if the folder does not exist.
    pub(super) fn open(folder: &Path) -> Result<Self, Error> {
        let real = fs::canonicalize(folder).map_err(|source| {
            let from = env::current_dir().ok().filter(|_| folder.is_relative());
            let from = from.map(|from| format!(" in the current directory, `{}`", from.display()));
            Error::io(&format!("open the root{}", from.unwrap_or_default()))(source)
        })?;
        if real.is_dir() { Ok(Self(real)) } else { Err(is_file()) }
    }

    /// The file at a path, without symlinks. It need not exist.
    pub(super) fn file(&self, path: &str) -> Result<PathBuf, Error> {
        if path.is_empty() {
            return Err(Error::new(ErrorKind::Path, "the path is empty: write the path of a file"));
        }
        let file = self.file_or_folder(path)?;
        if file.is_dir() {
            Err(Error::new(ErrorKind::Path, "expected a file, found a folder"))
        } else {
            Ok(file)
        }
    }

    /// What is at a path, without symlinks and `..`. The empty path is the root.
    pub(super) fn file_or_folder(&self, path: &str) -> Result<PathBuf, Error> {
        let wrong = |message| Err(Error::new(ErrorKind::Path, message));
        let mut real = self.0.clone();
        for component in Path::new(path).components() {
            match component {
                Component::Prefix(_) | Component::RootDir => {
                    return wrong("the path is absolute: write it relative to the root of `Docs`");
                }
                Component::CurDir => {}
                Component::ParentDir => drop(real.pop()),
                Component::Normal(name) => real = Self::follow(real.join(name))?,
            }
            if !real.starts_with(&self.0) {
                return wrong(
                    "the path leaves the root of `Docs`, itself or by a symlink: pass a parent folder to `Docs::new`",
                );
            }
        }
        Ok(real)
    }

    /// What is at the path, without symlinks. It need not exist, but the target of a symlink must.
    fn follow(path: PathBuf) -> Result<PathBuf, Error> {
        match fs::symlink_metadata(&path) {
            Ok(metadata) if metadata.is_symlink() => fs::canonicalize(&path)
                .map_err(Error::io(&format!("follow the symlink `{}`", path.display()))),
            Err(error) if error.kind() == IoErrorKind::NotADirectory => Err(is_file()),
            _ => Ok(path),
        }
    }
}

fn is_file() -> Error {
    Error::new(ErrorKind::Path, "expected a folder, found a file: change the path")
}

/// The content of a file; `None` if it does not exist.
pub(super) fn read(file: &Path) -> Result<Option<Vec<u8>>, Error> {
    match fs::read(file) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == IoErrorKind::NotFound => Ok(None),
        Err(error) => Err(Error::io("read it")(error)),
    }
}

/// Writes the bytes next to a file, to replace it later, and creates its folder if it does not exist.
///
/// The temporary file is removed on drop. It is closed, since there may be more of them than a process may have open.
pub(super) fn stage(file: &Path, bytes: &[u8]) -> Result<TempPath, Error> {
    let (folder, old) = (file.parent().unwrap_or(file), fs::metadata(file).ok());
    if old.as_ref().is_some_and(|old| old.permissions().readonly()) {
        return Err(Error::new(ErrorKind::File, "the file is read-only: make it writable to update it"));
    }
    fs::create_dir_all(folder).map_err(Error::io("create its folder"))?;
    let write = || {
        let mut temporary = temporary(folder)?;
        temporary.write_all(bytes)?;
        if let Some(old) = &old {
            keep_owner(&temporary, old);
            temporary.as_file().set_permissions(old.permissions())?;
        }
        temporary.as_file().sync_all()?;
        Ok(temporary.into_temp_path())
    };
    write().map_err(Error::io("write a temporary file next to it"))
}

/// Replaces a file at once: readers see its old or its new content. Its folder is created if it does not exist.
///
/// # Errors
///
/// If the folder cannot be created, or the file cannot be written.
pub fn replace(file: &Path, bytes: &[u8]) -> Result<(), Error> {
    put(stage(file, bytes)?, file)
}

/// Moves a temporary file into the place of a file.
pub(super) fn put(temporary: TempPath, file: &Path) -> Result<(), Error> {
    temporary.persist(file).map_err(|failed| Error::io("replace it with the new file")(failed.error))
}

fn temporary(folder: &Path) -> std::io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(".errbook-").suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // As for any new file, the umask applies. Otherwise only the owner could read it.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

/// In a container, root may write files of other users; they keep their owner. Other users cannot set the owner.
#[cfg(unix)]
fn keep_owner(temporary: &NamedTempFile, old: &fs::Metadata) {
    use std::os::unix::fs::{MetadataExt as _, fchown};

    let is_same =
        temporary.as_file().metadata().is_ok_and(|new| (new.uid(), new.gid()) == (old.uid(), old.gid()));
    if !is_same {
        drop(fchown(temporary.as_file(), Some(old.uid()), Some(old.gid())));
    }
}

#[cfg(not(unix))]
fn keep_owner(_: &NamedTempFile, _: &fs::Metadata) {}
