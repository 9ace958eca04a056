//! The panics of handlers.

use std::any::Any;
use std::error::Error;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};

use http::StatusCode;

use crate::refusal::Refusal;

/// What a handler panicked with, for logs.
#[derive(Debug)]
pub struct Panic(String);

impl Panic {
    /// Runs a function and catches its panic. What the panic leaves half-done must not be used any more.
    ///
    /// # Errors
    ///
    /// Returns the panic of the function.
    #[inline]
    pub fn catch<T>(run: impl FnOnce() -> T) -> Result<T, Self> {
        catch_unwind(AssertUnwindSafe(run)).map_err(Self::caught)
    }

    #[cold]
    fn caught(payload: Box<dyn Any + Send>) -> Self {
        let panic = Self::new(&*payload);
        // A payload of the user's own type may panic when it is dropped, and so may that of this panic.
        catch_unwind(AssertUnwindSafe(|| drop(payload))).unwrap_or_else(std::mem::forget);
        panic
    }

    /// Reads the payload of a panic.
    #[cold]
    pub fn new(payload: &(dyn Any + Send)) -> Self {
        let text = payload.downcast_ref::<&str>().copied();
        let text = text.or_else(|| payload.downcast_ref::<String>().map(String::as_str));
        Self(text.unwrap_or("a panic without a text").to_owned())
    }
}

impl fmt::Display for Panic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "panicked: {}", self.0)
    }
}

impl Error for Panic {}

/// A request whose handler panicked.
impl From<Panic> for Refusal {
    fn from(panic: Panic) -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR).with_source(panic)
    }
}
