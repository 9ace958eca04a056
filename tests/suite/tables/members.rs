//! A table of a body has a row for each member that has a name.

use errbook::Body;
use errbook_docgen::Table;

const BODY: Body = errbook::body!({
    /// Identifies the error | stable,
    /// safe to match on.
    "code": code,
    "status": status,
    /// Text.
    "message"?: message,
    "errors": [{ "inner": code }],
    "inner"?: { "trace": trace_id },
    "details"?: details,
    "ok": false,
    "none": null,
    "any": extra.id,
    ..details,
});

fn table() -> Table {
    Table::new()
        .column(("Name", "`{{ name }}`"))
        .column(("Type", "{{ type }}"))
        .column(("", "{{ 'required' if required else 'optional' }}"))
        .column(("Description", "{{ description }}"))
}

#[test]
fn rows() {
    assert_eq!(
        table().markdown(&BODY).unwrap(),
        "\
| Name      | Type              |          | Description                                       |
| --------- | ----------------- | -------- | ------------------------------------------------- |
| `code`    | string            | required | Identifies the error \\| stable, safe to match on. |
| `status`  | integer           | required |                                                   |
| `message` | string            | optional | Text.                                             |
| `errors`  | array             | required |                                                   |
| `inner`   | object            | optional |                                                   |
| `details` | map\\<string, any> | optional |                                                   |
| `ok`      | boolean           | required |                                                   |
| `none`    | null              | required |                                                   |
| `any`     | any               | required |                                                   |
"
    );
}

#[test]
fn every_shipped_format() {
    use errbook::body::{FLAT, GOOGLE, GRAPHQL, JSON_API, JSON_RPC, MESSAGE, NESTED, ODATA, PROBLEM};
    let lines = |body| table().markdown(body).unwrap().lines().count();
    let counts =
        [&FLAT, &MESSAGE, &NESTED, &PROBLEM, &JSON_API, &GOOGLE, &ODATA, &GRAPHQL, &JSON_RPC].map(lines);
    assert_eq!(counts, [5, 1, 1, 8, 2, 1, 1, 1, 3].map(|rows| rows + 2));
}

#[test]
fn of_an_object_inside() {
    let inner = BODY.root().members().iter().find(|member| member.name() == Some("inner")).unwrap();
    let markdown = Table::new().column(("Name", "{{ name }}")).markdown(inner.node().unwrap()).unwrap();
    assert_eq!(markdown, "| Name  |\n| ----- |\n| trace |\n");
}

/// An array of violations has the rows of its items, whatever replaces it.
#[test]
fn of_violations() {
    const WRONG: Body = errbook::body!({
        "errors": [..violations {
            /// Where.
            "pointer"?: pointer,
            "code": code else error.code,
            "details"?: details,
        }] else [],
        "data"?: if violations { "n": number },
    });
    let rows = |at: usize| {
        let table = table().markdown(WRONG.root().members()[at].node().unwrap()).unwrap();
        table.lines().skip(2).map(|line| line.replace(' ', "")).collect::<Vec<_>>()
    };
    assert_eq!(
        rows(0),
        [
            "|`pointer`|string|optional|Where.|",
            "|`code`|string|required||",
            r"|`details`|map\<string,any>|optional||",
        ]
    );
    assert_eq!(rows(1), ["|`n`|integer|required||"]);
    let types = table().markdown(&WRONG).unwrap();
    assert!(types.contains("| `errors` | array  | required |"), "{types}");
    assert!(types.contains("| `data`   | object | optional |"), "{types}");
}

const DOCUMENTED: Body = errbook::body!({
    /// Success.
    ///
    /// - is `true`
    /// - or `false`
    ///
    /// Always.
    "ok": true,
    /**
     * First,
     * second.
     */
    "code": code,
});

#[test]
fn descriptions_are_markdown_in_lines() {
    let of = |at: usize| DOCUMENTED.root().members()[at].description();
    assert_eq!(of(0), "Success.\n\n- is `true`\n- or `false`\n\nAlways.");
    assert_eq!(of(1), "First,\nsecond.");
    let table = Table::new().column(("D", "{{ description }}")).markdown(&DOCUMENTED).unwrap();
    let cell = "| Success.<ul><li>is `true`</li><li>or `false`</li></ul>Always. |\n";
    assert!(table.contains(cell), "{table}");
}
