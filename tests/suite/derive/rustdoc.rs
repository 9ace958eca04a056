//! The table that rustdoc shows on the page of a type, of the crate in `hygiene/documented`.

use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;
use std::{env, fs};

/// Where rustdoc writes, in a target directory of its own: the other one may be locked by whoever runs this test.
static PAGES: LazyLock<&Path> = LazyLock::new(|| {
    let target = Path::new(concat!(env!("CARGO_TARGET_TMPDIR"), "/rustdoc"));
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["doc", "--package", "errbook-tests-documented", "--no-deps", "--locked", "--offline"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("CARGO_TARGET_DIR", target)
        .env("RUSTDOCFLAGS", "-D warnings")
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Path::new(concat!(env!("CARGO_TARGET_TMPDIR"), "/rustdoc/doc/errbook_tests_documented"))
});

/// The rows of the only table on this page, with a `|` between two cells.
fn rows(page: &str) -> Vec<String> {
    let page = fs::read_to_string(PAGES.join(page)).unwrap();
    let tables: Vec<_> = page.split("<table>").skip(1).collect();
    assert!(tables.len() < 2, "{} tables", tables.len());
    let rows = tables.iter().flat_map(|table| table.split("</table>").next().unwrap().split("<tr>").skip(1));
    rows.map(row).collect()
}

/// Of the attributes of elements, only the address of a link is left.
fn row(html: &str) -> String {
    let mut row = String::new();
    for part in html.split("</tr>").next().unwrap().split_inclusive('>') {
        let (text, tag) = part.trim_end_matches('>').split_once('<').unwrap();
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let shown = match (name, attributes.split('"').nth(1)) {
            ("td" | "th", _) => String::new(),
            ("/td" | "/th", _) => " | ".to_owned(),
            ("a", Some(address)) => format!("<{address}>"),
            _ => format!("<{name}>"),
        };
        row.extend([text, &shown]);
    }
    row.trim_end_matches(" | ").to_owned()
}

#[test]
fn has_a_row_for_each_error_that_is_not_hidden() {
    let expected = [
        "Status | Code | Meaning",
        "400 Bad Request | <code>Invalid</code> | A parameter is <enum.Rows.html#variant.Conflict>missing</a> or \
         <code>malformed</code>.",
        "<code>http::StatusCode::CONFLICT</code> | <code>Conflict</code> | In &lt;conflict&gt; | with [it]",
        r"404 Not Found | <code>NotFound</code> | no `{0}` at https://example.com | \",
        "500 Internal Server Error | <code>Plain</code> | Internal Server Error",
        "499 Old | <code>Old`|&lt;b&gt;</code> | <strong>Deprecated</strong> since 1.2.3<br>Any more.",
        r"400 Bad Request | <code>Noted</code> | <strong>Deprecated</strong>: use `A | B`,  or [it](Rows), * &lt;b&gt;, ]: https://example.com \<br>Still sent.",
        "400 Bad Request | <code>Both</code> | <strong>Deprecated</strong> since 2.0.0: --<br>Both",
        "400 Bad Request | <code>Blank</code> | <strong>Deprecated</strong><br>Blank",
    ];
    assert_eq!(rows("enum.Rows.html"), expected);
}

#[test]
fn has_the_first_paragraph() {
    let expected = [
        "Status | Code | Meaning",
        "400 Bad Request | <code>Labels</code> | See <enum.Rows.html#variant.Plain>this</a>, \
         <https://example.com/(a)?b%7Cc>that</a>, <enum.Rows.html><code>Rows</code></a> and \
         <enum.Paragraphs.html#variant.List>the code</a>.",
        "400 Bad Request | <code>SameLabel</code> | Another <enum.Rows.html#variant.Old>this</a>.",
        r"400 Bad Request | <code>Pipes</code> | a | b | c <code>d|e</code> <code>f`|g</code> <code>h\|i</code> <https://example.com/?a%7Cb>https://example.com/?a%7Cb</a>",
        "400 Bad Request | <code>Element</code> | An element",
        "400 Bad Request | <code>Half</code> | It is <em>whole</em><br>, a &lt;tag&gt; and &lt;span&gt;half",
        "400 Bad Request | <code>List</code> | A list",
        "400 Bad Request | <code>Footnote</code> | A note[^note] and a break of a line.",
    ];
    assert_eq!(rows("enum.Paragraphs.html"), expected);
}

#[test]
fn has_numbers_where_there_are_some() {
    let expected = [
        "Status | Code | Number | Meaning",
        "422 Unprocessable Content | <code>Numbered</code> | -7 | With a column for numbers.",
    ];
    assert_eq!(rows("struct.Numbered.html"), expected);
}

/// What is private has no page, but a name.
#[test]
fn links_to_the_types_of_transparent_variants() {
    let expected = [
        "Status | Code | Meaning",
        " |  | all errors of <enum.Rows.html><code>Rows</code></a>",
        " |  | all errors of <enum.Paragraphs.html><code>self::Paragraphs</code></a>",
        " |  | all errors of <shadowed/struct.Error.html><code>shadowed::Error</code></a>",
        " |  | all errors of [<code>type@private::Unseen</code>]",
        " |  | all errors of <struct.Generic.html><code>Generic</code></a>",
        " |  | all errors of <code>r#mod::Numbered</code>",
        " |  | all errors of <code>T</code>",
        " |  | all errors of <code>Box&lt;dyn ApiError&gt;</code>",
    ];
    assert_eq!(rows("enum.Delegates.html"), expected);
}

#[test]
fn takes_the_type_for_what_a_derive_is_called_too() {
    let expected =
        ["Status | Code | Meaning", " |  | all errors of <struct.Error.html><code>Error</code></a>"];
    assert_eq!(rows("shadowed/enum.Outer.html"), expected);
}

#[test]
fn is_made_for_what_macros_make() {
    let expected = [
        "Status | Code | Meaning",
        "400 Bad Request | <code>Made</code> | Made by a macro.",
        " |  | all errors of <enum.Rows.html><code>crate::Rows</code></a>",
    ];
    assert_eq!(rows("enum.Made.html"), expected);
}

#[test]
fn is_not_there_without_errors_to_show() {
    assert!(rows("enum.Nothing.html").is_empty());
}
