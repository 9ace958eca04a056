//! What only the request knows, from where it arrives to where an error becomes a reply.
//!
//! Frameworks do not pass the request to that place. A thread-local does, which is set while the request's future is polled.

mod instance;
mod occurrence;
mod scope;
mod snapshot;
mod trace_id;

use std::borrow::Cow;

use http::{Response, Uri};

use self::instance::Instance;
pub use self::occurrence::Occurrence;
pub use self::scope::Scope;
pub use self::trace_id::TraceId;
use crate::body::Body;
use crate::error::ApiError;
use crate::reply::Reply;
use crate::uri;

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

impl Context {
    /// Creates a context that adds nothing to a reply.
    #[inline]
    pub const fn new() -> Self {
        Self { trace_id: None, generates_trace_id: false, instance: None, body: None, default_body: None }
    }

    /// Sets the identifier of the request, if it has one.
    #[must_use]
    #[inline]
    pub fn with_trace_id(self, id: impl Into<Option<TraceId>>) -> Self {
        Self { trace_id: id.into(), ..self }
    }

    /// Has the identifier [generated](TraceId::generate) when an error needs it, if the request has none.
    #[must_use]
    #[inline]
    pub fn with_generated_trace_id(self) -> Self {
        Self { generates_trace_id: true, ..self }
    }

    /// Sets the path of a URI as [the instance](Reply::instance). Its query may have secrets, and is left out.
    #[must_use]
    #[inline]
    pub fn with_uri(self, uri: &Uri) -> Self {
        Self { instance: uri.path_and_query().cloned().map(Instance::Uri), ..self }
    }

    /// Sets [the instance](Reply::instance) to a path that is text already.
    #[must_use]
    pub fn with_instance(mut self, path: impl Into<Cow<'static, str>>) -> Self {
        self.instance = Some(Instance::Text(path.into()));
        self
    }

    /// Sets [the instance](Reply::instance) to a copy of a path, which allocates only for a path of more than 46 bytes.
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
    #[inline]
    pub fn with_path(mut self, path: &str) -> Self {
        self.set_path(path);
        self
    }

    /// Sets [the instance](Reply::instance) as [`with_path`](Self::with_path) does, without moving the context, which is large.
    ///
    /// # Examples
    ///
    /// ```
    /// # use errbook::{Context, Scope};
    /// let mut scope = Scope::new(Context::new());
    /// scope.context_mut().set_path("/orders/8");
    ///
    /// assert_eq!(scope.context().instance(), Some("/orders/8"));
    /// ```
    #[inline]
    pub fn set_path(&mut self, path: &str) {
        // `CONNECT` has none.
        if path.is_empty() {
            self.instance = None;
        } else {
            Instance::copy_to(&mut self.instance, path);
        }
    }

    /// Sets the wire format that the client asked for, if it did, [in place of](Reply::body) the one that an error names.
    #[must_use]
    #[inline]
    pub fn with_body(self, body: impl Into<Option<&'static Body>>) -> Self {
        Self { body: body.into(), ..self }
    }

    /// Sets the wire format of the API, for [errors that name none](Reply::default_body).
    #[must_use]
    #[inline]
    pub fn with_default_body(self, body: &'static Body) -> Self {
        Self { default_body: Some(body), ..self }
    }

    /// The context of the innermost [`Scope`] of this thread; an empty one outside of all scopes.
    pub fn current() -> Self {
        Self::with_current(Self::clone)
    }

    /// Calls a function with [the current context](Self::current), without a copy of it.
    ///
    /// # Examples
    ///
    /// ```
    /// # use errbook::{ApiError, Context};
    /// # #[derive(Debug, ApiError)]
    /// # #[api(display, status = 410, code = "Gone")]
    /// # struct Gone;
    /// let response = Context::with_current(|context| context.respond(Gone));
    ///
    /// assert_eq!(response.status(), 410);
    /// ```
    #[inline]
    pub fn with_current<T>(run: impl FnOnce(&Self) -> T) -> T {
        static EMPTY: Context = Context::new();
        scope::with_current(|context| run(context.unwrap_or(&EMPTY)))
    }

    /// The context of the innermost [`Scope`] of this thread, if there is one.
    #[inline]
    pub fn try_current() -> Option<Self> {
        scope::has_current().then(Self::current)
    }

    /// Generates the identifier, if the request has none and is to have one.
    fn generate_trace_id(&mut self) {
        if self.generates_trace_id && self.trace_id.is_none() {
            self.trace_id = Some(TraceId::generate());
        }
    }

    /// The identifier of the request.
    #[inline]
    pub fn trace_id(&self) -> Option<&TraceId> {
        self.trace_id.as_ref()
    }

    /// The path of the request.
    pub fn instance(&self) -> Option<&str> {
        self.instance.as_ref().map(Instance::as_str)
    }

    /// The path of the request, as a URI reference.
    pub(crate) fn instance_reference(&self) -> Option<Cow<'_, str>> {
        Some(uri::encode(self.instance.as_ref()?.to_reference()))
    }

    /// Creates a reply to this request.
    pub fn reply<'a>(&'a self, error: &'a dyn ApiError) -> Reply<'a> {
        let mut reply = Reply::new(error);
        reply.context = Some(self).filter(|context| context.trace_id.is_some() || context.instance.is_some());
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
    pub fn respond(&self, error: impl Into<Occurrence>) -> Response<Cow<'static, [u8]>> {
        let occurrence = error.into();
        let response = self.reply(occurrence.error()).to_response();
        self.mark(response, occurrence)
    }

    /// Creates the response for an error that borrows. Its [`Occurrence`] is a [snapshot](Occurrence::snapshot).
    pub fn respond_borrowed(&self, error: &dyn ApiError) -> Response<Cow<'static, [u8]>> {
        let response = self.reply(error).to_response();
        self.mark(response, Occurrence::snapshot(error))
    }

    fn mark<B>(&self, mut response: Response<B>, occurrence: Occurrence) -> Response<B> {
        response.extensions_mut().insert(occurrence.with_trace_id(self.trace_id.clone()));
        response
    }
}
