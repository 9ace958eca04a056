//! The report of a failed test, which writes nothing.

use std::fs;
use std::path::Path;

use errbook_docgen::Docs;

use crate::scratch::{BOOK, Text, again, folder, given, names, outcome, put};

const PAGE: &str = "one\ntwo\nthree\n\n<!-- errbook:begin text -->\n\nnew\n\n<!-- errbook:end -->\nend\n";

fn docs(root: &Path) -> Docs<'static> {
    Docs::new(&BOOK, root)
        .block("text", Text("new\n"))
        .inject("page.md")
        .file("docs/whole.md", Text("a\nb\n"))
}

/// Started by the others, in its own process.
#[test]
fn documentation() {
    if let Some(folder) = given() {
        docs(&folder).check();
    }
}

fn check(folder: &Path) -> Result<String, String> {
    outcome(&mut again(documentation, folder))
}

/// The message of the panic, below the line with its place.
fn report(folder: &Path) -> String {
    let said = check(folder).unwrap_err();
    let (place, report) =
        said.split_once("docs/check.rs:").expect("the place is in the test").1.split_once('\n').unwrap();
    assert!(place.ends_with(':'), "{place}");
    report.split("note: run with").next().unwrap().to_owned()
}

#[test]
fn pages_that_are_up_to_date_pass() {
    let folder = folder("page.md", PAGE);
    put(folder.path(), "docs/whole.md", "a\nb\n");
    check(folder.path()).unwrap();
    assert!(docs(folder.path()).outdated().unwrap().is_empty());
}

#[test]
fn everything_outdated_is_in_one_report() {
    let folder = folder("page.md", PAGE.replace("new", "old"));
    let expected = "\
out of date: page.md, docs/whole.md

--- a/page.md
+++ b/page.md
@@ -4,7 +4,7 @@
 
 <!-- errbook:begin text -->
 
-old
+new
 
 <!-- errbook:end -->
 end

--- /dev/null
+++ b/docs/whole.md
@@ -0,0 +1,2 @@
+a
+b

to update: ERRBOOK=update cargo test -p orders docs::check::documentation
";
    assert_eq!(report(folder.path()).trim_end(), expected.trim_end());
    assert_eq!(names(folder.path()), ["page.md"]);
    assert_eq!(fs::read_to_string(folder.path().join("page.md")).unwrap(), PAGE.replace("new", "old"));
}

#[test]
fn errors_are_reported_beside_outdated_files() {
    let folder = folder("page.md", PAGE.replace("begin text", "begin txt"));
    let report = report(folder.path());
    assert!(report.starts_with("out of date: docs/whole.md\n\n--- /dev/null\n"), "{report}");
    assert!(
        report.contains(
            "\nerrors in the documentation:\n  page.md:5: unknown block `txt`, did you mean `text`?\n"
        ),
        "{report}"
    );
    let last = "once they are fixed, update the rest: ERRBOOK=update cargo test -p orders docs::check::documentation";
    assert_eq!(report.trim_end().lines().last(), Some(last));
    assert_eq!(docs(folder.path()).outdated().unwrap_err().iter().next().unwrap().line(), Some(5));
}

#[test]
fn another_value_of_the_variable() {
    let folder = folder("page.md", PAGE);
    let said = outcome(again(documentation, folder.path()).env("ERRBOOK", "overwrite")).unwrap_err();
    assert!(said.contains("invalid `ERRBOOK=overwrite`: expected `ERRBOOK=update` to write files"), "{said}");
    put(folder.path(), "docs/whole.md", "a\nb\n");
    outcome(again(documentation, folder.path()).env("ERRBOOK", "")).unwrap();
}

/// The diff of one whole file.
fn diff(old: &[u8], new: &str) -> String {
    let folder = folder("page.md", old);
    let outdated = Docs::new(&BOOK, folder.path()).file("page.md", Text(new)).outdated().unwrap();
    assert_eq!(outdated[0].path(), "page.md");
    outdated[0].to_string().split_once("@@\n").unwrap().1.to_owned()
}

#[test]
fn invisible_characters_are_shown() {
    assert_eq!(diff(b"a \t\nb", "a\nb\n"), "-a·→\n-b\n\\ No newline at end of file\n+a\n+b\n");
    assert_eq!(diff(b"a\nb\r\nc\n", "a\nb\nc\n"), " a\n-b␍\n+b\n c\n");
    assert_eq!(diff(b"a\r\nb\r\n", "a\nc\n"), " a\n-b\n+c\n", "kept line endings are not shown");
    assert_eq!(diff("a\u{a0}b\n".as_bytes(), "a b\n"), "-a\\u{a0}b\n+a b\n");
    assert_eq!(diff(b"\x1b[31m\n", "a\n"), "-\\u{1b}[31m\n+a\n");
    assert_eq!(diff("👩\u{200d}🚒\n".as_bytes(), "a\n"), "-👩\u{200d}🚒\n+a\n");
    assert_eq!(diff(b"\xff\n", "a\n"), "-\u{fffd}\n+a\n");
}

#[test]
fn a_long_diff_is_cut() {
    let folder = folder("page.md", PAGE);
    put(folder.path(), "docs/whole.md", "old\n".repeat(100));
    let report = report(folder.path());
    assert!(report.contains("-old\n-old\n… and 43 more lines\n\nto update: "), "{report}");
    let whole = docs(folder.path()).outdated().unwrap()[0].to_string();
    assert!(whole.ends_with("+a\n+b\n"), "{whole}");
}

/// The message of the panic for so many files of so many lines.
fn said(folder: &Path, files: usize, lines: usize) -> String {
    let line = "new\n".repeat(lines);
    let docs = (0..files)
        .fold(Docs::new(&BOOK, folder), |docs, at| docs.file(format!("{at:02}.md"), Text(line.clone())));
    let panic = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| docs.check())).unwrap_err();
    panic.downcast_ref::<String>().unwrap().clone()
}

#[test]
fn at_most_three_new_files_are_shown() {
    let folder = tempfile::tempdir().unwrap();
    let said = said(folder.path(), 12, 2);
    assert!(said.starts_with("out of date: 12 files\n\n--- /dev/null\n+++ b/00.md\n"), "{said}");
    assert_eq!(said.matches("+++ b/").count(), 3, "{said}");
    assert!(said.contains("+new\n\nand not shown:\n  03.md (new)\n  04.md (new)\n"), "{said}");
    assert!(said.contains("  11.md (new)\n\nto update: "), "{said}");
}

#[test]
fn many_diffs_are_cut() {
    let folder = tempfile::tempdir().unwrap();
    for at in 0..12 {
        put(folder.path(), &format!("{at:02}.md"), "old\n".repeat(99));
    }
    let said = said(folder.path(), 12, 99);
    let lines = said.lines().count();
    assert!((300..330).contains(&lines), "{lines} lines: {said}");
    assert!(said.contains("and not shown:\n  05.md\n  06.md\n"), "{said}");
}

#[test]
fn both_contents_are_available() {
    let folder = folder("old.md", b"\xff");
    let docs = Docs::new(&BOOK, folder.path()).file("old.md", Text("a\n")).file("new.md", Text("b\n"));
    let outdated = docs.outdated().unwrap().clone();
    assert_eq!((outdated[0].old_content(), outdated[0].new_content()), (Some(&b"\xff"[..]), "a\n"));
    assert_eq!((outdated[1].old_content(), outdated[1].new_content()), (None, "b\n"));
}
