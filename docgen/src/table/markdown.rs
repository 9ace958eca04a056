//! Cells as a Markdown table.

use super::{Align, Column};

/// Narrower columns have no room for a delimiter with two colons.
const NARROWEST: usize = 3;

pub(super) fn write(columns: &[Column], grid: &[Vec<String>]) -> String {
    let widths: Vec<usize> = columns.iter().enumerate().map(|(at, column)| width(column, at, grid)).collect();
    let headers: Vec<&str> = columns.iter().map(|column| column.header.as_str()).collect();
    let mut out = String::new();
    line(&mut out, columns, &widths, &headers);
    for (column, width) in columns.iter().zip(&widths) {
        out.push_str("| ");
        out.push_str(&delimiter(column.align, *width));
        out.push(' ');
    }
    out.push_str("|\n");
    for row in grid {
        let cells: Vec<&str> = row.iter().map(String::as_str).collect();
        line(&mut out, columns, &widths, &cells);
    }
    out
}

fn width(column: &Column, at: usize, grid: &[Vec<String>]) -> usize {
    let cells = grid.iter().filter_map(|row| row.get(at));
    let widest = cells.map(|cell| cell.chars().count()).max();
    let header = column.header.chars().count();
    header.max(widest.unwrap_or_default()).max(NARROWEST)
}

fn line(out: &mut String, columns: &[Column], widths: &[usize], cells: &[&str]) {
    for ((column, width), cell) in columns.iter().zip(widths).zip(cells) {
        let room = width.saturating_sub(cell.chars().count());
        let before = match column.align {
            None | Some(Align::Left) => 0,
            Some(Align::Center) => room / 2,
            Some(Align::Right) => room,
        };
        out.push_str("| ");
        out.push_str(&" ".repeat(before));
        out.push_str(cell);
        out.push_str(&" ".repeat(room - before + 1));
    }
    out.push_str("|\n");
}

fn delimiter(align: Option<Align>, width: usize) -> String {
    let (left, right) = match align {
        None => ("", ""),
        Some(Align::Left) => (":", ""),
        Some(Align::Center) => (":", ":"),
        Some(Align::Right) => ("", ":"),
    };
    let dashes = "-".repeat(width - left.len() - right.len());
    format!("{left}{dashes}{right}")
}
