//! The errors of tables have a place.
#![allow(dead_code, reason = "only the catalog is looked at")]

use errbook::{ApiError, Book};
use errbook_docgen::{Column, Error, ErrorKind, Format, Group, Table};

#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "Missing")]
struct Missing;

#[derive(Debug, ApiError)]
#[api(display, status = 404, rename_all = "PascalCase")]
enum Texts {
    /// # Cause
    /// None.
    #[api(meta(area = "a"))]
    First,
    #[api(meta(kind = "b"))]
    Second,
}

static TEXTS: Book = Book::new("Texts", &[Texts::CATALOG]);
static BOOK: Book = Book::new("Wrong", &[Missing::CATALOG]);
static EMPTY: Book = Book::new("Empty", &[]);

fn error(table: &Table) -> Error {
    table.markdown(&EMPTY).expect_err("an error without rows as well");
    table.markdown(&BOOK).unwrap_err()
}

/// The error for a book with rows: without rows, the names of texts are unknown.
fn wrong(template: &str) -> Error {
    Table::new().column(("Wrong", template)).markdown(&BOOK).unwrap_err()
}

fn template(template: &str) -> Error {
    error(&Table::new().column(("Good", "{{ code }}")).column(("Wrong", template)))
}

#[test]
fn an_unknown_name() {
    let error = template("{{ status }} {{ staus }}");
    assert_eq!(error.kind(), ErrorKind::Template);
    let text = error.to_string();
    assert_eq!(text, "column `Wrong`, line 1: unknown name `staus`, did you mean `status`?");
    assert!(std::error::Error::source(&error).is_none());
}

#[test]
fn a_name_of_another_kind_of_row() {
    let error = template("{{ required }}").to_string();
    assert!(
        error.starts_with(
            "column `Wrong`, line 1: unknown name `required`, expected one of `status`, `statuses`"
        ),
        "{error}"
    );
    let members = Table::new().column(("Wrong", "{{ status }}")).markdown(&errbook::body::FLAT);
    assert_eq!(
        members.unwrap_err().to_string(),
        "column `Wrong`, line 1: unknown name `status`, expected one of `name`, `type`, `required`, `description`"
    );
}

#[test]
fn a_text_that_no_error_has() {
    let text = wrong("{{ sections.Cuase }}").to_string();
    assert!(text.ends_with("line 1: unknown name `sections.Cuase`: `sections` is empty"), "{text}");
    let text = wrong("{{ meta.nothing }}").to_string();
    assert!(text.ends_with("line 1: unknown name `meta.nothing`: `meta` is empty"), "{text}");
}

#[test]
fn a_suggested_text() {
    let wrong = |table: Table| table.markdown(&TEXTS).unwrap_err().to_string();
    let column = |template| wrong(Table::new().column(("Wrong", template)));
    assert_eq!(
        column("{{ meta.aria }}"),
        "column `Wrong`, line 1: unknown name `meta.aria`, did you mean `meta.area`?"
    );
    assert!(column("{{ sections.Cuase }}").ends_with(", did you mean `sections.Cause`?"));
    let filter = wrong(Table::new().column(("Code", "{{ code }}")).filter("deprecated.sinc == '1'"));
    assert!(filter.starts_with("the filter, line 1: ") && filter.contains("is undefined"), "{filter}");
}

#[test]
fn an_invalid_template() {
    for wrong in ["{{ code", "{% if code %}", "{{ code | }}", "{% nothing %}"] {
        let error = template(wrong);
        assert_eq!(error.kind(), ErrorKind::Template);
        assert!(error.to_string().starts_with("column `Wrong`, line 1: syntax error: "), "{error}");
        assert!(std::error::Error::source(&error).is_some());
    }
}

#[test]
fn a_template_that_fails_on_a_row() {
    let table = Table::new().column(("Wrong", "{{ code / 2 }}"));
    let error = table.markdown(&BOOK).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Template);
    assert!(error.to_string().starts_with("column `Wrong`, line 1: "), "{error}");
    assert!(table.markdown(&EMPTY).is_ok());
}

#[test]
fn too_few_and_too_many_cells() {
    for (cells, count) in [(vec!["first"], 1), (vec!["first", "b", "c"], 3), (vec![], 0)] {
        let table = Table::new().column(("A", "")).column(("B", ""));
        for table in [table.clone().row_above(cells.clone()), table.row_below(cells)] {
            let error = error(&table);
            assert_eq!(error.kind(), ErrorKind::Table);
            let first = if count > 0 { "first" } else { "" };
            let expected = format!("row `{first}`: expected a cell for each column (2), found {count}");
            assert_eq!(error.to_string(), expected);
        }
    }
}

/// A `|` that is written as it is makes one cell more, in whatever line of the table.
#[test]
fn a_pipe_in_a_header_a_placeholder_or_a_given_line() {
    let table = || Table::new().column(("A", "{{ code }}"));
    let header = table().column(("b | c", "{{ code }}"));
    let placeholder = table().column(Column::new("B", "{{ number }}").placeholder("b | c"));
    for wrong in [&header, &placeholder] {
        let text = wrong.markdown(&BOOK).unwrap_err().to_string();
        assert_eq!(text, "cell `b | c`: a `|` ends the cell, write `\\|`");
        assert!(wrong.render(Format::Html, &BOOK).unwrap().contains(">b | c</t"));
    }
    let short = [
        table().header_line("| A | B |"),
        table().column(("B", "")).delimiter_line("---"),
        table().column(("B", "")).header_line("A \\| B"),
    ];
    for wrong in short {
        assert_eq!(error(&wrong).kind(), ErrorKind::Table);
    }
    for (line, found) in [("| - | A |", "A"), ("-|:", ":"), ("|--|- -|", "- -"), ("|-||", "")] {
        let text = error(&table().column(("B", "")).delimiter_line(line)).to_string();
        assert_eq!(text, format!("delimiter line: expected dashes such as `:---`, found `{found}`"));
    }
    for line in ["| A | B |", "A | B", "| A | B", "A | B |", "A | B \\| C"] {
        table().column(("B", "")).header_line(line).markdown(&BOOK).unwrap();
    }
    table().column(("b \\| c", "{{ code }}")).markdown(&BOOK).unwrap();
}

/// A header line of Markdown is not one of CSV.
#[test]
fn a_header_line_of_csv() {
    let table = || Table::new().column(("A", "{{ code }}")).column(("B", "{{ status }}"));
    let render = |line: &str| table().header_line(line).render(Format::Csv, &BOOK);
    assert_eq!(render("\"a, b\",c").unwrap(), "\"a, b\",c\nMissing,404\n");
    for (line, found) in [("| A | B |", 1), ("a,b,c", 3), ("\"a,b\"", 1)] {
        let expected = format!("row `{line}`: expected a cell for each column (2), found {found}");
        assert_eq!(render(line).unwrap_err().to_string(), expected);
    }
}

#[test]
fn a_name_of_json_that_two_columns_have() {
    let table = Table::new().column(("*Code*", "{{ code }}")).column(("Code", "{{ status }}"));
    let error = table.render(Format::Json, &BOOK).unwrap_err();
    assert_eq!(error.to_string(), "duplicate column `Code`: objects of JSON have one value of a name");
    table.render(Format::Csv, &BOOK).unwrap();
    let hidden = Column::new("Code", "{{ since }}").hide_if_empty();
    Table::new().column(("Code", "{{ code }}")).column(hidden).render(Format::Json, &BOOK).unwrap();
}

#[test]
fn a_caption_without_text_is_none() {
    let table = Table::new().column(("A", "{{ code }}"));
    for format in [Format::Markdown, Format::Html, Format::AsciiDoc, Format::ReStructuredText] {
        let captioned = table.clone().caption(" ").render(format, &BOOK).unwrap();
        assert_eq!(captioned, table.render(format, &BOOK).unwrap());
    }
}

/// A filter, an order, a group and the place of a row are expressions, where cells have templates.
#[test]
fn a_template_in_place_of_an_expression() {
    let table = || Table::new().column(("Code", "{{ code }}"));
    let wrong = [
        ("the filter", table().filter(" {{ status == 404 }}")),
        ("the order", table().sort_by("{{ status == 404}} ")),
        ("the group", table().group(Group::by("{{status == 404}}"))),
        ("`merge_by`", table().merge_by("{{ status == 404 }}")),
        ("the place of a row", table().row_after("{{ status == 404 }}", ["x"])),
    ];
    for (name, wrong) in wrong {
        let expected = format!("{name}: an expression has no `{{{{` and `}}}}`: write `status == 404`");
        assert_eq!(error(&wrong).to_string(), expected);
    }
}
