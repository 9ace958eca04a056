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
        let headers: Vec<String> = grid.columns.iter().map(|column| plain(&column.header)).collect();
        let mut rows = vec![headers];
        for row in &grid.rows {
            // A covered cell says the same as the one above it.
            let above = rows.last().filter(|_| rows.len() > 1);
            let cell = |(at, cell): (usize, &crate::ast::Cell)| match above.and_then(|row| row.get(at)) {
                Some(above) if cell.span == 0 => above.clone(),
                _ => plain_blocks(&cell.blocks),
            };
            rows.push(row.iter().enumerate().map(cell).collect());
        }
        match &grid.header_line {
            Some(line) => {
                let rest = records(rows.into_iter().skip(1));
                if rest.is_empty() { line.clone() } else { format!("{line}\n{rest}") }
            }
            None => records(rows.into_iter()),
        }
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
