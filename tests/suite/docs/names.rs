//! File names: valid on every system, never raw on a terminal, and free for a block that has a format of its own.
#![allow(dead_code, reason = "only the catalog is looked at")]

use std::fs;

use errbook::{ApiError, Book};
use errbook_docgen::{Block, Docs, Error, ErrorKind, Format, RenderContext};

use crate::scratch::{BOOK, Text, again, folder, given, outcome, put, read};

#[derive(Debug, ApiError)]
#[api(display)]
enum Odd {
    #[api(status = 404, code = "auth:key:expired")]
    Colons,
    #[api(status = 404, code = "con")]
    Device,
    #[api(status = 404, code = "end.")]
    Dot,
}

static ODD: Book = Book::new("Odd", &[Odd::CATALOG]);

#[derive(Debug, ApiError)]
#[api(display)]
enum Below {
    #[api(status = 404, code = "orders/gone")]
    Gone,
    #[api(status = 404, code = "auth")]
    Auth,
}

static BELOW: Book = Book::new("Below", &[Below::CATALOG]);

fn of_file(path: &str) -> Result<Vec<String>, String> {
    let folder = tempfile::tempdir().unwrap();
    Docs::new(&BOOK, folder.path()).file(path, Text("")).write().map_err(|errors| errors.to_string())
}

#[test]
fn names_are_valid_on_every_system() {
    let (slug, device) = ("by `| slug`", "Windows reserves it for a device");
    for (path, name, reason, advice) in [
        ("docs/a:b.md", "a:b.md", "it contains `:`", slug),
        ("a\\b.md", "a\\b.md", "it contains `\\`", slug),
        ("what?/page.md", "what?", "it contains `?`", slug),
        ("docs/NUL.md", "NUL.md", device, "to `error-NUL.md`"),
        ("aux/page.md", "aux", device, "to `error-aux`"),
        ("com1.tar.md", "com1.tar.md", device, "to `error-com1.tar.md`"),
        ("Lpt².md", "Lpt².md", device, "to `error-Lpt².md`"),
        ("docs /page.md", "docs ", "it ends with a dot or a space", slug),
        ("docs./page.md", "docs.", "it ends with a dot or a space", slug),
    ] {
        let expected = format!(
            "{path}: `{name}` is not a valid name on every system, since {reason}: change the path, such as {advice}"
        );
        assert_eq!(of_file(path).unwrap_err(), expected);
    }
    let long = format!("{}.md", "é".repeat(127));
    assert!(of_file(&long).unwrap_err().contains("it is longer than 255 bytes"));
    for fine in ["com.md", "console/con1.md", ".hidden.md", "a b.md", "漢.md", "com12.md"] {
        assert_eq!(of_file(fine).unwrap(), [fine]);
    }
}

#[test]
fn so_are_those_of_codes() {
    let folder = folder("code.jinja", "{{ code }}\n");
    let docs = |path| Docs::new(&ODD, folder.path()).template_per_code(path, "code.jinja").outdated();
    let errors = docs("errors/{{ code }}.md").unwrap_err();
    assert!(errors.iter().all(|error| error.kind() == ErrorKind::Path));
    let paths: Vec<_> = errors.iter().filter_map(Error::path).collect();
    assert_eq!(paths, ["errors/auth:key:expired.md", "errors/con.md"]);
    assert_eq!(docs("errors/{{ code }}/index.md").unwrap_err().iter().count(), 3);
    assert_eq!(docs("errors/e-{{ code | slug }}.md").unwrap().len(), 3);
    let reserved = docs("errors/{{ code | slug }}.md").unwrap_err().to_string();
    assert!(reserved.ends_with("for a device: change the path, such as to `error-con.md`"), "{reserved}");
}

/// A code may be longer than the name of a file.
#[test]
fn a_part_of_a_long_code() {
    #[derive(Debug, ApiError)]
    #[api(display, status = 404)]
    #[api(
        code = "a-code-of-more-than-two-hundred-and-fifty-five-letters-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    )]
    struct Long;

    static LONG: Book = Book::new("Long", &[Long::CATALOG]);
    let folder = folder("code.jinja", "{{ code }}\n");
    let docs = |path| Docs::new(&LONG, folder.path()).template_per_code(path, "code.jinja").write();
    let error = docs("errors/{{ code | slug }}.md").unwrap_err().to_string();
    assert!(
        error.ends_with("longer than 255 bytes: change the path, such as by `{{ code[:100] }}`"),
        "{error}"
    );
    assert_eq!(docs("errors/{{ code[:24] }}.md").unwrap(), ["errors/a-code-of-more-than-two-.md"]);
}

/// An existing page is the author's.
#[cfg(unix)]
#[test]
fn a_page_with_regions_has_any_name() {
    let folder = folder("a:b.md", "<!-- errbook:begin text -->\n<!-- errbook:end -->\n");
    let docs = Docs::new(&BOOK, folder.path()).block("text", Text("")).inject("a:b.md");
    assert_eq!(docs.write().unwrap(), ["a:b.md"]);
}

#[test]
fn files_that_differ_in_case_only_are_one() {
    let folder = tempfile::tempdir().unwrap();
    let docs = Docs::new(&BOOK, folder.path())
        .file("docs/Errors.md", Text(""))
        .file("docs/errors.md", Text(""))
        .file("docs/ÉTÉ.md", Text(""))
        .file("docs/été.md", Text(""));
    let same = |path: &str, other: &str| {
        format!(
            "{path}: the file is `{other}` where upper and lower case are not distinguished: rename one of them"
        )
    };
    assert_eq!(
        docs.outdated().unwrap_err().to_string(),
        [same("docs/errors.md", "docs/Errors.md"), same("docs/été.md", "docs/ÉTÉ.md")].join("\n")
    );
}

const ESCAPES: &str = "a\u{1b}[31mb\u{7}\nok: all is well\u{202e}.md";

/// Prints all that `Docs` prints of paths: in a process of its own, since a test captures what it prints.
#[cfg(unix)]
#[test]
fn no_control_character_of_a_path_reaches_a_terminal() {
    let docs = |folder: &std::path::Path| {
        let page = format!("docs/{ESCAPES}");
        fs::create_dir_all(folder.join("docs")).unwrap();
        let docs = Docs::new(&BELOW, folder).block("text", Text("x")).inject(page);
        docs.template_per_code("errors/{{ code }}.md", "code.jinja").check();
    };
    if let Some(folder) = given() {
        return docs(&folder);
    }
    let folder = folder("code.jinja", "{{ code }}\n");
    put(folder.path(), &format!("docs/{ESCAPES}"), "<!-- errbook:begin text -->\n<!-- errbook:end -->\n");
    put(folder.path(), &format!("errors/{ESCAPES}"), "");
    for update in [false, true] {
        let mut command = again(no_control_character_of_a_path_reaches_a_terminal, folder.path());
        let printed = outcome(command.env("ERRBOOK", if update { "update" } else { "" })).unwrap_err();
        assert!(printed.contains(r"a\u{1b}[31mb\u{7}\u{a}ok: all is well\u{202e}.md"), "{printed}");
        assert!(printed.contains("orphaned page"), "{printed}");
        let lines = printed.lines().filter(|line| line.starts_with("ok: all")).count();
        assert!(lines == 0 && !printed.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{printed:?}");
    }
}

#[test]
fn an_error_takes_one_line_whatever_its_names() {
    let folder = tempfile::tempdir().unwrap();
    let docs = Docs::new(&BOOK, folder.path());
    let docs = docs.file("a\nb.md", Text("")).block("x\ny", Text("")).template("c.md", "\u{1b}[2Jt.jinja");
    let errors = docs.ignore("\r\nnothing").outdated().unwrap_err();
    assert_eq!(errors.to_string().lines().count(), errors.iter().count());
    assert!(!errors.to_string().contains(['\u{1b}', '\r']), "{errors}");
}

/// A list of codes for TypeScript.
struct TypeScript;

impl Block for TypeScript {
    fn render_with(&self, context: &RenderContext<'_>) -> Result<String, Error> {
        let codes: Vec<_> =
            context.book().documented_entries().map(|entry| format!("{:?}", entry.code())).collect();
        Ok(format!("export type Code = {};\n", codes.join(" | ")))
    }

    fn format(&self) -> Option<Format> {
        Some(Format::Json)
    }
}

#[test]
fn a_block_with_a_format_of_its_own_has_any_name() {
    let folder = tempfile::tempdir().unwrap();
    let docs = Docs::new(&BELOW, folder.path()).file("src/errors.ts", TypeScript).file("codes", &TypeScript);
    assert_eq!(docs.write().unwrap(), ["src/errors.ts", "codes"]);
    assert_eq!(read(folder.path(), "src/errors.ts"), "export type Code = \"orders/gone\" | \"auth\";\n");
}

/// The pages of codes with `/` are in folders of their own.
#[test]
fn orphaned_pages_of_codes_with_slashes() {
    let folder = folder("code.jinja", "{{ code }}\n");
    let docs = || Docs::new(&BELOW, folder.path()).template_per_code("errors/e-{{ code }}.md", "code.jinja");
    assert_eq!(docs().write().unwrap(), ["errors/e-orders/gone.md", "errors/e-auth.md"]);
    // Hand-written: no page is generated beside it.
    put(folder.path(), "errors/e-guides/start.md", "");
    put(folder.path(), "errors/e-orders/notes.txt", "");
    assert!(docs().outdated().unwrap().is_empty());
    put(folder.path(), "errors/e-orders/late.md", "");
    put(folder.path(), "errors/e-lost.md", "");
    let errors = docs().outdated().unwrap_err();
    let paths: Vec<_> = errors.iter().filter_map(Error::path).collect();
    assert_eq!(paths, ["errors/e-lost.md", "errors/e-orders/late.md"]);
}
