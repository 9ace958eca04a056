//! Retired codes of the lock in templates, and their pages.

use errbook::{ApiError, Book};
use errbook_contract::Lock;
use errbook_docgen::Docs;

use crate::scratch::{folder, put, read};

#[derive(Debug, ApiError)]
#[api(display, status = 409, code = "SENT")]
struct Sent;

static BOOK: Book = Book::new("Parcels API", &[Sent::CATALOG]);

const RETIRED: &str = "
[retired.LOST]
retired = '2.0'
replaced-by = 'SENT'
why = 'It *is* sent.'
status = 410
title = 'Lost'
rust = 'ParcelError::Lost'
description = 'It was `lost`.'

[retired.'over/due']
retired = 'next'
replaced-by = 'LOST'
status = 503

[retired.WET]
retired = true
status = 500
";

fn locked() -> tempfile::TempDir {
    folder("errors.lock.toml", Lock::of(&BOOK).to_string() + RETIRED)
}

#[test]
fn templates_have_the_retired_codes() {
    let folder = locked();
    let page = "{% for code in book.retired %}\n{{ code.code }} {{ code.status }} {{ code.class }} {{ code.type }} {{ code.title }} \
                {{ code.description }} {{ code.release }} {{ code.replaced_by }} {{ code.why }}\n{% endfor %}\n";
    put(folder.path(), "page.html.jinja", page);
    let docs = Docs::new(&BOOK, folder.path());
    docs.lock("errors.lock.toml").template("page.html", "page.html.jinja").write().unwrap();
    let expected = "\
LOST 410 4xx ParcelError Lost It was <code>lost</code>. 2.0 SENT It <em>is</em> sent.
WET 500 5xx      
over/due 503 5xx    next LOST 
";
    assert_eq!(read(folder.path(), "page.html"), expected);
}

#[test]
fn a_retired_code_keeps_its_page() {
    let folder = locked();
    put(folder.path(), "page.jinja", "# {{ code }}\n");
    let pages = |path: &str| {
        let docs =
            Docs::new(&BOOK, folder.path()).lock("errors.lock.toml").template_per_code(path, "page.jinja");
        docs.write().map_err(|errors| errors.to_string())
    };
    pages("docs/{{ code }}.md").unwrap();
    assert_eq!(read(folder.path(), "docs/SENT.md"), "# SENT\n");
    assert_eq!(
        read(folder.path(), "docs/LOST.md"),
        "# `LOST`\n\nThe API no longer sends this code. It was retired in 2.0. [`SENT`](SENT.md) replaces it.\n\nIt _is_ sent.\n"
    );
    assert_eq!(
        read(folder.path(), "docs/over/due.md"),
        "# `over/due`\n\nThe API no longer sends this code. It was retired in the next release. [`LOST`](../LOST.md) replaces it.\n"
    );
    assert_eq!(read(folder.path(), "docs/WET.md"), "# `WET`\n\nThe API no longer sends this code.\n");

    pages("many/{{ statuses[0] }}/{{ http_status }}-{{ code | slug }}.md").unwrap();
    assert!(read(folder.path(), "many/500/500-wet.md").starts_with("# `WET`\n"));

    pages("html/{{ class }}/{{ code | slug }}.html").unwrap();
    let page =
        "<!DOCTYPE html>\n<meta charset=\"utf-8\">\n<title>over/due</title>\n<h1><code>over/due</code></h1>";
    assert!(read(folder.path(), "html/5xx/over-due.html").starts_with(page));
    assert!(
        read(folder.path(), "html/5xx/over-due.html")
            .contains("<a href=\"../4xx/lost.html\"><code>LOST</code></a>")
    );
    pages("adoc/{{ code | slug }}.adoc").unwrap();
    pages("rst/{{ code | slug }}.rst").unwrap();
    assert!(read(folder.path(), "adoc/wet.adoc").starts_with("= `WET`\n"));
    assert!(read(folder.path(), "rst/wet.rst").starts_with("``WET``\n=======\n"));
    assert!(
        read(folder.path(), "adoc/lost.adoc").contains("link:sent.adoc[``SENT``]"),
        "{}",
        read(folder.path(), "adoc/lost.adoc")
    );

    put(
        folder.path(),
        "errors.lock.toml",
        Lock::of(&BOOK).to_string() + "\n[retired.sent]\nretired = true\nstatus = 410\n",
    );
    let error = pages("one/{{ code | slug }}.md").unwrap_err();
    assert!(error.contains("would share the page `one/sent.md`"), "{error}");
}

/// A lock does not know all of a code, as of `details`.
#[test]
fn the_path_of_a_retired_code() {
    let folder = locked();
    put(folder.path(), "page.jinja", "");
    let path = "docs/{{ details | length }}/{{ code | slug }}.md";
    let docs = Docs::new(&BOOK, folder.path()).lock("errors.lock.toml").template_per_code(path, "page.jinja");
    let error = docs.write().unwrap_err().to_string();
    assert!(error.starts_with(&format!("{path}: retired code `LOST`: the path, line 1: ")), "{error}");
}
