//! The paths of the pages of codes: a code may be any text, and must not lead out of the folder.
#![allow(dead_code, reason = "only the catalog is looked at")]

use errbook::{ApiError, Book};
use errbook_docgen::Docs;

use crate::scratch::{folder, names};

#[derive(Debug, ApiError)]
#[api(display)]
enum Leaves {
    #[api(status = 404, code = "../../README")]
    Readme,
}

#[derive(Debug, ApiError)]
#[api(display)]
enum Below {
    #[api(status = 404, code = "orders/NotFound")]
    NotFound,
}

#[derive(Debug, ApiError)]
#[api(display)]
enum Twice {
    #[api(status = 404, code = "NotFound")]
    A,
    #[api(status = 404, code = "NOT_FOUND")]
    B,
    #[api(status = 404, code = "notfound")]
    C,
}

#[derive(Debug, ApiError)]
#[api(display)]
enum Signs {
    #[api(status = 404, code = "!!")]
    A,
    #[api(status = 404, code = "~")]
    B,
}

static LEAVES: Book = Book::new("Leaves", &[Leaves::CATALOG]);
static BELOW: Book = Book::new("Below", &[Below::CATALOG]);
static TWICE: Book = Book::new("Twice", &[Twice::CATALOG]);
static SIGNS: Book = Book::new("Signs", &[Signs::CATALOG]);

fn written(book: &Book, path: &str) -> Result<Vec<String>, String> {
    let folder = folder("README.md", "Hand-written.\n");
    std::fs::write(folder.path().join("code.jinja"), "{{ code }}\n").unwrap();
    let docs = Docs::new(book, folder.path()).template_per_code(path, "code.jinja");
    let written = docs.write().map_err(|errors| errors.to_string());
    assert_eq!(std::fs::read_to_string(folder.path().join("README.md")).unwrap(), "Hand-written.\n");
    if written.is_err() {
        assert_eq!(names(folder.path()), ["README.md", "code.jinja"]);
    }
    written
}

#[test]
fn a_page_stays_in_its_folder() {
    assert_eq!(
        written(&LEAVES, "docs/errors/{{ code }}.md").unwrap_err(),
        "docs/errors/{{ code }}.md: the page of code `../../README` would be `docs/errors/../../README.md`, \
         which is outside of its folder or has no name: use `{{ code | slug }}`, or change the path"
    );
    assert!(
        written(&LEAVES, "{{ code }}.md").unwrap_err().contains("`../../README.md`, which is outside of")
    );
    assert_eq!(written(&LEAVES, "docs/{{ code | slug }}.md").unwrap(), ["docs/readme.md"]);
    assert_eq!(written(&BELOW, "docs/{{ code }}.md").unwrap(), ["docs/orders/NotFound.md"]);
}

#[test]
fn a_page_has_a_name() {
    for (path, page) in [
        ("docs/{{ code | slug }}.md", "docs/.md"),
        ("docs/{{ code | slug }}/index.md", "docs//index.md"),
        ("{{ code | slug }}.md", ".md"),
    ] {
        let error = written(&SIGNS, path).unwrap_err();
        let said = format!(
            "{path}: the page of code `!!` would be `{page}`, which is outside of its folder or has no name: \
             use `error-{{{{ code }}}}`, or change the path"
        );
        // Without a name, they share none.
        assert_eq!(error, [said.clone(), said.replace("!!", "~")].join("\n"));
    }
    assert_eq!(written(&SIGNS, "docs/error-{{ code }}.md").unwrap(), ["docs/error-!!.md", "docs/error-~.md"]);
}

#[test]
fn codes_do_not_share_a_page() {
    assert_eq!(
        written(&TWICE, "docs/{{ status }}.md").unwrap_err(),
        "docs/{{ status }}.md: codes `NotFound`, `NOT_FOUND` and `notfound` would share the page `docs/404.md`: change the path"
    );
    // Where upper and lower case are not distinguished.
    assert_eq!(
        written(&TWICE, "docs/{{ code }}.md").unwrap_err(),
        "docs/{{ code }}.md: codes `NotFound` and `notfound` would share the page `docs/NotFound.md`: change the path"
    );
}

/// In Rust, one brace begins a value.
#[test]
fn a_path_without_a_code() {
    for path in ["docs/{code}.md", "docs/errors.md"] {
        assert_eq!(
            written(&SIGNS, path).unwrap_err(),
            format!(
                "{path}: the path names no code: write `{{{{ code }}}}` or `{{{{ code | slug }}}}` in it"
            )
        );
    }
}
