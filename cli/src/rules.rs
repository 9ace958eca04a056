//! `errbook rules`: the rules of `errbook diff`, and the lints of `errbook lint`.

use errbook_contract::{Config, LINTS, Level, Lint, RULES, Rule};
use serde_json::{Value as Json, json};

use crate::args::{Rules, RulesFormat};
use crate::columns::{self, Cell};
use crate::outcome::Outcome;
use crate::terminal::{BAD, DIM, GOOD, STRONG, Styled, WARNING};

/// Lists both with the levels of the project.
pub fn run(args: &Rules, config: &Config, columns: Option<usize>) -> Outcome {
    match args.format {
        RulesFormat::Text => {
            let rules = RULES.iter().map(|rule| row(*rule, config));
            let rows: Vec<Vec<Cell>> =
                rules.chain(LINTS.iter().map(|lint| row_of_lint(*lint, config))).collect();
            let mut out = Styled::default();
            columns::write(&rows, columns, &mut out);
            Outcome::styled(out)
        }
        RulesFormat::Markdown => {
            let row = |id: &str, level: &str, reason: &str| format!("| `{id}` | {level} | {reason} |\n");
            let rules =
                RULES.iter().map(|rule| row(rule.id(), config.levels().of(*rule).name(), rule.reason()));
            let lints = LINTS.iter().map(|lint| row(lint.id(), state(*lint, config), lint.reason()));
            let rows: String = rules.chain(lints).collect();
            Outcome::document(format!("| id | level | reason |\n| --- | --- | --- |\n{rows}"))
        }
        RulesFormat::Json => {
            let rules: Vec<Json> = RULES.iter().map(|rule| json_of(*rule, config)).collect();
            let lints: Vec<Json> = LINTS
                .iter()
                .map(|lint| json!({ "id": lint.id(), "on": config.is_on(*lint), "reason": lint.reason() }))
                .collect();
            Outcome::json(&json!({ "rules": rules, "lints": lints }))
        }
    }
}

fn row(rule: Rule, config: &Config) -> Vec<Cell> {
    let level = config.levels().of(rule);
    let style = match level {
        Level::Breaking => BAD,
        Level::Notable => WARNING,
        Level::Compatible => GOOD,
    };
    vec![Cell::new(style, level.name()), Cell::new(STRONG, rule.id()), Cell::new(DIM, rule.reason())]
}

fn row_of_lint(lint: Lint, config: &Config) -> Vec<Cell> {
    vec![Cell::new(DIM, state(lint, config)), Cell::new(STRONG, lint.id()), Cell::new(DIM, lint.reason())]
}

/// Whether the project has the lint.
fn state(lint: Lint, config: &Config) -> &'static str {
    if config.is_on(lint) { "lint" } else { "off" }
}

fn json_of(rule: Rule, config: &Config) -> Json {
    json!({
        "id": rule.id(),
        "level": config.levels().of(rule).name(),
        "reason": rule.reason(),
        "mirror": rule.mirror().map(Rule::id),
    })
}
