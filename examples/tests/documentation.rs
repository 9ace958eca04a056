//! The published documentation of the orders API, kept true by one test.

use errbook_docgen::{Docs, Table};
use errbook_examples::BOOK;

#[test]
fn documentation() {
    let errors = Table::new()
        .column(("Status", "{{ status }} {{ title }}"))
        .column(("Code", "[`{{ code }}`](errors/{{ code | slug }}.md)"))
        .column(("What to do", "{{ sections.Solution }}"));

    Docs::new(&BOOK, env!("CARGO_MANIFEST_DIR"))
        .block("errors", errors)
        .regions("docs/guide.md")
        .page("docs/errors.md", "docs/errors.md.jinja")
        .page_per_code("docs/errors/{{ code | slug }}.md", "docs/error.md.jinja")
        .check();
}
