//! One request and its response.

use std::borrow::Cow;
use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

use errbook::{Context, HttpError, Occurrence, Scope, TraceId};
use http::header::{CACHE_CONTROL, CONTENT_TYPE, VARY, X_CONTENT_TYPE_OPTIONS};
use http::{HeaderValue, Response, StatusCode};

use crate::event::ErrorEvent;
use crate::head::{Head, headers_of_body, replace_head};
use crate::headers::RequestHeaders;
use crate::panic::Panic;
use crate::policy::{Policy, id_header};
use crate::refusal::{Refusal, Unmarked};

/// One request, from its headers to its response.
#[derive(Debug)]
pub struct Exchange {
    policy: Policy,
    scope: Scope,
}

impl Exchange {
    /// Starts with the context of a request.
    #[inline]
    pub fn new(policy: &Policy, context: Context) -> Self {
        Self { policy: policy.clone(), scope: Scope::new(context) }
    }

    /// Starts before the request is [read](Self::read): so its context is made where the exchange stays.
    #[inline]
    pub fn unread(policy: &Policy) -> Self {
        Self::new(policy, policy.unread_context())
    }

    /// Reads the request: its headers, as [`Policy::context`] does, and its path.
    ///
    /// # Examples
    ///
    /// ```
    /// # use errbook::Book;
    /// use errbook_server::{Exchange, Policy, RequestHeaders};
    ///
    /// # static BOOK: Book = Book::new("", &[]);
    /// let mut headers = RequestHeaders::default();
    /// headers.add("x-request-id", b"order-7");
    ///
    /// let mut exchange = Exchange::unread(&Policy::new(&BOOK));
    /// exchange.read(&headers, "/orders/7");
    /// assert_eq!(exchange.trace_id().unwrap().as_str(), "order-7");
    /// assert_eq!(exchange.context().instance(), Some("/orders/7"));
    /// ```
    #[inline]
    pub fn read(&mut self, headers: &RequestHeaders<'_>, path: &str) {
        let context = self.scope.context_mut();
        self.policy.read(context, headers);
        context.set_path(path);
    }

    /// Runs a function, such as a poll of the handler's future, with the request as the current one.
    ///
    /// # Errors
    ///
    /// Returns the panic of the function.
    #[inline]
    pub fn enter<T>(&mut self, run: impl FnOnce() -> T) -> Result<T, Panic> {
        // What the panic left half-done is dropped with the request.
        Panic::catch(|| self.scope.enter(run))
    }

    /// Starts a future and awaits it, with the request as the current one when it starts and at each poll.
    ///
    /// # Errors
    ///
    /// Returns the panic of the function or of the future, which is dropped then.
    ///
    /// # Examples
    ///
    /// ```
    /// use errbook::Context;
    /// use errbook_server::{Exchange, Panic, Policy};
    ///
    /// async fn answer(policy: &Policy) -> Result<Option<String>, Panic> {
    ///     let mut exchange = Exchange::new(policy, Context::new().with_instance("/orders"));
    ///     exchange.run(|| async { Context::current().instance().map(str::to_owned) }).await
    /// }
    /// ```
    pub async fn run<F: Future>(&mut self, start: impl FnOnce() -> F) -> Result<F::Output, Panic> {
        let mut future = pin!(Some(self.enter(start)?));
        let polled = poll_fn(|cx| match future.as_mut().as_pin_mut() {
            Some(inner) => match self.enter(|| inner.poll(cx)) {
                Ok(Poll::Pending) => Poll::Pending,
                Ok(Poll::Ready(output)) => Poll::Ready(Ok(output)),
                Err(panic) => Poll::Ready(Err(panic)),
            },
            None => Poll::Pending,
        });
        let output = polled.await;
        // What the future holds belongs to the request, and it may panic as well.
        self.enter(|| future.set(None))?;
        output
    }

    /// The context of the request.
    pub fn context(&mut self) -> &Context {
        self.scope.context()
    }

    /// Whether there is anything to [finish](Self::finish) of a response: it is an error, or its identifier is always sent.
    #[inline]
    pub fn concerns(&self, status: StatusCode, is_marked: bool) -> bool {
        is_marked || is_error(status) || self.policy.settings.always_sends_id
    }

    /// Brings a response into the declared format: one of the framework, or one that was made outside the request's scope.
    /// Returns the body that replaces that of the response, if one does.
    ///
    /// The text of the framework is read only if the response is replaced. The route is for the log.
    pub fn finish(
        &mut self,
        head: &mut impl Head,
        text: impl FnOnce() -> Option<String>,
        route: Option<&str>,
    ) -> Option<Cow<'static, [u8]>> {
        if let Some(occurrence) = head.occurrence() {
            return self.finish_marked(head, &occurrence, route);
        }
        if self.replaces(head) {
            let refusal = Refusal::new(head.status());
            // The body and the error that are replaced belong to the request, and they may panic as well.
            let refusal = match self.enter(|| (text(), head.source())) {
                Ok((text, source)) => Refusal { text, source, ..refusal },
                Err(panic) => refusal.with_source(panic),
            };
            return Some(self.refuse(head, refusal, route));
        }
        if self.policy.settings.always_sends_id {
            self.send_id(head);
        }
        None
    }

    /// Whether a response without a declared error is replaced. No header of a success is read.
    fn replaces(&self, head: &impl Head) -> bool {
        let status = head.status();
        if !is_error(status) {
            return false;
        }
        let content_type = head.header(&CONTENT_TYPE);
        let content_type = content_type.as_ref().map(|value| String::from_utf8_lossy(value.as_bytes()));
        self.policy.replaces(&Unmarked { status, content_type: content_type.as_deref() })
    }

    /// Answers a request that the framework refused or whose handler panicked.
    pub fn refuse(
        &mut self,
        head: &mut impl Head,
        refusal: Refusal,
        route: Option<&str>,
    ) -> Cow<'static, [u8]> {
        let occurrence = Occurrence::from(self.policy.http_error(refusal));
        self.answer(head, occurrence, route)
    }

    /// Answers with an error.
    pub fn answer(
        &mut self,
        head: &mut impl Head,
        occurrence: impl Into<Occurrence>,
        route: Option<&str>,
    ) -> Cow<'static, [u8]> {
        self.write(head, occurrence.into(), None, false, route)
    }

    /// Writes the reply to an error, with the status that the handler chose for it, if it chose one.
    ///
    /// A response that has the headers of the reply keeps them: the handler may have changed them as well.
    fn write(
        &mut self,
        head: &mut impl Head,
        occurrence: Occurrence,
        status: Option<StatusCode>,
        has_headers: bool,
        route: Option<&str>,
    ) -> Cow<'static, [u8]> {
        let context = self.scope.context();
        let occurrence = occurrence.with_trace_id(context.trace_id().cloned());
        let (mut parts, body) = render(context, &occurrence, status).into_parts();
        if has_headers {
            parts.headers = headers_of_body(&parts.headers);
        }
        replace_head(head, parts.status, parts.headers);
        head.mark(occurrence.clone());
        self.close(head, &occurrence, route);
        body
    }

    fn finish_marked(
        &mut self,
        head: &mut impl Head,
        occurrence: &Occurrence,
        route: Option<&str>,
    ) -> Option<Cow<'static, [u8]>> {
        if occurrence.is_claimed() {
            self.send_id(head);
            return None;
        }
        // The status that the handler chose, if it chose another one than that of the error.
        let status = Some(head.status()).filter(|status| is_error(*status));
        if let Some(refusal) = occurrence.as_error().downcast_ref::<Refusal>() {
            let refusal = refusal.to_owned();
            let status = status.unwrap_or(refusal.status);
            return Some(self.refuse(head, Refusal { status, ..refusal }, route));
        }
        let context = self.scope.context();
        let is_own = occurrence.trace_id() == context.trace_id();
        // Most statuses are those of the error: a reply is not made to compare.
        let error = occurrence.error();
        let status = status.filter(|status| *status != error.status());
        let status = status.filter(|status| *status != context.reply(error).http_status());
        if occurrence.is_snapshot() || is_own && status.is_none() {
            self.close(head, occurrence, route);
            return None;
        }
        Some(self.write(head, occurrence.clone(), status, is_own, route))
    }

    /// What every error reply has.
    fn close(&mut self, head: &mut impl Head, occurrence: &Occurrence, route: Option<&str>) {
        self.send_id(head);
        if !self.policy.settings.formats.others().is_empty() {
            add_to_vary(head);
        }
        for (name, value) in [(CACHE_CONTROL, "no-store"), (X_CONTENT_TYPE_OPTIONS, "nosniff")] {
            head.insert_missing(&name, HeaderValue::from_static(value));
        }
        self.report(occurrence, head.status(), route);
    }

    /// Logs the error of a reply that is not made here, unless that is done.
    pub fn report(&mut self, occurrence: &Occurrence, status: StatusCode, route: Option<&str>) {
        if occurrence.claim() {
            let settings = &*self.policy.settings;
            let event = ErrorEvent::new(occurrence, status, self.scope.context().trace_id(), route);
            // A log that panics, such as in a `Display`, does not take the reply with it.
            let _ = Panic::catch(|| {
                (settings.log)(&event);
                if let Some(hook) = &settings.hook {
                    hook(&event);
                }
            });
        }
    }

    fn send_id(&mut self, head: &mut impl Head) {
        if let Some((name, value)) = self.scope.context().trace_id().and_then(id_header) {
            head.insert(&name, value);
        }
    }

    /// The identifier of the request, unless none was needed so far.
    pub fn trace_id(&mut self) -> Option<&TraceId> {
        self.scope.trace_id()
    }
}

#[inline]
fn is_error(status: StatusCode) -> bool {
    (400..600).contains(&status.as_u16())
}

/// Writes the reply. An error that panics while it is written is replied to as an internal one.
fn render(
    context: &Context,
    occurrence: &Occurrence,
    status: Option<StatusCode>,
) -> Response<Cow<'static, [u8]>> {
    let written = Panic::catch(|| {
        let reply = context.reply(occurrence.error());
        match status {
            Some(status) => reply.status(status),
            None => reply,
        }
        .to_response()
    });
    written.unwrap_or_else(|_| context.reply(&HttpError::INTERNAL_SERVER_ERROR).to_response())
}

/// Says that the reply depends on `Accept` (RFC 9110 §12.5.5).
fn add_to_vary(head: &mut impl Head) {
    let is_said =
        |name: &[u8]| name.trim_ascii() == b"*" || name.trim_ascii().eq_ignore_ascii_case(b"accept");
    if !head.has(&VARY, |value| value.split(|byte| *byte == b',').any(is_said)) {
        head.append(&VARY, HeaderValue::from_static("accept"));
    }
}
