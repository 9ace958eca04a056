//! A grid as a table of reStructuredText (docutils, directive `list-table`), which has no alignment.

use super::Grid;
use crate::markup::list_table;

pub(super) fn write(grid: &Grid<'_>) -> String {
    let headers = grid.columns.iter().map(|column| column.header.trim().to_owned()).collect();
    let rows = grid.rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect());
    let rows: Vec<Vec<String>> = std::iter::once(headers).chain(rows).collect();
    format!("{}\n", list_table(&rows))
}
