//! What a custom block is rendered for, and the errors that it returns.

use std::error::Error as _;
use std::io;

use errbook_docgen::{Block, Docs, Error, ErrorKind, Format, Page, RenderContext};

use crate::scratch::{BOOK, folder, put, read};

/// Writes its context, one fact on each line.
struct Facts;

impl Block for Facts {
    fn render_with(&self, context: &RenderContext<'_>) -> Result<String, Error> {
        let path = context.path().unwrap_or("nowhere");
        let book = context.escape("<a_b*");
        let options: Vec<_> = context.options().iter().map(|(key, value)| format!("{key}={value}")).collect();
        Ok(format!("{} {path}\n{book}\n{}\n", context.format(), options.join(" ")))
    }

    fn options(&self) -> Vec<&'static str> {
        vec!["first", "second"]
    }
}

/// Fails with the error of a file.
struct Broken;

impl Block for Broken {
    fn render_with(&self, _: &RenderContext<'_>) -> Result<String, Error> {
        Err(Error::other(io::Error::other("no changelog")))
    }
}

#[test]
fn a_block_knows_its_page() {
    let folder =
        folder("in.md", "<!-- errbook:begin facts second='1 2' first=3 second=4 -->\n<!-- errbook:end -->\n");
    put(folder.path(), "page.jinja", "{{ blocks.facts }}\n");
    let docs = Docs::new(&BOOK, folder.path()).block("facts", Facts);
    docs.inject("in.md").file("whole.html", Facts).template("page.rst", "page.jinja").write().unwrap();
    let inside = "\n\nMarkdown in.md\n\\<a_b\\*\nsecond=1 2 first=3 second=4\n\n";
    assert!(read(folder.path(), "in.md").contains(inside), "{}", read(folder.path(), "in.md"));
    assert_eq!(read(folder.path(), "whole.html"), "HTML whole.html\n&lt;a_b*\n\n");
    assert_eq!(read(folder.path(), "page.rst"), "reStructuredText page.rst\n\\<a_b\\*\n");
    let alone =
        Page::new("p", "{{ blocks.facts }}").block("facts", &Facts).render(Format::Csv, &BOOK).unwrap();
    assert!(alone.starts_with("CSV nowhere\n"), "{alone}");
}

#[test]
fn an_option_that_a_custom_block_does_not_take() {
    for (block, message) in [
        ("facts frist=1", "unknown option `frist`, did you mean `first`?"),
        ("facts other=1", "unknown option `other`, expected one of `first`, `second`"),
        ("broken first=1", "unknown option `first`: the block takes no options"),
    ] {
        let folder = folder("in.md", format!("\n<!-- errbook:begin {block} -->\n<!-- errbook:end -->\n"));
        let docs =
            Docs::new(&BOOK, folder.path()).block("facts", Facts).block("broken", Broken).inject("in.md");
        let errors = docs.write().unwrap_err();
        let name = block.split(' ').next().unwrap();
        assert_eq!(errors.to_string(), format!("in.md:2: block `{name}`: {message}"));
        assert_eq!(errors.iter().next().unwrap().kind(), ErrorKind::Option);
    }
}

#[test]
fn the_error_of_a_custom_block_keeps_its_source() {
    let folder = folder("in.md", "<!-- errbook:begin broken -->\n<!-- errbook:end -->\n");
    let docs = Docs::new(&BOOK, folder.path()).block("broken", Broken).file("a.md", Broken).inject("in.md");
    let errors = docs.outdated().unwrap_err();
    assert_eq!(errors.to_string(), "a.md: no changelog\nin.md:1: block `broken`: no changelog");
    let error = errors.iter().last().unwrap();
    assert_eq!((error.kind(), error.path(), error.line()), (ErrorKind::Other, Some("in.md"), Some(1)));
    assert_eq!(error.source().unwrap().to_string(), "no changelog");
}
