//! The error object of an error, and how the layer finds the error again.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use errbook::{ApiError, Body, Context, Occurrence, TraceId, body};
use jsonrpsee::types::ErrorObjectOwned;
use jsonrpsee::types::error::{CALL_EXECUTION_FAILED_CODE, INTERNAL_ERROR_CODE, INTERNAL_ERROR_MSG};
use serde::Deserialize;
use serde_json::value::RawValue;

/// The facts of an error, read from a reply in this format.
static FACTS: Body = body!({
    "number"?: number,
    "message": message,
    "data": {
        "code": code,
        "trace_id"?: trace_id,
        "retry_after"?: retry_after,
        "docs_url"?: docs_url,
        "violations"?: [..violations {
            "pointer"?: pointer,
            "parameter"?: parameter,
            "header"?: header,
            "code"?: code,
            "message": message,
            "details"?: details,
        }],
        "details"?: details,
    },
});

#[derive(Deserialize)]
struct Facts {
    number: Option<i64>,
    message: String,
    data: Box<RawValue>,
}

/// The error object of an error, for a call.
pub(crate) fn of(error: &dyn ApiError, context: &Context) -> ErrorObjectOwned {
    let json = context.reply(error).body(&FACTS).to_bytes();
    let Ok(Facts { number, message, data }) = serde_json::from_slice(&json) else {
        return ErrorObjectOwned::owned::<()>(INTERNAL_ERROR_CODE, INTERNAL_ERROR_MSG, None);
    };
    let code = number.and_then(|number| i32::try_from(number).ok()).unwrap_or(CALL_EXECUTION_FAILED_CODE);
    ErrorObjectOwned::owned(code, message, Some(data))
}

/// Converts an error where it is returned.
pub(crate) fn convert(error: impl Into<Occurrence>) -> ErrorObjectOwned {
    let error = error.into();
    convert_with(|context| of(error.error(), context), error.clone())
}

/// Converts an error that borrows. The layer knows a snapshot of it.
pub(crate) fn convert_borrowed(error: &dyn ApiError) -> ErrorObjectOwned {
    convert_with(|context| of(error, context), Occurrence::snapshot(error))
}

fn convert_with(write: impl Fn(&Context) -> ErrorObjectOwned, error: Occurrence) -> ErrorObjectOwned {
    let mut context = Context::current();
    let is_in_call = with_current(|current| current.is_some()).unwrap_or_default();
    if !is_in_call && context.trace_id().is_none() && HAS_LAYER.load(Ordering::Relaxed) {
        context = context.with_trace_id(TraceId::generate());
    }
    let object = write(&context);
    let occurrence = error.with_trace_id(context.trace_id().cloned());
    if is_in_call {
        let converted = Converted { occurrence, object: object.clone() };
        let replaced = with_current(|current| current.as_mut().and_then(|last| last.replace(converted)));
        // Its error may do anything when it is dropped, so nothing is borrowed by then.
        drop(replaced);
    } else if occurrence.trace_id().is_some() && HAS_LAYER.load(Ordering::Relaxed) {
        leave(occurrence);
    }
    object
}

/// An error and the object that it became.
#[derive(Debug)]
pub(crate) struct Converted {
    pub(crate) occurrence: Occurrence,
    pub(crate) object: ErrorObjectOwned,
}

/// `Some` while a call is polled, with the last error that it converted.
pub(crate) type Current = Option<Option<Converted>>;

thread_local! {
    static CURRENT: RefCell<Current> = const { RefCell::new(None) };
}

fn with_current<T>(read: impl FnOnce(&mut Current) -> T) -> Option<T> {
    // Where thread-locals are gone already, there is no call either.
    CURRENT.try_with(|current| current.try_borrow_mut().ok().map(|mut current| read(&mut current))).ok()?
}

/// Runs a function with a call as the current one.
pub(crate) fn enter<T>(call: &mut Current, run: impl FnOnce() -> T) -> T {
    /// Makes the outer call current again when it is dropped, which unwinding does too.
    struct Leave<'c>(&'c mut Current);

    impl Drop for Leave<'_> {
        fn drop(&mut self) {
            with_current(|current| std::mem::swap(current, self.0));
        }
    }

    with_current(|outer| std::mem::swap(outer, call));
    let _leave = Leave(call);
    run()
}

/// Whether a layer will look for errors that were converted outside of all calls.
static HAS_LAYER: AtomicBool = AtomicBool::new(false);

/// The errors that were converted outside of all calls: in a blocking method, in a task. They have a trace id of their own, by
/// which the layer finds them. An error whose object is not sent stays until as many others came.
static LEFT: Mutex<VecDeque<Occurrence>> = Mutex::new(VecDeque::new());

const MOST_LEFT: usize = 256;

pub(crate) fn expect_layer() {
    HAS_LAYER.store(true, Ordering::Relaxed);
}

fn leave(occurrence: Occurrence) {
    let mut left = LEFT.lock().unwrap_or_else(PoisonError::into_inner);
    let oldest = if left.len() == MOST_LEFT { left.pop_front() } else { None };
    left.push_back(occurrence);
    drop(left);
    // Its error may do anything when it is dropped, so nothing is locked by then.
    drop(oldest);
}

/// The error that was converted outside of all calls into this object.
pub(crate) fn find_left(object: &ErrorObjectOwned) -> Option<Occurrence> {
    #[derive(Deserialize)]
    struct Data {
        trace_id: String,
    }

    let Data { trace_id } = serde_json::from_str(object.data()?.get()).ok()?;
    let mut left = LEFT.lock().unwrap_or_else(PoisonError::into_inner);
    let is_it = |left: &Occurrence| left.trace_id().is_some_and(|id| id.as_str() == trace_id);
    let at = left.iter().position(is_it)?;
    left.remove(at)
}
