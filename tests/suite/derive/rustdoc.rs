//! The table that rustdoc shows on the page of a type, of the crate in `hygiene/documented`.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;
use std::{env, fs};

/// Where rustdoc writes, in the target directory of this test: the macros are already built there, and cargo locks it
/// only while it builds.
///
/// Private items come first, so that the pages are those of the public ones.
static PAGES: LazyLock<PathBuf> = LazyLock::new(|| {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    document(target, &["--document-private-items"]);
    document(target, &[]);
    target.join("doc/errbook_tests_documented")
});

fn document(target: &Path, arguments: &[&str]) {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["doc", "--package", "errbook-tests-documented", "--no-deps", "--locked", "--offline"])
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("CARGO_TARGET_DIR", target)
        .env("RUSTDOCFLAGS", "-D warnings")
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// The rows of the only table on this page, with a `|` between two cells, and `#variant.A` for a link within the page.
fn rows(page: &str) -> Vec<String> {
    let html = fs::read_to_string(PAGES.join(page)).unwrap();
    let tables: Vec<_> = html.split("<table>").skip(1).collect();
    assert!(tables.len() < 2, "{} tables", tables.len());
    let rows = tables.iter().flat_map(|table| table.split("</table>").next().unwrap().split("<tr>").skip(1));
    rows.map(|html| row(html).replace(page, "")).collect()
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
        "Status | Code | Error",
        "400 | <code>Invalid</code> | <#variant.Invalid>Not valid</a>",
        "<code>http::StatusCode::CONFLICT</code> | <code>Conflict</code> | <#variant.Conflict>Conflict</a>",
        "<code>http::StatusCode::GONE</code> | <code>Gone</code> | <#variant.Gone>No longer here</a>",
        "404 | <code>NotFound</code> | <#variant.NotFound>Not Found</a>",
        "499 | <code>Old</code> | <#variant.Old>Old</a> <strong>Deprecated</strong>",
    ];
    assert_eq!(rows("enum.Rows.html"), expected);
}

#[test]
fn shows_texts_as_they_are() {
    let expected = [
        "Status | Code | Error",
        "400 | <code>a`|&lt;b&gt;&amp;lt;``*_*</code> | <#variant.Code>Bad Request</a>",
        r"400 | <code>Pipes</code> | <#variant.Pipes>a | b \| `c|d` ``e`|f`` \</a>",
        "400 | <code>Html</code> | <#variant.Html>&lt;b&gt;, &lt;/code&gt; &amp; &amp;lt; &lt;https://example.com/?a|b&gt; https://example.com</a>",
        r#"400 | <code>Links</code> | <#variant.Links>[Rows], ](x) [`Rows`](crate) ![a][b] [^note]: -- "..."</a>"#,
        "400 | <code>Lines</code> | <#variant.Lines>- **a**  # b  ---</a>",
    ];
    assert_eq!(rows("enum.Texts.html"), expected);
}

#[test]
fn links_to_variants_whatever_they_are_called() {
    let expected = [
        ("type", "type", "type"),
        ("Aenderung", "%C3%84nderung", "Änderung"),
        ("Function", "Function", "Function"),
        ("Constant", "Constant", "Constant"),
        ("Error", "Error", "Error"),
        ("Names", "Names", "Names"),
        ("Rows", "Rows", "Rows"),
        ("Path", "Path", "Names::Path"),
        ("Itself", "Itself", "Self::Itself"),
    ];
    let row = |(code, variant, title)| {
        let status = "<code>http::StatusCode::BAD_REQUEST</code>";
        format!("{status} | <code>{code}</code> | <#variant.{variant}>{title}</a>")
    };
    assert_eq!(rows("enum.Names.html")[1..], expected.map(row));
}

#[test]
fn links_to_variants_of_a_generic_type() {
    let expected =
        ["Status | Code | Error", "400 | <code>Generic</code> | <#variant.Generic>Bad Request</a>"];
    assert_eq!(rows("enum.Generic.html"), expected);
}

#[test]
fn has_numbers_where_there_are_some_and_no_links_of_a_struct() {
    let expected =
        ["Status | Code | Number | Error", "422 | <code>Numbered</code> | -7 | Unprocessable Content"];
    assert_eq!(rows("struct.Numbered.html"), expected);
}

#[test]
fn names_a_struct_without_a_title() {
    let expected = [
        "Status | Code | Error",
        "<code>http::StatusCode::GONE</code> | <code>untitled</code> | Untitled <strong>Deprecated</strong>",
    ];
    assert_eq!(rows("struct.Untitled.html"), expected);
}

#[test]
fn has_a_row_for_each_transparent_variant() {
    let expected = [
        "Status | Code | Number | Error",
        " |  |  | all errors of <#variant.Rows><code>Rows</code></a>",
        " |  |  | all errors of <#variant.Boxed><code>Box&lt;std::sync::Arc&lt;self::Texts&gt;&gt;</code></a>",
        " |  |  | all errors of <#variant.Private><code>private::Unseen</code></a>",
        " |  |  | all errors of <#variant.Generic><code>Generic&lt;'a, u8, N&gt;</code></a>",
        " |  |  | all errors of <#variant.Raw><code>r#mod::Numbered</code></a>",
        " |  |  | all errors of <#variant.Parameter><code>T</code></a>",
        " |  |  | all errors of <#variant.Dyn><code>Box&lt;dyn ApiError&gt;</code></a>",
        "500 | <code>Own</code> | 7 | <#variant.Own>Internal Server Error</a>",
    ];
    assert_eq!(rows("enum.Delegates.html"), expected);
}

#[test]
fn has_a_row_for_a_transparent_struct() {
    let expected = ["Status | Code | Error", " |  | all errors of <code>Rows</code>"];
    assert_eq!(rows("struct.Wrapper.html"), expected);
}

#[test]
fn is_shown_where_a_type_is_reexported() {
    let expected = ["Status | Code | Error", " |  | all errors of <#variant.Unseen><code>Unseen</code></a>"];
    assert_eq!(rows("enum.Moved.html"), expected);
}

#[test]
fn is_made_for_what_macros_make() {
    let expected = [
        "Status | Code | Error",
        "400 | <code>Made</code> | <#variant.impl>Made by a macro</a>",
        " |  | all errors of <#variant.Inner><code>crate::Rows</code></a>",
    ];
    assert_eq!(rows("enum.Made.html"), expected);
}

#[test]
fn is_not_there_without_errors_to_show() {
    assert!(rows("enum.Nothing.html").is_empty());
}

#[test]
fn has_a_row_for_each_kind() {
    let expected = [
        "Status | Code | Error",
        " |  | the error <#variant.Unit><code>Rows::Invalid</code></a>",
        " |  | all kinds of <#variant.Field><code>Rows</code></a>",
    ];
    assert_eq!(rows("enum.Kinds.html"), expected);
}
