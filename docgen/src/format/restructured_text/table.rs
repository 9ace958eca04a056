//! A grid as the directive `list-table` (docutils), whose cells may hold any blocks. It has no alignment.

use super::text::Spot;
use super::{blocks, prose};
use crate::ast::{Cell, Grid};
use crate::template::indented;

pub(super) fn write(grid: &Grid) -> String {
    let header = |content: &Vec<_>| prose::inline(content, &Spot { begins_line: true, ..Spot::default() });
    let headers: Vec<_> = grid.columns.iter().map(|column| header(&column.header)).collect();
    // There are no merged cells: a covered one is empty.
    let cell = |cell: &Cell| if cell.span == 0 { String::new() } else { blocks::write(&cell.blocks) };
    let rows = grid.rows.iter().map(|row| row.iter().map(cell).collect());
    let rows: Vec<Vec<String>> = std::iter::once(headers).chain(rows).collect();
    let caption = prose::inline(&grid.caption, &Spot::default());
    // A table of headers alone would be a mistake.
    let option = if rows.len() > 1 { "   :header-rows: 1\n" } else { "" };
    let mut out = format!(".. list-table:: {caption}").trim_end().to_owned() + "\n" + option;
    for row in &rows {
        for (at, cell) in row.iter().enumerate() {
            out.push_str(if at == 0 { "\n   * -" } else { "\n     -" });
            if !cell.is_empty() {
                out.push(' ');
                out.push_str(&indented(cell, "       "));
            }
        }
    }
    out
}
