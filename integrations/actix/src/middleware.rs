//! The middleware, and the future of its responses.

use std::convert::Infallible;
use std::future::{Ready, ready};
use std::pin::Pin;
use std::task::{Context, Poll};

use actix_web::HttpResponse;
use actix_web::body::{BodySize, BoxBody, EitherBody, MessageBody};
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
    B: MessageBody,
{
    type Response = ServiceResponse<EitherBody<B>>;
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
    B: MessageBody,
{
    type Response = ServiceResponse<EitherBody<B>>;
    type Error = actix_web::Error;
    type Future = ResponseFuture<S::Future>;

    fn poll_ready(&self, cx: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&self, request: ServiceRequest) -> Self::Future {
        let is_head = request.method() == Method::HEAD;
        let headers = request.headers().iter().map(|(name, value)| (name.as_str(), value.as_bytes()));
        let context = self.policy.context(headers).with_path(request.path());
        let mut exchange = Exchange::new(&self.policy, context);
        // The request is passed on whole: actix-web panics if it is cloned before it is routed.
        match exchange.enter(|| self.inner.call(request)) {
            Ok(inner) => ResponseFuture { inner: Some(inner), panic: None, exchange, is_head },
            Err(panic) => ResponseFuture { inner: None, panic: Some(panic), exchange, is_head },
        }
    }
}

pin_project! {
    /// The response of an [`ErrorService`].
    pub struct ResponseFuture<F> {
        #[pin]
        inner: Option<F>,
        panic: Option<Panic>,
        exchange: Exchange,
        is_head: bool,
    }
}

impl<F, B> Future for ResponseFuture<F>
where
    F: Future<Output = Result<ServiceResponse<B>, actix_web::Error>>,
    B: MessageBody,
{
    type Output = Result<ServiceResponse<EitherBody<B>>, actix_web::Error>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let mut this = self.project();
        let polled = match this.inner.as_mut().as_pin_mut() {
            Some(inner) => this.exchange.enter(|| inner.poll(cx)),
            None => Err(this.panic.take().unwrap_or_else(|| Panic::new(&"polled after a panic"))),
        };
        let is_head = *this.is_head;
        Poll::Ready(match polled {
            Ok(Poll::Pending) => return Poll::Pending,
            Ok(Poll::Ready(Ok(response))) => {
                if concerns(this.exchange, &response) {
                    Ok(finish(this.exchange, response, is_head))
                } else {
                    let (request, response) = response.into_parts();
                    Ok(ServiceResponse::new(request, response.map_into_left_body()))
                }
            }
            Ok(Poll::Ready(Err(error))) => Err(finish_error(this.exchange, error, is_head)),
            Err(panic) => {
                // It may not be polled again, and what it holds belongs to the request.
                let _ = this.exchange.enter(|| this.inner.set(None));
                let response = refuse(this.exchange, panic, is_head);
                Err(InternalError::from_response("panicked", response).into())
            }
        })
    }
}

fn concerns<B>(exchange: &Exchange, response: &ServiceResponse<B>) -> bool {
    let is_marked = response.response().extensions().contains::<Occurrence>();
    exchange.concerns(to_status(response.status()), is_marked)
}

#[inline(never)]
fn finish<B: MessageBody>(
    exchange: &mut Exchange,
    response: ServiceResponse<B>,
    is_head: bool,
) -> ServiceResponse<EitherBody<B>> {
    let (request, response) = response.into_parts();
    let is_error = response.status().is_client_error() || response.status().is_server_error();
    let route = if is_error { request.match_pattern() } else { None };
    let (mut response, body) = response.into_parts();
    let mut body = Some(body);
    let mut head = ResponseHead { response: &mut response, error: None };
    let new = exchange.finish(&mut head, || read_text(body.take()?), route.as_deref());
    let (size, body) = match (new, body) {
        (None, Some(body)) => (body.size(), EitherBody::left(body)),
        (new, _) => {
            let body = BoxBody::new(new.unwrap_or_default());
            (body.size(), EitherBody::right(body))
        }
    };
    let body = without_body(&mut response, size, is_head).map_or(body, EitherBody::right);
    ServiceResponse::new(request, response.set_body(body))
}

/// Answers the error of an inner middleware. It stays an error, since a response needs the request, which is gone.
fn finish_error(exchange: &mut Exchange, error: actix_web::Error, is_head: bool) -> actix_web::Error {
    let response = match exchange.enter(|| error.error_response()) {
        Ok(response) => {
            let (mut response, body) = response.into_parts();
            let mut body = Some(body);
            let mut head = ResponseHead { response: &mut response, error: Some(&error) };
            let new = exchange.finish(&mut head, || read_text(body.take()?), None);
            let body = new.map(BoxBody::new).or(body).unwrap_or_else(|| BoxBody::new(()));
            let body = without_body(&mut response, body.size(), is_head).unwrap_or(body);
            response.set_body(body)
        }
        Err(panic) => refuse(exchange, panic, is_head),
    };
    InternalError::from_response(error, response).into()
}

fn refuse(exchange: &mut Exchange, panic: Panic, is_head: bool) -> HttpResponse {
    let mut response = HttpResponse::new(StatusCode::INTERNAL_SERVER_ERROR).drop_body();
    let mut head = ResponseHead { response: &mut response, error: None };
    let body = BoxBody::new(exchange.refuse(&mut head, Refusal::from(panic), None));
    let body = without_body(&mut response, body.size(), is_head).unwrap_or(body);
    response.set_body(body)
}

/// The body of an error reply to `HEAD`. actix-web sends that of any other, when it has read the next request already.
fn without_body(response: &mut HttpResponse<()>, size: BodySize, is_head: bool) -> Option<BoxBody> {
    let is_left_out = is_head && response.extensions().contains::<Occurrence>();
    is_left_out.then(|| {
        if let BodySize::Sized(length) = size {
            response.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from(length));
            response.head_mut().no_chunking(true);
        }
        BoxBody::new(NoBody)
    })
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
