//! The extractors of poem, with rejections in the declared format, also where no middleware is.

use errbook::Context;
use errbook_server::Refusal;
use poem::web::RequestBody;
use poem::{FromRequest, IntoResponse, Request, Response, Result};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::raise;

macro_rules! extractor {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, Default)]
        pub struct $name<T>(pub T);

        errbook_server::deref_to_value!($name);

        impl<'a, T: DeserializeOwned + Send> FromRequest<'a> for $name<T> {
            async fn from_request(request: &'a Request, body: &mut RequestBody) -> Result<Self> {
                let extracted = <poem::web::$name<T> as FromRequest>::from_request(request, body).await;
                extracted.map(|poem::web::$name(value)| Self(value)).map_err(refuse)
            }
        }
    };
}

extractor! {
    /// [`poem::web::Json`] for requests and responses.
    Json
}
extractor! {
    /// [`poem::web::Form`].
    Form
}
extractor! {
    /// [`poem::web::Query`].
    Query
}
extractor! {
    /// [`poem::web::Path`].
    Path
}

/// A request that an extractor of poem refuses: an [`HttpError`](errbook::HttpError) with the status that poem chose.
fn refuse(error: poem::Error) -> poem::Error {
    raise(Refusal::new(error.status()).with_text(Some(error.to_string())).with_source(error))
}

impl<T: Serialize + Send> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        poem::web::Json(self.0).into_response()
    }
}

/// The identifier of the request, the one that its error replies have. `None` outside of the middleware.
///
/// # Examples
///
/// ```
/// use errbook_poem::TraceId;
///
/// #[poem::handler]
/// async fn show(TraceId(id): TraceId) -> String {
///     id.map(|id| id.to_string()).unwrap_or_default()
/// }
/// ```
#[derive(Debug, Clone)]
pub struct TraceId(pub Option<errbook::TraceId>);

impl<'a> FromRequest<'a> for TraceId {
    async fn from_request(_: &'a Request, _: &mut RequestBody) -> Result<Self> {
        Ok(Self(Context::current().trace_id().cloned()))
    }
}
