//! What is printed: one line a case, one column a framework, and what differs.

use std::fmt;

/// The results of all frameworks.
#[derive(Debug, Default)]
pub struct Report {
    frameworks: Vec<&'static str>,
    /// The cases in the order of the first framework that had them.
    cases: Vec<String>,
    results: Vec<Checked>,
    notes: Vec<String>,
}

#[derive(Debug)]
struct Checked {
    framework: &'static str,
    case: String,
    result: Result<(), String>,
}

impl Report {
    pub fn start(&mut self, framework: &'static str) {
        self.frameworks.push(framework);
    }

    /// Adds the result of a case for the framework that was started last.
    pub fn add(&mut self, case: &str, result: Result<(), String>) {
        let Some(framework) = self.frameworks.last() else { return };
        if !self.cases.iter().any(|known| known == case) {
            self.cases.push(case.to_owned());
        }
        self.results.push(Checked { framework, case: case.to_owned(), result });
    }

    /// Adds a measurement.
    pub fn note(&mut self, note: &str) {
        self.notes.push(format!("{}: {note}", self.frameworks.last().unwrap_or(&"")));
    }

    pub fn has_failures(&self) -> bool {
        self.results.iter().any(|checked| checked.result.is_err())
    }

    fn cell(&self, case: &str, framework: &str) -> &'static str {
        let mut results = Vec::new();
        for checked in
            self.results.iter().filter(|checked| checked.case == case && checked.framework == framework)
        {
            results.push(checked.result.is_ok());
        }
        match results.as_slice() {
            [] => "-",
            results if results.iter().all(|is_ok| *is_ok) => "ok",
            _ => "FAILED",
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self.cases.iter().map(String::len).max().unwrap_or(0);
        write!(f, "{:width$}", "case")?;
        for framework in &self.frameworks {
            write!(f, "  {framework:6}")?;
        }
        for case in &self.cases {
            write!(f, "\n{case:width$}")?;
            for framework in &self.frameworks {
                write!(f, "  {:6}", self.cell(case, framework))?;
            }
        }
        writeln!(f)?;
        for note in &self.notes {
            write!(f, "\n{note}")?;
        }
        for Checked { framework, case, result } in &self.results {
            if let Err(why) = result {
                write!(f, "\n{framework}: {case}: {why}")?;
            }
        }
        let failed = self.results.iter().filter(|checked| checked.result.is_err()).count();
        write!(f, "\n{} checks, {failed} failed", self.results.len())
    }
}
