//! A grid as a table of HTML (HTML Standard §4.9).

use super::{Align, Grid};

pub(super) fn write(grid: &Grid<'_>) -> String {
    let mut out = String::from("<table>\n<thead>\n");
    let headers: Vec<&str> = grid.columns.iter().map(|column| column.header.as_str()).collect();
    row(&mut out, grid, "th", &headers);
    out.push_str("</thead>\n<tbody>\n");
    for cells in &grid.rows {
        row(&mut out, grid, "td", cells);
    }
    out.push_str("</tbody>\n</table>\n");
    out
}

fn row(out: &mut String, grid: &Grid<'_>, element: &str, cells: &[&str]) {
    out.push_str("<tr>");
    for (column, cell) in grid.columns.iter().zip(cells) {
        let align = match column.align {
            None => "",
            Some(Align::Left) => " style=\"text-align: left\"",
            Some(Align::Center) => " style=\"text-align: center\"",
            Some(Align::Right) => " style=\"text-align: right\"",
        };
        for part in ["<", element, align, ">", cell, "</", element, ">"] {
            out.push_str(part);
        }
    }
    out.push_str("</tr>\n");
}
