//! The facts of endpoints.

use errbook_contract::Lock;
use minijinja::{Value, context};

use crate::template::text;

/// The errors of every endpoint, and all endpoints. `errors` are those of the book.
pub(super) fn all(lock: Option<&Lock>, errors: &[Value]) -> (Vec<Value>, Vec<Value>) {
    let Some(endpoints) = lock.map(Lock::endpoints) else { return (Vec::new(), Vec::new()) };
    let errors_of = |has: &dyn Fn(&str) -> bool| -> Vec<Value> {
        let code = |error: &Value| text(&error.get_attr("code").unwrap_or_default());
        errors.iter().filter(|error| has(&code(error))).cloned().collect()
    };
    let facts = endpoints.iter().map(|(name, endpoint)| {
        let (method, path) = name.split_once(' ').unwrap_or(("", name));
        let errors = errors_of(&|code| endpoint.codes().contains(code));
        context!(name, method, path, errors, any => endpoint.is_any())
    });
    (errors_of(&|code| endpoints.is_everywhere(code)), facts.collect())
}
