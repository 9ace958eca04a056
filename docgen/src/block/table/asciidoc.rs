//! A grid as a table of `AsciiDoc` (`AsciiDoc` Language Documentation, "Build a Basic Table").

use super::{Align, Grid};

pub(super) fn write(grid: &Grid<'_>) -> String {
    let mut out = format!("[{}options=\"header\"]\n|===\n", columns(grid));
    // The cells on the first line tell how many columns there are.
    for (at, column) in grid.columns.iter().enumerate() {
        out.push_str(if at > 0 { " |" } else { "|" });
        out.push_str(&column.header);
    }
    out.push('\n');
    for row in &grid.rows {
        out.push('\n');
        for cell in row {
            out.push_str(if has_blocks(cell) { "a|" } else { "|" });
            out.push_str(cell);
            out.push('\n');
        }
    }
    out.push_str("|===\n");
    out
}

/// How columns are aligned, if one of them is.
fn columns(grid: &Grid<'_>) -> String {
    let is_broken = grid.columns.iter().any(|column| column.header.contains('\n'));
    if !is_broken && grid.columns.iter().all(|column| column.align.is_none()) {
        return String::new();
    }
    let align = |align: Option<Align>| match align {
        None | Some(Align::Left) => "<",
        Some(Align::Center) => "^",
        Some(Align::Right) => ">",
    };
    let aligns: Vec<_> = grid.columns.iter().map(|column| align(column.align)).collect();
    format!("cols=\"{}\",", aligns.join(","))
}

/// Whether a cell is more than paragraphs: no text begins a line as these blocks do, since it is written otherwise.
fn has_blocks(cell: &str) -> bool {
    let begins = |line: &str| {
        let marker = line.trim_start_matches(['*', '.']);
        let is_item = (marker.len() < line.len() || line.starts_with('-'))
            && marker.trim_start_matches('-').starts_with(' ');
        let is_fence = ["----", "....", "____", "====", "!===", "```", "'''"]
            .iter()
            .any(|fence| line.starts_with(fence));
        is_item || is_fence
    };
    cell.lines().any(begins)
}
