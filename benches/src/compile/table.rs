//! Tables of Markdown with a row for each contender, each number beside its ratio to the hand-written one.
//! It knows how numbers are written, and none of what they mean.

use std::fmt::Write as _;

/// One column of numbers and how they are written; `ratio` adds a column with the ratios.
pub(super) struct Column {
    pub(super) title: String,
    pub(super) numbers: Vec<f64>,
    pub(super) write: fn(f64) -> String,
    pub(super) ratio: bool,
}

/// The table, with nothing where a number is none; the ratios are those to the row `one`.
pub(super) fn table(rows: &[&str], one: usize, columns: &[Column]) -> String {
    let mut text = "|  |".to_owned();
    for column in columns {
        let _ = write!(text, " {} |", column.title);
        text += if column.ratio { " ratio |" } else { "" };
    }
    text += "\n| --- |";
    for column in columns {
        text += if column.ratio { " ---: | ---: |" } else { " ---: |" };
    }
    for (row, name) in rows.iter().enumerate() {
        let _ = write!(text, "\n| {name} |");
        for column in columns {
            let Some(number) = column.numbers.get(row) else { continue };
            if number.is_nan() {
                text += if column.ratio { " | |" } else { " |" };
                continue;
            }
            let _ = write!(text, " {} |", (column.write)(*number));
            if let (true, Some(one)) = (column.ratio, column.numbers.get(one)) {
                let _ = write!(text, " {:.2} |", number / one);
            }
        }
    }
    text + "\n"
}

/// `12,345`.
pub(super) fn count(number: f64) -> String {
    let digits = format!("{number:.0}");
    let mut text = String::new();
    for (index, digit) in digits.char_indices() {
        if index > 0 && (digits.len() - index) % 3 == 0 && !text.ends_with('-') {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// `1,234 M`.
pub(super) fn millions(number: f64) -> String {
    count(number / 1e6) + " M"
}

/// `1.23 s`.
pub(super) fn seconds(number: f64) -> String {
    format!("{number:.2} s")
}

/// `123 ms`.
pub(super) fn milliseconds(number: f64) -> String {
    format!("{:.0} ms", number * 1e3)
}
