//! `problem_details`, made of thiserror's errors by hand.

use axum::Router;
use axum::extract::Path;
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use problem_details::ProblemDetails;
use serde::Serialize;
use thiserror::Error;

#[derive(Debug, Error)]
pub enum OrderError {
    #[error("there is no order {id}")]
    NotFound { id: u64 },
    #[error("the order is locked")]
    Locked,
    #[error("cannot read the orders")]
    Store(#[from] std::io::Error),
}

#[derive(Serialize)]
struct Members {
    code: &'static str,
}

impl IntoResponse for OrderError {
    fn into_response(self) -> Response {
        let (status, code, url) = match self {
            Self::NotFound { .. } => {
                (StatusCode::NOT_FOUND, "NO_SUCH_ORDER", "https://example.com/errors/NO_SUCH_ORDER")
            }
            Self::Locked => (StatusCode::CONFLICT, "LOCKED", "https://example.com/errors/LOCKED"),
            Self::Store(_) => {
                (StatusCode::INTERNAL_SERVER_ERROR, "STORE_FAILED", "https://example.com/errors/STORE_FAILED")
            }
        };
        let detail =
            if status.is_server_error() { "Internal Server Error".to_owned() } else { self.to_string() };
        ProblemDetails::from_status_code(status)
            .with_type(Uri::from_static(url))
            .with_detail(detail)
            .with_extensions(Members { code })
            .into_response()
    }
}

async fn get_order(Path(id): Path<u64>) -> Result<String, OrderError> {
    match id {
        7 => Ok("tea".to_owned()),
        8 => Err(OrderError::Locked),
        10 => Ok(std::fs::read_to_string("no/such/file")?),
        _ => Err(OrderError::NotFound { id }),
    }
}

pub fn app() -> Router {
    Router::new().route("/orders/{id}", get(get_order))
}
