//! `http-api-problem`, made of thiserror's errors by hand.

use axum::Router;
use axum::extract::Path;
use axum::routing::get;
use http_api_problem::{HttpApiProblem, StatusCode};
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

impl From<OrderError> for HttpApiProblem {
    fn from(error: OrderError) -> Self {
        let (status, code) = match error {
            OrderError::NotFound { .. } => (StatusCode::NOT_FOUND, "NO_SUCH_ORDER"),
            OrderError::Locked => (StatusCode::CONFLICT, "LOCKED"),
            OrderError::Store(_) => (StatusCode::INTERNAL_SERVER_ERROR, "STORE_FAILED"),
        };
        let detail =
            if status.is_server_error() { "Internal Server Error".to_owned() } else { error.to_string() };
        Self::with_title(status)
            .type_url(format!("https://example.com/errors/{code}"))
            .detail(detail)
            .value("code", &code)
    }
}

async fn get_order(Path(id): Path<u64>) -> Result<String, HttpApiProblem> {
    match id {
        7 => Ok("tea".to_owned()),
        8 => Err(OrderError::Locked)?,
        10 => Ok(std::fs::read_to_string("no/such/file").map_err(OrderError::from)?),
        _ => Err(OrderError::NotFound { id })?,
    }
}

pub fn app() -> Router {
    Router::new().route("/orders/{id}", get(get_order))
}
