//! Rows as a list of lists, which the directive `list-table` makes a table of: cells may be long, and hold any blocks.

use crate::markup::source;

/// A table; its first row are the headers.
pub(crate) fn write(rows: &[Vec<String>]) -> String {
    // A table of headers alone would be a mistake.
    let option = if rows.len() > 1 { "   :header-rows: 1\n" } else { "" };
    let mut out = format!(".. list-table::\n{option}");
    for row in rows {
        for (at, cell) in row.iter().enumerate() {
            out.push_str(if at == 0 { "\n   * -" } else { "\n     -" });
            if !cell.is_empty() {
                out.push(' ');
                out.push_str(&source::indented(cell, "       "));
            }
        }
    }
    out
}
