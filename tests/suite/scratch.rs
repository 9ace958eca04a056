//! What the tests of pages share: a folder for each, and blocks that are texts.

use std::any::type_name_of_val;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use errbook::Book;
use errbook_docgen::{Block, Docs, Error, RenderContext};
use tempfile::TempDir;

/// A book without errors.
pub static BOOK: Book = Book::new("Pages", &[]);

/// A block that is the same text in every format; its options follow, a line each.
pub struct Text<T>(pub T);

impl<T: AsRef<str>> Block for Text<T> {
    fn render_with(&self, context: &RenderContext<'_>) -> Result<String, Error> {
        let options = context.options().iter().map(|(key, value)| [key, " is [", value, "]\n"].concat());
        Ok(self.0.as_ref().to_owned() + &options.collect::<String>())
    }

    fn options(&self) -> Vec<&'static str> {
        vec!["a", "b", "c", "d", "e", "f", "z", "sort", "column", "style"]
    }
}

/// Makes a folder with one file.
pub fn folder(path: &str, content: impl AsRef<[u8]>) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), path, content);
    folder
}

/// Writes a file, and the folders that it is in.
pub fn put(folder: &Path, path: &str, content: impl AsRef<[u8]>) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, content).unwrap();
}

/// The content of a file.
pub fn read(folder: &Path, path: &str) -> String {
    fs::read_to_string(folder.join(path)).unwrap()
}

/// The names of all that is in a folder.
pub fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// The page with `text` in its regions named `text`, or its errors, a line for each.
pub fn rewritten(path: &str, page: impl AsRef<[u8]>, text: &str) -> Result<Vec<u8>, String> {
    let folder = folder(path, page);
    let docs = Docs::new(&BOOK, folder.path()).block("text", Text(text)).inject(path);
    docs.write().map_err(|errors| errors.to_string())?;
    let new = fs::read(folder.path().join(path)).unwrap();
    assert!(
        docs.write().unwrap().is_empty(),
        "a written page is up to date: {}",
        String::from_utf8_lossy(&new)
    );
    Ok(new)
}

/// The same for a text, which stays one.
pub fn text(path: &str, page: &str, text: &str) -> String {
    String::from_utf8(rewritten(path, page, text).unwrap()).unwrap()
}

/// Where a test that was started by [`again`] finds its folder.
const FOLDER: &str = "ERRBOOK_TESTS_FOLDER";

/// The folder that [`again`] gave, in a test that is there to be started by it.
pub fn given() -> Option<PathBuf> {
    env::var_os(FOLDER).map(PathBuf::from)
}

/// The command that runs one test of this binary in its own process, on a folder, with its own environment.
///
/// The binary must know the test by its path: a name that no test has is one that always passes.
pub fn again<T: Fn()>(test: T, folder: &Path) -> Command {
    let path = type_name_of_val(&test).split_once("::").unwrap().1;
    let list = run_exactly(path).arg("--list").output().unwrap();
    assert_eq!(String::from_utf8(list.stdout).unwrap().lines().next(), Some(&*format!("{path}: test")));
    let mut command = run_exactly(path);
    command.arg("--nocapture").env(FOLDER, folder);
    command.env_remove("ERRBOOK").env_remove("CI").env("CARGO_PKG_NAME", "orders").env("RUST_BACKTRACE", "0");
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn run_exactly(test: &str) -> Command {
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(["--exact", test]);
    command
}

/// What the test said, or how it failed.
pub fn outcome(command: &mut Command) -> Result<String, String> {
    let output = command.output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    if output.status.success() { Ok(said) } else { Err(said) }
}
