//! The source of `AsciiDoc` tables: text is escaped only where necessary.

use errbook_docgen::{Align, Column, Format, Group, Table};

use crate::readers::tool::book;

const DESCRIPTION: &str = "The plan's `rate_limit` is **used up**.\n\nSee [the plans](https://example.com/plans):\n\n\
    - wait\n- pay\n\n```json\n{\"a|b\": 1}\n```";

#[test]
fn cells() {
    let table = Table::new()
        .column(Column::new("Status", "{{ status }} - {{ title }}").align(Align::Right))
        .column(("Code", "`{{ code }}`"))
        .column(("Number", "{{ number }}"))
        .column(Column::new("Message", "{{ message }}").align(Align::Center))
        .column(("Description", "{{ description }}"))
        .row_above(["200 - OK", "", "", "", "Fine."]);
    let written = table.render(Format::AsciiDoc, book("wait {wait}, a_b is *", DESCRIPTION)).unwrap();
    assert_eq!(
        written,
        r#"[cols=">,<,<,^,<",options="header"]
|===
|Status |Code |Number |Message |Description

|200 - OK
|
|
|
|Fine.

|400 - Bad Request
|`code`
|
|wait &#123;wait}, a_b is &#42;
a|The plan\'s `rate_limit` is *used up*.

See link:https://example.com/plans[the plans]:

* wait
* pay

[source,json]
----
{"a\|b": 1}
----
|===
"#
    );
}

#[test]
fn groups() {
    let table = Table::new().column(("Code", "{{ code | code }}")).group(Group::by("message"));
    let written = table.render(Format::AsciiDoc, book("a = b", "")).unwrap();
    assert_eq!(written, "== a = b\n\n[options=\"header\"]\n|===\n|Code\n\n|`code`\n|===\n");
}

#[test]
fn hostile_cells() {
    let cell = |message: &str, template: &str| {
        let table = Table::new().column(("H", template)).render(Format::AsciiDoc, book(message, "")).unwrap();
        let cell =
            table.strip_prefix("[options=\"header\"]\n|===\n|H\n\n|").unwrap().strip_suffix("\n|===\n");
        cell.unwrap().to_owned()
    };
    assert_eq!(cell("1. one", "{{ message }}"), "1&#46; one");
    assert_eq!(cell("a|b -> c", "{{ message }}"), "a&#124;b &#45;&#62; c");
    assert_eq!(cell("one\ntwo", "{{ message }}"), "one +\ntwo");
    assert_eq!(cell("{a} & [b]", "{{ message | code }}"), "`&#123;a} & &#91;b&#93;`");
    assert_eq!(cell("a*", "{{ message | code }}"), "`a&#42;`");
    assert_eq!(cell("x", "a{{ message | code }}b"), "a``x``b");
    assert_eq!(cell("https://example.com/a_b", "{{ message }}"), "https://example.com/a_b");
    assert_eq!(cell("a b", "[x](https://example.com/{{ message }})"), "link:https://example.com/a%20b[x]");
}
