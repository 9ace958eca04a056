//! Writes files atomically: a file has its old content or its new content, and nothing in between.
//!
//! The new content is written to a temporary file in the same folder, which is then renamed. If two processes write at once,
//! the last one wins. A process that is killed between the two steps may leave the temporary file behind.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile, TempPath};

use crate::error::Error;

/// A written file that is not in its place yet. It is removed on drop.
///
/// It is closed, since there may be more of them than a process may have open.
#[derive(Debug)]
pub(crate) struct Staged {
    temporary: TempPath,
    path: PathBuf,
}

impl Staged {
    /// Writes the bytes into the folder of the path, and creates that folder if it does not exist.
    pub(super) fn new(path: &Path, bytes: &[u8]) -> Result<Self, Error> {
        let folder = path.parent().unwrap_or(path);
        fs::create_dir_all(folder).map_err(Error::io("create its folder"))?;
        let failed = Error::io("write a temporary file next to it");
        let mut temporary = temporary(folder).map_err(&failed)?;
        temporary.write_all(bytes).map_err(&failed)?;
        if let Ok(old) = fs::metadata(path) {
            keep_owner(&temporary, &old);
            temporary.as_file().set_permissions(old.permissions()).map_err(&failed)?;
        }
        temporary.as_file().sync_all().map_err(&failed)?;
        Ok(Self { temporary: temporary.into_temp_path(), path: path.to_owned() })
    }

    /// Moves the file into its place.
    pub(crate) fn put(self) -> Result<(), Error> {
        let persisted = self.temporary.persist(&self.path);
        persisted.map_err(|failed| Error::io("replace it with the new file")(failed.error))
    }
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
