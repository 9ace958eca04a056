//! Blocks of pages: their names, formats and options.

use errbook::{ApiError, Book, Catalogued};
use errbook_docgen::{Docs, Format, Table};

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
    let docs = Docs::new(&ERRORS, folder.path()).block("errors", &table).regions("page.md");
    docs.write().unwrap();
    let page = std::fs::read_to_string(folder.path().join("page.md")).unwrap();
    let table = table.render(Format::Markdown, &ERRORS).unwrap();
    assert_eq!(page, PAGE.replace("-->\n<", &format!("-->\n\n{table}\n<")));
}

#[test]
fn what_is_wrong_with_a_block_says_its_name() {
    let folder = folder("page.md", PAGE.replace("errors ", "errors column=\"a\" "));
    let table = Table::new().column(("Code", "{{ code }}"));
    let docs = Docs::new(&ERRORS, folder.path()).block("errors", table).regions("page.md");
    let docs = docs.file("none.md", Table::new());
    assert_eq!(
        docs.stale().unwrap_err().to_string(),
        "page.md:1: block `errors`: `column` cannot be `a`: write `Header = {{ template }}`\n\
         none.md: the table has no columns: add one with `Table::column`"
    );
}

#[test]
fn a_name_is_one_word_and_stands_for_one_block() {
    let folder = tempfile::tempdir().unwrap();
    let names = ["", "two words", "a=b", "\"a\"", "a--b", "errors", "errors"];
    let docs = names.iter().fold(Docs::new(&BOOK, folder.path()), |docs, name| docs.block(*name, Text("")));
    let mistakes = docs.stale().unwrap_err();
    assert_eq!(mistakes.iter().count(), 6, "{mistakes}");
    assert!(
        mistakes
            .to_string()
            .contains("a block cannot be named `a--b`: write one word without blanks, quotes, `=` and `--`"),
        "{mistakes}"
    );
    assert!(mistakes.to_string().ends_with("there are two blocks named `errors`: rename one"), "{mistakes}");
    assert!(mistakes.iter().all(|mistake| mistake.path().is_none() && mistake.line().is_none()));
}

#[test]
fn no_block_at_all() {
    let folder = folder("page.md", PAGE);
    let error = Docs::new(&BOOK, folder.path()).regions("page.md").stale().unwrap_err();
    assert_eq!(
        error.to_string(),
        "page.md:1: there is no block `errors`: add it with `Docs::block`; \
         there is `table`, `sections`, `bullets`, `definitions`"
    );
}
