//! thiserror and a hand-written `ResponseError`.

use actix_web::http::StatusCode;
use actix_web::http::header::RETRY_AFTER;
use actix_web::web::{Path, ServiceConfig};
use actix_web::{HttpResponse, ResponseError, get};
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
    fn code(&self) -> &'static str {
        match self {
            Self::NotFound { .. } => "NO_SUCH_ORDER",
            Self::Locked => "LOCKED",
            Self::RateLimited { .. } => "RATE_LIMITED",
            Self::Store(_) => "STORE_FAILED",
        }
    }
}

impl ResponseError for OrderError {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::NotFound { .. } => StatusCode::NOT_FOUND,
            Self::Locked => StatusCode::CONFLICT,
            Self::RateLimited { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Store(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn error_response(&self) -> HttpResponse {
        let status = self.status_code();
        let message =
            if status.is_server_error() { "Internal Server Error".to_owned() } else { self.to_string() };
        let mut response = HttpResponse::build(status);
        if let Self::RateLimited { seconds } = self {
            response.insert_header((RETRY_AFTER, *seconds));
        }
        response.json(json!({ "code": self.code(), "message": message }))
    }
}

#[get("/orders/{id}")]
async fn get_order(id: Path<u64>) -> Result<String, OrderError> {
    match *id {
        7 => Ok("tea".to_owned()),
        8 => Err(OrderError::Locked),
        9 => Err(OrderError::RateLimited { seconds: 30 }),
        10 => Ok(std::fs::read_to_string("no/such/file")?),
        id => Err(OrderError::NotFound { id }),
    }
}

pub fn routes(config: &mut ServiceConfig) {
    config.service(get_order);
}
