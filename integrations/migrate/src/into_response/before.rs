//! thiserror and a hand-written `IntoResponse`.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::http::header::RETRY_AFTER;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::json;
use thiserror::Error;

#[derive(Debug, Error)]
pub enum OrderError {
    #[error("there is no order {id}")]
    NotFound { id: u64 },
    #[error("the order is locked")]
    Locked,
    #[error("too many requests")]
    RateLimited { seconds: u64 },
    #[error("cannot read the orders")]
    Store(#[from] std::io::Error),
}

impl OrderError {
    fn status(&self) -> StatusCode {
        match self {
            Self::NotFound { .. } => StatusCode::NOT_FOUND,
            Self::Locked => StatusCode::CONFLICT,
            Self::RateLimited { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Store(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::NotFound { .. } => "NO_SUCH_ORDER",
            Self::Locked => "LOCKED",
            Self::RateLimited { .. } => "RATE_LIMITED",
            Self::Store(_) => "STORE_FAILED",
        }
    }
}

impl IntoResponse for OrderError {
    fn into_response(self) -> Response {
        let status = self.status();
        let message =
            if status.is_server_error() { "Internal Server Error".to_owned() } else { self.to_string() };
        let mut error = json!({ "code": self.code(), "message": message });
        if let Self::NotFound { id } = self {
            error["order"] = id.into();
        }
        let mut response = (status, Json(json!({ "error": error }))).into_response();
        if let Self::RateLimited { seconds } = self {
            response.headers_mut().insert(RETRY_AFTER, seconds.into());
        }
        response
    }
}

async fn get_order(Path(id): Path<u64>) -> Result<String, OrderError> {
    match id {
        7 => Ok("tea".to_owned()),
        8 => Err(OrderError::Locked),
        9 => Err(OrderError::RateLimited { seconds: 30 }),
        10 => Ok(std::fs::read_to_string("no/such/file")?),
        _ => Err(OrderError::NotFound { id }),
    }
}

pub fn app() -> Router {
    Router::new().route("/orders/{id}", get(get_order))
}
