//! The published documentation of the orders API; one test keeps it up to date.

use errbook_docgen::{Docs, HtmlPage, Table};
use orders::BOOK;

#[test]
fn documentation() {
    let errors = Table::new()
        .column(("Status", "{{ status }} {{ title }}"))
        .column(("Code", "[`{{ code }}`](errors/{{ code | slug }}.md)"))
        .column(("What to do", "{{ sections.Solution }}"));

    Docs::new(&BOOK, env!("CARGO_MANIFEST_DIR"))
        .block("errors", errors)
        .inject("docs/guide.md")
        .template("docs/errors.md", "docs/errors.md.jinja")
        .file("docs/errors.html", HtmlPage::new())
        .template_per_code("docs/errors/{{ code | slug }}.md", "docs/error.md.jinja")
        .check();
}
