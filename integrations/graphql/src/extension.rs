//! The extension of a schema.

use std::any::Any;
use std::fmt;
use std::future::poll_fn;
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;

use async_graphql::async_trait::async_trait;
use async_graphql::extensions::{
    Extension, ExtensionContext, ExtensionFactory, NextRequest, NextResolve, NextSubscribe, ResolveInfo,
};
use async_graphql::futures_util::stream::{self, BoxStream};
use async_graphql::{
    PathSegment, QueryPathNode, QueryPathSegment, Response, ServerError, ServerResult, Value,
};
use errbook::{ApiError, HttpError, Occurrence};
use errbook_server::{Exchange, Panic, Policy, Refusal, Unmarked, id_header};
use http::StatusCode;

use crate::Error;
use crate::facts::Facts;

/// Answers every error of a schema with its message for clients, its code, its details and the trace id, and logs it.
///
/// It makes the request [current](errbook::Context::current) while it is executed. It replaces errors of async-graphql, and
/// answers panics.
#[derive(Clone)]
pub struct Errors {
    policy: Policy,
    kinds: Arc<Vec<Find>>,
}

/// What async-graphql keeps of the error of a resolver.
type Source = Arc<dyn Any + Send + Sync>;

/// The error in a source, if it is of a certain type.
type Find = fn(&Source) -> Option<Occurrence>;

impl Errors {
    pub(crate) fn new(policy: Policy) -> Self {
        Self { policy, kinds: Arc::default() }
    }

    /// Adds a type whose errors resolvers return as they are. async-graphql does not tell which type that is.
    ///
    /// Errors of other types that are not in [`Error`] are replied to as internal ones.
    #[must_use]
    pub fn of<E: ApiError + 'static>(mut self) -> Self {
        Arc::make_mut(&mut self.kinds)
            .push(|source| Arc::clone(source).downcast::<E>().ok().map(Occurrence::from));
        self
    }

    fn exchange(&self) -> Exchange {
        Exchange::new(&self.policy, self.policy.context([]))
    }

    /// Brings the errors of a response into the declared form.
    fn close(&self, exchange: &mut Exchange, response: &mut Response) {
        for error in &mut response.errors {
            self.close_error(exchange, error);
        }
        if response.errors.is_empty() {
            return;
        }
        if let Some((name, value)) = exchange.trace_id().and_then(id_header) {
            response.http_headers.insert(name, value);
        }
    }

    fn close_error(&self, exchange: &mut Exchange, error: &mut ServerError) {
        let source = error.source.as_ref();
        if let Some(Error(occurrence)) = source.and_then(|source| source.downcast_ref()) {
            let occurrence = occurrence.clone();
            if occurrence.is_snapshot() {
                report(exchange, &occurrence, error);
            } else if !occurrence.is_claimed() {
                write(exchange, occurrence, error);
            }
            return;
        }
        if error.extensions.as_ref().is_some_and(|extensions| extensions.get("code").is_some()) {
            // Another extension of this kind has written it, or somebody else with a code.
            return;
        }
        if let Some(occurrence) = source.and_then(|source| self.kinds.iter().find_map(|find| find(source))) {
            return write(exchange, occurrence, error);
        }
        // Extensions make it somebody's own, as a body of JSON does over HTTP.
        let content_type = error.extensions.as_ref().map(|_| "application/json");
        let status = status_of(error);
        if self.policy.replaces(&Unmarked { status, content_type }) {
            let text = std::mem::take(&mut error.message);
            let refusal = Refusal::new(status).with_text(Some(text));
            let occurrence = Occurrence::from(self.policy.http_error(refusal));
            error.source = Some(Arc::new(Error(occurrence.clone())));
            write(exchange, occurrence, error);
        }
    }

    fn panicked(&self, panic: Panic) -> ServerError {
        let occurrence = Occurrence::from(self.policy.http_error(Refusal::from(panic)));
        let mut error = ServerError::new(HttpError::INTERNAL_SERVER_ERROR.to_string(), None);
        error.source = Some(Arc::new(Error(occurrence)));
        error
    }
}

/// Writes an error for this request, and logs it.
fn write(exchange: &mut Exchange, occurrence: Occurrence, error: &mut ServerError) {
    let context = exchange.context().clone();
    let occurrence = occurrence.with_trace_id(context.trace_id().cloned());
    // An error that panics while it is written is replied to as an internal one.
    let facts = exchange.enter(|| Facts::of(occurrence.error(), &context));
    let mut facts = facts.unwrap_or_else(|_| Facts::of(&HttpError::INTERNAL_SERVER_ERROR, &context));
    error.message = std::mem::take(&mut facts.message);
    facts.write_to(&mut error.extensions);
    report(exchange, &occurrence, error);
}

/// Logs an error that is written, with the fields that lead to it.
fn report(exchange: &mut Exchange, occurrence: &Occurrence, error: &mut ServerError) {
    let fields = error.path.iter().filter_map(|segment| match segment {
        PathSegment::Field(name) => Some(&**name),
        PathSegment::Index(_) => None,
    });
    let route = fields.collect::<Vec<_>>().join(".");
    exchange.report(occurrence, StatusCode::OK, (!route.is_empty()).then_some(&route));
    if let Some(id) = exchange.context().trace_id() {
        error.extensions.get_or_insert_default().set("trace_id", id.as_str());
    }
}

/// The HTTP status that an error of async-graphql is like: 400 before execution, and for a value that is not one of its type.
fn status_of(error: &ServerError) -> StatusCode {
    // A value that a client sent has no error type of its own at this place.
    let is = |(start, end): (&str, &str)| error.message.starts_with(start) && error.message.ends_with(end);
    let is_input = error.source.is_none()
        && [("Failed to parse \"", ""), ("Expected input type \"", ""), ("Variable ", " is not defined.")]
            .into_iter()
            .any(is);
    if error.path.is_empty() || is_input {
        StatusCode::BAD_REQUEST
    } else {
        StatusCode::INTERNAL_SERVER_ERROR
    }
}

impl fmt::Debug for Errors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Errors").field("policy", &self.policy).finish_non_exhaustive()
    }
}

impl ExtensionFactory for Errors {
    fn create(&self) -> Arc<dyn Extension> {
        Arc::new(self.clone())
    }
}

#[async_trait]
impl Extension for Errors {
    async fn request(&self, ctx: &ExtensionContext<'_>, next: NextRequest<'_>) -> Response {
        let mut exchange = self.exchange();
        let response = {
            let mut future = pin!(next.run(ctx));
            poll_fn(|cx| caught(exchange.enter(|| future.as_mut().poll(cx)))).await
        };
        let mut response = response.unwrap_or_else(|panic| Response::from_errors(vec![self.panicked(panic)]));
        self.close(&mut exchange, &mut response);
        response
    }

    fn subscribe<'s>(
        &self,
        ctx: &ExtensionContext<'_>,
        stream: BoxStream<'s, Response>,
        next: NextSubscribe<'_>,
    ) -> BoxStream<'s, Response> {
        let mut stream = Some(next.run(ctx, stream));
        let (errors, mut exchange) = (self.clone(), self.exchange());
        Box::pin(stream::poll_fn(move |cx| {
            let Some(responses) = &mut stream else { return Poll::Ready(None) };
            let polled = exchange.enter(|| responses.as_mut().poll_next(cx));
            let polled = polled.unwrap_or_else(|panic| {
                // It may not be polled again, and what it holds belongs to the request.
                let _ = exchange.enter(|| stream = None);
                Poll::Ready(Some(Response::from_errors(vec![errors.panicked(panic)])))
            });
            polled.map(|next| {
                next.map(|mut response| {
                    errors.close(&mut exchange, &mut response);
                    response
                })
            })
        }))
    }

    /// A panic of one field leaves the others.
    async fn resolve(
        &self,
        ctx: &ExtensionContext<'_>,
        info: ResolveInfo<'_>,
        next: NextResolve<'_>,
    ) -> ServerResult<Option<Value>> {
        let (node, position) = (info.path_node, info.field.name.pos);
        let mut future = pin!(next.run(ctx, info));
        let resolved = poll_fn(|cx| {
            // What the panic left half-done is dropped with the field.
            caught(Panic::catch(|| future.as_mut().poll(cx)))
        });
        resolved.await.unwrap_or_else(|panic| {
            Err(ServerError { path: path(node), locations: vec![position], ..self.panicked(panic) })
        })
    }
}

fn caught<T>(polled: Result<Poll<T>, Panic>) -> Poll<Result<T, Panic>> {
    match polled {
        Ok(polled) => polled.map(Ok),
        Err(panic) => Poll::Ready(Err(panic)),
    }
}

/// The path of a field, as async-graphql writes it into an error.
fn path(node: &QueryPathNode<'_>) -> Vec<PathSegment> {
    let nodes = std::iter::successors(Some(node), |node| node.parent);
    let mut path = nodes
        .map(|node| match node.segment {
            QueryPathSegment::Name(name) => PathSegment::Field(name.to_owned()),
            QueryPathSegment::Index(index) => PathSegment::Index(index),
        })
        .collect::<Vec<_>>();
    path.reverse();
    path
}
