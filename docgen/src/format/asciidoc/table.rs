//! A grid as a table of `AsciiDoc` (`AsciiDoc` Language Documentation, "Build a Basic Table").

use super::prose::{self, Blocks};
use super::text::{Spot, Table};
use crate::ast::{Block, Cell, Grid};
use crate::block::Align;

pub(super) fn write(grid: &Grid) -> String {
    let spot = Spot { table: Table::Cell, on_one_line: true, ..Spot::default() };
    let headers = grid.columns.iter().map(|column| format!("|{}", prose::inline(&column.header, &spot)));
    let headers = headers.collect::<Vec<_>>().join(" ");
    // The cells on the first line tell how many columns there are.
    let mut out = format!("[{}options=\"header\"]\n|===\n{headers}\n", columns(grid));
    if !grid.caption.is_empty() {
        let title = prose::inline(&grid.caption, &Spot { on_one_line: true, ..Spot::default() });
        out.insert_str(0, &format!(".{title}\n"));
    }
    for row in &grid.rows {
        out.push('\n');
        for cell in row.iter().filter(|cell| cell.span > 0) {
            out.push_str(&content(cell));
            out.push('\n');
        }
    }
    out + "|==="
}

fn content(cell: &Cell) -> String {
    let span = if cell.span > 1 { format!(".{}+", cell.span) } else { String::new() };
    let blocks = Blocks { in_cell: true, ..Blocks::default() }.write(&cell.blocks);
    let has_blocks = cell.blocks.iter().any(|block| !matches!(block, Block::Paragraph(_) | Block::Html(_)));
    format!("{span}{}{blocks}", if has_blocks { "a|" } else { "|" })
}

/// How columns are aligned, if one of them is.
fn columns(grid: &Grid) -> String {
    if grid.columns.iter().all(|column| column.align.is_none()) {
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
