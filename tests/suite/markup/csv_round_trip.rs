//! A CSV reader gets the original texts, and a spreadsheet gets no formulas (OWASP, CSV Injection).

use errbook_docgen::{Format, Table};
use proptest::prelude::*;

use crate::readers::letters::{Signs, of_description, without_tags};
use crate::readers::texts::{book, description, holdable, runner, text, trimmed};

fn read(table: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(table.as_bytes());
    let records = reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect());
    records.collect()
}

/// The characters that start a formula in a spreadsheet.
fn is_formula(field: &str) -> bool {
    field.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

#[test]
fn texts() {
    let table = Table::new()
        .column(("x", "{{ meta.x }}"))
        .column(("y", "{{ meta.y | code }}"))
        .column(("d", "{{ description }}"));
    let result = runner().run(&(text(), text(), text()), |(x, y, description)| {
        let book = book([[x.as_str(), &y, &description], ["a", "b", "c"]]);
        let table = table.render(Format::Csv, &book).unwrap();
        let rows = read(&table);
        prop_assert_eq!(rows.len(), 3, "{:?}", table);
        prop_assert_eq!(&rows[0], &["x", "y", "d"]);
        prop_assert_eq!(&rows[2], &["a", "b", "c"]);
        prop_assert_eq!(rows[1].len(), 3);
        for (field, text) in rows[1].iter().zip([&x, &y]) {
            let text = holdable(text);
            let text = trimmed(&text);
            let is_safe = !is_formula(text) || text.parse::<f64>().is_ok_and(f64::is_finite);
            prop_assert_eq!(
                field,
                &if is_safe { text.to_owned() } else { format!("'{text}") },
                "{:?}",
                table
            );
        }
        let said = self::description(&book);
        prop_assume!(!["<!", "[^1]"].iter().any(|sign| description.contains(sign)) && said.is_some());
        let letters: String = rows[1][2].chars().filter(|c| !c.is_ascii_whitespace()).collect();
        // What is struck out has signs around it.
        let letters = without_tags(&letters).replace('~', "");
        let expected = letters_of(true, &said.unwrap()).replace('~', "");
        prop_assert_eq!(letters.trim_start_matches('\''), expected.trim_start_matches('\''), "{:?}", table);
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{error}"));
}

/// An item in an item is indented, as it is in the source.
#[test]
fn lists_in_lists() {
    let book = book([["x", "y", "a:\n\n- b\n  1. c\n  2. d\n     - e\n- f"], ["", "", ""]]);
    let table = Table::new().column(("d", "{{ description }}")).filter("description");
    let csv = table.render(Format::Csv, &book).unwrap();
    assert_eq!(read(&csv)[1], ["a:\n- b\n  1. c\n  2. d\n    - e\n- f"]);
}

#[test]
fn numbers_stay_numbers() {
    for number in ["-1", "+1.5", "-1e3", "0", "-.5"] {
        let table = Table::new().column(("x", "{{ meta.x }}"));
        let table = table.render(Format::Csv, &book([[number, "", ""]])).unwrap();
        assert_eq!(table, format!("x\n{number}\n"));
    }
}

#[test]
fn formulas() {
    for formula in [
        "=1+1",
        "+SUM(A1)",
        "-2+3",
        "@A1",
        "-cmd|' /C calc'!A0",
        "=\"a\",\"b\"",
        "-inf",
        "+nan",
        "＝1",
        "-1,5",
    ] {
        let table = Table::new().column(("x", "{{ meta.x }}")).column(("y", "{{ meta.y }}"));
        let table = table.render(Format::Csv, &book([["a", formula, ""]])).unwrap();
        assert_eq!(read(&table)[1], ["a".to_owned(), format!("'{formula}")]);
    }
}

fn letters_of(has_markers: bool, markdown: &str) -> String {
    of_description(markdown, Signs { has_markers, has_html: false })
}
