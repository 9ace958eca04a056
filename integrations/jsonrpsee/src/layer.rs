//! The layer of calls.

use std::borrow::Cow;
use std::fmt;
use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

use errbook::{Context, HttpError, Occurrence};
use errbook_server::{Exchange, Panic, Policy, Refusal, Unmarked};
use http::{Extensions, StatusCode};
use jsonrpsee::core::middleware::{Batch, BatchEntry, Notification, RpcServiceT};
use jsonrpsee::core::server::{BatchResponseBuilder, MethodResponse};
use jsonrpsee::types::error as codes;
use jsonrpsee::types::{ErrorObjectOwned, Id, Request};
use serde::Deserialize;
use serde_json::value::RawValue;
use tower_layer::Layer;

use crate::http::Sent;
use crate::object::{self, Current};

/// Answers every error of a JSON-RPC server with an object that has the code and the details.
///
/// It makes the call [current](errbook::Context::current) while it is polled, so that errors become objects with its trace id.
/// It replaces objects of jsonrpsee, answers panics, and logs each error once.
#[derive(Clone)]
pub struct ErrorLayer {
    policy: Policy,
    max_batch_response_size: usize,
}

impl ErrorLayer {
    pub(crate) fn new(policy: Policy) -> Self {
        object::expect_layer();
        Self { policy, max_batch_response_size: 10 * 1024 * 1024 }
    }

    /// Sets the largest response to a batch, in bytes: the `max_response_body_size` of the server, which no layer can read. It is
    /// 10 MiB by default, as that of the server is.
    #[must_use]
    pub fn with_max_batch_response_size(mut self, size: usize) -> Self {
        self.max_batch_response_size = size;
        self
    }
}

impl fmt::Debug for ErrorLayer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ErrorLayer").field("policy", &self.policy).finish_non_exhaustive()
    }
}

impl<S> Layer<S> for ErrorLayer {
    type Service = ErrorService<S>;

    fn layer(&self, inner: S) -> Self::Service {
        ErrorService { inner, layer: self.clone() }
    }
}

/// The service that [`ErrorLayer`] makes of another one.
#[derive(Debug, Clone)]
pub struct ErrorService<S> {
    inner: S,
    layer: ErrorLayer,
}

impl<S> RpcServiceT for ErrorService<S>
where
    S: RpcServiceT<
            MethodResponse = MethodResponse,
            NotificationResponse = MethodResponse,
            BatchResponse = MethodResponse,
        > + Clone
        + Send
        + Sync
        + 'static,
{
    type MethodResponse = MethodResponse;
    type NotificationResponse = MethodResponse;
    type BatchResponse = MethodResponse;

    fn call<'a>(&self, request: Request<'a>) -> impl Future<Output = MethodResponse> + Send + 'a {
        let mut call = Call::new(&self.layer.policy, request.id.clone(), request.method.clone());
        // A method that is not async does its work here already.
        let future = call.enter(|| self.inner.call(request));
        async move {
            let response = match future {
                Ok(future) => {
                    let mut future = pin!(future);
                    poll_fn(|cx| match call.enter(|| future.as_mut().poll(cx)) {
                        Ok(polled) => polled.map(Ok),
                        Err(panic) => Poll::Ready(Err(panic)),
                    })
                    .await
                }
                Err(panic) => Err(panic),
            };
            match response {
                Ok(response) if response.is_error() => call.close(response),
                Ok(response) => response,
                Err(panic) => call.answer_panic(panic),
            }
        }
    }

    fn batch<'a>(&self, batch: Batch<'a>) -> impl Future<Output = MethodResponse> + Send + 'a {
        let service = self.clone();
        async move {
            let mut responses = BatchResponseBuilder::new_with_limit(service.layer.max_batch_response_size);
            let mut has_notification = false;
            for entry in batch {
                let response = match entry {
                    Ok(BatchEntry::Call(request)) => service.call(request).await,
                    Ok(BatchEntry::Notification(notification)) => {
                        has_notification = true;
                        service.notification(notification).await;
                        continue;
                    }
                    Err(error) => {
                        let (object, id) = error.into_parts();
                        let mut call = Call::new(&service.layer.policy, id.clone(), "".into());
                        call.close(MethodResponse::error(id, object))
                    }
                };
                if let Err(too_large) = responses.append(response) {
                    return too_large;
                }
            }
            if responses.is_empty() && has_notification {
                MethodResponse::notification()
            } else {
                MethodResponse::from_batch(responses.finish())
            }
        }
    }

    fn notification<'a>(
        &self,
        notification: Notification<'a>,
    ) -> impl Future<Output = MethodResponse> + Send + 'a {
        self.inner.notification(notification)
    }
}

/// One call, from its request to its response.
struct Call<'a> {
    policy: Policy,
    exchange: Exchange,
    current: Current,
    id: Id<'a>,
    method: Cow<'a, str>,
}

impl<'a> Call<'a> {
    /// A call of the current request of HTTP, if there is one. An entry of a batch that is not a request has no method.
    fn new(policy: &Policy, id: Id<'a>, method: Cow<'a, str>) -> Self {
        let exchange = Exchange::new(policy, policy.context([]));
        Self { policy: policy.clone(), exchange, current: Some(None), id, method }
    }

    fn enter<T>(&mut self, run: impl FnOnce() -> T) -> Result<T, Panic> {
        let Self { exchange, current, .. } = self;
        exchange.enter(|| object::enter(current, run))
    }

    fn answer_panic(&mut self, panic: Panic) -> MethodResponse {
        self.refuse(Refusal::from(panic), codes::INTERNAL_ERROR_CODE, Extensions::new())
    }

    /// Brings an error response into the declared form: one of jsonrpsee, or one that was made outside of the scope.
    fn close(&mut self, response: MethodResponse) -> MethodResponse {
        #[derive(Deserialize)]
        struct Response {
            error: ErrorObjectOwned,
        }

        let last = self.current.as_mut().and_then(Option::take);
        let Ok(Response { error }) = serde_json::from_str(response.as_ref()) else { return response };
        let converted = last.filter(|last| last.object == error).map(|last| last.occurrence);
        if let Some(occurrence) = converted.or_else(|| object::find_left(&error)) {
            return self.close_converted(occurrence, error.code(), response);
        }
        // The response to a subscription is sent already.
        let Some(status) = http_status(error.code()).filter(|_| !response.is_subscription()) else {
            return response;
        };
        let data = error.data().map(RawValue::get);
        // Members make it somebody's own, as a body of JSON does over HTTP.
        let content_type = data.filter(|data| data.starts_with('{')).map(|_| "application/json");
        if !self.policy.replaces(&Unmarked { status, content_type }) {
            return response;
        }
        let text = data.and_then(|data| serde_json::from_str(data).ok());
        let text = text.unwrap_or_else(|| error.message().to_owned());
        let (.., extensions) = response.into_parts();
        self.refuse(Refusal::new(status).with_text(Some(text)), error.code(), extensions)
    }

    fn close_converted(
        &mut self,
        occurrence: Occurrence,
        code: i32,
        mut response: MethodResponse,
    ) -> MethodResponse {
        let context = self.exchange.context().clone();
        if occurrence.trace_id() == context.trace_id() {
            self.report(&occurrence, code, response.extensions_mut());
            return response;
        }
        if response.is_subscription() || occurrence.is_snapshot() {
            // It cannot be written again, so the call has the identifier that the client gets.
            let id = occurrence.trace_id().cloned();
            let context = id.map_or(context, |id| Context::new().with_trace_id(id));
            self.exchange = Exchange::new(&self.policy, context);
            self.report(&occurrence, code, response.extensions_mut());
            return response;
        }
        let (.., extensions) = response.into_parts();
        self.answer(occurrence, None, extensions)
    }

    fn refuse(&mut self, refusal: Refusal, code: i32, extensions: Extensions) -> MethodResponse {
        let occurrence = Occurrence::from(self.policy.http_error(refusal));
        self.answer(occurrence, Some(code), extensions)
    }

    /// Answers with an error; with the code that it was refused with, if that is given.
    fn answer(
        &mut self,
        occurrence: Occurrence,
        code: Option<i32>,
        mut extensions: Extensions,
    ) -> MethodResponse {
        let context = self.exchange.context().clone();
        let occurrence = occurrence.with_trace_id(context.trace_id().cloned());
        // An error that panics while it is written is replied to as an internal one.
        let written = self.enter(|| object::of(occurrence.error(), &context));
        let mut object = written.unwrap_or_else(|_| object::of(&HttpError::INTERNAL_SERVER_ERROR, &context));
        if let Some(code) = code {
            object = ErrorObjectOwned::owned(code, object.message(), object.data());
        }
        self.report(&occurrence, object.code(), &mut extensions);
        MethodResponse::error(self.id.clone(), object).with_extensions(extensions)
    }

    fn report(&mut self, occurrence: &Occurrence, code: i32, extensions: &mut Extensions) {
        // The name of a method that does not exist is whatever the client wrote.
        let is_known = code != codes::METHOD_NOT_FOUND_CODE && !self.method.is_empty();
        let method = is_known.then_some(&*self.method);
        self.exchange.report(occurrence, StatusCode::OK, method);
        if let Some(id) = self.exchange.trace_id() {
            extensions.insert(Sent(id.clone()));
        }
    }
}

/// The HTTP status that a reserved code is like (JSON-RPC 2.0 §5.1); `None` for the codes of applications.
fn http_status(code: i32) -> Option<StatusCode> {
    Some(match code {
        codes::PARSE_ERROR_CODE
        | codes::INVALID_REQUEST_CODE
        | codes::INVALID_PARAMS_CODE
        | codes::BATCHES_NOT_SUPPORTED_CODE
        | codes::TOO_BIG_BATCH_REQUEST_CODE => StatusCode::BAD_REQUEST,
        codes::METHOD_NOT_FOUND_CODE => StatusCode::NOT_FOUND,
        codes::OVERSIZED_REQUEST_CODE => StatusCode::PAYLOAD_TOO_LARGE,
        codes::TOO_MANY_SUBSCRIPTIONS_CODE => StatusCode::TOO_MANY_REQUESTS,
        codes::SERVER_IS_BUSY_CODE => StatusCode::SERVICE_UNAVAILABLE,
        -32768..=-32000 => StatusCode::INTERNAL_SERVER_ERROR,
        _ => return None,
    })
}
