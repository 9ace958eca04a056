//! Blocks of pages: their names, formats and options.

use errbook::{ApiError, Book};
use errbook_contract::Lock;
use errbook_docgen::{Block, Changelog, Docs, Format, RenderContext, Table};

use crate::scratch::{BOOK, Text, folder};

#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "Missing")]
struct Missing;

static ERRORS: Book = Book::new("Errors", &[Missing::CATALOG]);

const PAGE: &str = "<!-- errbook:begin errors -->\n<!-- errbook:end -->\n";

#[test]
fn a_table_is_a_block() {
    assert_eq!(Missing.to_string(), "Not Found");
    let table = Table::new().column(("Code", "{{ code }}"));
    let folder = folder("page.md", PAGE);
    let docs = Docs::new(&ERRORS, folder.path()).block("errors", &table).inject("page.md");
    docs.write().unwrap();
    let page = std::fs::read_to_string(folder.path().join("page.md")).unwrap();
    let table = table.render(Format::Markdown, &ERRORS).unwrap();
    assert_eq!(page, PAGE.replace("-->\n<", &format!("-->\n\n{table}\n<")));
}

/// Its headings are those of the page, in every format.
#[test]
fn the_headings_of_a_changelog() {
    #[derive(Debug, ApiError)]
    #[api(display, status = 404, code = "NO_PARCEL", since = "1.2.0")]
    struct NoParcel;

    static PARCELS: Book = Book::new("Parcels", &[NoParcel::CATALOG]);
    let lock = Lock::of(&PARCELS);
    for (format, start) in [
        (Format::Markdown, "### 1.2.0\n\n#### Added\n"),
        (Format::Html, "<h3>1.2.0</h3>\n\n<h4>Added</h4>\n"),
        (Format::AsciiDoc, "=== 1.2.0\n\n==== Added\n"),
        (Format::ReStructuredText, "1.2.0\n~~~~~\n\nAdded\n^^^^^\n"),
    ] {
        let context = RenderContext::new(format, &PARCELS).with_lock(&lock);
        let changelog = Changelog::new().level(3).render_with(&context).unwrap();
        assert!(changelog.starts_with(start), "{changelog}");
    }
}

#[test]
fn the_error_of_a_block_names_it() {
    let folder = folder("page.md", PAGE.replace("errors ", "errors column=\"a\" "));
    let table = Table::new().column(("Code", "{{ code }}"));
    let docs = Docs::new(&ERRORS, folder.path()).block("errors", table).inject("page.md");
    let docs = docs.file("cell.md", Table::new().column(("A", "a")).row_above(["a", "b"]));
    assert_eq!(
        docs.outdated().unwrap_err().to_string(),
        "page.md:1: block `errors`: invalid value `a` for `column`, expected `Header = {{ template }}`\n\
         cell.md: row `a`: expected a cell for each column (1), found 2"
    );
}

#[test]
fn a_name_is_one_word_and_names_one_block() {
    let folder = tempfile::tempdir().unwrap();
    let names = ["", "two words", "a=b", "\"a\"", "a--b", "errors", "errors"];
    let docs = names.iter().fold(Docs::new(&BOOK, folder.path()), |docs, name| docs.block(*name, Text("")));
    let errors = docs.outdated().unwrap_err();
    assert_eq!(errors.iter().count(), 6, "{errors}");
    assert!(
        errors
            .to_string()
            .contains("invalid block `a--b`: write one word without spaces, quotes, `=` or `--`"),
        "{errors}"
    );
    assert!(
        errors.to_string().ends_with("duplicate block `errors`: rename or remove one of them"),
        "{errors}"
    );
    assert!(errors.iter().all(|error| error.path().is_none() && error.line().is_none()));
}

#[test]
fn no_block_at_all() {
    let folder = folder("page.md", PAGE);
    let error = Docs::new(&BOOK, folder.path()).inject("page.md").outdated().unwrap_err();
    assert_eq!(
        error.to_string(),
        "page.md:1: unknown block `errors`, expected one of `table`, `sections`, `bullets`, `definitions`, \
         `matrix`, `changelog`: add it with `Docs::block`"
    );
}
