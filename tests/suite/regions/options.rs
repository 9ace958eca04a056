//! Options in the opening comment of a region, and blocks that are built in.
#![allow(dead_code, reason = "only the catalog is looked at")]

use errbook::{ApiError, Book, Catalog, CatalogItem, Entry};
use errbook_docgen::{Docs, List, Sections, Table};

use crate::scratch::folder;

#[derive(Debug, ApiError)]
#[api(display, rename_all = "lowercase")]
enum E {
    /// First.
    #[api(status = 404)]
    A,
    /// Second.
    #[api(status = 500)]
    B,
}

#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "NO_ORDER")]
struct NoOrder {
    #[api(detail)]
    id: u64,
}

static BOOK: Book = Book::new("Options", &[E::CATALOG]);
static DETAILED: Book = Book::new("Options", &[NoOrder::CATALOG]);

fn region(opening: &str) -> Result<String, String> {
    let folder = folder("page.md", format!("<!-- errbook:begin {opening} -->\n<!-- errbook:end -->\n"));
    let docs = Docs::new(&BOOK, folder.path())
        .block("codes", Table::new().column(("Code", "{{ code }}")))
        .block("list", List::bullets("{{ code }}"))
        .block("parts", Sections::new().details(None).headers(None).example(None))
        .inject("page.md");
    docs.write().map_err(|errors| errors.to_string())?;
    let page = std::fs::read_to_string(folder.path().join("page.md")).unwrap();
    let (_, inside) = page.split_once("-->\n\n").unwrap();
    Ok(inside.trim_end_matches("\n<!-- errbook:end -->\n").to_owned())
}

#[test]
fn built_in_blocks() {
    assert_eq!(
        region("table").unwrap(),
        "\
| Status                    | Code | Meaning |
| :------------------------ | :--- | :------ |
| 404 Not Found             | `a`  | First.  |
| 500 Internal Server Error | `b`  | Second. |
"
    );
    assert_eq!(region("bullets").unwrap(), "- `a`: First.\n- `b`: Second.\n");
    assert_eq!(region("definitions").unwrap(), "`a`\n:   First.\n\n`b`\n:   Second.\n");
    assert!(
        region("sections")
            .unwrap()
            .starts_with("## <a id=\"a\"></a>404 a\n\nFirst.\n\n### Example\n\n```http\n")
    );
}

/// The message, as documented, or otherwise the title.
#[test]
fn a_built_in_list_falls_back_without_a_description() {
    static MESSAGE: Entry = Entry::new(404, "a").with_type("m::E", "A").with_message("no order {id}, *none*");
    static TITLE: Entry = Entry::new(503, "b").with_type("m::E", "B");
    static CATALOG: Catalog = Catalog::new("E", &[CatalogItem::Entry(&MESSAGE), CatalogItem::Entry(&TITLE)]);
    static BOOK: Book = Book::new("Undocumented", &[&CATALOG]);
    let page = |name: &str| {
        let folder = folder("page.md", format!("<!-- errbook:begin {name} -->\n<!-- errbook:end -->\n"));
        Docs::new(&BOOK, folder.path()).inject("page.md").write().unwrap();
        std::fs::read_to_string(folder.path().join("page.md")).unwrap()
    };
    let bullets = page("bullets");
    assert!(
        bullets.contains("\n- `a`: no order {id}, \\*none\\*\n- `b`: Service Unavailable\n"),
        "{bullets}"
    );
    let definitions = page("definitions");
    assert!(definitions.contains("\n`b`\n:   Service Unavailable\n"), "{definitions}");
}

#[test]
fn options_of_tables() {
    assert_eq!(
        region("table style=slate column=\"Status = {{ status }}\" column='Code = `{{ code }}`' align=right,center").unwrap(),
        "Status | Code\n-----: | :--:\n404 | `a`\n500 | `b`\n"
    );
    assert_eq!(
        region("codes style=compact column=\"A = {{ '=' }}\" filter=\"status == 404\"").unwrap(),
        "| A |\n| --- |\n| = |\n"
    );
    assert_eq!(region("codes sort-desc=code style=compact").unwrap(), "| Code |\n| --- |\n| b |\n| a |\n");
    assert_eq!(
        region("codes group-heading=\"### {{ key }}\" group=status style=compact filter=\"status > 404\"")
            .unwrap(),
        "### 500\n\n| Code |\n| --- |\n| b |\n"
    );
    assert_eq!(
        region("codes column=\"漢字 = x\" unit=characters filter=\"code == 'a'\"").unwrap(),
        "| 漢字  |\n| --- |\n| x   |\n"
    );
}

/// What the methods of a table and of its columns do.
#[test]
fn every_knob_is_an_option() {
    let two = "table style=compact column=\"Code = {{ code }}\" column=\"Number = {{ number }}\"";
    let table = |options: &str| region(&format!("{two} {options}")).unwrap();
    assert_eq!(
        table("row-above=\"| ok \\| fine | 0 |\" row-below='x | `a\\|b`'"),
        "| Code | Number |\n| --- | --- |\n| ok \\| fine | 0 |\n| a |  |\n| b |  |\n| x | `a\\|b` |\n"
    );
    assert_eq!(
        table("row-before=\"class == '5xx' => 5xx | wait\" row-after=\"code == 'a' => 4xx |\""),
        "| Code | Number |\n| --- | --- |\n| a |  |\n| 4xx |  |\n| 5xx | wait |\n| b |  |\n"
    );
    assert_eq!(table("placeholder=', –'"), "| Code | Number |\n| --- | --- |\n| a | – |\n| b | – |\n");
    assert_eq!(table("hide-if-empty=false,true"), "| Code |\n| --- |\n| a |\n| b |\n");
    assert_eq!(table("header-line='|A|B|' delimiter-line='|-|-|'"), "|A|B|\n|-|-|\n| a |  |\n| b |  |\n");
    assert_eq!(
        table("row-above=\"a |\" merged=true,false width=none,9 padded-cells=true delimiter=column"),
        "| Code | Number    |\n| ---- | --------- |\n| a    |           |\n|      |           |\n| b    |           |\n"
    );
    assert_eq!(
        table("collapse-empty=true outer-pipes=true trailing-pipe=true spaces=none delimiter-spaces=false"),
        "|Code|Number|\n|-----|-----|\n|a||\n|b||\n"
    );
    for (option, said) in [
        (
            "row-before='5xx | wait'",
            "invalid value `5xx | wait` for `row-before`, expected `condition => cell | cell`",
        ),
        ("row-below=x", "row `x`: expected a cell for each column (2), found 1"),
        ("row-after=\"code == 'c' => x |\"", "no error of the table matches `code == 'c'`"),
        ("merged=yes", "invalid value `yes` for `merged`, expected `true` or `false`"),
        ("width=wide", "invalid value `wide` for `width`, expected a number or `none` for each column"),
        ("spaces=x", "invalid value `x` for `spaces`, expected `both`, `before`, `after` or `none`"),
    ] {
        let error = region(&format!("{two} {option}")).unwrap_err();
        assert!(error.starts_with(&format!("page.md:1: block `table`: {said}")), "{error}");
    }
}

/// The tables of sections have the layout of tables.
#[test]
fn sections_have_the_options_of_their_tables() {
    let sections = |options: &str| {
        let folder = folder(
            "page.md",
            format!("<!-- errbook:begin sections example='' {options} -->\n<!-- errbook:end -->\n"),
        );
        Docs::new(&DETAILED, folder.path()).inject("page.md").write().unwrap();
        std::fs::read_to_string(folder.path().join("page.md")).unwrap()
    };
    assert!(sections("").contains("\n| ---- | --------- | ----------- |\n"), "{}", sections(""));
    let compact = sections("delimiter=3 style=compact delimiter-spaces=false");
    assert!(compact.contains("\n|-----|-----|-----|\n| `id` | `integer` |  |\n"), "{compact}");
}

#[test]
fn orders_and_columns_replace_those_of_the_block() {
    let folder = folder(
        "page.md",
        "<!-- errbook:begin codes column=\"x = {{ code }}\" sort-desc=code sort=status -->\n<!-- errbook:end -->\n",
    );
    let table =
        Table::new().column(("Code", "{{ code }}")).column(("", "")).row_above(["ok", ""]).sort_by("code");
    let table = table.header_line("|a|b|").delimiter_line("|-|-|");
    Docs::new(&BOOK, folder.path()).block("codes", table).inject("page.md").write().unwrap();
    let page = std::fs::read_to_string(folder.path().join("page.md")).unwrap();
    assert!(page.contains("-->\n\n| x   |\n| --- |\n| b   |\n| a   |\n\n<"), "{page}");
}

#[test]
fn columns_that_nobody_gave_take_options() {
    assert_eq!(
        region("table align=',right,none' filter=\"code == 'a'\" caption=' '").unwrap(),
        "| Status        | Code | Meaning |\n| :------------ | ---: | ------- |\n| 404 Not Found |  `a` | First.  |\n"
    );
    let members = Table::new().rows_from(&errbook::body::MESSAGE);
    let folder = folder("p.md", "<!-- errbook:begin m align=',right' -->\n<!-- errbook:end -->\n");
    Docs::new(&BOOK, folder.path()).block("m", members).inject("p.md").write().unwrap();
    let page = std::fs::read_to_string(folder.path().join("p.md")).unwrap();
    assert!(page.contains("\n| Name    |     Type | Description "), "{page}");
}

#[test]
fn options_of_lists_and_sections() {
    assert_eq!(region("list item=\"{{ status }}\" sort-desc=status").unwrap(), "- 500\n- 404\n");
    assert_eq!(region("list term=\"{{ code }}\" filter=\"code == 'a'\"").unwrap(), "a\n:   a\n");
    assert_eq!(
        region("parts level=4 heading=\"{{ code }}\" group=class group-heading=\"## {{ key }}\"").unwrap(),
        "## 4xx\n\n#### <a id=\"a\"></a>a\n\nFirst.\n\n## 5xx\n\n#### <a id=\"b\"></a>b\n\nSecond.\n"
    );
    assert!(
        region("parts example=Sample filter=\"code == 'a'\"").unwrap().contains("\n### Sample\n\n```http\n")
    );
    assert!(!region("sections example=\"\"").unwrap().contains("http"));
}

#[test]
fn errors() {
    for (opening, said) in [
        ("codes colum=\"A = a\"", "block `codes`: unknown option `colum`, did you mean `column`?"),
        (
            "list style=slate",
            "block `list`: unknown option `style`, expected one of `term`, `item`, `filter`, `sort`, `sort-desc`, `merge-by`, `group`, `group-heading`",
        ),
        (
            "codes style=slates",
            "block `codes`: invalid value `slates` for `style`, expected `padded`, `compact` or `slate`",
        ),
        ("codes unit=px", "block `codes`: invalid value `px` for `unit`, expected `characters` or `columns`"),
        (
            "codes align=up",
            "block `codes`: invalid value `up` for `align`, expected `left`, `center`, `right` or `none`",
        ),
        (
            "codes column=A",
            "block `codes`: invalid value `A` for `column`, expected `Header = {{ template }}`",
        ),
        ("parts level=6", "block `parts`: invalid value `6` for `level`, expected a level from 1 to 5"),
        (
            "codes group-heading=x",
            "block `codes`: invalid value `x` for `group-heading`, expected an option `group=\"…\"` as well",
        ),
        (
            "codes align=left,left",
            "block `codes`: invalid value `left,left` for `align`, expected at most one word for each column",
        ),
        ("tabel", "unknown block `tabel`, did you mean `table`?"),
    ] {
        assert_eq!(region(opening).unwrap_err(), format!("page.md:1: {said}"));
    }
    let said = region("codes column=\"A = {{ cod }}\"").unwrap_err();
    assert!(said.starts_with("page.md:1: block `codes`: column `A`, line 1: unknown name `cod`"), "{said}");
}
