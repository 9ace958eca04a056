//! Pages from template files: one for all errors, or one for each code.
#![allow(dead_code, reason = "only the catalog is looked at")]

use errbook::{ApiError, Book};
use errbook_docgen::{Docs, Format, Table};

use crate::scratch::{Text, folder, put};

#[derive(Debug, ApiError)]
#[api(display)]
enum E {
    #[api(status = 404, code = "NotFound", shared)]
    Order,
    #[api(status = 410, also(404), code = "NotFound", shared)]
    Deleted(#[api(status)] u16),
    #[api(status = 500, code = "a/b")]
    Odd,
}

static BOOK: Book = Book::new("Pages", &[E::CATALOG]);

const TEMPLATE: &str =
    "# {{ code }} of {{ book.name }}\n{% for error in errors %}\n- {{ error.status }}\n{% endfor %}\n";

#[test]
fn one_for_all() {
    let folder = folder("all.jinja", "{{ blocks.codes }}\n\n{{ errors | length }}\n");
    let docs = Docs::new(&BOOK, folder.path());
    let docs =
        docs.block("codes", Table::new().column(("Code", "{{ code }}"))).template("out/all.md", "all.jinja");
    assert_eq!(docs.write().unwrap(), ["out/all.md"]);
    let page = std::fs::read_to_string(folder.path().join("out/all.md")).unwrap();
    assert_eq!(page, "| Code     |\n| -------- |\n| NotFound |\n| NotFound |\n| a/b      |\n\n3\n");
    assert!(docs.outdated().unwrap().is_empty());
}

#[test]
fn one_for_each_code() {
    let folder = folder("code.jinja", TEMPLATE);
    let docs = Docs::new(&BOOK, folder.path()).template_per_code("errors/{{ code | slug }}.md", "code.jinja");
    assert_eq!(docs.write().unwrap(), ["errors/not-found.md", "errors/a-b.md"]);
    let page = std::fs::read_to_string(folder.path().join("errors/not-found.md")).unwrap();
    assert_eq!(page, "# NotFound of Pages\n- 404\n- 410\n");
    assert!(docs.outdated().unwrap().is_empty());
}

#[test]
fn errors_have_a_place() {
    let folder = folder("bad.jinja", "a\n{{ codee }}\n");
    let docs = Docs::new(&BOOK, folder.path())
        .template("a.md", "bad.jinja")
        .template_per_code("b/{{ code }}.md", "bad.jinja")
        .template_per_code("c/{{ kode }}.md", "bad.jinja")
        .template("d.md", "nowhere.jinja")
        .template("e.md", "../out.jinja");
    let said = docs.outdated().unwrap_err().to_string();
    let lines: Vec<_> = said.lines().collect();
    assert!(lines[0].starts_with("a.md: bad.jinja, line 2: unknown name `codee`"), "{said}");
    assert!(lines[1].starts_with("b/{{ code }}.md: bad.jinja, line 2: unknown name `codee`"), "{said}");
    assert!(lines[2].starts_with("c/{{ kode }}.md: the path, line 1: unknown name `kode`"), "{said}");
    assert_eq!(lines[3], "d.md: template `nowhere.jinja`: the file does not exist");
    assert!(lines[4].starts_with("e.md: template `../out.jinja`: the path leaves the root"), "{said}");
}

#[test]
fn a_template_that_is_not_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let said = |template| {
        let docs = Docs::new(&BOOK, folder.path()).template("n.md", template);
        docs.outdated().unwrap_err().to_string()
    };
    assert_eq!(said("."), "n.md: template `.`: expected a file, found a folder");
    assert_eq!(said(""), "n.md: template ``: the path is empty: write the path of a file");
}

#[test]
fn a_template_is_not_overwritten() {
    let folder = folder("x.md", TEMPLATE);
    put(folder.path(), "all.jinja.md", "all\n");
    let over =
        |template| format!("the page would overwrite the template `{template}`: change one of the paths");
    let docs =
        Docs::new(&BOOK, folder.path()).template("x.md", "./x.md").template_per_code("{{ 'x' }}.md", "x.md");
    let said = docs.template("all.jinja.md", "all.jinja.md").write().unwrap_err().to_string();
    assert!(said.contains(&format!("all.jinja.md: {}", over("all.jinja.md"))), "{said}");
    let docs = Docs::new(&BOOK, folder.path()).template("x.md", "./x.md");
    assert_eq!(docs.write().unwrap_err().to_string(), format!("x.md: {}", over("./x.md")));
    let docs = Docs::new(&BOOK, folder.path()).template("y.md", "x.md").inject("x.md");
    assert_eq!(
        docs.write().unwrap_err().to_string().lines().last().unwrap(),
        format!("x.md: {}", over("x.md"))
    );
    assert_eq!(std::fs::read_to_string(folder.path().join("x.md")).unwrap(), TEMPLATE);
}

#[test]
fn front_matter_after_a_byte_order_mark() {
    let folder = folder("a.jinja", "\u{feff}---\ntitle: {{ 'a: b' }}\n---\n");
    Docs::new(&BOOK, folder.path()).template("a.md", "a.jinja").write().unwrap();
    let page = std::fs::read_to_string(folder.path().join("a.md")).unwrap();
    assert_eq!(page, "---\ntitle: \"a: b\"\n---\n");
}

#[test]
fn line_endings_stay() {
    let folder = folder("all.jinja", "a\r\n{{ book.name }}\r\n");
    put(folder.path(), "all.md", "old\r\n");
    Docs::new(&BOOK, folder.path())
        .template("all.md", "all.jinja")
        .template("new.md", "all.jinja")
        .write()
        .unwrap();
    let read = |name| std::fs::read_to_string(folder.path().join(name)).unwrap();
    assert_eq!(read("all.md"), "a\r\nPages\r\n");
    assert_eq!(read("new.md"), "a\nPages\n");
}

#[test]
fn markdown_for_docusaurus() {
    let page = "a <x> {y}\n\n{/* errbook:begin text */}\n{/* errbook:end */}\n";
    let folder = folder("a.md", page);
    put(folder.path(), "b.jinja", "{{ '<x> {y}' }}\n");
    let docs = || {
        Docs::new(&BOOK, folder.path()).block("text", Text("t\n")).inject("a.md").template("b.md", "b.jinja")
    };
    let said = docs().outdated().unwrap_err().to_string();
    assert!(said.contains("has no region: write `<!-- errbook:begin NAME -->`"), "{said}");
    docs().markdown(Format::Mdx).write().unwrap();
    let read = |name| std::fs::read_to_string(folder.path().join(name)).unwrap();
    assert_eq!(read("a.md"), page.replace("*/}\n{/*", "*/}\n\nt\n\n{/*"));
    assert_eq!(read("b.md"), "\\<x> \\{y\\}\n");
}

/// The last format of a path counts. A path that no file has would leave its file in another format.
#[test]
fn formats_of_single_files() {
    let folder = folder("a.jinja", "{{ '{y} <x>' }}\n");
    put(folder.path(), "code.jinja", "{{ '{y}' }}\n");
    let docs = || {
        let docs = Docs::new(&BOOK, folder.path()).markdown(Format::Mdx);
        docs.template("a.md", "a.jinja").template("b.md", "a.jinja").template("c.txt", "a.jinja")
    };
    let docs = || docs().format_of("c.txt", Format::Html);
    docs().format_of("b.md", Format::MkDocs).format_of("b.md", Format::Markdown).write().unwrap();
    let read = |name| std::fs::read_to_string(folder.path().join(name)).unwrap();
    assert_eq!(
        [read("a.md"), read("b.md"), read("c.txt")],
        ["\\{y\\} \\<x>\n", "{y} \\<x>\n", "{y} &lt;x&gt;\n"]
    );
    for path in ["./b.md", "bb.md"] {
        let error = docs().format_of(path, Format::Markdown).outdated().unwrap_err().to_string();
        assert_eq!(error, format!("`Docs::format_of`: unknown path `{path}`, did you mean `b.md`?"));
    }
    let error = docs().markdown(Format::Html).outdated().unwrap_err().to_string();
    assert_eq!(error, "`Docs::markdown`: expected a format of Markdown, found HTML");
}
