//! Blocks and other markup of several lines stay where their first line is: in an item, a quotation, a directive.

use errbook_docgen::{Block, Format, List, Page, Table};

use crate::readers::texts::book;
use crate::readers::{comrak, pulldown};

fn page(format: Format, template: &str) -> String {
    let book = book([["a", "", ""], ["b\nc", "", ""]]);
    let page = Page::new("page", template)
        .block("table", Table::new().column(("X", "{{ meta.x }}")).group(errbook_docgen::Group::by("code")))
        .block("list", List::bullets("{{ meta.x }}"));
    page.render(format, &book).unwrap()
}

#[test]
fn in_markdown() {
    let table = "h⟦E⟧table⟦tr⟦td⟦X⟧⟧tr⟦td⟦a⟧⟧tr⟦td⟦b\nc⟧⟧⟧";
    for (template, outline) in [
        ("- x\n\n  {{ blocks.table }}\n- y", format!("ul⟦li⟦x{table}⟧li⟦y⟧⟧")),
        ("> {{ blocks.table }}\n>\n> y", format!("quote⟦{table}p⟦y⟧⟧")),
        ("1. > {{ blocks.table }}\n2. y", format!("ol⟦li⟦quote⟦{table}⟧⟧li⟦y⟧⟧")),
        ("- {{ blocks.list }}\n- y", "ul⟦li⟦ul⟦li⟦a⟧li⟦b\nc⟧⟧⟧li⟦y⟧⟧".to_owned()),
        ("{% set t %}{{ blocks.list }}{% endset %}{{ t }}", "ul⟦li⟦a⟧li⟦b\nc⟧⟧".to_owned()),
        ("a {{ 'b\n*c*' | safe }} d", "p⟦a b em⟦c⟧ d⟧".to_owned()),
    ] {
        let page = page(Format::Markdown, template);
        assert_eq!(pulldown::outline(&page), outline, "{page}");
        assert_eq!(comrak::outline(&page), outline, "{page}");
    }
}

#[test]
fn in_restructured_text() {
    assert_eq!(
        page(Format::ReStructuredText, ".. note::\n\n   {{ blocks.list }}\n\n- x\n\n  {{ blocks.list }}"),
        ".. note::\n\n   - a\n   - | b\n     | c\n\n- x\n\n  - a\n  - | b\n    | c"
    );
}
