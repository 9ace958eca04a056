//! Static rows at any place, merged cells, captions, and tables without columns.
#![allow(dead_code, reason = "only the catalog is looked at")]

use errbook::{ApiError, Book};
use errbook_docgen::{Column, ErrorKind, Format, Group, Style, Table};

#[derive(Debug, ApiError)]
#[api(display)]
enum Parcel {
    /// The label cannot be read.
    #[api(status = 400, code = "LABEL", meta(area = "label"))]
    Label,
    /// The label has no address.
    #[api(status = 400, code = "ADDRESS", meta(area = "label"))]
    Address,
    /// The depot is full.
    #[api(status = 503, code = "FULL", also(429, 507), meta(area = "depot"))]
    Full {
        #[api(status)]
        status: http::StatusCode,
    },
}

static BOOK: Book = Book::new("Parcels", &[Parcel::CATALOG]);

fn table() -> Table {
    Table::new().column(("Status", "{{ status }}")).column(("Code", "{{ code }}")).style(Style::compact())
}

fn rows(table: &Table) -> Vec<String> {
    table.markdown(&BOOK).unwrap().lines().skip(2).map(str::to_owned).collect()
}

#[test]
fn rows_beside_an_error() {
    let table = table()
        .row_after("code == 'ADDRESS'", ["", "see *labels*"])
        .row_before("class == '5xx'", ["5xx", ""])
        .row_before("code == 'ADDRESS'", ["404", "NO_PARCEL"])
        .row_above(["2xx", ""])
        .row_below(["599", "LAST"]);
    assert_eq!(
        rows(&table),
        [
            "| 2xx |  |",
            "| 400 | LABEL |",
            "| 404 | NO_PARCEL |",
            "| 400 | ADDRESS |",
            "|  | see *labels* |",
            "| 5xx |  |",
            "| 503 | FULL |",
            "| 599 | LAST |"
        ]
    );
    let html = table.render(Format::Html, &BOOK).unwrap();
    assert!(html.contains("<td></td><td>see <em>labels</em></td>"), "{html}");
}

/// A row is beside its error, in whatever order the rows are given.
#[test]
fn rows_at_one_place() {
    let table = table()
        .row_below(["599", "LAST"])
        .row_before("code == 'LABEL'", ["400", "first"])
        .row_before("code == 'FULL'", ["5xx", ""])
        .row_above(["2xx", ""])
        .row_after("class == '4xx'", ["", "end of 4xx"])
        .row_after("class == '5xx'", ["", "end of 5xx"]);
    assert_eq!(
        rows(&table),
        [
            "| 2xx |  |",
            "| 400 | first |",
            "| 400 | LABEL |",
            "| 400 | ADDRESS |",
            "|  | end of 4xx |",
            "| 5xx |  |",
            "| 503 | FULL |",
            "|  | end of 5xx |",
            "| 599 | LAST |"
        ]
    );
}

#[test]
fn rows_merge_with_errors() {
    let table = Table::new()
        .column(Column::new("Class", "{{ class }}").merged())
        .column(("Code", "{{ code }}"))
        .row_before("class == '5xx'", ["5xx", "ours"]);
    let html = table.render(Format::Html, &BOOK).unwrap();
    assert!(html.contains("<td rowspan=\"2\">5xx</td><td>ours</td>"), "{html}");
    let asciidoc = table.render(Format::AsciiDoc, &BOOK).unwrap();
    assert!(asciidoc.contains("\n.2+|5xx\n|ours\n"), "{asciidoc}");
}

#[test]
fn rows_in_their_group() {
    let table =
        table().group(Group::by("class").heading("{{ key }}")).row_before("status == 503", ["5xx", ""]);
    assert!(table.markdown(&BOOK).unwrap().ends_with("| 5xx |  |\n| 503 | FULL |\n"));
}

#[test]
fn a_place_that_is_none() {
    let table = table().row_before("code == 'GONE'", ["410", ""]);
    let error = table.markdown(&BOOK).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Table);
    assert!(error.to_string().contains("`code == 'GONE'`"), "{error}");
    let table = self::table().row_after("cod == 'LABEL'", ["410", ""]);
    assert!(table.markdown(&BOOK).unwrap_err().to_string().contains("did you mean `code`?"));
}

#[test]
fn merged_cells() {
    let table = Table::new()
        .column(Column::new("Area", "{{ meta.area }}").merged())
        .column(Column::new("Status", "{{ status }}").merged())
        .column(("Code", "{{ code }}"))
        .style(Style::compact());
    assert_eq!(rows(&table), ["| label | 400 | LABEL |", "|  |  | ADDRESS |", "| depot | 503 | FULL |"]);
    let html = table.render(Format::Html, &BOOK).unwrap();
    let expected = "<tr><td rowspan=\"2\">label</td><td rowspan=\"2\">400</td><td>LABEL</td></tr>\n<tr><td>ADDRESS</td></tr>\n";
    assert!(html.contains(expected), "{html}");
    let adoc = table.render(Format::AsciiDoc, &BOOK).unwrap();
    assert!(adoc.contains("\n.2+|label\n.2+|400\n|LABEL\n\n|ADDRESS\n"), "{adoc}");
    let csv = table.render(Format::Csv, &BOOK).unwrap();
    assert_eq!(csv, "Area,Status,Code\nlabel,400,LABEL\nlabel,400,ADDRESS\ndepot,503,FULL\n");
    let rst = table.render(Format::ReStructuredText, &BOOK).unwrap();
    assert!(rst.contains("   * - label\n     - 400\n     - ADDRESS\n"), "{rst}");
}

/// A cell is not merged across the border of a merged cell to its left.
#[test]
fn merged_cells_of_others() {
    let table = Table::new()
        .column(Column::new("Code", "{{ code }}").merged())
        .column(Column::new("Area", "{{ meta.area }}").merged())
        .style(Style::compact());
    assert_eq!(rows(&table), ["| LABEL | label |", "| ADDRESS | label |", "| FULL | depot |"]);
}

#[test]
fn captions() {
    let table = table().caption("Codes of *parcels*");
    let render = |format| table.render(format, &BOOK).unwrap();
    assert!(render(Format::Markdown).starts_with("**Codes of *parcels***\n\n| Status |"));
    assert!(
        render(Format::Html).starts_with("<table>\n<caption>Codes of <em>parcels</em></caption>\n<thead>")
    );
    assert!(render(Format::AsciiDoc).starts_with(".Codes of _parcels_\n[options"));
    assert!(
        render(Format::ReStructuredText).starts_with(".. list-table:: Codes of *parcels*\n   :header-rows")
    );
    assert!(render(Format::Csv).starts_with("Status,Code\n"));
}

/// All statuses of an error are shown.
#[test]
fn without_columns() {
    let expected = "\
| Status                            | Code      | Meaning                   |
| :-------------------------------- | :-------- | :------------------------ |
| 400 Bad Request                   | `LABEL`   | The label cannot be read. |
| 400 Bad Request                   | `ADDRESS` | The label has no address. |
| 503, 429, 507 Service Unavailable | `FULL`    | The depot is full.        |
";
    assert_eq!(Table::new().markdown(&BOOK).unwrap(), expected);
    let members = Table::new().markdown(&errbook::body::MESSAGE).unwrap();
    assert!(members.starts_with("| Name    | Type     | Description "), "{members}");
}

/// A `|` that is inserted verbatim would make two cells of one.
#[test]
fn more_cells_than_columns() {
    let table = Table::new().column(("A", "{{ 'a | b' | safe }}")).column(("B", "b"));
    let error = table.markdown(&BOOK).unwrap_err();
    assert_eq!(error.to_string(), "cell `a | b`: a `|` ends the cell, write `\\|`");
    let error = self::table().row_above(["a", "b | c"]).markdown(&BOOK).unwrap_err();
    assert_eq!(error.to_string(), "cell `b | c`: a `|` ends the cell, write `\\|`");
    assert!(self::table().row_above(["a", "`b \\| c`"]).markdown(&BOOK).is_ok());
    assert!(table.render(Format::Html, &BOOK).is_ok());
}

/// In a row, `\|` is a `|` whatever the format is, in code too; in a caption it is not.
#[test]
fn an_escaped_pipe() {
    let table = Table::new().column(("*a*\\|b", "`x\\|{{ code }}` \\| {{ meta.area }}")).caption("`c\\|d`");
    let table = table.filter("code == 'FULL'").row_below(["`ls \\| wc`"]);
    let render = |format| table.render(format, &BOOK).unwrap();
    let html = render(Format::Html);
    assert!(html.contains("<caption><code>c\\|d</code></caption>"), "{html}");
    assert!(
        html.contains("<th><em>a</em>|b</th>") && html.contains("<td><code>ls | wc</code></td>"),
        "{html}"
    );
    assert!(html.contains("<td><code>x|FULL</code> | depot</td>"), "{html}");
    assert_eq!(render(Format::Csv), "a|b\nx|FULL | depot\nls | wc\n");
    assert!(render(Format::ReStructuredText).contains("``x|FULL`` \\| depot"));
    let markdown = render(Format::Markdown);
    assert!(markdown.contains("\n| `x\\|FULL` \\| depot |\n| `ls \\| wc`         |"), "{markdown}");
}

#[test]
fn json() {
    let json = table().render(Format::Json, &BOOK).unwrap();
    let rows: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(rows[2], serde_json::json!({ "Status": "503", "Code": "FULL" }));
    assert!(json.starts_with("[\n  {\n    \"Status\": \"400\",\n    \"Code\": \"LABEL\"\n  },\n"), "{json}");
    assert_eq!(Table::new().filter("false").render(Format::Json, &BOOK).unwrap(), "[]\n");
}
