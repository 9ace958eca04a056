//! The middleware, and the future of its responses.

use std::any::Any;
use std::convert::Infallible;
use std::future::{Ready, ready};
use std::pin::Pin;
use std::task::{Context, Poll};

use actix_web::HttpResponse;
use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform};
use actix_web::error::InternalError;
use actix_web::http::header::{CONTENT_LENGTH, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::web::Bytes;
use errbook::Occurrence;
use errbook_server::{Exchange, Panic, Policy, Refusal};
use pin_project_lite::pin_project;

use crate::response::{ResponseHead, read_text, to_status};

/// Answers every error of an app, a scope or a resource in the format that its API declares.
///
/// It makes the request [current](errbook::Context::current) while it is handled, so that errors become replies with its trace
/// id. It replaces responses that look like errors of actix-web, and answers panics and the errors of inner middleware. It logs
/// each error once. Applied at several depths, the innermost one acts.
#[derive(Debug, Clone)]
pub struct ErrorMiddleware {
    policy: Policy,
}

impl ErrorMiddleware {
    pub(crate) fn new(policy: Policy) -> Self {
        Self { policy }
    }
}

impl<S, B> Transform<S, ServiceRequest> for ErrorMiddleware
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = actix_web::Error>,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse;
    type Error = actix_web::Error;
    type Transform = ErrorService<S>;
    type InitError = ();
    type Future = Ready<Result<Self::Transform, ()>>;

    fn new_transform(&self, inner: S) -> Self::Future {
        ready(Ok(ErrorService { inner, policy: self.policy.clone() }))
    }
}

/// The service that [`ErrorMiddleware`] makes of another one.
#[derive(Debug)]
pub struct ErrorService<S> {
    inner: S,
    policy: Policy,
}

impl<S, B> Service<ServiceRequest> for ErrorService<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = actix_web::Error>,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse;
    type Error = actix_web::Error;
    type Future = ResponseFuture<S::Future>;

    fn poll_ready(&self, cx: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&self, request: ServiceRequest) -> Self::Future {
        let is_head = request.method() == Method::HEAD;
        let headers = request.headers().iter().map(|(name, value)| (name.as_str(), value.as_bytes()));
        let context = self.policy.context(headers).with_path(request.path());
        let exchange = Exchange::new(&self.policy, context);
        // It is large: it is made where it stays.
        let mut future = ResponseFuture { inner: None, panic: None, exchange, is_head };
        // The request is passed on whole: actix-web panics if it is cloned before it is routed.
        match future.exchange.enter(|| self.inner.call(request)) {
            Ok(inner) => future.inner = Some(inner),
            Err(panic) => future.panic = Some(Box::new(panic)),
        }
        future
    }
}

pin_project! {
    /// The response of an [`ErrorService`].
    pub struct ResponseFuture<F> {
        #[pin]
        inner: Option<F>,
        panic: Option<Box<Panic>>,
        exchange: Exchange,
        is_head: bool,
    }
}

impl<F, B> Future for ResponseFuture<F>
where
    F: Future<Output = Result<ServiceResponse<B>, actix_web::Error>>,
    B: MessageBody + 'static,
{
    type Output = Result<ServiceResponse, actix_web::Error>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let mut this = self.project();
        let is_head = *this.is_head;
        let polled = match this.inner.as_mut().as_pin_mut() {
            Some(inner) => this.exchange.enter(|| inner.poll(cx)),
            None => {
                Err(this.panic.take().map_or_else(|| Panic::new(&"polled after a panic"), |panic| *panic))
            }
        };
        match polled {
            Ok(Poll::Pending) => Poll::Pending,
            Ok(Poll::Ready(Ok(response))) if concerns(this.exchange, &response) => {
                Poll::Ready(Ok(finish(this.exchange, boxed(response), is_head)))
            }
            Ok(Poll::Ready(Ok(response))) => Poll::Ready(Ok(boxed(response))),
            Ok(Poll::Ready(Err(error))) => Poll::Ready(Err(finish_error(this.exchange, error, is_head))),
            Err(panic) => {
                // It may not be polled again, and what it holds belongs to the request.
                let _ = this.exchange.enter(|| this.inner.set(None));
                let response = refuse(this.exchange, panic, is_head);
                Poll::Ready(Err(InternalError::from_response("panicked", response).into()))
            }
        }
    }
}

/// Boxes the body of a response. One with a body that is boxed already, as in an app without other middleware, is not touched.
fn boxed<B: MessageBody + 'static>(response: ServiceResponse<B>) -> ServiceResponse {
    let mut response = Some(response);
    let same = (&mut response as &mut dyn Any).downcast_mut::<Option<ServiceResponse>>();
    match same.and_then(Option::take) {
        Some(boxed) => boxed,
        None => response.expect("only a boxed one is taken").map_into_boxed_body(),
    }
}

fn concerns<B>(exchange: &Exchange, response: &ServiceResponse<B>) -> bool {
    let is_marked = response.response().extensions().contains::<Occurrence>();
    exchange.concerns(to_status(response.status()), is_marked)
}

#[inline(never)]
fn finish(exchange: &mut Exchange, response: ServiceResponse, is_head: bool) -> ServiceResponse {
    let (request, response) = response.into_parts();
    let is_error = response.status().is_client_error() || response.status().is_server_error();
    let route = if is_error { request.match_pattern() } else { None };
    let response = finish_response(exchange, response, None, route.as_deref(), is_head);
    ServiceResponse::new(request, response)
}

/// Answers the error of an inner middleware. It stays an error, since a response needs the request, which is gone.
fn finish_error(exchange: &mut Exchange, error: actix_web::Error, is_head: bool) -> actix_web::Error {
    let response = match exchange.enter(|| error.error_response()) {
        Ok(response) => finish_response(exchange, response, Some(&error), None, is_head),
        Err(panic) => refuse(exchange, panic, is_head),
    };
    InternalError::from_response(error, response).into()
}

fn finish_response(
    exchange: &mut Exchange,
    response: HttpResponse,
    error: Option<&actix_web::Error>,
    route: Option<&str>,
    is_head: bool,
) -> HttpResponse {
    let (mut response, body) = response.into_parts();
    let mut body = Some(body);
    let mut head = ResponseHead { response: &mut response, error };
    let new = exchange.finish(&mut head, || read_text(body.take()?), route);
    let body = new.map(BoxBody::new).or(body).unwrap_or_else(|| BoxBody::new(()));
    with_body(response, body, is_head)
}

fn refuse(exchange: &mut Exchange, panic: Panic, is_head: bool) -> HttpResponse {
    let mut response = HttpResponse::new(StatusCode::INTERNAL_SERVER_ERROR).drop_body();
    let mut head = ResponseHead { response: &mut response, error: None };
    let body = BoxBody::new(exchange.refuse(&mut head, Refusal::from(panic), None));
    with_body(response, body, is_head)
}

/// Sets the body, but for an error reply to `HEAD`: actix-web sends one, if it has read the next request already.
fn with_body(mut response: HttpResponse<()>, body: BoxBody, is_head: bool) -> HttpResponse {
    let is_left_out = is_head && response.extensions().contains::<Occurrence>();
    if !is_left_out {
        return response.set_body(body);
    }
    if let BodySize::Sized(length) = body.size() {
        response.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from(length));
        response.head_mut().no_chunking(true);
    }
    response.set_body(BoxBody::new(NoBody))
}

/// A body without bytes, whose length is that of the header: an empty one would replace the header.
struct NoBody;

impl MessageBody for NoBody {
    type Error = Infallible;

    fn size(&self) -> BodySize {
        BodySize::Stream
    }

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Bytes, Infallible>>> {
        Poll::Ready(None)
    }
}
