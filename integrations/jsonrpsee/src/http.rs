//! The layer of HTTP, which knows the headers that calls do not have.

use std::pin::Pin;
use std::task::{self, Poll, ready};

use errbook::{Scope, TraceId};
use errbook_server::{Policy, id_header};
use http::header::UPGRADE;
use http::{Request, Response};
use pin_project_lite::pin_project;
use tower_layer::Layer;
use tower_service::Service;

/// The identifier that an error object was sent with, among the extensions of its response.
#[derive(Clone)]
pub(crate) struct Sent(pub(crate) TraceId);

/// Passes the trace id of a request on to its calls, and sends that of an error object as the header `x-request-id`.
///
/// All calls of a batch have that of its request. A connection of WebSocket has one request for many calls, so each of them has an
/// identifier of its own.
#[derive(Debug, Clone)]
pub struct HttpLayer {
    policy: Policy,
}

impl HttpLayer {
    pub(crate) fn new(policy: Policy) -> Self {
        Self { policy }
    }
}

impl<S> Layer<S> for HttpLayer {
    type Service = HttpService<S>;

    fn layer(&self, inner: S) -> Self::Service {
        HttpService { inner, policy: self.policy.clone() }
    }
}

/// The service that [`HttpLayer`] makes of another one.
#[derive(Debug, Clone)]
pub struct HttpService<S> {
    inner: S,
    policy: Policy,
}

impl<S, B, C> Service<Request<B>> for HttpService<S>
where
    S: Service<Request<B>, Response = Response<C>>,
{
    type Response = Response<C>;
    type Error = S::Error;
    type Future = ResponseFuture<S::Future>;

    fn poll_ready(&mut self, cx: &mut task::Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let headers = request.headers();
        let scope = (!headers.contains_key(UPGRADE)).then(|| Scope::new(self.policy.context_of(headers)));
        ResponseFuture { inner: self.inner.call(request), scope }
    }
}

pin_project! {
    /// The response of an [`HttpService`].
    pub struct ResponseFuture<F> {
        #[pin]
        inner: F,
        scope: Option<Scope>,
    }
}

impl<F, C, E> Future for ResponseFuture<F>
where
    F: Future<Output = Result<Response<C>, E>>,
{
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut task::Context<'_>) -> Poll<F::Output> {
        let this = self.project();
        let polled = match this.scope {
            Some(scope) => scope.enter(|| this.inner.poll(cx)),
            None => this.inner.poll(cx),
        };
        let mut response = ready!(polled)?;
        let id = response.extensions().get::<Sent>().and_then(|Sent(id)| id_header(id));
        if let Some((name, value)) = id {
            response.headers_mut().insert(name, value);
        }
        Poll::Ready(Ok(response))
    }
}
