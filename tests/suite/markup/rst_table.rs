//! The source of reStructuredText tables: text is escaped only where necessary.

use errbook_docgen::{Column, Format, Group, Table};

use crate::readers::tool::book;

const DESCRIPTION: &str = "The plan's `rate_limit` is **used up**.\n\nSee [the plans](https://example.com/plans):\n\n\
    - wait\n- pay\n\n```json\n{\"a|b\": 1}\n```";

#[test]
fn cells() {
    let table = Table::new()
        .column(("Status", "{{ status }} - {{ title }}"))
        .column(("Code", "``{{ code }}``"))
        .column(("Number", "{{ number }}"))
        .column(("Message", "{{ message }}"))
        .column(("Description", "{{ description }}"))
        .row_above(["200 - OK", "", "", "", "Fine."]);
    let written =
        table.render(Format::ReStructuredText, book("wait {wait:?}, a_b is *", DESCRIPTION)).unwrap();
    assert_eq!(
        written,
        r#".. list-table::
   :header-rows: 1

   * - Status
     - Code
     - Number
     - Message
     - Description
   * - 200 - OK
     -
     -
     -
     - Fine.
   * - 400 - Bad Request
     - ``code``
     -
     - wait {wait:?}, a_b is \*
     - The plan's ``rate_limit`` is **used up**.

       See `the plans <https://example.com/plans>`__:

       - wait
       - pay

       .. code-block:: json

          {"a|b": 1}
"#
    );
}

#[test]
fn groups() {
    let table = Table::new().column(Column::new("Code", "{{ code | code }}")).group(Group::by("message"));
    let written = table.render(Format::ReStructuredText, book("漢字_", "")).unwrap();
    assert_eq!(
        written,
        "漢字\\_\n------\n\n.. list-table::\n   :header-rows: 1\n\n   * - Code\n   * - ``code``\n"
    );
}

#[test]
fn headers_alone() {
    let table = Table::new().column(("A", "{{ code }}")).column(("B", "{{ code }}")).filter("status > 999");
    let written = table.render(Format::ReStructuredText, book("m", "")).unwrap();
    assert_eq!(written, ".. list-table::\n\n   * - A\n     - B\n");
}

#[test]
fn hostile_cells() {
    let cell = |message: &str, template: &str| {
        let table =
            Table::new().column(("H", template)).render(Format::ReStructuredText, book(message, "")).unwrap();
        table.rsplit_once("* - ").unwrap().1.trim_end().to_owned()
    };
    assert_eq!(cell("1. one", "{{ message }}"), "\\1. one");
    assert_eq!(cell("- one", "{{ message }}"), "\\- one");
    assert_eq!(cell("-1003", "{{ message }}"), "-1003");
    assert_eq!(cell("one\ntwo", "{{ message }}"), "| one\n       | two");
    assert_eq!(cell("a``b", "``{{ message }}``"), ":literal:`a\\`\\`b`");
    assert_eq!(cell("C:\\temp", "``{{ message }}`` {{ message }}"), "``C:\\temp`` C:\\\\temp");
    assert_eq!(cell("x", "a{{ message | code }}b"), "a\\ ``x``\\ b");
}
