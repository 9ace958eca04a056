//! Where the lock is, and its contents.

use std::env;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use errbook_contract::{Config, Lock, LockErrors};

use crate::outcome::Failure;

/// The name of the lock in a folder.
const NAME: &str = "errors.lock.toml";
/// More than this is not read: a lock may not be larger than 32 MiB.
const LARGEST: u64 = 32 * 1024 * 1024 + 1;
/// `-` is standard input.
pub const STDIN: &str = "-";

/// A file that was read: what messages call it, and its contents.
pub struct Source {
    pub name: String,
    pub bytes: Vec<u8>,
    pub is_stdin: bool,
}

impl Source {
    /// Reads a file, or standard input.
    pub fn read(path: &Path) -> Result<Self, Failure> {
        let name = path.display().to_string();
        if name == STDIN {
            let mut bytes = Vec::new();
            let read = std::io::stdin().lock().take(LARGEST).read_to_end(&mut bytes);
            read.map_err(|error| Failure::new(format!("cannot read standard input: {error}")))?;
            return Ok(Self { name: "standard input".to_owned(), bytes, is_stdin: true });
        }
        match read_file(path) {
            Ok(bytes) => Ok(Self { name, bytes, is_stdin: false }),
            Err(error) => Err(Failure::new(format!("cannot read `{name}`: {error}"))),
        }
    }

    /// The contents as text.
    pub fn text(self) -> Result<String, Failure> {
        String::from_utf8(self.bytes).map_err(|_| Failure::new(format!("`{}` is not UTF-8", self.name)))
    }

    /// The contents as a lock.
    pub fn lock(&self) -> Result<Lock, Failure> {
        Lock::parse(&self.bytes).map_err(|errors| self.mistakes("invalid lock", &errors))
    }

    /// The mistakes of a file, a line each.
    fn mistakes(&self, title: &str, errors: &LockErrors) -> Failure {
        let lines = errors
            .iter()
            .map(|error| format!("{}:{}:{}: {}", self.name, error.line(), error.column(), error.message()));
        Failure::new(format!("{title}\n{}", lines.collect::<Vec<_>>().join("\n")))
    }
}

/// Reads a file, which may have no end.
fn read_file(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(LARGEST).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The settings: those of the given file, or else of `errbook.toml` in this folder or the nearest folder above.
pub fn config(given: Option<&Path>) -> Result<Config, Failure> {
    let path = match given {
        Some(path) => Some(path.to_owned()),
        None => find_above("errbook.toml")?,
    };
    let Some(path) = path else { return Ok(Config::default()) };
    let source = Source::read(&path)?;
    Config::parse(&source.bytes).map_err(|errors| source.mistakes("invalid settings", &errors))
}

/// The path of the lock: the given one, or else the one in this folder or the nearest folder above.
pub fn lock_path(given: Option<&Path>) -> Result<PathBuf, Failure> {
    if let Some(path) = given {
        return Ok(path.to_owned());
    }
    find_above(NAME)?.ok_or_else(|| {
        Failure::new(format!(
            "no `{NAME}` here or in a folder above: name it with `--lock`, or in `ERRBOOK_LOCK`"
        ))
    })
}

/// The file of this name in the current folder, or in the nearest folder above.
fn find_above(name: &str) -> Result<Option<PathBuf>, Failure> {
    let here = env::current_dir().map_err(|error| Failure::new(format!("no current folder: {error}")))?;
    let found = here.ancestors().map(|folder| folder.join(name)).find(|path| path.is_file());
    Ok(found.map(|path| path.strip_prefix(&here).map(Path::to_owned).unwrap_or(path)))
}
