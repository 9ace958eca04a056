//! A tag removes its line only if it is alone on it.

use errbook::{ApiError, Book};
use errbook_docgen::{Block, Format, Page};

#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "Missing")]
struct Missing;

static BOOK: Book = Book::new("Lines", &[Missing::CATALOG]);

#[test]
fn of_tags() {
    assert_eq!(Missing.to_string(), "Not Found");
    for (template, expected) in [
        ("a{% if true %} b{% endif %}\nc\n", "a b\nc\n"),
        ("a{% if false %} b{% endif %}\r\nc", "a\r\nc"),
        ("# {{ book.name }}{% if true %}!{% endif %}\ntext", "# Lines!\ntext"),
        ("{% if true %}\na\n{% endif %}\nb", "a\nb"),
        ("  {% if true %}{% set x = '%}' %}\n{{ x }}\n  {% endif -%}\n\n b", "%}\nb"),
        ("- {% if true %}yes{% else %}no{% endif %}\n- b", "- yes\n- b"),
        ("a {% raw %}{% if %}\n{% endraw %}\nb", "a {% if %}\nb"),
        ("a {% raw %}{% if %} c{% endraw %}\nb", "a {% if %} c\nb"),
        ("a {{ '%}' }}\n{# a {% if %}\n #}\nb", "a %}\nb"),
        ("a {# c #}\nb", "a \nb"),
        ("{% for error in errors %}{{ error.code }}{% endfor %}\nend", "Missing\nend"),
        (
            "{% for error in errors\n  if error.code %}\n- {{ error.code }}\n{% endfor %}\nend",
            "- Missing\nend",
        ),
        ("a {% if true -%}\n b{% endif %}", "a b"),
    ] {
        let page = Page::new("page", template).render(Format::Csv, &BOOK).unwrap();
        assert_eq!(page, expected, "{template}");
    }
}
