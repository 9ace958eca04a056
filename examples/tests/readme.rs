//! README.md shows the orders API, what the tour prints, the test that publishes its documentation, and how that test fails.

use std::process::Command;
use std::{env, fs};

use errbook::{ApiError, Book};
use errbook_docgen::{Block, Docs, Error, Format, Table};
use orders::BOOK;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

#[test]
fn readme() {
    let read = |path: &str| fs::read_to_string(format!("{ROOT}/examples/{path}")).unwrap();
    let (declaration, test) = (read("src/orders.rs"), read("tests/documentation.rs"));
    let printed = read("expected/tour.md");
    Docs::new(&BOOK, ROOT)
        .block("enum", code("rust", after_header(&declaration)))
        .block("replies", Quote(between(&printed, "# Replies\n", "# Formats").replace("## ", "### ")))
        .block("problem", Quote(between(&printed, "## PROBLEM\n", "## JSON_API").to_owned()))
        .block("test", code("rust", after_header(&test)))
        .block("guide", code("markdown", &read("docs/guide.md")))
        .block("failure", code("text", &failure()))
        .inject("README.md")
        .check();
}

/// A text that needs no rendering.
struct Quote(String);

impl Block for Quote {
    fn render(&self, _: Format, _: &Book) -> Result<String, Error> {
        Ok(format!("{}\n", self.0.trim()))
    }
}

fn code(language: &str, code: &str) -> Quote {
    Quote(format!("```{language}\n{}\n```", code.trim()))
}

/// A Rust file without the comment that it opens with.
fn after_header(file: &str) -> &str {
    file.split_once("\n\n").map_or(file, |(_, code)| code)
}

/// The text from `begin` to `end`, or to its own end if there is no `end`.
fn between<'t>(text: &'t str, begin: &str, end: &str) -> &'t str {
    let (_, rest) = text.split_once(begin).unwrap_or_else(|| panic!("there is no {begin:?}"));
    rest.split_once(end).map_or(rest, |(inside, _)| inside)
}

/// What the test below prints when it fails. It runs in its own process, which updates nothing.
fn failure() -> String {
    let mut test = Command::new(env::current_exe().unwrap());
    test.args(["--exact", "documentation", "--ignored", "--nocapture"]);
    let output = test.env_remove("ERRBOOK").env("CARGO_PKG_NAME", "orders").output().unwrap();
    assert!(!output.status.success(), "a changed code did not fail the test");
    let said = String::from_utf8(output.stderr).unwrap();
    let report = between(&said, "out of date: ", "note: run with");
    let report = report.split_once("stack backtrace:").map_or(report, |(report, _)| report);
    format!("$ cargo test\nout of date: {report}")
}

/// The same error with another code, by mistake.
#[derive(Debug, ApiError)]
#[api(display)]
enum AuthError {
    /// The token has expired.
    ///
    /// # Solution
    /// Ask for a new token.
    #[api(status = 401, code = "TOKEN_TOO_OLD", title = "Token expired")]
    #[api(header("WWW-Authenticate" = "Bearer"))]
    Expired,
}

static CHANGED: Book = Book::new("Orders API", &[AuthError::CATALOG]);

#[test]
#[ignore = "fails on purpose: the test above runs it"]
fn documentation() {
    assert_eq!(AuthError::Expired.to_string(), "Token expired");
    let folder = tempfile::tempdir().unwrap();
    let page = "# Who is asking\n\n<!-- errbook:begin errors -->\n<!-- errbook:end -->\n";
    fs::create_dir(folder.path().join("docs")).unwrap();
    fs::write(folder.path().join("docs/guide.md"), page).unwrap();
    let docs = |book| {
        let errors = Table::new()
            .column(("Status", "{{ status }} {{ title }}"))
            .column(("Code", "`{{ code }}`"))
            .filter("status == 401");
        Docs::new(book, folder.path()).block("errors", errors).inject("docs/guide.md")
    };
    docs(&BOOK).write().unwrap();
    docs(&CHANGED).check();
}
