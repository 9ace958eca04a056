//! Values that go into the details of a body, behind `dyn`.

use serde::Serialize;

/// What a detail can be: anything that implements [`Serialize`].
///
/// It is implemented for all of them and cannot be implemented otherwise.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a detail of a body",
    label = "a detail implements `serde::Serialize`",
    note = "derive it: `#[derive(serde::Serialize)]`"
)]
pub trait DetailValue: erased_serde::Serialize {
    /// Writes the value as JSON behind what is there.
    ///
    /// # Errors
    ///
    /// What the value's [`Serialize`] says; `out` then holds part of it.
    fn write_json(&self, out: &mut Vec<u8>) -> serde_json::Result<()>;
}

impl<T: Serialize + ?Sized> DetailValue for T {
    fn write_json(&self, out: &mut Vec<u8>) -> serde_json::Result<()> {
        serde_json::to_writer(out, self)
    }
}

/// What [`ApiError::details`](crate::ApiError::details) calls with the name and the value of each detail.
pub type VisitDetails<'a> = dyn FnMut(&'static str, &dyn DetailValue) + 'a;
