//! The middleware around an application.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use errbook::Occurrence;
use errbook_server::{Exchange, Policy, Refusal};
use poem::http::header::CONTENT_LENGTH;
use poem::http::{self, HeaderValue, Method};

use poem::{Body, Endpoint, IntoResponse, Middleware, PathPattern, Request, Response, Result};

use crate::error::{from_bytes, join};

/// A longer text of poem is not read.
const LONGEST: usize = 4096;

/// Answers every error of an endpoint in the format that its API declares. Made by [`middleware`](crate::middleware).
///
/// It makes the request [current](errbook::Context::current) while the endpoint works on it, so that errors become replies with
/// its trace id. It replaces responses that look like errors of poem, and answers panics. It logs each error once. Applied at
/// several depths, the innermost one acts.
#[derive(Debug, Clone)]
pub struct ErrorMiddleware {
    policy: Policy,
}

impl ErrorMiddleware {
    pub(crate) fn new(policy: Policy) -> Self {
        Self { policy }
    }
}

impl<E: Endpoint> Middleware<E> for ErrorMiddleware {
    type Output = ErrorEndpoint<E>;

    fn transform(&self, inner: E) -> ErrorEndpoint<E> {
        ErrorEndpoint { inner, policy: self.policy.clone() }
    }
}

/// The endpoint that [`ErrorMiddleware`] makes of another one. It never returns an error.
#[derive(Debug, Clone)]
pub struct ErrorEndpoint<E> {
    inner: E,
    policy: Policy,
}

impl<E: Endpoint> Endpoint for ErrorEndpoint<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        let context = self.policy.context_of(request.headers()).with_uri(uri(&request));
        let mut exchange = Exchange::new(&self.policy, context);
        let is_head = request.method() == Method::HEAD;
        // Users' conversions into a response belong to the request, too.
        let answered = exchange.run(|| async { Answer::of(self.inner.call(request).await) }).await;
        let (head, body) = match answered {
            Ok(answer) => answer.finish(&mut exchange),
            Err(panic) => {
                let (mut head, ()) = http::Response::new(()).into_parts();
                let body = exchange.refuse(&mut head, Refusal::from(panic), None);
                (head, from_bytes(body))
            }
        };
        Ok(if is_head { without_body(head, body) } else { join(head, body) })
    }
}

/// The URI that the client sent, also where nested routes have shortened it. A request that no server has read has no original one.
fn uri(request: &Request) -> &http::Uri {
    let (original, uri) = (request.original_uri(), request.uri());
    if original.path().ends_with(uri.path()) { original } else { uri }
}

/// What an endpoint answers.
struct Answer {
    response: Response,
    /// What an error of poem, or of the user in the terms of poem, says with its sources, if it is one of the server.
    chain: Option<String>,
}

impl Answer {
    fn of(result: Result<impl IntoResponse>) -> Self {
        match result {
            Ok(output) => Self { response: output.into_response(), chain: None },
            Err(error) => {
                let is_ours = error.data::<Occurrence>().is_some();
                let is_logged = !is_ours && error.status().is_server_error();
                let chain = is_logged.then(|| chain(&error));
                Self { response: error.into_response(), chain }
            }
        }
    }

    /// Brings the response into the declared format.
    fn finish(self, exchange: &mut Exchange) -> (http::response::Parts, Body) {
        let (parts, body) = self.response.into_parts();
        let (mut head, ()) = http::Response::new(()).into_parts();
        (head.status, head.version) = (parts.status, parts.version);
        (head.headers, head.extensions) = (parts.headers, parts.extensions);
        let route = head.extensions.get().map(|PathPattern(pattern)| pattern.clone());
        let mut body = Some(body);
        let text = || self.chain.or_else(|| text(body.take()?));
        let new = exchange.finish(&mut head, text, route.as_deref());
        let body = new.map(from_bytes).or(body).unwrap_or_default();
        (head, body)
    }
}

/// The texts of an error and of its sources. The text of `poem::Error` is that of its source, unless it has another.
fn chain(error: &poem::Error) -> String {
    let source = std::error::Error::source(error);
    let sources = std::iter::successors(source, |error| error.source()).map(ToString::to_string);
    let mut texts = std::iter::once(error.to_string()).chain(sources).collect::<Vec<_>>();
    texts.dedup();
    texts.join(": ")
}

/// The text of a body, if it is complete without waiting, short, and UTF-8.
fn text(body: Body) -> Option<String> {
    let bytes = ready(body.into_bytes_limit(LONGEST))?.ok()?;
    String::from_utf8(bytes.into()).ok()
}

/// The output of a future that need not wait.
fn ready<F: Future>(future: F) -> Option<F::Output> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => Some(output),
        Poll::Pending => None,
    }
}

/// The response to `HEAD` with the length of the body that it does not have (RFC 9110 §9.3.2). HTTP/2 in hyper would send one.
fn without_body(mut head: http::response::Parts, body: Body) -> Response {
    if head.extensions.get::<Occurrence>().is_none() {
        return join(head, body);
    }
    let length = ready(body.into_bytes()).and_then(Result::ok).map_or(0, |bytes| bytes.len());
    if length > 0 {
        head.headers.entry(CONTENT_LENGTH).or_insert_with(|| HeaderValue::from(length));
    }
    join(head, Body::empty())
}
