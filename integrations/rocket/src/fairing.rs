//! The fairing and the catcher, and what is kept with a request between them.

use std::sync::{Mutex, PoisonError};

use errbook::{Context, Occurrence, TraceId};
use errbook_server::{Exchange, Policy};
use rocket::catcher::{BoxFuture, Catcher};
use rocket::fairing::{self, Fairing, Info, Kind};
use rocket::http::Status;
use rocket::{Build, Request, Response, Rocket};

use crate::response::{ResponseHead, read_text, set_body};

const X_REQUEST_ID: &str = "x-request-id";
const X_CONTENT_TYPE_OPTIONS: &str = "x-content-type-options";

/// Answers every error of a Rocket in the format that its API declares.
///
/// It registers [`catchers`] at `/`, unless there is a default catcher already. It gives replies their headers, replaces
/// responses in plain text, and logs each error once. Attached twice, the last one acts.
#[derive(Debug, Clone)]
pub struct ErrorFairing {
    policy: Policy,
}

impl ErrorFairing {
    pub(crate) fn new(policy: Policy) -> Self {
        Self { policy }
    }
}

#[rocket::async_trait]
impl Fairing for ErrorFairing {
    fn info(&self) -> Info {
        Info { name: "errbook", kind: Kind::Ignite | Kind::Response | Kind::Singleton }
    }

    async fn on_ignite(&self, rocket: Rocket<Build>) -> fairing::Result {
        let has_default =
            rocket.catchers().any(|catcher| catcher.code.is_none() && catcher.base.path() == "/");
        let rocket = rocket.manage(Managed(self.policy.clone()));
        Ok(if has_default { rocket } else { rocket.register("/", catchers()) })
    }

    async fn on_response<'r>(&self, request: &'r Request<'_>, response: &mut Response<'r>) {
        let is_success = response.status().code < 400 && !response.headers().contains(X_REQUEST_ID);
        if !is_success || self.policy.has_id_on_success() {
            with_state(request, |state| state.finish(request, response));
        }
    }
}

/// The catchers that answer what Rocket refuses, for [`register`](Rocket::register) at a path where a catcher of another format
/// would answer. The [fairing](crate::fairing) registers them at `/`.
///
/// # Examples
///
/// ```
/// # use errbook::Book;
/// # static BOOK: Book = Book::new("Orders API", &[]);
/// let rocket = rocket::build()
///     .register("/api", errbook_rocket::catchers())
///     .attach(errbook_rocket::fairing(&BOOK));
/// ```
pub fn catchers() -> Vec<Catcher> {
    let mut catcher = Catcher::new(None, catch);
    catcher.name = Some("errbook".into());
    vec![catcher]
}

fn catch<'r>(status: Status, request: &'r Request<'_>) -> BoxFuture<'r> {
    match with_state(request, |state| state.catch(status, request)).flatten() {
        Some(response) => Box::pin(async { Ok(response) }),
        None => Box::pin(async move { Catcher::default().handler.handle(status, request).await }),
    }
}

/// The settings of the fairing, as state of the Rocket.
struct Managed(Policy);

/// What is kept with a request from its first error on.
struct Kept(Mutex<State>);

struct State {
    exchange: Exchange,
    /// The last error that became a response, which may be the one that is sent.
    replied: Option<Occurrence>,
    /// The last error that a guard failed with.
    refused: Option<Occurrence>,
    /// Whether the catcher has answered: its response is the one that is sent, and is logged.
    is_caught: bool,
}

impl State {
    fn new(policy: &Policy, request: &Request<'_>) -> Self {
        let values = |name| request.headers().get(name).map(move |value| (name, value.as_bytes()));
        let context = policy.context(Policy::HEADERS.into_iter().flat_map(values));
        let context = context.with_path(request.uri().path().as_str());
        let exchange = Exchange::new(policy, context);
        Self { exchange, replied: None, refused: None, is_caught: false }
    }

    /// A malformed request is answered by the catcher alone, without a fairing.
    fn catch(&mut self, status: Status, request: &Request<'_>) -> Option<Response<'static>> {
        let mut response = Response::new();
        response.set_status(status);
        let refused = self.refused.take();
        let mark = refused.filter(|occurrence| occurrence.error().status().as_u16() == status.code);
        let mut head = ResponseHead { response: &mut response, mark };
        let body = self.exchange.finish(&mut head, || None, route(request))?;
        set_body(&mut response, body);
        // A malformed request is answered without the fairing, which adds it later. Rocket's shield warns of it.
        let is_malformed = status == Status::BadRequest && request.route().is_none();
        if !is_malformed {
            response.remove_header(X_CONTENT_TYPE_OPTIONS);
        }
        self.is_caught = true;
        Some(response)
    }

    fn finish(&mut self, request: &Request<'_>, response: &mut Response<'_>) {
        if self.is_caught {
            if !response.headers().contains(X_CONTENT_TYPE_OPTIONS) {
                response.set_raw_header(X_CONTENT_TYPE_OPTIONS, "nosniff");
            }
            return;
        }
        // The identifier tells the response of the error from another one that a handler made in its place.
        let id = response.headers().get_one(X_REQUEST_ID);
        let replied = self.replied.take();
        let mark = replied.filter(|replied| id.is_some() && replied.trace_id().map(TraceId::as_str) == id);
        let mut body = response.body_mut().take();
        let mut head = ResponseHead { response, mark };
        match self.exchange.finish(&mut head, || read_text(&mut body), route(request)) {
            Some(body) => set_body(response, body),
            None => *response.body_mut() = body,
        }
    }
}

fn route<'r>(request: &'r Request<'_>) -> Option<&'r str> {
    request.route().map(|route| route.uri.path())
}

/// Runs a function on what is kept with a request. `None` without the fairing.
fn with_state<T>(request: &Request<'_>, run: impl FnOnce(&mut State) -> T) -> Option<T> {
    let Managed(policy) = request.rocket().state()?;
    let Kept(state) = request.local_cache(|| Kept(Mutex::new(State::new(policy, request))));
    Some(run(&mut state.lock().unwrap_or_else(PoisonError::into_inner)))
}

/// The context of a request. An empty one without the fairing.
pub(crate) fn context(request: &Request<'_>) -> Context {
    with_state(request, |state| state.exchange.context().clone()).unwrap_or_default()
}

/// Keeps the error of a response, and gives the response the identifier by which the fairing knows it.
pub(crate) fn keep_replied(request: &Request<'_>, occurrence: Occurrence, response: &mut Response<'_>) {
    if let Some(id) = occurrence.trace_id() {
        response.set_raw_header(X_REQUEST_ID, id.to_string());
    }
    with_state(request, |state| state.replied = Some(occurrence));
}

/// Keeps the error of a guard for the catcher.
pub(crate) fn keep_refused(request: &Request<'_>, occurrence: Occurrence) {
    with_state(request, |state| state.refused = Some(occurrence));
}
