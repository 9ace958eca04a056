//! An error as it travels with its response.

use std::error::Error;
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::TraceId;
use super::snapshot::Snapshot;
use crate::error::{AnyError, ApiError, Erased};

/// The error that a response replies with, among the extensions of the response.
///
/// A layer finds it there: to log the error with its sources, to tell its own replies from those of the framework, and to
/// write the reply again if it was made outside the request's [`Scope`](super::Scope).
///
/// # Examples
///
/// ```
/// use errbook::{ApiError, Occurrence};
///
/// #[derive(Debug, ApiError)]
/// #[api(display, status = 410, code = "Gone")]
/// struct Gone;
///
/// let occurrence = Occurrence::from(Gone);
/// assert_eq!(occurrence.error().code(), "Gone");
/// assert_eq!(occurrence.trace_id(), None);
/// ```
#[derive(Clone)]
pub struct Occurrence {
    shared: Arc<Shared<dyn Erased>>,
    trace_id: Option<TraceId>,
    is_snapshot: bool,
}

struct Shared<E: ?Sized> {
    is_claimed: AtomicBool,
    error: E,
}

impl Occurrence {
    fn new(error: impl Erased + 'static) -> Self {
        let shared = Arc::new(Shared { is_claimed: AtomicBool::new(false), error });
        Self { shared, trace_id: None, is_snapshot: false }
    }

    /// Creates one for an error that borrows: it keeps the entry, the status and the texts, but no details.
    pub fn snapshot(error: &dyn ApiError) -> Self {
        Self { is_snapshot: true, ..Self::new(Snapshot::of(error)) }
    }

    /// Whether it cannot reply again as the error did.
    pub fn is_snapshot(&self) -> bool {
        self.is_snapshot
    }

    /// The error.
    pub fn error(&self) -> &(dyn ApiError + 'static) {
        self.shared.error.as_api_error()
    }

    /// The error as `dyn Error`: for logs, which show its sources, and to downcast it.
    pub fn as_error(&self) -> &(dyn Error + 'static) {
        self.shared.error.as_error()
    }

    /// The identifier of the request that the reply was written with.
    pub fn trace_id(&self) -> Option<&TraceId> {
        self.trace_id.as_ref()
    }

    /// Sets the identifier of the request that the reply is written with.
    #[must_use]
    #[inline]
    pub fn with_trace_id(mut self, id: Option<TraceId>) -> Self {
        self.trace_id = id;
        self
    }

    /// Whether this is the first call for the error, so that of several layers one logs it.
    pub fn claim(&self) -> bool {
        !self.shared.is_claimed.swap(true, Ordering::Relaxed)
    }

    /// Whether a layer has [claimed](Self::claim) the error.
    pub fn is_claimed(&self) -> bool {
        self.shared.is_claimed.load(Ordering::Relaxed)
    }
}

impl<E: ApiError + 'static> From<E> for Occurrence {
    fn from(error: E) -> Self {
        Self::new(error)
    }
}

impl From<AnyError> for Occurrence {
    fn from(error: AnyError) -> Self {
        Self::new(Boxed(error.into_erased()))
    }
}

struct Boxed(Box<dyn Erased>);

impl Erased for Boxed {
    fn as_api_error(&self) -> &(dyn ApiError + 'static) {
        self.0.as_api_error()
    }

    fn as_error(&self) -> &(dyn Error + 'static) {
        self.0.as_error()
    }
}

impl fmt::Debug for Occurrence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Occurrence");
        debug.field("error", &self.error()).field("trace_id", &self.trace_id).finish_non_exhaustive()
    }
}
