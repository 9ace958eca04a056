//! The figures of README.md, from the tables that the benches write.

use std::fmt::Write as _;

/// What README.md shows: its words, the section of `RESULTS.md`, and the column of the ratio.
const ROWS: [(&str, &str, usize); 5] = [
    ("writing a constant reply as bytes (errbook does not allocate)", "### (a)", 2),
    ("a message with two fields", "### (b)", 2),
    ("details with a nested struct", "### (c)", 2),
    ("problem details of RFC 9457", "### (g)", 2),
    ("`cargo check` of 10 enums of 100 variants", "### Instructions of a check", 4),
];

/// The ratios of errbook and of the best other crate.
pub fn table(results: &str) -> String {
    let mut table = "| | errbook | best other crate |\n| --- | ---: | ---: |\n".to_owned();
    for (what, section, column) in ROWS {
        let mut rows = rows(results, section, column);
        let at = rows.iter().position(|(name, _)| *name == "errbook").expect("errbook is measured");
        let (_, errbook) = rows.remove(at);
        let others = rows.into_iter().filter(|(name, _)| *name != "hand-written");
        let best = others.map(|(_, ratio)| ratio).min_by(f64::total_cmp).expect("others are measured");
        writeln!(table, "| {what} | {errbook:.2} | {best:.2} |").unwrap();
    }
    table
}

/// The names and ratios of the first table of a section.
fn rows<'r>(results: &'r str, section: &str, column: usize) -> Vec<(&'r str, f64)> {
    let (_, rest) = results.split_once(section).unwrap_or_else(|| panic!("there is no {section:?}"));
    let lines = rest.lines().skip_while(|line| !line.starts_with('|'));
    let row = |line: &'r str| {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        Some((*cells.get(1)?, cells.get(column + 1)?.parse().ok()?))
    };
    lines.take_while(|line| line.starts_with('|')).filter_map(row).collect()
}

/// What errbook costs in a server.
pub fn servers(results: &str) -> String {
    let error = measured(results, "", "axum, an error from its type to a response: instructions");
    let instructions = measured(results, "", "axum, a success through the layer: instructions");
    let allocations = measured(results, "", "axum, a success through the layer: allocations");
    let conversion = |what| measured(results, "(c) an error, from its type to a response", what);
    let marked = conversion("axum, errbook in a scope") / conversion("axum, hand-written");
    let request = |what| measured(results, "(b) an error, through the router", what);
    let request = request("axum, errbook with its layer") / request("axum, hand-written");
    format!(
        "In axum, an error becomes a response in {error:.2} of the instructions of a hand-written `IntoResponse`, and in {marked:.2} where\n\
         the layer reads the error. A success through the layer takes {instructions:.0} instructions and {allocations} allocations more than\n\
         without it. A request that fails takes {request:.2} of the instructions of a hand-written one, which has no trace id and no log\n\
         event."
    )
}

/// The first number of a row after a heading.
fn measured(results: &str, heading: &str, what: &str) -> f64 {
    let (_, rest) = results.split_once(heading).unwrap_or_else(|| panic!("there is no {heading:?}"));
    let row = rest.lines().find(|line| line.starts_with(&format!("| {what}")));
    let row = row.unwrap_or_else(|| panic!("there is no {what:?}"));
    row.split('|').nth(2).and_then(|cell| cell.trim().parse().ok()).expect("a number")
}
