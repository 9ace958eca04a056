//! What only the request knows, from where it arrives to where an error becomes a reply.
//!
//! Frameworks do not pass the request to that place. A thread-local does, which is set while the request's future is polled.

mod occurrence;
mod snapshot;
mod trace_id;

use std::borrow::Cow;
use std::cell::RefCell;
use std::fmt;

use http::uri::PathAndQuery;
use http::{Response, Uri};

pub use self::occurrence::Occurrence;
pub use self::trace_id::TraceId;
use crate::body::Body;
use crate::error::ApiError;
use crate::reply::Reply;

/// What only the request knows and replies to it have.
///
/// A layer makes one for each request and holds it in a [`Scope`]. Whoever turns an error into a reply reads it by
/// [`current`](Self::current). Making and cloning one does not allocate, unless the request has a trace id of unusual form.
///
/// # Examples
///
/// ```
/// use errbook::{ApiError, Context, Scope, TraceId};
///
/// #[derive(Debug, ApiError)]
/// #[api(display, status = 410, code = "Gone")]
/// struct Gone;
///
/// fn answer(error: &dyn ApiError) -> String {
///     Context::current().reply(error).to_string()
/// }
///
/// let id = TraceId::new("4bf92f35").unwrap();
/// let mut scope = Scope::new(Context::new().with_trace_id(id));
///
/// assert_eq!(scope.enter(|| answer(&Gone)), r#"{"code":"Gone","message":"Gone","trace_id":"4bf92f35"}"#);
/// assert_eq!(answer(&Gone), r#"{"code":"Gone","message":"Gone"}"#);
/// ```
#[derive(Debug, Clone, Default)]
pub struct Context {
    trace_id: Option<TraceId>,
    generates_trace_id: bool,
    instance: Option<Instance>,
    body: Option<&'static Body>,
    default_body: Option<&'static Body>,
}

/// Where the path of the request is kept.
#[derive(Debug, Clone)]
enum Instance {
    Uri(PathAndQuery),
    Text(Cow<'static, str>),
    /// A short text, in as many bytes as a URI takes.
    Short {
        length: u8,
        bytes: [u8; SHORT],
    },
}

/// The length of the longest path that is copied without an allocation.
const SHORT: usize = 80;

impl Instance {
    fn copy_of(path: &str) -> Self {
        let mut bytes = [0; SHORT];
        match (u8::try_from(path.len()), bytes.get_mut(..path.len())) {
            (Ok(length), Some(start)) => {
                start.copy_from_slice(path.as_bytes());
                Self::Short { length, bytes }
            }
            _ => Self::Text(Cow::Owned(path.to_owned())),
        }
    }

    fn as_str(&self) -> &str {
        match self {
            Self::Uri(uri) => uri.path(),
            Self::Text(text) => text,
            Self::Short { length, bytes } => {
                let bytes = bytes.get(..usize::from(*length)).unwrap_or_default();
                std::str::from_utf8(bytes).unwrap_or_default()
            }
        }
    }
}

impl Context {
    /// Creates a context that adds nothing to a reply.
    pub const fn new() -> Self {
        Self { trace_id: None, generates_trace_id: false, instance: None, body: None, default_body: None }
    }

    /// Sets the identifier of the request.
    #[must_use]
    pub fn with_trace_id(mut self, id: TraceId) -> Self {
        self.trace_id = Some(id);
        self
    }

    /// Has the identifier [generated](TraceId::generate) when an error needs it, if the request has none.
    #[must_use]
    pub fn with_generated_trace_id(mut self) -> Self {
        self.generates_trace_id = true;
        self
    }

    /// Sets the path of a URI as [the instance](Reply::instance). Its query may have secrets, and is left out.
    #[must_use]
    pub fn with_uri(mut self, uri: &Uri) -> Self {
        self.instance = uri.path_and_query().cloned().map(Instance::Uri);
        self
    }

    /// Sets [the instance](Reply::instance) as text.
    #[must_use]
    pub fn with_instance(mut self, path: impl Into<Cow<'static, str>>) -> Self {
        self.instance = Some(Instance::Text(path.into()));
        self
    }

    /// Sets [the instance](Reply::instance) to a copy of a path, which allocates only for a path over 80 bytes.
    ///
    /// # Examples
    ///
    /// ```
    /// # use errbook::Context;
    /// let path = String::from("/orders/8");
    /// let context = Context::new().with_path(&path);
    ///
    /// assert_eq!(context.instance(), Some("/orders/8"));
    /// ```
    #[must_use]
    pub fn with_path(mut self, path: &str) -> Self {
        self.instance = Some(Instance::copy_of(path));
        self
    }

    /// Sets the wire format that the client asked for, [in place of](Reply::body) the one that an error names.
    #[must_use]
    pub fn with_body(mut self, body: &'static Body) -> Self {
        self.body = Some(body);
        self
    }

    /// Sets the wire format of the API, for [errors that name none](Reply::default_body).
    #[must_use]
    pub fn with_default_body(mut self, body: &'static Body) -> Self {
        self.default_body = Some(body);
        self
    }

    /// The context of the innermost [`Scope`] of this thread; an empty one outside of all scopes.
    pub fn current() -> Self {
        Self::try_current().unwrap_or_default()
    }

    /// The context of the innermost [`Scope`] of this thread, if there is one.
    pub fn try_current() -> Option<Self> {
        // Where thread-locals are gone already, there is no request either.
        let read = CURRENT.try_with(|current| {
            let mut current = current.try_borrow_mut().ok()?;
            let context = current.as_mut()?;
            context.generate_trace_id();
            Some(context.clone())
        });
        read.ok().flatten()
    }

    /// Generates the identifier, if the request has none and is to have one.
    fn generate_trace_id(&mut self) {
        if self.generates_trace_id && self.trace_id.is_none() {
            self.trace_id = Some(TraceId::generate());
        }
    }

    /// The identifier of the request.
    pub fn trace_id(&self) -> Option<&TraceId> {
        self.trace_id.as_ref()
    }

    /// The path of the request.
    pub fn instance(&self) -> Option<&str> {
        self.instance.as_ref().map(Instance::as_str)
    }

    /// Creates a reply to this request.
    pub fn reply<'a>(&'a self, error: &'a dyn ApiError) -> Reply<'a> {
        let mut reply = Reply::new(error);
        if let Some(id) = &self.trace_id {
            reply = reply.trace_id(id.as_str());
        }
        if let Some(instance) = self.instance() {
            reply = reply.instance(instance);
        }
        if let Some(body) = self.body {
            reply = reply.body(body);
        }
        if let Some(body) = self.default_body {
            reply = reply.default_body(body);
        }
        reply
    }

    /// Creates the response to this request, with the [`Occurrence`] of the error among its extensions.
    ///
    /// # Examples
    ///
    /// ```
    /// # use errbook::{ApiError, Context, Occurrence};
    /// # #[derive(Debug, ApiError)]
    /// # #[api(display, status = 410, code = "Gone")]
    /// # struct Gone;
    /// let response = Context::current().respond(Gone);
    ///
    /// assert_eq!(response.status(), 410);
    /// let occurrence = response.extensions().get::<Occurrence>().unwrap();
    /// assert_eq!(occurrence.error().code(), "Gone");
    /// ```
    pub fn respond(self, error: impl Into<Occurrence>) -> Response<Cow<'static, [u8]>> {
        let occurrence = error.into();
        let response = self.reply(occurrence.error()).to_response();
        self.mark(response, occurrence)
    }

    /// Creates the response for an error that borrows. Its [`Occurrence`] is a [snapshot](Occurrence::snapshot).
    pub fn respond_borrowed(self, error: &dyn ApiError) -> Response<Cow<'static, [u8]>> {
        let response = self.reply(error).to_response();
        self.mark(response, Occurrence::snapshot(error))
    }

    fn mark<B>(self, mut response: Response<B>, occurrence: Occurrence) -> Response<B> {
        response.extensions_mut().insert(occurrence.with_trace_id(self.trace_id));
        response
    }
}

thread_local! {
    static CURRENT: RefCell<Option<Context>> = const { RefCell::new(None) };
}

/// Holds the [`Context`] of a request between the polls of its future, and makes it [current](Context::current) during each.
///
/// # Examples
///
/// A future that polls another one in a scope:
///
/// ```
/// use std::pin::Pin;
/// use std::task::{self, Poll};
///
/// use errbook::Scope;
///
/// struct Scoped<F> {
///     scope: Scope,
///     inner: Pin<Box<F>>,
/// }
///
/// impl<F: Future> Future for Scoped<F> {
///     type Output = F::Output;
///
///     fn poll(mut self: Pin<&mut Self>, cx: &mut task::Context<'_>) -> Poll<F::Output> {
///         let Self { scope, inner } = &mut *self;
///         scope.enter(|| inner.as_mut().poll(cx))
///     }
/// }
/// ```
pub struct Scope(Option<Context>);

impl Scope {
    /// Creates a scope with the context of a request.
    pub const fn new(context: Context) -> Self {
        Self(Some(context))
    }

    /// Runs a function in the scope. The outer scope is current again afterwards, also if the function panics.
    pub fn enter<T>(&mut self, run: impl FnOnce() -> T) -> T {
        swap(&mut self.0);
        let _leave = Leave(&mut self.0);
        run()
    }

    /// The context of the request. Its trace id is generated by now, if it is to have one.
    pub fn context(&mut self) -> &Context {
        let context = self.0.get_or_insert_default();
        context.generate_trace_id();
        context
    }

    /// The identifier of the request, unless it is to be generated and no error has needed it.
    pub fn trace_id(&self) -> Option<&TraceId> {
        self.0.as_ref()?.trace_id()
    }
}

impl fmt::Debug for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Scope").field(&self.0).finish()
    }
}

/// Makes the outer scope current again when it is dropped, which unwinding does too.
struct Leave<'s>(&'s mut Option<Context>);

impl Drop for Leave<'_> {
    fn drop(&mut self) {
        swap(self.0);
    }
}

/// Exchanges a context for the current one. It is never borrowed while code of others runs.
fn swap(context: &mut Option<Context>) {
    // Where thread-locals are gone already, nobody can read them.
    let _ = CURRENT.try_with(|current| {
        if let Ok(mut current) = current.try_borrow_mut() {
            std::mem::swap(&mut *current, context);
        }
    });
}
