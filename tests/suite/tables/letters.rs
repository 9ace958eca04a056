//! Letters of any width and script, in headers and cells, line up by their count and never panic.
#![allow(dead_code, reason = "only the catalog is looked at")]

use errbook::{ApiError, Book};
use errbook_docgen::{Align, Column, Style, Table, WidthUnit};

/// 漢字 ｜ 👩‍👩‍👧 e\u{301}
#[derive(Debug, ApiError)]
#[api(display, status = 404, code = "Wide", title = "見つかりません", meta(emoji = "👩‍👩‍👧", rtl = "שלום"))]
struct Wide;

static BOOK: Book = Book::new("Wide", &[Wide::CATALOG]);

#[test]
fn columns_have_one_count() {
    for align in [Align::Left, Align::Center, Align::Right] {
        let markdown = Table::new()
            .column(Column::new("状態", "{{ title }}").align(align))
            .column(Column::new("👩‍👩‍👧", "{{ meta.emoji }}").align(align))
            .column(Column::new("R", "{{ meta.rtl }} {{ description }}").align(align))
            .style(Style::padded().unit(WidthUnit::Characters))
            .row_above(["é", "e\u{301}", "\u{200b}"])
            .markdown(&BOOK)
            .unwrap();
        let counts: Vec<_> = markdown.lines().map(|line| line.chars().count()).collect();
        assert_eq!(counts, [counts[0]; 4], "{markdown}");
        assert!(markdown.contains("見つかりません") && markdown.contains("שלום 漢字 ｜ 👩‍👩‍👧"));
    }
}
