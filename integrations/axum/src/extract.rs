//! The extractors of axum, with rejections in the declared format, also where no layer is.

use axum::extract::{FromRequest, FromRequestParts, OptionalFromRequest, Request};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use errbook::Context;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::Rejection;

macro_rules! extractor {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, Default)]
        pub struct $name<T>(pub T);

        errbook_tower::deref_to_value!($name);
    };
}

extractor! {
    /// [`axum::Json`] for requests and responses.
    Json
}
extractor! {
    /// [`axum::Form`] for requests.
    Form
}
extractor! {
    /// [`axum::extract::Query`].
    Query
}
extractor! {
    /// [`axum::extract::Path`].
    Path
}

macro_rules! from_request {
    ($($name:ident)*) => {
        $(
            impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for $name<T> {
                type Rejection = Rejection;

                async fn from_request(request: Request, state: &S) -> Result<Self, Rejection> {
                    let axum::$name(value) = <axum::$name<T> as FromRequest<S>>::from_request(request, state).await?;
                    Ok(Self(value))
                }
            }
        )*
    };
}

from_request! { Json Form }

macro_rules! from_request_parts {
    ($($name:ident)*) => {
        $(
            impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for $name<T> {
                type Rejection = Rejection;

                async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Rejection> {
                    let axum::extract::$name(value) = axum::extract::$name::<T>::from_request_parts(parts, state).await?;
                    Ok(Self(value))
                }
            }
        )*
    };
}

from_request_parts! { Query Path }

impl<T: DeserializeOwned, S: Send + Sync> OptionalFromRequest<S> for Json<T> {
    type Rejection = Rejection;

    async fn from_request(request: Request, state: &S) -> Result<Option<Self>, Rejection> {
        let json = <axum::Json<T> as OptionalFromRequest<S>>::from_request(request, state).await?;
        Ok(json.map(|axum::Json(value)| Self(value)))
    }
}

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        axum::Json(self.0).into_response()
    }
}

impl<T: Serialize> IntoResponse for Form<T> {
    fn into_response(self) -> Response {
        axum::Form(self.0).into_response()
    }
}

/// The identifier of the request, the one that its error replies have. `None` outside of the layer.
///
/// # Examples
///
/// ```
/// use errbook_axum::TraceId;
///
/// async fn handler(TraceId(id): TraceId) -> String {
///     id.map(|id| id.to_string()).unwrap_or_default()
/// }
/// ```
#[derive(Debug, Clone)]
pub struct TraceId(pub Option<errbook::TraceId>);

impl<S: Sync> FromRequestParts<S> for TraceId {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(_: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(Self(Context::current().trace_id().cloned()))
    }
}
