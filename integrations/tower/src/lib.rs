#![doc = include_str!("../README.md")]

mod future;
mod route;
mod text;

use std::task::{Context, Poll};

use errbook::Book;
use errbook_server::Exchange;
#[cfg(feature = "tracing")]
pub use errbook_server::log;
pub use errbook_server::{ErrorEvent, Panic, Policy, Refusal, Unmarked};
#[doc(hidden)]
pub use errbook_server::{any_error, deref_to_value};
use http::{Method, Request, Response, Version};
use http_body::Body;
use tower_layer::Layer;
use tower_service::Service;

pub use self::future::ResponseFuture;
pub use self::route::{NoRoute, Routes};

/// Answers every error of a service in the format that its API declares.
///
/// It makes the request [current](errbook::Context::current) while the service's future is polled, so that errors become replies with
/// its trace id. It replaces responses that look like errors of the framework, and answers panics. It logs each error once.
/// Applied at several depths, the innermost one acts.
///
/// # Examples
///
/// ```
/// use errbook::Book;
/// use errbook_tower::ErrorLayer;
/// use tower_layer::Layer as _;
///
/// static BOOK: Book = Book::new("Orders API", &[]);
///
/// # let service = ();
/// let service = ErrorLayer::new(&BOOK).layer(service);
/// ```
#[derive(Clone)]
pub struct ErrorLayer<R = NoRoute> {
    policy: Policy,
    routes: R,
}

impl ErrorLayer {
    /// Creates a layer for the errors of an API.
    pub fn new(book: &'static Book) -> Self {
        Self::with_policy(Policy::new(book))
    }

    /// Creates a layer with other settings.
    pub fn with_policy(policy: Policy) -> Self {
        Self { policy, routes: NoRoute }
    }
}

impl<R> ErrorLayer<R> {
    /// Sets where the log finds the route of a request.
    pub fn with_routes<Q: Routes>(self, routes: Q) -> ErrorLayer<Q> {
        ErrorLayer { policy: self.policy, routes }
    }
}

impl<S, R: Clone> Layer<S> for ErrorLayer<R> {
    type Service = ErrorService<S, R>;

    fn layer(&self, inner: S) -> Self::Service {
        ErrorService { inner, layer: self.clone() }
    }
}

/// The service that [`ErrorLayer`] makes of another one.
#[derive(Clone)]
pub struct ErrorService<S, R = NoRoute> {
    inner: S,
    layer: ErrorLayer<R>,
}

impl<S, R, B, C> Service<Request<B>> for ErrorService<S, R>
where
    S: Service<Request<B>, Response = Response<C>>,
    C: Body + From<std::borrow::Cow<'static, [u8]>>,
    R: Routes,
{
    type Response = Response<C>;
    type Error = S::Error;
    type Future = ResponseFuture<S::Future, R::Route>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let Self { inner, layer: ErrorLayer { policy, routes } } = self;
        let uri = routes.original_uri(request.extensions()).unwrap_or(request.uri());
        let mut exchange = Exchange::new(policy, policy.context_of(request.headers()).with_uri(uri));
        let route = routes.route(request.extensions());
        let is_http2 = request.version() >= Version::HTTP_2;
        let is_head = request.method() == Method::HEAD && (is_http2 || !R::is_in_router::<S>());
        // The future may be large: it is moved once.
        if R::starts_when_polled::<S>() {
            return ResponseFuture {
                inner: Some(inner.call(request)),
                panic: None,
                exchange,
                is_head,
                route,
            };
        }
        match exchange.enter(|| inner.call(request)) {
            Ok(inner) => ResponseFuture { inner: Some(inner), panic: None, exchange, is_head, route },
            Err(panic) => ResponseFuture { inner: None, panic: Some(panic), exchange, is_head, route },
        }
    }
}
