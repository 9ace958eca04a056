//! What a layer does, as its user chooses it.

use std::fmt;
use std::mem;
use std::sync::Arc;

use errbook::body::{FLAT, PROBLEM};
use errbook::{AnyError, Body, Book, Context, Formats, HttpError, Scope, TraceId};

use http::{HeaderMap, HeaderName, HeaderValue};

use crate::event::ErrorEvent;
use crate::headers::RequestHeaders;
use crate::panic::Panic;
use crate::refusal::{FrameworkText, Refusal, Unmarked};

/// The header of a response with the identifier of its request. `None` if a header cannot have it.
///
/// # Examples
///
/// ```
/// use errbook::TraceId;
///
/// let (name, value) = TraceId::new("order-7").as_ref().and_then(errbook_server::id_header).unwrap();
/// assert_eq!((name.as_str(), &value), ("x-request-id", &"order-7".parse().unwrap()));
/// ```
pub fn id_header(id: &TraceId) -> Option<(HeaderName, HeaderValue)> {
    const NAME: HeaderName = HeaderName::from_static("x-request-id");
    Some((NAME, HeaderValue::from_str(id.as_str()).ok()?))
}

/// What a layer does with the requests and the errors of an API. Cloning it is cheap.
///
/// # Examples
///
/// ```
/// use errbook::{ApiError, Book, body};
/// use errbook_server::Policy;
///
/// #[derive(Debug, ApiError)]
/// #[api(display, status = 410, code = "Gone")]
/// struct Gone;
///
/// static BOOK: Book = Book::new("Orders API", &[Gone::CATALOG]).with_body(&body::NESTED);
///
/// let policy = Policy::new(&BOOK).with_texts();
/// ```
#[derive(Clone)]
pub struct Policy {
    pub(crate) settings: Arc<Settings>,
}

#[derive(Clone)]
pub(crate) struct Settings {
    pub(crate) formats: Formats,
    pub(crate) trace_id: Option<Arc<dyn Fn() -> Option<TraceId> + Send + Sync>>,
    pub(crate) http_error: Arc<dyn Fn(Refusal) -> AnyError + Send + Sync>,
    pub(crate) is_replaced: fn(&Unmarked<'_>) -> bool,
    pub(crate) keeps_texts: bool,
    pub(crate) always_sends_id: bool,
    pub(crate) log: Listener,
    pub(crate) hook: Option<Listener>,
}

type Listener = Arc<dyn Fn(&ErrorEvent<'_>) + Send + Sync>;

impl Policy {
    /// The names of the headers that the [`context`](Self::context) of a request is made of.
    pub const HEADERS: [&str; 3] = ["accept", "traceparent", "x-request-id"];

    /// Creates the policy of an API. Its errors are in the format of the book, or in [`PROBLEM`] for clients that accept only
    /// that.
    pub fn new(book: &'static Book) -> Self {
        static OTHERS: [&Body; 1] = [&PROBLEM];
        Self::with_formats(Formats::new(book.body().unwrap_or(&FLAT), &OTHERS))
    }

    /// Creates a policy from the formats that clients may ask for.
    pub fn with_formats(formats: Formats) -> Self {
        let settings = Settings {
            formats,
            trace_id: None,
            http_error: Arc::new(http_error),
            is_replaced: |unmarked| unmarked.is_of_the_framework(),
            keeps_texts: false,
            always_sends_id: false,
            log: Arc::new(crate::event::log_if_enabled),
            hook: None,
        };
        Self { settings: Arc::new(settings) }
    }

    fn with(mut self, change: impl FnOnce(&mut Settings)) -> Self {
        change(Arc::make_mut(&mut self.settings));
        self
    }

    /// Takes the identifier of a request from elsewhere first, such as the current span of OpenTelemetry, if it has one there.
    #[must_use]
    pub fn with_trace_id(self, id: impl Fn() -> Option<TraceId> + Send + Sync + 'static) -> Self {
        self.with(|settings| settings.trace_id = Some(Arc::new(id)))
    }

    /// Chooses the error for a request that the framework refused and for a panic, in place of [`HttpError`].
    ///
    /// # Examples
    ///
    /// ```
    /// use errbook::{AnyError, ApiError, HttpError};
    /// # use errbook::Book;
    /// # use errbook_server::Policy;
    /// # static BOOK: Book = Book::new("", &[]);
    ///
    /// #[derive(Debug, ApiError)]
    /// #[api(display, status = 404, code = "NO_SUCH_PAGE")]
    /// struct NoSuchPage;
    ///
    /// let policy = Policy::new(&BOOK).with_http_error(|refusal| match refusal.status.as_u16() {
    ///     404 => NoSuchPage.into(),
    ///     _ => HttpError::new(refusal.status).into(),
    /// });
    /// ```
    #[must_use]
    pub fn with_http_error(self, choose: impl Fn(Refusal) -> AnyError + Send + Sync + 'static) -> Self {
        self.with(|settings| settings.http_error = Arc::new(choose))
    }

    /// Sets the rule for which 4xx and 5xx without a declared error are replaced, in place of
    /// [`Unmarked::is_of_the_framework`].
    #[must_use]
    pub fn with_rule(self, is_replaced: fn(&Unmarked<'_>) -> bool) -> Self {
        self.with(|settings| settings.is_replaced = is_replaced)
    }

    /// Keeps what the framework says about a refused request, below 500, as the message for the client. It may quote the request.
    #[must_use]
    pub fn with_texts(self) -> Self {
        self.with(|settings| settings.keeps_texts = true)
    }

    /// Sends the identifier of the request with successful responses too.
    #[must_use]
    pub fn with_id_on_success(self) -> Self {
        self.with(|settings| settings.always_sends_id = true)
    }

    /// Whether successful responses have the identifier of the request too, for frameworks that keep a request's state elsewhere.
    pub fn has_id_on_success(&self) -> bool {
        self.settings.always_sends_id
    }

    /// Replaces the log: [`log`](crate::log) by default.
    #[must_use]
    pub fn with_log(self, log: impl Fn(&ErrorEvent<'_>) + Send + Sync + 'static) -> Self {
        self.with(|settings| settings.log = Arc::new(log))
    }

    /// Calls a function for each error reply, beside the log: for metrics, with the error itself.
    #[must_use]
    pub fn with_hook(self, hook: impl Fn(&ErrorEvent<'_>) + Send + Sync + 'static) -> Self {
        self.with(|settings| settings.hook = Some(Arc::new(hook)))
    }

    /// Whether a response without a declared error is replaced.
    pub fn replaces(&self, unmarked: &Unmarked<'_>) -> bool {
        (self.settings.is_replaced)(unmarked)
    }

    /// The error for a refusal.
    pub fn http_error(&self, refusal: Refusal) -> AnyError {
        let refusal = self.filtered(refusal);
        Panic::catch(|| (self.settings.http_error)(refusal)).unwrap_or_else(|panic| http_error(panic.into()))
    }

    /// Moves a text that clients may not read to the sources.
    fn filtered(&self, mut refusal: Refusal) -> Refusal {
        let text = refusal.text.take().filter(|text| !text.is_empty());
        if self.settings.keeps_texts && !refusal.status.is_server_error() {
            refusal.text = text;
        } else if let (Some(text), None) = (text, &refusal.source) {
            refusal.source = Some(Box::new(FrameworkText(text)));
        }
        refusal
    }

    /// The [`context`](Self::context) of a request whose headers are those of `http`.
    #[inline]
    pub fn context_of(&self, headers: &HeaderMap) -> Context {
        self.context(headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes())))
    }

    /// The context of a request with these headers: each with its name in lower case, and its value. Others than
    /// [`HEADERS`](Self::HEADERS) are not read. The path is for the caller to add.
    ///
    /// The trace id is that of a single valid `traceparent`, else a well-formed `x-request-id`, else generated when an error
    /// needs it. In a scope already, it is that of the scope.
    ///
    /// # Examples
    ///
    /// ```
    /// # use errbook::Book;
    /// # use errbook_server::Policy;
    /// # static BOOK: Book = Book::new("", &[]);
    /// let context = Policy::new(&BOOK).context([("x-request-id", &b"order-7"[..])]);
    /// assert_eq!(context.trace_id().unwrap().as_str(), "order-7");
    /// ```
    #[inline]
    pub fn context<'r>(&self, headers: impl IntoIterator<Item = (&'r str, &'r [u8])>) -> Context {
        // A request has few headers: to look at each costs less than to look up three.
        let mut read = RequestHeaders::default();
        for (name, value) in headers {
            read.add(name, value);
        }
        let mut context = self.unread_context();
        self.read(&mut context, &read);
        context
    }

    /// A context without what the request says.
    #[inline]
    pub(crate) fn unread_context(&self) -> Context {
        Context::new().with_generated_trace_id().with_default_body(self.settings.formats.usual())
    }

    /// Adds what the headers say. A context is large: it is moved only if they say something.
    #[inline]
    pub(crate) fn read(&self, context: &mut Context, headers: &RequestHeaders<'_>) {
        let Settings { formats, trace_id, .. } = &*self.settings;
        if let Some(chosen) = headers.accepted(formats).filter(|chosen| *chosen != formats.usual()) {
            *context = mem::take(context).with_body(chosen);
        }
        if Scope::has_current() || trace_id.is_some() || headers.has_trace_id() {
            *context = mem::take(context).with_trace_id(self.trace_id(headers));
        }
    }

    fn trace_id(&self, headers: &RequestHeaders<'_>) -> Option<TraceId> {
        let outer = Context::try_current().and_then(|outer| outer.trace_id().cloned());
        outer.or_else(|| self.settings.trace_id.as_ref()?()).or_else(|| headers.trace_id())
    }
}

impl fmt::Debug for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Policy").field("formats", &self.settings.formats).finish_non_exhaustive()
    }
}

fn http_error(refusal: Refusal) -> AnyError {
    let mut error = HttpError::new(refusal.status);
    if let Some(text) = refusal.text {
        error = error.with_message(text);
    }
    if let Some(source) = refusal.source {
        error = error.with_source(source);
    }
    error.into()
}
