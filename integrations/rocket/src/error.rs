//! Errors of any type, for handlers and guards that return several.

use errbook::Occurrence;
use rocket::Request;
use rocket::http::Status;
use rocket::outcome::Outcome;
use rocket::response::{self, Responder};

use crate::fairing;
use crate::response::{respond, to_rocket_status};

/// Any API error. `?` converts every one of them into it.
///
/// # Examples
///
/// ```
/// use errbook::ApiError;
/// use rocket::get;
///
/// #[derive(Debug, ApiError)]
/// #[api(display, status = 404, code = "NoSuchOrder")]
/// struct NoSuchOrder;
///
/// #[get("/orders/<id>")]
/// fn get_order(id: u64) -> Result<String, errbook_rocket::Error> {
///     if id == 7 { Ok(id.to_string()) } else { Err(NoSuchOrder)? }
/// }
/// ```
pub struct Error(Occurrence);

errbook_server::any_error!(Error(Occurrence));

impl Error {
    /// The error as `dyn Error`: for logs, which show its sources, and to downcast it.
    pub fn as_error(&self) -> &(dyn std::error::Error + 'static) {
        self.0.as_error()
    }

    /// The outcome of a guard that fails with the error. The catcher of this crate replies with it.
    ///
    /// Rocket gives a catcher the status alone, so that the error is kept with the request.
    ///
    /// # Examples
    ///
    /// ```
    /// use errbook::ApiError;
    /// use errbook_rocket::Error;
    /// use rocket::Request;
    /// use rocket::request::{FromRequest, Outcome};
    ///
    /// #[derive(Debug, ApiError)]
    /// #[api(display, status = 401, code = "TokenMissing")]
    /// struct TokenMissing;
    ///
    /// struct Token(String);
    ///
    /// #[rocket::async_trait]
    /// impl<'r> FromRequest<'r> for Token {
    ///     type Error = Error;
    ///
    ///     async fn from_request(request: &'r Request<'_>) -> Outcome<Self, Error> {
    ///         match request.headers().get_one("authorization") {
    ///             Some(token) => Outcome::Success(Token(token.to_owned())),
    ///             None => Error::from(TokenMissing).refuse(request),
    ///         }
    ///     }
    /// }
    /// ```
    pub fn refuse<S, F>(self, request: &Request<'_>) -> Outcome<S, (Status, Self), F> {
        fairing::keep_refused(request, self.0.clone());
        Outcome::Error((to_rocket_status(self.status()), self))
    }
}

impl<'r> Responder<'r, 'static> for Error {
    fn respond_to(self, request: &'r Request<'_>) -> response::Result<'static> {
        Ok(respond(self.0, request))
    }
}
