//! What an error does not have: it prints nothing, also where the engine makes text of it, as in `code ~ number`.

use std::fmt;
use std::sync::{Arc, LazyLock};

use minijinja::Value;
use minijinja::value::{Object, ObjectRepr};

#[derive(Debug)]
struct Absent;

impl Object for Absent {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn is_true(self: &Arc<Self>) -> bool {
        false
    }

    fn render(self: &Arc<Self>, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

static ABSENT: LazyLock<Value> = LazyLock::new(|| Value::from_object(Absent));

/// The value, if there is one.
pub(super) fn known(value: impl Into<Value>) -> Value {
    let value = value.into();
    if value.is_none() { ABSENT.clone() } else { value }
}

/// Whether a value is `none` to a template.
pub(crate) fn is_absent(value: &Value) -> bool {
    value.is_none() || value.is_undefined() || value.downcast_object_ref::<Absent>().is_some()
}
