//! `errbook lint`: what people read in the lock, and what they would miss.

use errbook_contract::{Config, Finding, Lock};
use serde_json::json;

use crate::args::{Lint, ReportFormat};
use crate::github;
use crate::outcome::Outcome;
use crate::terminal::{DIM, STRONG, Styled};

/// Reports what the lints find; `file` is the name of the lock.
pub fn run(args: &Lint, lock: &Lock, config: &Config, file: &str) -> Outcome {
    let findings = lock.lint(config);
    let outcome = match args.format {
        ReportFormat::Text => Outcome::styled(text(&findings)),
        ReportFormat::Github => {
            let line = |finding: &Finding| {
                let message = format!("{}: {}", finding.code(), finding.message());
                github::annotation("warning", file, finding.lint().id(), &message)
            };
            Outcome::document(findings.iter().map(line).collect())
        }
        ReportFormat::Json => {
            let json_of = |finding: &Finding| {
                json!({
                    "lint": finding.lint().id(),
                    "code": finding.code(),
                    "message": finding.message(),
                    "reason": finding.lint().reason(),
                })
            };
            Outcome::json(&json!({ "findings": findings.iter().map(json_of).collect::<Vec<_>>() }))
        }
    };
    outcome.found(!findings.is_empty())
}

fn text(findings: &[Finding]) -> Styled {
    let mut out = Styled::default();
    for finding in findings {
        out.push(STRONG, finding.code());
        out.line(&format!(": {}", finding.message()));
        out.push(DIM, &format!("  {}: {}", finding.lint().id(), finding.lint().reason()));
        out.end_line();
    }
    out
}
