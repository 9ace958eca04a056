//! README.md shows a service, what it answers, how its documentation is tested, a compile error, and what errbook costs.
//! `docs/documentation.md` shows the orders API, what the tour prints, and the test that publishes its documentation.
//!
//! The service is built and asked in `integrations/quickstart`, which needs axum.

mod contract;
mod cost;
mod integrations;

use std::process::Command;
use std::{env, fs};

use errbook::{ApiError, Book};
use errbook_docgen::{Block, Docs, Error, RenderContext, Table};
use orders::BOOK;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../");

#[test]
fn readme() {
    let service = read("integrations/quickstart/src/main.rs");
    let answers = read("integrations/quickstart/answers.md");
    let asked = ["GET /orders/8", "DELETE", "GET /orders/7` without"];
    Docs::new(&BOOK, ROOT)
        .block("service", code("rust", between(after_header(&service), "", "#[test]")))
        .block("docs_test", code("rust", &format!("#[test]{}", between(&service, "#[test]", "#[cfg(test)]"))))
        .block("answers", Quote(asked.map(|request| answer(&answers, request)).concat()))
        .block("failure", code("text", &failure()))
        .block("contract", code("text", between(&contract::mistake(), "", "what never")))
        .block("mistake", Quote(mistake("display/from_of_thiserror")))
        .block("integrations", Quote(integrations::table(ROOT)))
        .block("cost", Quote(cost::table(&read("benches/RESULTS.md"))))
        .block("servers", Quote(cost::servers(&read("benches/SERVERS.md"))))
        .inject("README.md")
        .check();
}

#[test]
fn documentation_of_the_orders_api() {
    let (declaration, test) = (read("examples/src/orders.rs"), read("examples/tests/documentation.rs"));
    let printed = read("examples/expected/tour.md");
    Docs::new(&BOOK, ROOT)
        .block("enum", code("rust", after_header(&declaration)))
        .block("replies", Quote(between(&printed, "# Replies\n", "# Formats").replace("## ", "### ")))
        .block("problem", Quote(between(&printed, "## PROBLEM\n", "## JSON_API").to_owned()))
        .block("test", code("rust", after_header(&test)))
        .block("guide", code("markdown", &read("examples/docs/guide.md")))
        .block("failure", code("text", &failure()))
        .inject("docs/documentation.md")
        .check();
}

fn read(path: &str) -> String {
    fs::read_to_string(format!("{ROOT}{path}")).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The answer to a request, with its title.
fn answer(answers: &str, request: &str) -> String {
    let start = answers.find(&format!("`{request}")).unwrap_or_else(|| panic!("`{request}` is not asked"));
    let answer = &answers[start..];
    let end = answer.find("```\n\n").map_or(answer.len(), |end| end + "```\n\n".len());
    answer[..end].to_owned()
}

/// A program that does not compile and what the compiler says, as the tests of compile errors have it.
fn mistake(case: &str) -> String {
    let program = read(&format!("tests/ui/{case}.rs"));
    let declaration = between(&program, "", "\nfn main()");
    let error = read(&format!("tests/ui/{case}.stderr")).replace(&format!("ui/{case}.rs"), "src/main.rs");
    format!("```rust\n{declaration}```\n\n```text\n{}\n```", error.trim())
}

/// A text that needs no rendering.
struct Quote(String);

impl Block for Quote {
    fn render_with(&self, _: &RenderContext<'_>) -> Result<String, Error> {
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
#[ignore = "fails on purpose: the tests above run it"]
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
