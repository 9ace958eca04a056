//! The files that a path may refer to, and the errors of other paths.

use std::fs;
use std::path::Path;

use errbook_docgen::Docs;

use crate::scratch::{BOOK, Text, names, put};

fn docs(root: &Path, path: &str) -> Result<Vec<String>, String> {
    let docs = Docs::new(&BOOK, root).file(path, Text("new\n"));
    docs.write().map_err(|errors| errors.to_string())
}

#[test]
fn folders_are_made() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(docs(folder.path(), "a/b/page.md").unwrap(), ["a/b/page.md"]);
    assert_eq!(docs(folder.path(), "a/../c/./page.md").unwrap(), ["a/../c/./page.md"]);
    assert_eq!(names(folder.path()), ["a", "c"]);
    assert_eq!(fs::read_to_string(folder.path().join("c/page.md")).unwrap(), "new\n");
}

#[test]
fn a_path_stays_in_the_root() {
    let outer = tempfile::tempdir().unwrap();
    let root = outer.path().join("root");
    fs::create_dir(&root).unwrap();
    for path in ["../page.md", "a/../../page.md", "../root/page.md", "a/../../root/page.md"] {
        let error = docs(&root, path).unwrap_err();
        assert_eq!(
            error,
            format!(
                "{path}: the path leaves the root of `Docs`, itself or by a symlink: pass a parent folder to `Docs::new`"
            )
        );
    }
    let absolute = root.join("page.md");
    let error = docs(&root, absolute.to_str().unwrap()).unwrap_err();
    assert!(error.contains("the path is absolute"), "{error}");
    assert_eq!((names(outer.path()), names(&root)), (vec!["root".to_owned()], vec![]));
}

#[test]
fn a_folder_in_place_of_a_file() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "folder.md/file", "");
    let wrong = |path: &str| docs(folder.path(), path).unwrap_err();
    assert_eq!(wrong("folder.md"), "folder.md: expected a file, found a folder");
    assert!(wrong("folder.md/file/page.md").contains("expected a folder, found a file"));
    assert!(docs(&folder.path().join("nowhere"), "page.md").unwrap_err().contains("could not open the root"));
}

#[test]
fn an_empty_path() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(docs(folder.path(), "").unwrap_err(), "the path is empty: write the path of a file");
}

#[test]
fn a_relative_root_starts_in_the_current_directory() {
    let here = std::env::current_dir().unwrap();
    let said = docs(Path::new("no/where"), "page.md").unwrap_err();
    let expected =
        format!("no/where: could not open the root in the current directory, `{}`: ", here.display());
    assert!(said.starts_with(&expected), "{said}");
    // This file is in the crate of tests, where cargo runs them.
    let said = Docs::new(&BOOK, "").inject("docs/paths.rs").outdated().unwrap_err().to_string();
    assert!(said.contains("unknown file extension"), "{said}");
    let said = Docs::new(&BOOK, "").ignore("docs/paths.rs").outdated();
    assert!(said.unwrap().is_empty());
}

#[test]
fn the_extension_selects_the_format() {
    let folder = tempfile::tempdir().unwrap();
    for path in ["page.txt", "page"] {
        let error = docs(folder.path(), path).unwrap_err();
        assert!(error.starts_with(&format!("{path}: unknown file extension")), "{error}");
        assert!(error.contains("`.md`") && error.contains("`.rst`"), "{error}");
    }
}

#[test]
fn a_file_is_generated_once() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "page.md", "<!-- errbook:begin text -->\n<!-- errbook:end -->\n");
    let docs = Docs::new(&BOOK, folder.path())
        .block("text", Text(""))
        .inject("page.md")
        .file("a/../page.md", Text(""))
        .file("other.md", Text(""))
        .file("other.md", Text(""));
    assert_eq!(
        docs.write().unwrap_err().to_string(),
        "a/../page.md: the file is generated twice, here and as `page.md`: remove one, or use regions\n\
         other.md: the file is generated twice, here and as `other.md`: remove one, or use regions"
    );
    assert_eq!(names(folder.path()), ["page.md"]);
}

#[test]
fn a_file_is_not_a_folder_of_another() {
    let folder = tempfile::tempdir().unwrap();
    let write = |paths: [&'static str; 3]| {
        let docs = Docs::new(&BOOK, folder.path());
        paths.into_iter().fold(docs, |docs, path| docs.file(path, Text("new\n"))).write()
    };
    assert_eq!(
        write(["x.md/deep/y.md", "x.md-z.md", "./x.md"]).unwrap_err().to_string(),
        "./x.md: the file would also be a folder, for `x.md/deep/y.md`: change one of the paths"
    );
    assert_eq!(
        write(["x.md", "z/../x.md/deep/y.md", "x.md.md"]).unwrap_err().to_string(),
        "z/../x.md/deep/y.md: the file would be inside of `x.md`, which is also a file: change one of the paths"
    );
    assert!(names(folder.path()).is_empty());
    write(["x/y.md", "x.md", "x-y/z.md"]).unwrap();
}

#[test]
fn a_page_with_regions_must_exist() {
    let folder = tempfile::tempdir().unwrap();
    let error = Docs::new(&BOOK, folder.path()).inject("docs/page.adoc").write().unwrap_err();
    assert_eq!(
        error.to_string(),
        "docs/page.adoc: the page does not exist: create it, with `// errbook:begin NAME` and `// errbook:end` where a region belongs"
    );
    assert_eq!(error.iter().next().unwrap().path(), Some("docs/page.adoc"));
    assert!(names(folder.path()).is_empty());
}

#[test]
fn a_format_without_comments_is_reported_first() {
    let folder = tempfile::tempdir().unwrap();
    let error = Docs::new(&BOOK, folder.path()).inject("x.csv").outdated().unwrap_err();
    assert!(error.to_string().starts_with("x.csv: CSV has no comments and so no regions"), "{error}");
}

#[cfg(unix)]
mod symlinks {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn one_that_stays_inside_is_followed_and_stays() {
        let folder = tempfile::tempdir().unwrap();
        put(folder.path(), "real/page.md", "old\n");
        symlink("real/page.md", folder.path().join("link.md")).unwrap();
        symlink("real", folder.path().join("folder")).unwrap();
        docs(folder.path(), "link.md").unwrap();
        assert!(folder.path().join("link.md").is_symlink());
        assert_eq!(fs::read_to_string(folder.path().join("real/page.md")).unwrap(), "new\n");
        docs(folder.path(), "folder/more/page.md").unwrap();
        assert!(folder.path().join("folder").is_symlink());
        assert!(folder.path().join("real/more/page.md").is_file());
    }

    #[test]
    fn two_paths_to_one_file_are_one_file() {
        let folder = tempfile::tempdir().unwrap();
        put(folder.path(), "page.md", "");
        symlink("page.md", folder.path().join("link.md")).unwrap();
        let docs = Docs::new(&BOOK, folder.path()).file("page.md", Text("")).file("link.md", Text(""));
        assert!(docs.outdated().unwrap_err().to_string().starts_with("link.md: the file is generated twice"));
    }

    #[test]
    fn one_that_points_outside_is_rejected() {
        let outer = tempfile::tempdir().unwrap();
        put(outer.path(), "outside/page.md", "old\n");
        let root = outer.path().join("root");
        fs::create_dir(&root).unwrap();
        symlink("../outside/page.md", root.join("link.md")).unwrap();
        symlink("../outside", root.join("folder")).unwrap();
        symlink("folder", root.join("twice")).unwrap();
        symlink("nowhere.md", root.join("dangling.md")).unwrap();
        for path in ["link.md", "folder/page.md", "folder/new/page.md", "twice/page.md"] {
            let error = docs(&root, path).unwrap_err();
            assert!(error.contains("leaves the root of `Docs`, itself or by a symlink: "), "{error}");
        }
        let error = docs(&root, "dangling.md").unwrap_err();
        assert!(
            error.contains("could not follow the symlink `") && error.contains("dangling.md`: "),
            "{error}"
        );
        assert_eq!(names(&outer.path().join("outside")), ["page.md"]);
        assert_eq!(fs::read_to_string(outer.path().join("outside/page.md")).unwrap(), "old\n");
    }

    /// The root itself may be reached through one: `/tmp` is one on macOS.
    #[test]
    fn the_root_may_be_one() {
        let outer = tempfile::tempdir().unwrap();
        fs::create_dir(outer.path().join("real")).unwrap();
        symlink("real", outer.path().join("root")).unwrap();
        docs(&outer.path().join("root"), "page.md").unwrap();
        assert_eq!(names(&outer.path().join("real")), ["page.md"]);
    }
}
