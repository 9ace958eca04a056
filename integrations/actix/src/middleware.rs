//! The middleware, and the future of its responses.

use std::any::Any;
use std::convert::Infallible;
use std::future::{Ready, ready};
use std::mem;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

use actix_web::HttpResponse;
use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform};
use actix_web::error::{ErrorInternalServerError, InternalError};
use actix_web::http::header::{ACCEPT, CONTENT_LENGTH, HeaderMap, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::web::Bytes;
use errbook::Occurrence;
use errbook_server::{Exchange, Panic, Policy, Refusal, RequestHeaders};
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
        ready(Ok(ErrorService { inner: Rc::new(inner), policy: self.policy.clone() }))
    }
}

/// The service that [`ErrorMiddleware`] makes of another one.
#[derive(Debug)]
pub struct ErrorService<S> {
    inner: Rc<S>,
    policy: Policy,
}

impl<S, B> Service<ServiceRequest> for ErrorService<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = actix_web::Error>,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse;
    type Error = actix_web::Error;
    type Future = ResponseFuture<S, S::Future>;

    fn poll_ready(&self, cx: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&self, request: ServiceRequest) -> Self::Future {
        let call = Some((Rc::clone(&self.inner), request));
        ResponseFuture { call, inner: None, exchange: Exchange::unread(&self.policy), is_head: false }
    }
}

pin_project! {
    /// The response of an [`ErrorService`].
    pub struct ResponseFuture<S, F> {
        // It is made in the first poll, so that the scope is entered once for both. The request is passed on whole: actix-web
        // panics if it is cloned before it is routed.
        call: Option<(Rc<S>, ServiceRequest)>,
        #[pin]
        inner: Option<F>,
        exchange: Exchange,
        is_head: bool,
    }
}

impl<S, B> Future for ResponseFuture<S, S::Future>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = actix_web::Error>,
    B: MessageBody + 'static,
{
    type Output = Result<ServiceResponse, actix_web::Error>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let mut this = self.project();
        if let Some((_, request)) = this.call {
            *this.is_head = request.method() == Method::HEAD;
            let mut headers = RequestHeaders::default();
            read(request.headers(), &mut headers);
            this.exchange.read(&headers, request.path());
        }
        let mut polled = Poll::Pending;
        let panic = this.exchange.enter(|| {
            if let Some((service, request)) = this.call.take() {
                this.inner.set(Some(service.call(request)));
            }
            match this.inner.as_mut().as_pin_mut() {
                Some(inner) => write_boxed(&mut polled, inner.poll(cx)),
                None => polled = Poll::Ready(Err(ErrorInternalServerError("polled after a panic"))),
            }
        });
        if let Err(panic) = panic {
            // It may not be polled again, and what it holds belongs to the request.
            let _ = this.exchange.enter(|| this.inner.set(None));
            polled = Poll::Ready(Err(answer_panic(this.exchange, panic, *this.is_head)));
        } else if concerns(this.exchange, &polled) {
            polled = finish(this.exchange, polled, *this.is_head);
        }
        polled
    }
}

/// Reads what the context is made of. A value is looked up: actix-web iterates over names at a fraction of the cost.
#[inline]
fn read<'r>(map: &'r HeaderMap, headers: &mut RequestHeaders<'r>) {
    for name in map.keys() {
        // A standard name is compared as a number.
        if *name == ACCEPT {
            map.get_all(name).for_each(|value| headers.add("accept", value.as_bytes()));
        } else if Policy::HEADERS.contains(&name.as_str()) {
            map.get_all(name).for_each(|value| headers.add(name.as_str(), value.as_bytes()));
        }
    }
}

type Polled<B> = Poll<Result<ServiceResponse<B>, actix_web::Error>>;

/// Replaces `Pending` by a response with a boxed body. One that is boxed already, as in an app without other middleware, is not
/// touched.
#[inline]
fn write_boxed<B: MessageBody + 'static>(place: &mut Polled<BoxBody>, polled: Polled<B>) {
    match (place as &mut dyn Any).downcast_mut::<Polled<B>>() {
        // `Pending` need not be dropped.
        Some(same) => mem::forget(mem::replace(same, polled)),
        None => *place = polled.map_ok(ServiceResponse::map_into_boxed_body),
    }
}

/// Whether there is anything to finish.
#[inline]
fn concerns(exchange: &Exchange, polled: &Polled<BoxBody>) -> bool {
    match polled {
        Poll::Pending => false,
        Poll::Ready(Err(_)) => true,
        Poll::Ready(Ok(response)) => {
            let is_marked = response.response().extensions().contains::<Occurrence>();
            exchange.concerns(to_status(response.status()), is_marked)
        }
    }
}

#[inline(never)]
fn finish(exchange: &mut Exchange, polled: Polled<BoxBody>, is_head: bool) -> Polled<BoxBody> {
    polled.map(|answer| match answer {
        Ok(response) => {
            let (request, response) = response.into_parts();
            let is_error = response.status().is_client_error() || response.status().is_server_error();
            let route = if is_error { request.match_pattern() } else { None };
            let response = finish_response(exchange, response, None, route.as_deref(), is_head);
            Ok(ServiceResponse::new(request, response))
        }
        Err(error) => Err(finish_error(exchange, error, is_head)),
    })
}

fn answer_panic(exchange: &mut Exchange, panic: Panic, is_head: bool) -> actix_web::Error {
    let response = refuse(exchange, panic, is_head);
    InternalError::from_response("panicked", response).into()
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
