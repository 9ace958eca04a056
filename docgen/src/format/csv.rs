//! CSV (RFC 4180), with LF for line breaks as other text files of a repository have. Content is text without markup.
//!
//! A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, unless it is a number; such a cell gets a `'` in front
//! (OWASP, CSV Injection).

use super::{Markup, Position};
use crate::ast::{Block, Definition, Grid, Inline, List, plain, plain_blocks};

#[derive(Debug)]
pub(crate) struct Csv;

impl Markup for Csv {
    fn name(&self) -> &'static str {
        "CSV"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["csv"]
    }

    fn comment(&self) -> Option<(&'static str, &'static str)> {
        None
    }

    fn has_prose(&self) -> bool {
        false
    }

    fn inline(&self, content: &[Inline], _: Position<'_>) -> String {
        plain(content)
    }

    fn heading(&self, _: usize, content: &[Inline], _: Option<&str>) -> String {
        plain(content)
    }

    fn code_block(&self, _: &str, code: &str) -> String {
        code.to_owned()
    }

    fn quote(&self, blocks: &[Block]) -> String {
        plain_blocks(blocks)
    }

    /// A record for each item.
    fn list(&self, list: &List) -> String {
        records(list.items.iter().map(|item| vec![plain_blocks(&item.blocks)]))
    }

    fn definitions(&self, items: &[Definition]) -> String {
        records(items.iter().map(|item| vec![plain(&item.term), plain_blocks(&item.blocks)]))
    }

    fn table(&self, grid: &Grid) -> String {
        let headers = || record(&grid.columns.iter().map(|column| plain(&column.header)).collect::<Vec<_>>());
        let mut out = grid.header_line.clone().unwrap_or_else(headers);
        for row in grid.full_rows() {
            out.push('\n');
            out.push_str(&record(&row.into_iter().map(plain_blocks).collect::<Vec<_>>()));
        }
        out
    }

    fn rule(&self) -> String {
        String::new()
    }

    fn verbatim(&self, text: &str) -> String {
        text.to_owned()
    }

    fn address(&self, text: &str) -> String {
        text.to_owned()
    }
}

fn records(rows: impl Iterator<Item = Vec<String>>) -> String {
    rows.map(|row| record(&row)).collect::<Vec<_>>().join("\n")
}

fn record(cells: &[String]) -> String {
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
