//! `errbook list`: the errors, one on each line, or as JSON.

mod json;

use errbook_contract::{FactKind, Lock, LockedError, Retired};
use serde_json::json;

pub use self::json::{error as json_of_error, retired as json_of_retired};
use crate::args::{List, ListFormat};
use crate::columns::{self, Cell};
use crate::outcome::Outcome;
use crate::prose;
use crate::terminal::{DIM, PLAIN, STRONG, Styled, WARNING, of_status};

pub fn run(args: &List, lock: &Lock, columns: Option<usize>) -> Outcome {
    let filter = Filter::new(args);
    let errors: Vec<&LockedError> = lock.errors().filter(|error| filter.keeps(error)).collect();
    let retired: Vec<(&str, &Retired)> =
        lock.retired().filter(|(code, retired)| filter.keeps_retired(code, retired)).collect();
    match args.format {
        ListFormat::Json if args.retired => {
            let retired: Vec<_> =
                retired.iter().map(|(code, retired)| json_of_retired(code, retired)).collect();
            Outcome::json(&json!({ "book": lock.book(), "release": lock.release(), "retired": retired }))
        }
        ListFormat::Json => {
            let errors: Vec<_> = errors.iter().map(|error| json_of_error(error)).collect();
            Outcome::json(&json!({ "book": lock.book(), "release": lock.release(), "errors": errors }))
        }
        ListFormat::Text => {
            let mut out = Styled::default();
            if args.retired {
                write_retired(&retired, columns, &mut out);
            } else {
                write_errors(&errors, columns, &mut out);
            }
            Outcome::styled(out)
        }
    }
}

/// Writes a line for each error.
pub fn write_errors(errors: &[&LockedError], columns: Option<usize>, out: &mut Styled) {
    let rows: Vec<Vec<Cell>> = errors.iter().map(|error| row(error)).collect();
    columns::write(&rows, columns, out);
}

fn row(error: &LockedError) -> Vec<Cell> {
    let number = error.number().map(|number| number.to_string()).unwrap_or_default();
    let is_deprecated = error.fact(FactKind::Deprecated).is_some();
    let title = error.text(FactKind::Title).unwrap_or_default();
    let title = if is_deprecated { format!("(deprecated) {title}") } else { title.to_owned() };
    vec![
        Cell::new(of_status(error.status()), error.status().to_string()),
        Cell::new(STRONG, error.code()),
        Cell::new(if is_deprecated { WARNING } else { PLAIN }, title),
        Cell::new(PLAIN, number),
        Cell::new(DIM, prose::summary(error.text(FactKind::Description).unwrap_or_default())),
    ]
}

/// Writes a line for each retired code.
pub fn write_retired(retired: &[(&str, &Retired)], columns: Option<usize>, out: &mut Styled) {
    let row = |(code, retired): &(&str, &Retired)| {
        let status = retired.errors().first().map(LockedError::status);
        let release = match retired.release() {
            Some(release) => format!("retired in {release}"),
            None => "retired".to_owned(),
        };
        let replacement = retired.replaced_by().map(|code| format!("see {code}")).unwrap_or_default();
        vec![
            Cell::new(DIM, status.map(|status| status.to_string()).unwrap_or_default()),
            Cell::new(STRONG, code),
            Cell::new(PLAIN, replacement),
            Cell::new(PLAIN, release),
            Cell::new(DIM, retired.why().unwrap_or_default()),
        ]
    };
    columns::write(&retired.iter().map(row).collect::<Vec<_>>(), columns, out);
}

/// What a list shows.
struct Filter<'a> {
    args: &'a List,
    words: Vec<String>,
}

impl<'a> Filter<'a> {
    fn new(args: &'a List) -> Self {
        Self { args, words: args.words.iter().map(|word| word.to_lowercase()).collect() }
    }

    fn keeps(&self, error: &LockedError) -> bool {
        let texts = [FactKind::Title, FactKind::Description].map(|kind| error.text(kind).unwrap_or_default());
        self.args.status.is_none_or(|statuses| statuses.contains(error.status()))
            && error.fact(FactKind::Hidden).is_none()
            && self.has_words(&[error.code(), texts[0], texts[1]])
    }

    fn keeps_retired(&self, code: &str, retired: &Retired) -> bool {
        let has_status =
            |error: &LockedError| self.args.status.is_none_or(|statuses| statuses.contains(error.status()));
        let title = retired.errors().first().and_then(|error| error.text(FactKind::Title));
        (self.args.status.is_none() || retired.errors().iter().any(has_status))
            && self.has_words(&[code, title.unwrap_or_default(), retired.why().unwrap_or_default()])
    }

    fn has_words(&self, texts: &[&str]) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let texts = texts.join("\n").to_lowercase();
        self.words.iter().all(|word| texts.contains(word))
    }
}
