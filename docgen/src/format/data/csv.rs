//! Records of CSV (RFC 4180), with LF for line breaks as other text files of a repository have.
//!
//! A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, unless it is a number; such a cell gets a `'` in front
//! (OWASP, CSV Injection).

pub(super) fn records(rows: impl Iterator<Item = Vec<String>>) -> String {
    rows.map(|row| record(&row)).collect::<Vec<_>>().join("\n")
}

pub(super) fn record(cells: &[String]) -> String {
    let record = cells
        .iter()
        .map(|cell| field(cell.trim_matches([' ', '\t', '\n', '\r'])))
        .collect::<Vec<_>>()
        .join(",");
    // A record of one empty field would be an empty line.
    if record.is_empty() { "\"\"".to_owned() } else { record }
}

fn field(cell: &str) -> String {
    let guard = if is_formula(cell) { "'" } else { "" };
    let is_quoted =
        cell.contains([',', ';', '"', '\n', '\r', '\t']) || cell.trim() != cell || !guard.is_empty();
    let quote = if is_quoted { "\"" } else { "" };
    [quote, guard, &cell.replace('"', "\"\""), quote].concat()
}

/// Full-width signs begin formulas too.
fn is_formula(cell: &str) -> bool {
    let begins = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    begins && cell.parse::<f64>().map_or(true, |number| !number.is_finite())
}
