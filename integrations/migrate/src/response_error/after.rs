//! errbook beside thiserror.

use actix_web::get;
use actix_web::web::ServiceConfig;
use errbook::{ApiError, Body, Book, body};
use errbook_actix::{ErrorMiddleware, Path};
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(impls(errbook_actix))]
pub enum OrderError {
    /// No order has this number.
    #[error("there is no order {id}")]
    #[api(status = 404, code = "NO_SUCH_ORDER")]
    NotFound { id: u64 },
    /// Somebody else changes the order.
    #[error("the order is locked")]
    #[api(status = 409, code = "LOCKED")]
    Locked,
    /// You send requests too fast.
    #[error("too many requests")]
    #[api(status = 429, code = "RATE_LIMITED")]
    RateLimited {
        #[api(retry_after)]
        seconds: u64,
    },
    /// The orders cannot be read.
    #[error("cannot read the orders")]
    #[api(status = 500, code = "STORE_FAILED")]
    Store(#[from] std::io::Error),
}

static ENVELOPE: Body = body!({ "code": code, "message": message });

pub static BOOK: Book = Book::new("Orders API", &[OrderError::CATALOG]).with_body(&ENVELOPE);

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

/// `App::new().configure(routes).wrap(middleware())`
pub fn middleware() -> ErrorMiddleware {
    errbook_actix::middleware(&BOOK)
}
