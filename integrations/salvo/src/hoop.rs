//! The hoop around a service.

use errbook::Occurrence;
use errbook_server::{Exchange, Policy, Refusal, Unmarked};
use http::header::CONTENT_LENGTH;
use http::{HeaderValue, Method};
use salvo_core::http::{ResBody, StatusError};
use salvo_core::{BoxedError, Depot, FlowCtrl, Handler, Request, Response, async_trait};

use crate::response::{ResponseHead, from_bytes};

/// A longer text is not read.
const LONGEST: u64 = 4096;

/// Answers every error of a service in the format that its API declares. Made by [`hoop`](crate::hoop).
///
/// It makes the request [current](errbook::Context::current) while handlers work on it, so that errors become replies with its
/// trace id. It replaces responses that look like errors of salvo, before a catcher sees them, and answers panics. It logs each
/// error once. Applied at several depths, the innermost one acts.
#[derive(Debug, Clone)]
pub struct ErrorHoop {
    policy: Policy,
}

impl ErrorHoop {
    pub(crate) fn new(policy: Policy) -> Self {
        Self { policy }
    }

    /// The refusal that a handler left to the catchers of salvo, if it is replaced.
    fn refusal(&self, response: &mut Response) -> Option<Refusal> {
        let ResBody::Error(error) = &response.body else { return None };
        let status = response.status_code.unwrap_or(error.code);
        // An error that was written before.
        response.extensions.remove::<Occurrence>();
        if !self.policy.replaces(&Unmarked { status, content_type: None }) {
            return None;
        }
        match std::mem::take(&mut response.body) {
            ResBody::Error(error) => Some(refusal(error)),
            _ => None,
        }
    }
}

#[async_trait]
impl Handler for ErrorHoop {
    async fn handle(
        &self,
        request: &mut Request,
        depot: &mut Depot,
        response: &mut Response,
        ctrl: &mut FlowCtrl,
    ) {
        let context = self.policy.context_of(request.headers()).with_uri(request.uri());
        let mut exchange = Exchange::new(&self.policy, context);
        let handled = exchange.run(|| ctrl.call_next(request, depot, response)).await;
        let refusal = match handled {
            Ok(_) => self.refusal(response),
            Err(panic) => {
                ctrl.skip_rest();
                Some(Refusal::from(panic))
            }
        };
        let route = route(request, response);
        let new = match refusal {
            Some(refusal) => Some(exchange.refuse(&mut ResponseHead(response), refusal, route.as_deref())),
            None => {
                let body = response.take_body();
                let new = exchange.finish(&mut ResponseHead(response), || text(&body), route.as_deref());
                response.body = body;
                new
            }
        };
        if let Some(new) = new {
            response.body = from_bytes(new);
        }
        if *request.method() == Method::HEAD {
            declare_length(response);
        }
    }
}

/// Says how long the body of an error is, which salvo leaves out of the reply to `HEAD` (RFC 9110 §9.3.2).
fn declare_length(response: &mut Response) {
    if let (Some(_), Some(length)) = (response.extensions.get::<Occurrence>(), response.body.size()) {
        response.headers.entry(CONTENT_LENGTH).or_insert_with(|| HeaderValue::from(length));
    }
}

/// What an error of salvo says: the causes are for logs.
fn refusal(error: StatusError) -> Refusal {
    let StatusError { code, brief, detail, cause, .. } = error;
    let refusal = Refusal::new(code).with_text(Some(detail.unwrap_or(brief)));
    match cause {
        Some(cause) => refusal.with_source(inner(cause)),
        None => refusal,
    }
}

/// The error in one of salvo, which tells no sources.
fn inner(error: BoxedError) -> BoxedError {
    match error.downcast().map(|error| *error) {
        Ok(salvo_core::Error::Other(error)) | Err(error) => error,
        Ok(error) => error.into(),
    }
}

/// The pattern of the route. Only a reply with an error status needs it.
fn route(request: &Request, response: &Response) -> Option<String> {
    let is_error = response.status_code.is_some_and(|status| status.as_u16() >= 400);
    let path = request.matched_path();
    (is_error && !path.is_empty()).then(|| format!("/{path}"))
}

/// The text of a body, if it is complete, short, and UTF-8.
fn text(body: &ResBody) -> Option<String> {
    if body.size().is_none_or(|size| size > LONGEST) {
        return None;
    }
    let bytes = match body {
        ResBody::Once(bytes) => bytes.to_vec(),
        ResBody::Chunks(chunks) => chunks.iter().flatten().copied().collect(),
        _ => return None,
    };
    String::from_utf8(bytes).ok()
}
