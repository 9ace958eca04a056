//! Orphaned pages of codes, and files that are not such pages.
#![allow(dead_code, reason = "only the catalog is looked at")]

use errbook::{ApiError, Book};
use errbook_docgen::Docs;
use tempfile::TempDir;

use crate::scratch::{folder, names, put};

#[derive(Debug, ApiError)]
#[api(display)]
enum E {
    #[api(status = 404, code = "NotFound", shared)]
    Order,
    #[api(status = 500, code = "a/b")]
    Odd,
}

static BOOK: Book = Book::new("Pages", &[E::CATALOG]);
static EMPTY: Book = Book::new("Empty", &[]);

const SLUG: &str = "errors/{{ code | slug }}.md";

fn docs<'b>(folder: &TempDir, book: &'b Book, path: &str) -> Docs<'b> {
    Docs::new(book, folder.path()).template_per_code(path, "code.jinja")
}

/// The paths of the orphaned pages.
fn orphans(docs: &Docs<'_>) -> Vec<String> {
    let Err(errors) = docs.outdated() else { return Vec::new() };
    for error in &errors {
        assert!(error.to_string().contains("orphaned page"), "{error}");
    }
    errors.iter().map(|error| error.path().unwrap().to_owned()).collect()
}

/// The orphaned pages among these files, for a book without errors.
fn among_files(path: &str, files: &[&str]) -> Vec<String> {
    let folder = folder("code.jinja", "{{ code }}\n");
    for file in files {
        put(folder.path(), file, "");
    }
    orphans(&docs(&folder, &EMPTY, path))
}

#[test]
fn the_page_of_a_removed_code() {
    let folder = folder("code.jinja", "{{ code }}\n");
    docs(&folder, &BOOK, SLUG).write().unwrap();
    put(folder.path(), "errors/picture.png", "");
    put(folder.path(), "errors/below/x.md", "");
    let said = docs(&folder, &EMPTY, SLUG).outdated().unwrap_err().to_string();
    let orphan = |name: &str| {
        format!(
            "errors/{name}.md: orphaned page: delete it, or call `Docs::ignore(\"errors/{name}.md\")` if it is hand-written"
        )
    };
    assert_eq!(said, ["a-b", "not-found"].map(orphan).join("\n"));
}

/// The page of a code with `/` is in a folder of its own, where those of removed codes are looked for too.
#[test]
fn pages_of_codes_with_slashes() {
    let folder = folder("code.jinja", "{{ code }}\n");
    let docs = |book| docs(&folder, book, "errors/e-{{ code }}.md");
    assert_eq!(docs(&BOOK).write().unwrap(), ["errors/e-NotFound.md", "errors/e-a/b.md"]);
    for (path, is_orphan) in [
        ("errors/e-a/old.md", true),
        ("errors/e-a/deep/old.md", false),
        ("errors/e-a/picture.png", false),
        ("errors/a/old.md", false),
        ("errors/e-b/old.md", false),
    ] {
        put(folder.path(), path, "");
        assert_eq!(orphans(&docs(&BOOK)), if is_orphan { vec![path] } else { Vec::new() });
        std::fs::remove_file(folder.path().join(path)).unwrap();
    }
}

#[test]
fn they_do_not_prevent_writing() {
    let folder = folder("code.jinja", "{{ code }}\n");
    put(folder.path(), "errors/old.md", "");
    let said = docs(&folder, &BOOK, SLUG).write().unwrap_err().to_string();
    assert!(said.starts_with("errors/old.md: orphaned page"), "{said}");
    assert_eq!(
        names(&folder.path().join("errors")),
        ["a-b.md", "not-found.md", "old.md"],
        "nothing is deleted"
    );
}

#[test]
fn none_while_there_are_other_errors() {
    let folder = folder("code.jinja", "{{ code }}\n");
    docs(&folder, &BOOK, SLUG).write().unwrap();
    put(folder.path(), "code.jinja", "{{ codee }}\n");
    let said = docs(&folder, &BOOK, SLUG).outdated().unwrap_err().to_string();
    assert!(said.lines().count() == 1 && said.contains("unknown name `codee`"), "{said}");
}

#[test]
fn generated_files_and_templates_are_not_orphaned() {
    let folder = folder("code.jinja", "{{ code }}\n");
    put(folder.path(), "errors/all.jinja.md", "all\n");
    let docs = docs(&folder, &BOOK, SLUG).template("errors/all.md", "errors/all.jinja.md");
    docs.write().unwrap();
    assert!(orphans(&docs).is_empty());
}

#[test]
fn the_root_is_not_searched() {
    for path in ["{{ code | slug }}.md", "./{{ code | slug }}.md", "a/../{{ code }}.md", "{{ code }}/x.md"] {
        assert!(among_files(path, &["README.md", "docs/x.md"]).is_empty(), "{path}");
    }
}

#[test]
fn the_path_selects_folders_and_names() {
    let files =
        ["d/x.md", "d/e-x.md", "d/e-x.html", "d/a/e-x.md", "d/a/b/e-x.md", "d/a/c/e-x.md", "d/.git/e-x.md"];
    assert_eq!(among_files("d/e-{{ code }}.md", &files), ["d/e-x.md"]);
    assert_eq!(among_files("d/{{ class }}/e-{{ code }}.md", &files), ["d/a/e-x.md"]);
    assert_eq!(among_files("d/{{ class }}/b/e-{{ code }}.md", &files), ["d/a/b/e-x.md"]);
    // A `/` in a tag does not separate folders.
    assert_eq!(
        among_files("d/{% if code == '/' %}{% endif %}{{ code | replace('/', '-') }}.md", &files),
        ["d/e-x.md", "d/x.md"]
    );
    assert_eq!(among_files("./d/../d/e-{{ code }}.md", &files), ["./d/../d/e-x.md"]);
}

#[test]
fn each_is_reported_once() {
    let folder = folder("code.jinja", "{{ code }}\n");
    put(folder.path(), "errors/old.md", "");
    let docs = docs(&folder, &EMPTY, SLUG).template_per_code("./errors/x{{ code }}.md", "code.jinja");
    assert_eq!(orphans(&docs.template_per_code("errors/{{ code }}.md", "code.jinja")), ["errors/old.md"]);
}

#[test]
fn files_and_folders_are_ignored() {
    let folder = folder("code.jinja", "{{ code }}\n");
    for path in ["d/a/x.md", "d/a/y.md", "d/b/x.md", "d/c/x.md"] {
        put(folder.path(), path, "");
    }
    let docs = || docs(&folder, &EMPTY, "d/{{ class }}/{{ code }}.md");
    assert_eq!(orphans(&docs().ignore("d/a/x.md").ignore("d/b")), ["d/a/y.md", "d/c/x.md"]);
    assert!(orphans(&docs().ignore("d")).is_empty());
    let said = |path| docs().ignore("d").ignore(path).outdated().unwrap_err().to_string();
    assert_eq!(said("d/z.md"), "d/z.md: the ignored path does not exist: remove it from `Docs::ignore`");
    assert!(said("../z.md").starts_with("../z.md: the path leaves the root"));
    assert_eq!(said(""), "the path is empty: write the path of a file");
}

#[cfg(unix)]
#[test]
fn none_outside_of_the_root() {
    use std::os::unix::fs::symlink;

    let outer = folder("outside/x.md", "");
    let root = folder("code.jinja", "{{ code }}\n");
    put(root.path(), "d/in/x.md", "");
    symlink(outer.path().join("outside"), root.path().join("d/out")).unwrap();
    symlink(outer.path().join("outside/x.md"), root.path().join("d/in/y.md")).unwrap();
    symlink("nowhere.md", root.path().join("d/in/z.md")).unwrap();
    assert_eq!(orphans(&docs(&root, &EMPTY, "d/{{ class }}/{{ code }}.md")), ["d/in/x.md"]);
    assert!(orphans(&docs(&root, &EMPTY, "d/out/{{ code }}.md")).is_empty());
}
