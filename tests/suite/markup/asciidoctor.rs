//! Asciidoctor reads every text as what it was, everywhere in a document, without a warning.

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
    ("``{{ message }}``x", "@x"),
    ("{{ message | code }}", "@"),
    ("x{{ message | code }}y {{ message | code }}.", "x@y @."),
    ("*{{ message }}* _{{ message }}_ x", "@ @ x"),
    ("**{{ message }}** x", "@ x"),
    ("[{{ message }}](https://example.com/a)", "@"),
    ("[x {{ message }} y](https://example.com/a) z", "x @ y z"),
    ("x [y](https://example.com/{{ message }}) z", "x y z"),
];

/// Elsewhere it would start a definition.
const IN_CELLS: &[(&str, &str)] = &[("{{ message }}; {{ message }}:: x", "@; @:: x")];

/// `AsciiDoc` around a value on a page, between two paragraphs.
const ON_PAGE: &[(&str, &str)] = &[
    ("{{ message }}", "@"),
    ("x {{ message }}\ny", "x @ y"),
    ("* {{ message }}\n* y", "@ y"),
    ("x:: {{ message }}\ny:: z", "x @ y z"),
    ("----\n{{ message | verbatim }}\n----", "@"),
    ("Title x\n-------\n\n....\n{{ message | verbatim }}\n....", "Title x @"),
    ("[source,json]\n----\n{\n  {{ message | verbatim }}\n}\n----", "{ @ }"),
    ("....\n{{ message | verbatim }}\n....", "@"),
    ("```\n{{ message | verbatim }}\n```", "@"),
    ("////\n{{ message }}\n////", ""),
    (".{{ message }}\nx", "@ x"),
    ("x https://example.com/{{ message | url }}[y] z", "x y z"),
    ("x https://example.com/a[{{ message }}] y", "x @ y"),
    ("x{{ message | code }}y", "x@y"),
    ("x *{{ message }}* _{{ message }}_ `{{ message }}` y", "x @ @ @ y"),
    ("a{{ message }}", "a@"),
    ("1{{ message }}", "1@"),
    ("NOTE{{ message }}", "NOTE@"),
    ("NOTE: {{ message }}", "Note @"),
    ("====\n{{ message }}\n====", "@"),
    (":x: {{ message }}\n\ny", "y"),
    ("|===\n|{{ message }} |x\n|===", "@ x"),
    ("|===\na|{{ message }} |x\n|===", "@ x"),
    ("{{ message }}:: x", "@ x"),
    ("{{ message }}. x", "@. x"),
    ("// {{ message }}\nx", "x"),
    ("|===\n|{{ message | code }} |x\n|===", "@ x"),
];

const ASCIIDOCTOR: Tool = Tool {
    format: Format::AsciiDoc,
    bullet: "*",
    command: || {
        let mut command = Command::new("ruby");
        command.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/readers/asciidoctor_text.rb"));
        command
    },
};

#[test]
#[ignore = "needs Asciidoctor"]
fn texts_in_cells() {
    ASCIIDOCTOR.cells(PLACES);
    ASCIIDOCTOR.cells(IN_CELLS);
}

#[test]
#[ignore = "needs Asciidoctor"]
fn texts_on_pages() {
    ASCIIDOCTOR.pages(ON_PAGE);
}

#[test]
#[ignore = "needs Asciidoctor"]
fn texts_in_lists() {
    ASCIIDOCTOR.lists(PLACES);
}

#[test]
#[ignore = "needs Asciidoctor"]
fn texts_in_titles() {
    ASCIIDOCTOR.titles();
}

#[test]
#[ignore = "needs Asciidoctor"]
fn markdown_in_cells_and_on_pages() {
    ASCIIDOCTOR.markdown();
}

#[test]
#[ignore = "needs Asciidoctor"]
fn markdown_in_lists() {
    ASCIIDOCTOR.markdown_in_lists();
}

#[test]
#[ignore = "needs Asciidoctor"]
fn markdown_in_sections() {
    ASCIIDOCTOR.sections();
}
