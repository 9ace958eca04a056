//! The layer around a service of warp.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use errbook_tower::Policy;
use http::{Request, Response};
use pin_project_lite::pin_project;
use tower_layer::Layer;
use tower_service::Service;

use crate::body::Body;

/// Answers every error of a [`warp::service`] in the format that its API declares. Made by [`layer`](crate::layer).
///
/// It is [`errbook_tower::ErrorLayer`] for the body of warp.
#[derive(Clone)]
pub struct ErrorLayer(errbook_tower::ErrorLayer);

impl ErrorLayer {
    pub(crate) fn new(policy: Policy) -> Self {
        Self(errbook_tower::ErrorLayer::with_policy(policy))
    }
}

impl<S> Layer<S> for ErrorLayer {
    type Service = ErrorService<S>;

    fn layer(&self, inner: S) -> ErrorService<S> {
        ErrorService(self.0.layer(Replies(inner)))
    }
}

/// The service that [`ErrorLayer`] makes of another one.
#[derive(Clone)]
pub struct ErrorService<S>(errbook_tower::ErrorService<Replies<S>>);

impl<S, B> Service<Request<B>> for ErrorService<S>
where
    S: Service<Request<B>, Response = warp::reply::Response, Error = Infallible>,
{
    type Response = Response<Body>;
    type Error = Infallible;
    type Future = <errbook_tower::ErrorService<Replies<S>> as Service<Request<B>>>::Future;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        self.0.poll_ready(cx)
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        self.0.call(request)
    }
}

/// A service of warp whose body can be replaced.
#[derive(Clone)]
pub struct Replies<S>(S);

impl<S, B> Service<Request<B>> for Replies<S>
where
    S: Service<Request<B>, Response = warp::reply::Response, Error = Infallible>,
{
    type Response = Response<Body>;
    type Error = Infallible;
    type Future = ReplyFuture<S::Future>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        self.0.poll_ready(cx)
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        ReplyFuture { inner: self.0.call(request) }
    }
}

pin_project! {
    /// The reply of a service of warp.
    pub struct ReplyFuture<F> {
        #[pin]
        inner: F,
    }
}

impl<F: Future<Output = Result<warp::reply::Response, Infallible>>> Future for ReplyFuture<F> {
    type Output = Result<Response<Body>, Infallible>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        self.project().inner.poll(cx).map_ok(|response| response.map(Body::from))
    }
}
