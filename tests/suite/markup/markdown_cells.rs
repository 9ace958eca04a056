//! A table has its rows and columns, and a cell its text, in every style and whatever the text is.

use errbook_docgen::{Align, Column, Delimiter, Format, Style, Table};
use proptest::prelude::*;

use crate::readers::texts::{book, holdable, runner, text, trimmed};
use crate::readers::{comrak, mdx, normal, pulldown};

fn styles() -> Vec<Style> {
    let presets = [Style::padded(), Style::compact(), Style::slate()];
    let outer = presets.iter().flat_map(|style| [true, false].map(|outer| style.outer_pipes(outer)));
    let delimiters = [Delimiter::Column, Delimiter::Header, Delimiter::Fixed(1), Delimiter::Fixed(3)];
    let styles = outer.flat_map(|style| delimiters.map(|delimiter| style.delimiter(delimiter)));
    styles.flat_map(|style| [style, style.delimiter_spaces(false)]).collect()
}

fn table(style: Style) -> Table {
    Table::new()
        .column(("a", "{{ meta.x }}"))
        .column(Column::new("b", "{{ meta.y | code }}").align(Align::Center))
        .column(Column::new("c", "n {{ meta.x }}{{ meta.y }}`k\\|{{ meta.y }}`").align(Align::Right))
        .row_above(["first", "", "third"])
        .style(style)
}

fn expected(x: &str, y: &str) -> String {
    let (x, y) = (holdable(x), holdable(y));
    let head = "table⟦tr⟦td⟦a⟧td⟦b⟧td⟦c⟧⟧tr⟦td⟦first⟧td⟦⟧td⟦third⟧⟧";
    let row = |x: &str, y: &str| format!("tr⟦td⟦{}⟧td⟦code⟦{}⟧⟧td⟦n {x}{y}code⟦k|{y}⟧⟧⟧", trimmed(x), y);
    normal(&format!("{head}{}{}⟧", row(&x, &y), row(&y, &x)))
}

fn check(format: Format, styles: Vec<Style>, read: impl Fn(&str) -> Result<String, String>) {
    let result = runner().run(&(proptest::sample::select(styles), text(), text()), |(style, x, y)| {
        let table = table(style).render(format, &book([[x.as_str(), &y, ""], [&y, &x, ""]])).unwrap();
        prop_assert_eq!(read(&table), Ok(expected(&x, &y)), "{:?}", table);
        prop_assert_eq!(table.lines().count(), 5);
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn as_pulldown_cmark_reads_it() {
    check(Format::Markdown, styles(), |table| Ok(pulldown::outline(table)));
}

#[test]
fn as_comrak_reads_it() {
    check(Format::Markdown, styles(), |table| Ok(comrak::outline(table)));
}

/// With outer pipes: `markdown-rs` does not read rows that start with certain letters.
#[test]
fn as_mdx() {
    let styles = styles().into_iter().map(|style| style.outer_pipes(true)).collect();
    check(Format::Mdx, styles, mdx::outline);
}
