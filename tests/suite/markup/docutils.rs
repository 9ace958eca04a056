//! docutils reads every text as what it was, everywhere in a document, without a warning.

use std::process::Command;

use errbook_docgen::Format;

use crate::readers::tool::Tool;

/// Markdown around a value; `@` is its placeholder.
const PLACES: &[(&str, &str)] = &[
    ("{{ message }}", "@"),
    ("before {{ message }} after", "before @ after"),
    ("a{{ message }}b", "a@b"),
    ("({{ message }}){{ message }}", "(@)@"),
    ("`{{ message }}` x", "@ x"),
    ("{{ message | code }}", "@"),
    ("x{{ message | code }}y", "x@y"),
    ("**{{ message }}** x", "@ x"),
    ("[{{ message }}](https://example.com/a)", "@"),
    ("[x](https://example.com/{{ message }}) y", "x y"),
];

/// reStructuredText around a value on a page, between two paragraphs.
const ON_PAGE: &[(&str, &str)] = &[
    ("{{ message }}", "@"),
    ("before {{ message }} after", "before @ after"),
    ("a{{ message }}b", "a@b"),
    ("({{ message }}){{ message }}", "(@)@"),
    ("{{ message | code }}", "@"),
    ("x{{ message | code }}y", "x@y"),
    ("`x <https://example.com/{{ message | url }}>`__ y", "x y"),
    ("x::\n\n   {{ message | verbatim }}\n\ny", "x: @ y"),
    (".. code-block:: json\n\n   {\n     {{ message | verbatim }}\n   }\n\ny", "{ @ } y"),
    (".. note:: {{ message }}\n\ny", "@ y"),
    ("- {{ message }}\n- y", "@ y"),
    ("1. x\n\n   - {{ message }}\n2. y", "x @ y"),
    (":Field: {{ message }}\n:Other: x", "Field @ Other x"),
    ("x\ny\n{{ message }}\nz", "x y @ z"),
    ("x *{{ message }}* **{{ message }}** y", "x @ @ y"),
    ("a{{ message }}", "a@"),
    ("({{ message }}", "(@"),
    ("1.{{ message }}", "1.@"),
    ("{{ message }}) x", "@) x"),
    ("x [1]_\n\n.. [1] {{ message }}", "x 1 1 @"),
    ("==  ==\nx   {{ message }}\n==  ==", "x @"),
    ("x\n  {{ message }}", "x @"),
    ("**{{ message | code }}**", "@"),
    ("x \\{{ message }} \\\\{{ message }}", "x @ \\@"),
];

const DOCUTILS: Tool = Tool {
    format: Format::ReStructuredText,
    bullet: "-",
    command: || {
        let mut command = Command::new(std::env::var("ERRBOOK_PYTHON").unwrap_or("python3".to_owned()));
        command.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/readers/docutils_text.py"));
        command
    },
};

#[test]
#[ignore = "needs docutils"]
fn texts_in_cells() {
    DOCUTILS.cells(PLACES);
}

#[test]
#[ignore = "needs docutils"]
fn texts_on_pages() {
    DOCUTILS.pages(ON_PAGE);
}

#[test]
#[ignore = "needs docutils"]
fn texts_in_lists() {
    DOCUTILS.lists(PLACES);
}

#[test]
#[ignore = "needs docutils"]
fn texts_in_titles() {
    DOCUTILS.titles();
}

#[test]
#[ignore = "needs docutils"]
fn markdown_in_cells_and_on_pages() {
    DOCUTILS.markdown();
}

#[test]
#[ignore = "needs docutils"]
fn markdown_in_lists() {
    DOCUTILS.markdown_in_lists();
}

#[test]
#[ignore = "needs docutils"]
fn markdown_in_sections() {
    DOCUTILS.sections();
}
