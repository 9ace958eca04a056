//! Records of CSV (RFC 4180), with LF for line breaks as other text files of a repository have.
//!
//! A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, unless it is a number; such a cell gets a `'` in front
//! (OWASP, CSV Injection).

use std::borrow::Cow;

/// The records, below a line that is written already, if there is one.
pub(super) fn records<'r>(above: &str, rows: impl Iterator<Item = Vec<Cow<'r, str>>>) -> String {
    let mut out = above.to_owned();
    for row in rows {
        // No record is empty.
        out.push_str(if out.is_empty() { "" } else { "\n" });
        record(&row, &mut out);
    }
    out
}

fn record(cells: &[Cow<'_, str>], out: &mut String) {
    let start = out.len();
    for (at, cell) in cells.iter().enumerate() {
        out.push_str(if at > 0 { "," } else { "" });
        field(cell.trim_matches([' ', '\t', '\n', '\r']), out);
    }
    // A record of one empty field would be an empty line.
    out.push_str(if out.len() == start { "\"\"" } else { "" });
}

fn field(cell: &str, out: &mut String) {
    let guard = if is_formula(cell) { "'" } else { "" };
    let is_sign = |c| matches!(c, b',' | b';' | b'"' | b'\n' | b'\r' | b'\t');
    if cell.bytes().any(is_sign) || cell.trim() != cell || !guard.is_empty() {
        out.extend(["\"", guard, &cell.replace('"', "\"\""), "\""]);
    } else {
        out.push_str(cell);
    }
}

/// Full-width signs begin formulas too.
fn is_formula(cell: &str) -> bool {
    let begins = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    begins && cell.parse::<f64>().map_or(true, |number| !number.is_finite())
}
