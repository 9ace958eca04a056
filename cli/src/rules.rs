//! `errbook rules`: the rules of `errbook diff`.

use errbook_contract::{Level, RULES, Rule};
use serde_json::{Value as Json, json};

use crate::args::{Rules, RulesFormat};
use crate::columns::{self, Cell};
use crate::outcome::Outcome;
use crate::terminal::{BAD, DIM, GOOD, STRONG, Styled, WARNING};

pub fn run(args: &Rules, columns: Option<usize>) -> Outcome {
    match args.format {
        RulesFormat::Text => {
            let rows: Vec<Vec<Cell>> = RULES.iter().copied().map(row).collect();
            let mut out = Styled::default();
            columns::write(&rows, columns, &mut out);
            Outcome::styled(out)
        }
        RulesFormat::Markdown => {
            let row = |rule: &Rule| format!("| `{}` | {} | {} |\n", rule.id(), rule.level(), rule.reason());
            let rows: String = RULES.iter().map(row).collect();
            Outcome::document(format!("| rule | level | reason |\n| --- | --- | --- |\n{rows}"))
        }
        RulesFormat::Json => {
            let rules: Vec<Json> = RULES.iter().copied().map(json_of).collect();
            Outcome::json(&json!({ "rules": rules }))
        }
    }
}

fn row(rule: Rule) -> Vec<Cell> {
    let style = match rule.level() {
        Level::Breaking => BAD,
        Level::Notable => WARNING,
        Level::Compatible => GOOD,
    };
    vec![Cell::new(style, rule.level().name()), Cell::new(STRONG, rule.id()), Cell::new(DIM, rule.reason())]
}

fn json_of(rule: Rule) -> Json {
    json!({
        "id": rule.id(),
        "level": rule.level().name(),
        "reason": rule.reason(),
        "mirror": rule.mirror().map(Rule::id),
    })
}
