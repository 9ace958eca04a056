//! The error of a template has the file, the line, and a suggestion or the names in scope.

use errbook::{ApiError, Book};
use errbook_docgen::{Block, ErrorKind, Format, Page, Table};

#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "Missing", meta(area = "x"))]
/// The thing does not exist.
///
/// # Solution
/// Look elsewhere.
struct Missing {
    #[api(detail)]
    thing: u8,
}

static BOOK: Book = Book::new("Wrong", &[Missing::CATALOG]);

fn wrong(source: &str) -> String {
    assert_eq!(Missing { thing: 1 }.to_string(), "Not Found");
    let error = Page::new("docs/errors.md.jinja", source).render(Format::Markdown, &BOOK).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Template);
    error.to_string()
}

#[test]
fn an_unknown_name() {
    assert_eq!(
        wrong("a\n\n{{ eror.code }}\n"),
        "docs/errors.md.jinja, line 3: unknown name `eror`, did you mean `errors`?"
    );
    assert_eq!(
        wrong("the kode is\n{{ kode }}\n"),
        "docs/errors.md.jinja, line 2: unknown name `kode`, expected one of `book`, `errors`, `blocks`"
    );
}

#[test]
fn an_unknown_fact() {
    let error = wrong("{% for error in errors %}\n- {{ error.staus }}\n{% endfor %}\n");
    assert!(
        error.starts_with("docs/errors.md.jinja, line 2: ") && error.contains("`error.staus`"),
        "{error}"
    );
    let error = wrong("{% for error in errors %}\n- {{ error.meta.arae }}\n{% endfor %}\n");
    assert!(
        error.starts_with("docs/errors.md.jinja, line 2: ") && error.contains("`error.meta.arae`"),
        "{error}"
    );
    let error = wrong("\n\n{{ blocks.table }}\n");
    assert!(
        error.starts_with("docs/errors.md.jinja, line 3: ") && error.contains("`blocks.table`"),
        "{error}"
    );
}

/// Which attributes a value has, only its template knows.
#[test]
fn an_unknown_attribute() {
    for tag in ["{{ error.staus }}", "{{ error['staus'] | upper }}", "{% set x = error.staus %}{{ x }}"] {
        let error = wrong(&format!("{{% for error in errors %}}{tag}{{% endfor %}}"));
        assert!(error.contains("staus") && error.contains("is undefined"), "{tag}: {error}");
    }
}

#[test]
fn an_unknown_block() {
    let page = Page::new("p", "{{ blocks.eror }}").block("errors", Table::new()).block("list", Table::new());
    assert_eq!(
        page.render(Format::Markdown, &BOOK).unwrap_err().to_string(),
        "p, line 1: unknown name `blocks.eror`, did you mean `blocks.errors`?"
    );
}

#[test]
fn an_invalid_template() {
    let error = wrong("a\n{% for error in errors %}\n");
    assert!(error.starts_with("docs/errors.md.jinja, line 2: syntax error: "), "{error}");
    let error = wrong("a\n\n\n{{ errors | bellow }}\n");
    assert_eq!(error, "docs/errors.md.jinja, line 4: unknown filter `bellow`");
    for (tag, known) in [("'a' | uper", "upper"), ("'a' | slugg | e", "slug"), ("1 is od", "odd")] {
        let error = wrong(&format!("{{{{ {tag} }}}}"));
        let unknown = [": unknown filter `", ": unknown test `"].iter().any(|start| error.contains(start));
        assert!(unknown && error.ends_with(&format!("`, did you mean `{known}`?")), "{error}");
    }
    for statement in ["{% include 'x' %}", "{% extends 'x' %}", "{% block x %}{% endblock %}"] {
        let error = wrong(statement);
        assert!(
            error.ends_with("; a template has no other templates, add a block and write `{{ blocks.NAME }}`"),
            "{error}"
        );
    }
}

/// The engine knows the end of such a template alone.
#[test]
fn an_attribute_of_a_heading() {
    for (source, line) in [("## A {#a}\n\ntext\n", 1), ("{# x #}\n\n## A {#a}", 3)] {
        assert_eq!(
            wrong(source),
            format!(
                "docs/errors.md.jinja, line {line}: syntax error: unexpected end of comment; \
                 `{{#` begins one, write `{{{{ \"{{#\" | safe }}}}` for the text"
            )
        );
    }
}

#[test]
fn one_sign_in_a_comparison() {
    let text = wrong("{% for error in errors %}\n{% if error.status = 404 %}x{% endif %}{% endfor %}");
    assert!(
        text.starts_with("docs/errors.md.jinja, line 2: ") && text.ends_with("; compare with `==`"),
        "{text}"
    );
}

#[test]
fn a_template_that_fails_on_a_value() {
    let error = wrong("a\n{{ book.name / 2 }}\n");
    assert!(error.starts_with("docs/errors.md.jinja, line 2: invalid operation: "), "{error}");
}
