//! Pages of codes that are no more, and the files that are none of these.
#![allow(dead_code, reason = "only the catalog is looked at")]

use errbook::{ApiError, Book, Catalogued};
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
    Docs::new(book, folder.path()).page_per_code(path, "code.jinja")
}

/// The paths of what is left over.
fn leftovers(docs: &Docs<'_>) -> Vec<String> {
    let Err(mistakes) = docs.stale() else { return Vec::new() };
    for mistake in &mistakes {
        assert!(mistake.to_string().contains("no code has this page"), "{mistake}");
    }
    mistakes.iter().map(|mistake| mistake.path().unwrap().to_owned()).collect()
}

/// What is left over of these files by a book without errors.
fn of_files(path: &str, files: &[&str]) -> Vec<String> {
    let folder = folder("code.jinja", "{{ code }}\n");
    for file in files {
        put(folder.path(), file, "");
    }
    leftovers(&docs(&folder, &EMPTY, path))
}

#[test]
fn a_page_of_a_code_that_is_no_more() {
    let folder = folder("code.jinja", "{{ code }}\n");
    docs(&folder, &BOOK, SLUG).write().unwrap();
    put(folder.path(), "errors/picture.png", "");
    put(folder.path(), "errors/below/x.md", "");
    let said = docs(&folder, &EMPTY, SLUG).stale().unwrap_err().to_string();
    let leftover = |name: &str| {
        format!(
            "errors/{name}.md: no code has this page: delete it, or say `Docs::keep(\"errors/{name}.md\")` if it is written by hand"
        )
    };
    assert_eq!(said, ["a-b", "not-found"].map(leftover).join("\n"));
}

#[test]
fn they_keep_nothing_from_being_written() {
    let folder = folder("code.jinja", "{{ code }}\n");
    put(folder.path(), "errors/old.md", "");
    let said = docs(&folder, &BOOK, SLUG).write().unwrap_err().to_string();
    assert!(said.starts_with("errors/old.md: no code has this page"), "{said}");
    assert_eq!(
        names(&folder.path().join("errors")),
        ["a-b.md", "not-found.md", "old.md"],
        "nothing is deleted"
    );
}

#[test]
fn none_while_there_are_other_mistakes() {
    let folder = folder("code.jinja", "{{ code }}\n");
    docs(&folder, &BOOK, SLUG).write().unwrap();
    put(folder.path(), "code.jinja", "{{ codee }}\n");
    let said = docs(&folder, &BOOK, SLUG).stale().unwrap_err().to_string();
    assert!(said.lines().count() == 1 && said.contains("`codee` is nothing"), "{said}");
}

#[test]
fn what_is_made_or_a_template_is_none() {
    let folder = folder("code.jinja", "{{ code }}\n");
    put(folder.path(), "errors/all.jinja.md", "all\n");
    let docs = docs(&folder, &BOOK, SLUG).page("errors/all.md", "errors/all.jinja.md");
    docs.write().unwrap();
    assert!(leftovers(&docs).is_empty());
}

#[test]
fn the_root_has_files_of_all_kinds() {
    for path in ["{{ code | slug }}.md", "./{{ code | slug }}.md", "a/../{{ code }}.md", "{{ code }}/x.md"] {
        assert!(of_files(path, &["README.md", "docs/x.md"]).is_empty(), "{path}");
    }
}

#[test]
fn the_pattern_says_which_folders_and_names() {
    let files =
        ["d/x.md", "d/e-x.md", "d/e-x.html", "d/a/e-x.md", "d/a/b/e-x.md", "d/a/c/e-x.md", "d/.git/e-x.md"];
    assert_eq!(of_files("d/e-{{ code }}.md", &files), ["d/e-x.md"]);
    assert_eq!(of_files("d/{{ class }}/e-{{ code }}.md", &files), ["d/a/e-x.md"]);
    assert_eq!(of_files("d/{{ class }}/b/e-{{ code }}.md", &files), ["d/a/b/e-x.md"]);
    // A `/` in a tag parts no folders.
    assert_eq!(
        of_files("d/{% if code == '/' %}{% endif %}{{ code | replace('/', '-') }}.md", &files),
        ["d/e-x.md", "d/x.md"]
    );
    assert_eq!(of_files("./d/../d/e-{{ code }}.md", &files), ["./d/../d/e-x.md"]);
}

#[test]
fn each_is_said_once() {
    let folder = folder("code.jinja", "{{ code }}\n");
    put(folder.path(), "errors/old.md", "");
    let docs = docs(&folder, &EMPTY, SLUG).page_per_code("./errors/x{{ code }}.md", "code.jinja");
    assert_eq!(leftovers(&docs.page_per_code("errors/{{ code }}.md", "code.jinja")), ["errors/old.md"]);
}

#[test]
fn files_and_folders_are_kept() {
    let folder = folder("code.jinja", "{{ code }}\n");
    for path in ["d/a/x.md", "d/a/y.md", "d/b/x.md", "d/c/x.md"] {
        put(folder.path(), path, "");
    }
    let docs = || docs(&folder, &EMPTY, "d/{{ class }}/{{ code }}.md");
    assert_eq!(leftovers(&docs().keep("d/a/x.md").keep("d/b")), ["d/a/y.md", "d/c/x.md"]);
    assert!(leftovers(&docs().keep("d")).is_empty());
    let said = |path| docs().keep("d").keep(path).stale().unwrap_err().to_string();
    assert_eq!(said("d/z.md"), "d/z.md: there is nothing to keep: leave out the `Docs::keep`");
    assert!(said("../z.md").starts_with("../z.md: the path leaves the root"));
    assert_eq!(said(""), "the path is empty: name a file");
}

#[cfg(unix)]
#[test]
fn none_is_outside_of_the_root() {
    use std::os::unix::fs::symlink;

    let outer = folder("outside/x.md", "");
    let root = folder("code.jinja", "{{ code }}\n");
    put(root.path(), "d/in/x.md", "");
    symlink(outer.path().join("outside"), root.path().join("d/out")).unwrap();
    symlink(outer.path().join("outside/x.md"), root.path().join("d/in/y.md")).unwrap();
    symlink("nowhere.md", root.path().join("d/in/z.md")).unwrap();
    assert_eq!(leftovers(&docs(&root, &EMPTY, "d/{{ class }}/{{ code }}.md")), ["d/in/x.md"]);
    assert!(leftovers(&docs(&root, &EMPTY, "d/out/{{ code }}.md")).is_empty());
}
