//! Requests that an extractor of axum refuses.

use std::error::Error;

use axum::extract::rejection::{
    BytesRejection, ExtensionRejection, FormRejection, JsonRejection, PathRejection, QueryRejection,
    RawFormRejection, StringRejection,
};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use errbook_tower::Refusal;

use crate::__private::respond;

/// The rejection of the extractors of this crate: an [`HttpError`](errbook::HttpError) with the status that axum chose.
///
/// Extractors of axum convert into it, so that `WithRejection<_, Rejection>` of `axum-extra` works for any of them.
#[derive(Debug)]
pub struct Rejection(Refusal);

impl Rejection {
    /// Creates a rejection from the status that axum chose, its text, and the rejection itself.
    fn new(status: StatusCode, text: String, source: impl Error + Send + Sync + 'static) -> Self {
        Self(Refusal::new(status).with_text(Some(text)).with_source(source))
    }
}

impl IntoResponse for Rejection {
    fn into_response(self) -> Response {
        respond(self.0)
    }
}

macro_rules! from {
    ($($rejection:ident)*) => {
        $(
            impl From<$rejection> for Rejection {
                fn from(rejection: $rejection) -> Self {
                    Self::new(rejection.status(), rejection.body_text(), rejection)
                }
            }
        )*
    };
}

from! {
    BytesRejection ExtensionRejection FormRejection JsonRejection PathRejection QueryRejection RawFormRejection
    StringRejection
}
