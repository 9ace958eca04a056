//! A page is a template with the whole book in scope. Values are escaped for the place where they appear.
#![allow(dead_code, deprecated, reason = "only the catalog is looked at")]

use errbook::{ApiError, Book};
use errbook_docgen::{Block, Format, Page, Table};

/// Of the *orders*.
#[derive(Debug, ApiError)]
#[api(display)]
enum OrderError {
    /// It is `gone`,
    /// for good.
    ///
    /// # Solution
    /// - Wait.
    /// - Ask.
    #[api(status = 404, code = "a_b", title = "No *such* <order>", meta(note = "it's: \"x\" #1"))]
    Gone {
        /// Its | number.
        #[api(detail)]
        id: u64,
    },
    #[api(transparent)]
    Auth(AuthError),
}

#[derive(Debug, ApiError)]
#[api(display, status = 401, code = "who", docs_url = "https://example.com/a_(b)?c=1&d=2")]
struct AuthError;

static BOOK: Book = Book::new("The \"Orders\" API", &[OrderError::CATALOG]);

fn page(source: &str) -> String {
    Page::new("page.md.jinja", source).render(Format::Markdown, &BOOK).unwrap()
}

/// Of the first error.
fn first(source: &str) -> String {
    page(&format!("{{% set error = errors[0] %}}\n{source}"))
}

#[test]
fn the_book() {
    assert_eq!(
        page("{{ book.name }} has {{ errors | length }} errors\n"),
        "The \"Orders\" API has 2 errors\n"
    );
    assert_eq!(page("{% for e in book.errors %}{{ e.status }} {% endfor %}"), "404 401 ");
    let types =
        "{% for type in book.types %}{{ type.name }}: {{ type.description }} {{ type.errors }}{% endfor %}";
    assert_eq!(page(types), "OrderError: Of the _orders_. a_bAuthError:  who");
}

#[test]
fn lines_with_a_tag_leave_no_line() {
    let source = "a\n{% for e in errors %}\n- {{ e.code }}\n{% endfor %}\nb\n";
    assert_eq!(page(source), "a\n- a_b\n- who\nb\n");
}

#[test]
fn text_in_prose() {
    assert_eq!(
        first("{{ error.title }} and **{{ error.title }}**"),
        "No \\*such\\* \\<order> and **No \\*such\\* \\<order>**"
    );
    assert_eq!(first("# {{ error.title }}\n"), "# No \\*such\\* \\<order>\n");
    assert_eq!(
        page("{% for x in ['1. x', '# x', '- x', '> x', '+', '    x'] %}{{ x }}\n\n{% endfor %}"),
        "1\\. x\n\n\\# x\n\n\\- x\n\n\\> x\n\n\\+\n\nx\n\n"
    );
}

#[test]
fn text_in_code() {
    assert_eq!(first("`{{ error.title }}` ``{{ error.code }}``\n"), "`No *such* <order>` ``a_b``\n");
    assert_eq!(page("`{{ 'a`b' }}` `{{ '``' }}` `{{ '' }}`\n"), "``a`b`` ` `` ` \n");
    assert_eq!(page("```{{ 'sh' }}\n{{ '```\n*x*' }}\n```\n"), "````sh\n```\n*x*\n````\n");
    assert_eq!(page("- x\n\n  ```\n  {{ 'a\nb' }}\n  ```\n"), "- x\n\n  ```\n  a\n  b\n  ```\n");
}

#[test]
fn text_in_addresses() {
    let source = "{% set u = errors[1].docs_url %}\n[x]({{ u }}) <{{ u }}> <a href=\"{{ u }}\">x</a>\n\n[r]: {{ u }}\n";
    assert_eq!(
        page(source),
        "[x](https://example.com/a_%28b%29?c=1&d=2) <https://example.com/a_%28b%29?c=1&d=2> \
         <a href=\"https://example.com/a_(b)?c=1&amp;d=2\">x</a>\n\n[r]: https://example.com/a_%28b%29?c=1&d=2\n"
    );
}

#[test]
fn front_matter() {
    let source = "---\ntitle: {{ book.name }}\na: {{ error.meta.note }}\nb: '{{ error.meta.note }}'\nc: \"{{ error.meta.note }}\"\nslug: {{ error.code }}\nstatus: {{ error.status }}\n---\n";
    assert_eq!(
        first(source),
        "---\ntitle: The \"Orders\" API\na: \"it's: \\\"x\\\" #1\"\nb: 'it''s: \"x\" #1'\nc: \"it's: \\\"x\\\" #1\"\nslug: a_b\nstatus: 404\n---\n"
    );
}

#[test]
fn html() {
    let source = "<div title=\"{{ error.meta.note }}\">\n<p>{{ error.title }}</p>\n<p>{{ error.description }}</p>\n</div>\n";
    assert_eq!(
        first(source),
        "<div title=\"it&#39;s: &quot;x&quot; #1\">\n<p>No *such* &lt;order&gt;</p>\n<p>It is <code>gone</code>, for good.</p>\n</div>\n"
    );
}

/// An attribute and the element of a title have no elements in them.
#[test]
fn markdown_in_attributes_of_html() {
    for (source, written) in [
        (
            "<p title=\"X\" id='X'>X</p>\n",
            "<p title=\"It is gone, for good.\" id='It is gone, for good.'>It is <code>gone</code>, for good.</p>\n",
        ),
        (
            "<title>a X</title>X\n",
            "<title>a It is gone, for good.</title>It is <code>gone</code>, for good.\n",
        ),
        ("<option>{{ error.code | code }}</option>\n", "<option>a_b</option>\n"),
        ("<b>1 < 2</b> X\n", "<b>1 < 2</b> It is <code>gone</code>, for good.\n"),
    ] {
        let source = source.replace('X', "{{ error.description }}");
        let page = Page::new("p", format!("{{% set error = errors[0] %}}\n{source}"));
        assert_eq!(page.render(Format::Html, &BOOK).unwrap(), written);
    }
}

#[test]
fn markdown_alone_keeps_its_lines() {
    assert_eq!(first("{{ error.description }}\n"), "It is `gone`,\nfor good.\n");
    assert_eq!(first("> {{ error.description }}\n"), "> It is `gone`,\n> for good.\n");
    assert_eq!(first("Do:\n\n{{ error.sections.Solution }}\n"), "Do:\n\n- Wait.\n- Ask.\n");
}

#[test]
fn markdown_beside_text() {
    assert_eq!(
        first("**Error**: {{ error.description }}  \nnext\n"),
        "**Error**: It is `gone`, for good.  \nnext\n"
    );
    assert_eq!(first("- {{ error.description }}\n"), "- It is `gone`, for good.\n");
    assert_eq!(first("# {{ error.sections.Solution }}\n"), "# <ul><li>Wait.</li><li>Ask.</li></ul>\n");
    assert_eq!(
        first("| a |\n| - |\n| {{ error.details[0].description }} |\n"),
        "| a |\n| - |\n| Its \\| number. |\n"
    );
}

#[test]
fn blocks() {
    let members = Table::new().column(("Name", "{{ name }}")).rows_from(&errbook::body::MESSAGE);
    let page = Page::new("page", "{{ blocks.members }}\n").block("members", members);
    assert_eq!(page.render(Format::Markdown, &BOOK).unwrap(), "| Name  |\n| ----- |\n| error |\n");
    let table = Table::new().column(("Code", "{{ code }}"));
    let page = Page::new("page", "{{ blocks.codes }}\n").block("codes", &table).block("unused", Table::new());
    assert_eq!(page.render(Format::Markdown, &BOOK).unwrap(), table.markdown(&BOOK).unwrap());
    let page = Page::new("page", "{{ blocks['codes'] }}\n").block("codes", &table);
    assert_eq!(page.render(Format::Html, &BOOK).unwrap(), table.render(Format::Html, &BOOK).unwrap());
}

#[test]
fn macros_and_sets_keep_their_output() {
    let source =
        "{% macro m(x) %}**{{ x }}**{% endmacro %}{{ m('a*') }} {% set s %}`{{ 'a*' }}`{% endset %}{{ s }}\n";
    assert_eq!(page(source), "**a\\*** `a*`\n");
}

#[test]
fn filters() {
    assert_eq!(
        first("{{ error.title | slug }} {{ 'TooManyRequests' | slug }} {{ 'ÄB--c/..' | slug }}"),
        "no-such-order too-many-requests äb-c"
    );
    assert_eq!(first("{{ error.description | upper }}"), "IT IS `GONE`,\nFOR GOOD.");
    assert_eq!(first("{{ error.description | replace('gone', 'here') | trim }}"), "It is `here`,\nfor good.");
    assert_eq!(first("{{ error.title | replace('*', '_') | lower }}"), "no _such\\_ \\<order>");
    assert_eq!(
        page(
            "{{ '*a*' | markdown }} {{ '*a*' | safe }} {{ '*a*' | code }} {{ 'a\n\nb' | markdown | summary }}"
        ),
        "_a_ *a* `*a*` a"
    );
}

#[test]
fn absent_values_stay_absent() {
    let filters =
        ["anchor", "code", "lower", "markdown", "safe", "slug", "string", "summary", "title", "trim", "url"];
    for filter in filters {
        assert_eq!(first(&format!("<{{{{ error.number | {filter} }}}}>")), "<>", "{filter}");
    }
    assert_eq!(first("{{ error.number | default('none') }} {{ error.number | d(0) + 1 }}"), "none 1");
    assert_eq!(
        first(
            "{{ errors[1].description | default('-') }}{{ errors[1].description | default('none', true) }}"
        ),
        "none"
    );
    assert_eq!(first("{{ error.message | default(error.title) | upper }}"), "NO \\*SUCH\\* \\<ORDER>");
    let table = Table::new().column(("Number", "{{ number | default('–') }}"));
    assert_eq!(table.render(Format::Csv, &BOOK).unwrap(), "Number\n–\n–\n");
}
