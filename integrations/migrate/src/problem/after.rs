//! errbook beside thiserror, in the same problem details.

use axum::Router;
use axum::routing::get;
use errbook::{ApiError, Body, Book, body};
use errbook_axum::Path;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(impls(errbook_axum), docs_url = "https://example.com/errors/{code}")]
pub enum OrderError {
    /// No order has this number.
    #[error("there is no order {id}")]
    #[api(status = 404, code = "NO_SUCH_ORDER")]
    NotFound { id: u64 },
    /// Somebody else changes the order.
    #[error("the order is locked")]
    #[api(status = 409, code = "LOCKED")]
    Locked,
    /// The orders cannot be read.
    #[error("cannot read the orders")]
    #[api(status = 500, code = "STORE_FAILED")]
    Store(#[from] std::io::Error),
}

static PROBLEM: Body = body!({
    "type": type,
    "status": status,
    "title": title,
    "detail": message,
    "code": code,
    ..details,
})
.with_content_type("application/problem+json");

pub static BOOK: Book = Book::new("Orders API", &[OrderError::CATALOG]).with_body(&PROBLEM);

async fn get_order(Path(id): Path<u64>) -> Result<String, OrderError> {
    match id {
        7 => Ok("tea".to_owned()),
        8 => Err(OrderError::Locked),
        10 => Ok(std::fs::read_to_string("no/such/file")?),
        _ => Err(OrderError::NotFound { id }),
    }
}

pub fn app() -> Router {
    Router::new().route("/orders/{id}", get(get_order)).layer(errbook_axum::layer(&BOOK))
}
