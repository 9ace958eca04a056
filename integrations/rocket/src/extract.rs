//! The data guards of Rocket, which keep what they fail with, and the identifier of a request.

use std::convert::Infallible;

use errbook_server::Refusal;
use rocket::data::{self, Data, FromData};
use rocket::form::{self, FromForm};
use rocket::http::Status;
use rocket::outcome::Outcome;
use rocket::request::{self, FromRequest};
use rocket::response::{self, Responder};
use rocket::serde::{Deserialize, Serialize, json};
use rocket::{Request, async_trait};

use crate::fairing;
use crate::response::to_status;

/// [`json::Json`] for requests and responses. What is wrong with a request is in the log, and in the reply by option.
#[derive(Debug, Clone, Copy, Default)]
pub struct Json<T>(pub T);

/// [`form::Form`] for requests. What is wrong with a request is in the log, and in the reply by option.
#[derive(Debug, Clone, Copy, Default)]
pub struct Form<T>(pub T);

errbook_server::deref_to_value!(Json Form);

#[async_trait]
impl<'r, T: Deserialize<'r>> FromData<'r> for Json<T> {
    type Error = json::Error<'r>;

    async fn from_data(request: &'r Request<'_>, data: Data<'r>) -> data::Outcome<'r, Self> {
        let outcome = <json::Json<T> as FromData>::from_data(request, data).await;
        kept(request, outcome.map(|value| Self(value.into_inner())))
    }
}

#[async_trait]
impl<'r, T: FromForm<'r>> FromData<'r> for Form<T> {
    type Error = form::Errors<'r>;

    async fn from_data(request: &'r Request<'_>, data: Data<'r>) -> data::Outcome<'r, Self> {
        let outcome = <form::Form<T> as FromData>::from_data(request, data).await;
        kept(request, outcome.map(|value| Self(value.into_inner())))
    }
}

/// Keeps what a guard fails with for the catcher, which gets the status alone.
fn kept<S, E: ToString, F>(
    request: &Request<'_>,
    outcome: Outcome<S, (Status, E), F>,
) -> Outcome<S, (Status, E), F> {
    if let Outcome::Error((status, error)) = &outcome {
        let refusal = Refusal::new(to_status(*status)).with_text(Some(error.to_string()));
        fairing::keep_refused(request, refusal.into());
    }
    outcome
}

impl<'r, T: Serialize> Responder<'r, 'static> for Json<T> {
    fn respond_to(self, request: &'r Request<'_>) -> response::Result<'static> {
        json::Json(self.0).respond_to(request)
    }
}

/// The identifier of the request, the one that its error replies have. `None` without the fairing.
///
/// # Examples
///
/// ```
/// use errbook_rocket::TraceId;
/// use rocket::get;
///
/// #[get("/")]
/// fn handler(id: TraceId) -> String {
///     id.0.map(|id| id.to_string()).unwrap_or_default()
/// }
/// ```
#[derive(Debug, Clone)]
pub struct TraceId(pub Option<errbook::TraceId>);

#[async_trait]
impl<'r> FromRequest<'r> for TraceId {
    type Error = Infallible;

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, Infallible> {
        Outcome::Success(Self(fairing::context(request).trace_id().cloned()))
    }
}
