//! What an error does not have: it prints nothing, also where the engine makes text of it, as in `code ~ number`.

use std::sync::LazyLock;

use minijinja::{Environment, Value};

/// What the engine has in place of a missing `else`. It alone prints nothing, without an error, and is less than any number.
static ABSENT: LazyLock<Value> = LazyLock::new(|| {
    let engine = Environment::new();
    engine.compile_expression("0 if false").and_then(|missing| missing.eval(())).unwrap_or_default()
});

/// The value, if there is one.
pub(super) fn known(value: impl Into<Value>) -> Value {
    let value = value.into();
    if value.is_none() { ABSENT.clone() } else { value }
}
