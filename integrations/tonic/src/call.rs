//! One call: what is current while it is polled, and how its status is brought into the declared form.

use std::cell::RefCell;
use std::error::Error;
use std::fmt;
use std::sync::Arc;

use errbook::{ApiError, Context, Occurrence};
use errbook_server::{Exchange, Panic, Refusal, Unmarked, id_header};
use http::{HeaderMap, HeaderValue, StatusCode, Uri};
use tonic::{Code, Status};

use crate::layer::ErrorLayer;
use crate::status::{self, Arguments};

/// Converts an error where it is returned.
pub(crate) fn convert(error: Occurrence, arguments: Arguments) -> Status {
    let context = Context::current();
    let status = status::of(error.error(), &context, arguments.or(defaults()));
    mark(status, error, &context, arguments)
}

/// Converts an error that borrows. Its source is a snapshot.
pub(crate) fn convert_borrowed(error: &dyn ApiError, arguments: Arguments) -> Status {
    let context = Context::current();
    let status = status::of(error, &context, arguments.or(defaults()));
    mark(status, Occurrence::snapshot(error), &context, arguments)
}

fn mark(mut status: Status, error: Occurrence, context: &Context, arguments: Arguments) -> Status {
    let occurrence = error.with_trace_id(context.trace_id().cloned());
    let converted = Converted { occurrence, arguments, status: status.clone() };
    status.set_source(Arc::new(Source(Arc::new(converted))));
    status
}

/// The error that a status was made of.
#[derive(Debug)]
struct Converted {
    occurrence: Occurrence,
    arguments: Arguments,
    /// The status itself, to find it in headers again.
    status: Status,
}

/// The error that a status was made of, as its source.
#[derive(Debug)]
struct Source(Arc<Converted>);

impl Source {
    fn of(status: &Status) -> Option<&Self> {
        status.source()?.downcast_ref()
    }
}

/// tonic writes the status of a stream into trailers and drops it, while the body is polled. So its source comes to the call.
impl Drop for Source {
    fn drop(&mut self) {
        let replaced = with_current(|current| current.as_mut()?.last.replace(Arc::clone(&self.0)));
        // Its error may do anything when it is dropped, so nothing is borrowed by then.
        drop(replaced);
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.0.occurrence.as_error(), f)
    }
}

impl Error for Source {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.0.occurrence.as_error().source()
    }
}

/// What the layer adds to the [`Context`] while a call is polled.
#[derive(Debug)]
struct Current {
    defaults: Arguments,
    /// What the last status that was dropped was made of.
    last: Option<Arc<Converted>>,
}

thread_local! {
    static CURRENT: RefCell<Option<Current>> = const { RefCell::new(None) };
}

fn with_current<T>(read: impl FnOnce(&mut Option<Current>) -> T) -> Option<T> {
    // Where thread-locals are gone already, there is no call either.
    CURRENT.try_with(|current| current.try_borrow_mut().ok().map(|mut current| read(&mut current))).ok()?
}

fn defaults() -> Arguments {
    with_current(|current| current.as_ref().map(|current| current.defaults)).flatten().unwrap_or_default()
}

/// Makes the outer call current again when it is dropped, which unwinding does too.
struct Leave<'c>(&'c mut Option<Current>);

impl Drop for Leave<'_> {
    fn drop(&mut self) {
        with_current(|current| std::mem::swap(current, self.0));
    }
}

/// One call, from its headers to its status.
#[derive(Debug)]
pub(crate) struct Call {
    layer: ErrorLayer,
    exchange: Exchange,
    current: Option<Current>,
    uri: Uri,
}

impl Call {
    pub(crate) fn new(layer: &ErrorLayer, headers: &HeaderMap, uri: &Uri) -> Self {
        let policy = &layer.policy;
        let exchange = Exchange::new(policy, policy.context_of(headers).with_uri(uri));
        let current = Some(Current { defaults: layer.defaults, last: None });
        Self { layer: layer.clone(), exchange, current, uri: uri.clone() }
    }

    /// Runs a function, such as a poll of the handler's future, with the call as the current one.
    pub(crate) fn enter<T>(&mut self, run: impl FnOnce() -> T) -> Result<T, Panic> {
        let current = &mut self.current;
        self.exchange.enter(|| {
            with_current(|outer| std::mem::swap(outer, current));
            let _leave = Leave(current);
            run()
        })
    }

    /// Answers a call whose handler panicked.
    pub(crate) fn answer_panic(&mut self, panic: Panic, headers: &mut HeaderMap) -> Status {
        self.refuse(Refusal::from(panic), Code::Internal, headers)
    }

    /// Brings a status into the declared form: one of tonic, or one that was made outside of the scope. The status is that of a
    /// response's extensions; one of a stream has none there. Returns the status that replaces it, if one does.
    pub(crate) fn close(&mut self, sent: Option<&Status>, headers: &mut HeaderMap) -> Option<Status> {
        let last = self.current.as_mut().and_then(|current| current.last.take());
        let (status, converted) = match sent {
            Some(sent) => (sent.clone(), Source::of(sent).map(|source| Arc::clone(&source.0))),
            None => (Status::from_header_map(headers)?, last.filter(|last| is_in(&last.status, headers))),
        };
        let code = status.code();
        let http_status = status::http_status(code)?;
        if let Some(converted) = converted {
            return self.close_converted(&converted, code, headers);
        }
        // Details make it somebody's own, as a body of JSON does over HTTP.
        let content_type = (!status.details().is_empty()).then_some("application/grpc");
        if !self.layer.policy.replaces(&Unmarked { status: http_status, content_type }) {
            return None;
        }
        let refusal = Refusal::new(http_status).with_text(Some(status.message().to_owned()));
        Some(self.refuse(refusal, code, headers))
    }

    fn close_converted(
        &mut self,
        converted: &Converted,
        code: Code,
        headers: &mut HeaderMap,
    ) -> Option<Status> {
        let Converted { occurrence, arguments, .. } = converted;
        if occurrence.is_claimed() {
            self.send_id(headers);
            return None;
        }
        let context = self.exchange.context();
        if occurrence.trace_id() == context.trace_id() || occurrence.is_snapshot() {
            self.report(occurrence, code, headers);
            return None;
        }
        Some(self.answer(occurrence.clone(), *arguments, None, headers))
    }

    fn refuse(&mut self, refusal: Refusal, code: Code, headers: &mut HeaderMap) -> Status {
        let occurrence = Occurrence::from(self.layer.policy.http_error(refusal));
        self.answer(occurrence, Arguments::NONE, Some(code), headers)
    }

    /// Answers with an error; with the code that it was refused with, if that is given.
    fn answer(
        &mut self,
        occurrence: Occurrence,
        arguments: Arguments,
        code: Option<Code>,
        headers: &mut HeaderMap,
    ) -> Status {
        let context = self.exchange.context().clone();
        let occurrence = occurrence.with_trace_id(context.trace_id().cloned());
        let defaults = arguments.or(self.layer.defaults);
        // An error that panics while it is written is replied to as an internal one.
        let written = self.enter(|| status::of(occurrence.error(), &context, defaults));
        let written = written
            .unwrap_or_else(|_| status::of(&errbook::HttpError::INTERNAL_SERVER_ERROR, &context, defaults));
        let status = match code {
            Some(code) if code != written.code() => status::with_code(code, &written),
            _ => written,
        };
        write(&status, headers);
        self.report(&occurrence, status.code(), headers);
        mark(status, occurrence, &context, arguments)
    }

    fn report(&mut self, occurrence: &Occurrence, code: Code, headers: &mut HeaderMap) {
        self.send_id(headers);
        // The path of a method that does not exist is whatever the client wrote.
        let method = (code != Code::Unimplemented).then(|| self.uri.path());
        self.exchange.report(occurrence, StatusCode::OK, method);
    }

    fn send_id(&mut self, headers: &mut HeaderMap) {
        if let Some((name, value)) = self.exchange.context().trace_id().and_then(id_header) {
            headers.insert(name, value);
        }
    }
}

/// Whether headers have this status.
fn is_in(status: &Status, headers: &HeaderMap) -> bool {
    let mut expected = HeaderMap::new();
    let names = [Status::GRPC_STATUS, Status::GRPC_MESSAGE, Status::GRPC_STATUS_DETAILS];
    status.add_header(&mut expected).is_ok()
        && names.iter().all(|name| expected.get(name) == headers.get(name))
}

/// Replaces the status in headers. All other metadata stays.
pub(crate) fn write(status: &Status, headers: &mut HeaderMap) {
    headers.remove(Status::GRPC_MESSAGE);
    headers.remove(Status::GRPC_STATUS_DETAILS);
    // The texts of a status are encoded, so that they are always valid in headers.
    if status.add_header(headers).is_err() {
        headers.insert(Status::GRPC_STATUS, HeaderValue::from(Code::Internal as i32));
    }
}
