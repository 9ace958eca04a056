//! A grid as CSV (RFC 4180), with LF for line breaks as other text files of a repository have.
//!
//! A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, unless it is a number; such a cell gets a `'` in front
//! (OWASP, CSV Injection).

use super::Grid;

pub(super) fn write(grid: &Grid<'_>) -> String {
    let mut out = String::new();
    match grid.header_line {
        Some(line) => {
            out.push_str(line);
            out.push('\n');
        }
        None => record(&mut out, grid.columns.iter().map(|column| column.header.as_str())),
    }
    for row in &grid.rows {
        record(&mut out, row.iter().copied());
    }
    out
}

fn record<'c>(out: &mut String, cells: impl Iterator<Item = &'c str>) {
    let start = out.len();
    for (at, cell) in cells.enumerate() {
        out.push_str(if at > 0 { "," } else { "" });
        field(out, cell);
    }
    // A record of one empty field would be an empty line.
    out.push_str(if out.len() == start { "\"\"\n" } else { "\n" });
}

fn field(out: &mut String, cell: &str) {
    let guard = if is_formula(cell) { "'" } else { "" };
    let is_quoted =
        cell.contains([',', ';', '"', '\n', '\r', '\t']) || cell.trim() != cell || !guard.is_empty();
    let quote = if is_quoted { "\"" } else { "" };
    for part in [quote, guard, &cell.replace('"', "\"\""), quote] {
        out.push_str(part);
    }
}

/// Full-width signs begin formulas too.
fn is_formula(cell: &str) -> bool {
    let begins = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    begins && cell.parse::<f64>().map_or(true, |number| !number.is_finite())
}
