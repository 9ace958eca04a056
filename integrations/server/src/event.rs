//! What is logged of an error reply.

use errbook::{Occurrence, TraceId};
use http::StatusCode;

/// One error reply, for the log and for metrics.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct ErrorEvent<'a> {
    /// The error, which can be downcast.
    pub occurrence: &'a Occurrence,
    /// The status of the response.
    pub status: StatusCode,
    /// The identifier of the request.
    pub trace_id: Option<&'a TraceId>,
    /// The pattern of the route, such as `/orders/{id}`, if the framework says which one it was.
    pub route: Option<&'a str>,
}

impl<'a> ErrorEvent<'a> {
    pub(crate) fn new(
        occurrence: &'a Occurrence,
        status: StatusCode,
        trace_id: Option<&'a TraceId>,
        route: Option<&'a str>,
    ) -> Self {
        Self { occurrence, status, trace_id, route }
    }

    /// The status of the error, which a format such as JSON-RPC does not send as that of the response.
    pub fn error_status(&self) -> StatusCode {
        let is_error = self.status.is_client_error() || self.status.is_server_error();
        if is_error { self.status } else { self.occurrence.error().status() }
    }

    /// The texts of the sources of the error, outermost first, separated by `: `. Empty if it has none.
    pub fn chain(&self) -> String {
        let first = self.occurrence.as_error().source();
        let sources = std::iter::successors(first, |error| error.source());
        sources.map(ToString::to_string).collect::<Vec<_>>().join(": ")
    }
}

/// Logs an error reply as one `tracing` event with the target `errbook`: 5xx as `ERROR`, 4xx as `DEBUG`.
///
/// The fields are `code`, `http.response.status_code`, `trace_id`, `http.route`, `error` with its sources, and `error.chain`,
/// their texts, because the JSON format of `tracing-subscriber` leaves sources out. `error.type` is the code, at 5xx only:
/// for OpenTelemetry, an error of the client is not one of the server.
#[cfg(feature = "tracing")]
pub fn log(event: &ErrorEvent<'_>) {
    let code = event.occurrence.error().code();
    let status = event.status.as_u16();
    let (trace_id, route) = (event.trace_id.map(TraceId::as_str), event.route);
    // The level of an event is a constant, and so are its fields.
    macro_rules! event {
        ($level:ident $($field:tt)*) => {
            if tracing::enabled!(target: "errbook", tracing::Level::$level) {
                let chain = event.chain();
                tracing::event!(
                    target: "errbook",
                    tracing::Level::$level,
                    code,
                    http.response.status_code = status,
                    trace_id,
                    http.route = route,
                    $($field)*
                    error = event.occurrence.as_error(),
                    error.chain = (!chain.is_empty()).then_some(chain),
                );
            }
        };
    }
    if event.error_status().is_server_error() {
        event!(ERROR error.r#type = code,);
    } else {
        event!(DEBUG);
    }
}

#[cfg(feature = "tracing")]
pub(crate) use self::log as log_if_enabled;

#[cfg(not(feature = "tracing"))]
pub(crate) fn log_if_enabled(_: &ErrorEvent<'_>) {}
