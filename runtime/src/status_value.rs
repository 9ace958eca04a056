//! Statuses that are known only at runtime, such as an upstream's.

use http::StatusCode;

/// What a `status` field can be: a [`StatusCode`], a `u16`, or an [`Option`] of these.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a `status` field",
    label = "expected an `http::StatusCode`, a `u16`, or an `Option` of these"
)]
pub trait StatusValue {
    /// The number, if there is one; it need not be an error status.
    fn status(&self) -> Option<u16>;
}

impl StatusValue for StatusCode {
    fn status(&self) -> Option<u16> {
        Some(self.as_u16())
    }
}

impl StatusValue for u16 {
    fn status(&self) -> Option<u16> {
        Some(*self)
    }
}

impl<T: StatusValue> StatusValue for Option<T> {
    fn status(&self) -> Option<u16> {
        self.as_ref()?.status()
    }
}

impl<T: StatusValue + ?Sized> StatusValue for &T {
    fn status(&self) -> Option<u16> {
        (**self).status()
    }
}
