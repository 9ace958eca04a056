//! The layer of a server, and the body of its responses, whose last frame has the status.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use errbook_server::{Panic, Policy};
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderValue, Request, Response};
use http_body::{Body, Frame, SizeHint};
use pin_project_lite::pin_project;
use tonic::Status;
use tower_layer::Layer;
use tower_service::Service;

use crate::call::Call;
use crate::status::Arguments;

/// Answers every error of a gRPC server with the standard details.
///
/// It makes the request [current](errbook::Context::current) while a call is polled, its stream of replies too, so that errors
/// become statuses with its trace id. It replaces statuses without details, which are those of tonic, and answers panics. It
/// logs each error once. Requests that are not gRPC pass through it.
#[derive(Clone)]
pub struct ErrorLayer {
    pub(crate) policy: Policy,
    pub(crate) defaults: Arguments,
}

impl ErrorLayer {
    pub(crate) fn new(policy: Policy) -> Self {
        Self { policy, defaults: Arguments::NONE }
    }

    /// Sets the domain of the API in `ErrorInfo`, for errors that name none by `meta(domain = "…")` or by the argument of their
    /// plug-in.
    #[must_use]
    pub fn with_domain(mut self, domain: &'static str) -> Self {
        self.defaults.domain = Some(domain);
        self
    }

    /// Sets the language of messages (BCP 47). Statuses then have a `LocalizedMessage` too.
    #[must_use]
    pub fn with_locale(mut self, locale: &'static str) -> Self {
        self.defaults.locale = Some(locale);
        self
    }
}

impl fmt::Debug for ErrorLayer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ErrorLayer").field("defaults", &self.defaults).finish_non_exhaustive()
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

impl<S, B, C> Service<Request<B>> for ErrorService<S>
where
    S: Service<Request<B>, Response = Response<C>>,
    C: Body<Data = Bytes>,
{
    type Response = Response<ErrorBody<C>>;
    type Error = S::Error;
    type Future = ResponseFuture<S::Future>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let Self { inner, layer } = self;
        if !is_grpc(request.headers()) {
            return ResponseFuture { inner: Some(inner.call(request)), panic: None, call: None };
        }
        let mut call = Call::new(layer, request.headers(), request.uri());
        // A service may do its work here already.
        let (inner, panic) = match call.enter(|| inner.call(request)) {
            Ok(inner) => (Some(inner), None),
            Err(panic) => (None, Some(panic)),
        };
        ResponseFuture { inner, panic, call: Some(call) }
    }
}

fn is_grpc(headers: &HeaderMap) -> bool {
    headers.get(CONTENT_TYPE).is_some_and(|value| value.as_bytes().starts_with(b"application/grpc"))
}

pin_project! {
    /// The response of an [`ErrorService`], polled in the scope of its request.
    pub struct ResponseFuture<F> {
        #[pin]
        inner: Option<F>,
        panic: Option<Panic>,
        // `None` for a request that is not gRPC.
        call: Option<Call>,
    }
}

impl<F, C, E> Future for ResponseFuture<F>
where
    F: Future<Output = Result<Response<C>, E>>,
    C: Body<Data = Bytes>,
{
    type Output = Result<Response<ErrorBody<C>>, E>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let mut this = self.project();
        let Some(call) = this.call.as_mut() else {
            let Some(inner) = this.inner.as_pin_mut() else { return Poll::Pending };
            return inner.poll(cx).map_ok(|response| response.map(ErrorBody::untouched));
        };
        let polled = match this.inner.as_mut().as_pin_mut() {
            Some(inner) => call.enter(|| inner.poll(cx)),
            None => Err(this.panic.take().unwrap_or_else(|| Panic::new(&"polled after a panic"))),
        };
        let response = match polled {
            Ok(polled) => ready!(polled)?,
            Err(panic) => {
                // It may not be polled again, and what it holds belongs to the request.
                let _ = call.enter(|| this.inner.set(None));
                return Poll::Ready(Ok(answer_panic(call, panic)));
            }
        };
        let (mut head, body) = response.into_parts();
        let sent = head.extensions.remove::<Status>();
        let is_error = sent.is_some() || head.headers.contains_key(Status::GRPC_STATUS);
        let new = if is_error { call.close(sent.as_ref(), &mut head.headers) } else { None };
        if let Some(status) = new.or(sent) {
            head.extensions.insert(status);
        }
        // The status of a response that has none yet comes after its body.
        let body = match this.call.take() {
            Some(call) if !is_error => ErrorBody::new(body, call),
            _ => ErrorBody::untouched(body),
        };
        Poll::Ready(Ok(Response::from_parts(head, body)))
    }
}

fn answer_panic<C>(call: &mut Call, panic: Panic) -> Response<ErrorBody<C>> {
    let mut response = Response::new(ErrorBody::default());
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/grpc"));
    let status = call.answer_panic(panic, response.headers_mut());
    response.extensions_mut().insert(status);
    response
}

pin_project! {
    /// The body of a response, polled in the scope of its request.
    ///
    /// It passes messages on as they come.
    pub struct ErrorBody<B> {
        #[pin]
        inner: Option<B>,
        call: Option<Call>,
    }
}

impl<B> ErrorBody<B> {
    pub(crate) fn new(inner: B, call: Call) -> Self {
        Self { inner: Some(inner), call: Some(call) }
    }

    pub(crate) fn untouched(inner: B) -> Self {
        Self { inner: Some(inner), call: None }
    }
}

/// An empty body, as the layer of tower-http for CORS makes one.
impl<B> Default for ErrorBody<B> {
    fn default() -> Self {
        Self { inner: None, call: None }
    }
}

impl<B: Body<Data = Bytes>> Body for ErrorBody<B> {
    type Data = Bytes;
    type Error = B::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        let mut this = self.project();
        let Some(inner) = this.inner.as_mut().as_pin_mut() else { return Poll::Ready(None) };
        let Some(call) = this.call.as_mut() else { return inner.poll_frame(cx) };
        let polled = match call.enter(|| inner.poll_frame(cx)) {
            Ok(polled) => polled,
            Err(panic) => {
                // It may not be polled again, and what it holds belongs to the request.
                let _ = call.enter(|| this.inner.set(None));
                let mut trailers = HeaderMap::new();
                call.answer_panic(panic, &mut trailers);
                return Poll::Ready(Some(Ok(Frame::trailers(trailers))));
            }
        };
        let mut frame = ready!(polled);
        if let Some(trailers) = frame.as_mut().and_then(|frame| frame.as_mut().ok()?.trailers_mut()) {
            call.close(None, trailers);
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.inner.as_ref().is_none_or(Body::is_end_stream)
    }

    fn size_hint(&self) -> SizeHint {
        self.inner.as_ref().map_or_else(|| SizeHint::with_exact(0), Body::size_hint)
    }
}
