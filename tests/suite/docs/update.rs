//! Writing pages: all or none, each atomically, and only those that change.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, SystemTime};

use errbook_docgen::{Block, Docs, Error, RenderContext};

use crate::scratch::{BOOK, Text, again, folder, given, names, outcome, put, read};

const PAGE: &str = "<!-- errbook:begin text -->\n\nold\n\n<!-- errbook:end -->\n";

fn docs(root: &Path) -> Docs<'static> {
    Docs::new(&BOOK, root).block("text", Text("new\n")).inject("page.md").file("docs/whole.md", Text("a\n"))
}

/// Started by the others, in its own process.
#[test]
fn documentation() {
    if let Some(folder) = given() {
        docs(&folder).check();
    }
}

fn update(folder: &Path) -> Command {
    let mut command = again(documentation, folder);
    command.env("ERRBOOK", "update");
    command
}

#[test]
fn an_update_writes_and_reports_the_paths() {
    for ci in [false, true] {
        let folder = folder("page.md", PAGE);
        let mut command = update(folder.path());
        let said = outcome(if ci { command.env("CI", "true") } else { &mut command }).unwrap();
        assert!(said.contains("errbook: wrote page.md\nerrbook: wrote docs/whole.md\n"), "{said}");
        assert_eq!(read(folder.path(), "page.md"), PAGE.replace("old", "new"));
        assert_eq!(read(folder.path(), "docs/whole.md"), "a\n");
        assert!(!outcome(&mut update(folder.path())).unwrap().contains("wrote"));
        outcome(&mut again(documentation, folder.path())).unwrap();
    }
}

/// Started by the next.
#[test]
fn with_an_orphan() {
    if let Some(folder) = given() {
        docs(&folder).template_per_code("codes/{{ code }}.md", "code.jinja").check();
    }
}

#[test]
fn an_update_reports_written_files_before_orphans() {
    let folder = folder("page.md", PAGE);
    put(folder.path(), "code.jinja", "");
    put(folder.path(), "codes/old.md", "");
    let said = outcome(again(with_an_orphan, folder.path()).env("ERRBOOK", "update")).unwrap_err();
    let (before, behind) = said.split_once("errors in the documentation:").expect(&said);
    assert!(before.contains("errbook: wrote page.md\nerrbook: wrote docs/whole.md\n"), "{said}");
    assert!(behind.starts_with("\n  codes/old.md: orphaned page"), "{said}");
}

#[test]
fn an_error_in_one_page_prevents_all_writes() {
    let folder = folder("page.md", PAGE.replace("end", "stop"));
    let said = outcome(&mut update(folder.path())).unwrap_err();
    assert!(said.contains("docs/update.rs:"), "{said}");
    assert!(
        said.contains("errors in the documentation:\n  page.md:5: unknown marker `errbook:stop`"),
        "{said}"
    );
    assert_eq!(names(folder.path()), ["page.md"]);
}

#[test]
fn unchanged_files_are_not_touched() {
    let folder = folder("page.md", PAGE.replace("old", "new"));
    let path = folder.path().join("page.md");
    let long_ago = SystemTime::now() - Duration::from_secs(10_000);
    fs::File::options().write(true).open(&path).unwrap().set_modified(long_ago).unwrap();
    let before = fs::metadata(&path).unwrap().modified().unwrap();
    assert_eq!(docs(folder.path()).write().unwrap(), ["docs/whole.md"]);
    assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), before);
}

struct Panics;

impl Block for Panics {
    fn render_with(&self, _: &RenderContext<'_>) -> Result<String, Error> {
        panic!("a broken block")
    }
}

#[test]
fn a_block_that_panics_changes_nothing() {
    let folder = folder("page.md", PAGE);
    let docs = docs(folder.path()).file("docs/more.md", Panics);
    catch_unwind(AssertUnwindSafe(|| docs.write())).unwrap_err();
    assert_eq!(names(folder.path()), ["page.md"]);
    assert_eq!(read(folder.path(), "page.md"), PAGE);
}

/// The folder of one file is in `/proc`, where no user can create files.
#[cfg(target_os = "linux")]
#[test]
fn a_write_that_fails_changes_nothing() {
    use std::os::unix::fs::symlink;

    let outer = Path::new("/proc/self");
    if !outer.exists() {
        return;
    }
    let folder = folder("page.md", PAGE);
    symlink(outer, folder.path().join("docs")).unwrap();
    // All of the file system is in this root, so the symlink does not leave it.
    let page = folder.path().join("page.md");
    let page = page.strip_prefix("/").unwrap().to_str().unwrap();
    let whole = folder.path().join("docs/whole.md");
    let whole = whole.strip_prefix("/").unwrap().to_str().unwrap();
    let docs = Docs::new(&BOOK, "/").block("text", Text("new\n")).inject(page).file(whole, Text("a\n"));
    let error = docs.write().unwrap_err();
    assert!(error.to_string().contains("could not write a temporary file next to it: "), "{error}");
    assert!(std::error::Error::source(error.iter().next().unwrap()).is_some());
    assert_eq!(names(folder.path()), ["docs", "page.md"]);
    assert_eq!(read(folder.path(), "page.md"), PAGE);
}

/// Started by the next.
#[test]
fn many_pages() {
    if let Some(folder) = given() {
        let pages = (0..200).map(|number| format!("docs/{number}.md"));
        pages.fold(Docs::new(&BOOK, folder), |docs, path| docs.file(path, Text("a\n"))).check();
    }
}

#[cfg(unix)]
#[test]
fn there_may_be_more_pages_than_a_process_may_have_open() {
    let folder = tempfile::tempdir().unwrap();
    let test = again(many_pages, folder.path());
    let mut command = Command::new("sh");
    command.args(["-c", "ulimit -n 64 && exec \"$0\" \"$@\""]).arg(test.get_program()).args(test.get_args());
    for (key, value) in test.get_envs() {
        match value {
            Some(value) => command.env(key, value),
            None => command.env_remove(key),
        };
    }
    outcome(command.env("ERRBOOK", "update")).unwrap();
    let mut expected: Vec<_> = (0..200).map(|number| format!("{number}.md")).collect();
    expected.sort();
    assert_eq!(names(&folder.path().join("docs")), expected);
}

#[test]
fn the_line_endings_of_a_whole_file_are_kept() {
    let folder = folder("docs/whole.md", "old\r\n");
    put(folder.path(), "page.md", PAGE);
    docs(folder.path()).write().unwrap();
    assert_eq!(read(folder.path(), "docs/whole.md"), "a\r\n");
    assert!(docs(folder.path()).outdated().unwrap().is_empty());
}

#[cfg(unix)]
mod permissions {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o7777
    }

    #[test]
    fn those_of_the_old_file_are_kept() {
        for kept in [0o600, 0o644, 0o664, 0o755] {
            let folder = folder("page.md", PAGE);
            let path = folder.path().join("page.md");
            fs::set_permissions(&path, fs::Permissions::from_mode(kept)).unwrap();
            docs(folder.path()).write().unwrap();
            assert_eq!(mode(&path), kept);
        }
    }

    /// Whoever made it read-only did not want it to be replaced. Nothing else is written either.
    #[test]
    fn a_read_only_file_is_not_replaced() {
        let folder = folder("page.md", PAGE);
        let path = folder.path().join("page.md");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
        let errors = docs(folder.path()).write().unwrap_err().to_string();
        assert_eq!(errors, "page.md: the file is read-only: make it writable to update it");
        assert_eq!(
            (read(folder.path(), "page.md").as_str(), names(folder.path())),
            (PAGE, vec!["docs".to_owned(), "page.md".to_owned()])
        );
        assert!(names(&folder.path().join("docs")).is_empty());
    }

    #[test]
    fn a_new_file_has_those_of_any_new_file() {
        let folder = folder("page.md", PAGE);
        docs(folder.path()).write().unwrap();
        fs::write(folder.path().join("other"), "").unwrap();
        assert_eq!(mode(&folder.path().join("docs/whole.md")), mode(&folder.path().join("other")));
    }
}
