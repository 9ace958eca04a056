//! A small orders service of actix-web: create, get and cancel, in memory, with a bearer token.
//!
//! `error.rs` declares every error, and the handlers use them with `?`.

mod error;
mod store;

use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::web::{Data, ServiceConfig};
use actix_web::{FromRequest, HttpRequest, HttpResponse, Responder, delete, get, http::header, post};
use errbook_actix::{Json, Path};
use garde::Validate as _;
use std::future::{Ready, ready};

pub use self::error::{BOOK, OrderError};
pub use self::store::Store;
use self::store::{NewOrder, Order};

/// A request with the token of the service.
struct Authorized;

impl FromRequest for Authorized {
    type Error = OrderError;
    type Future = Ready<Result<Self, OrderError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let is_valid =
            request.headers().get(header::AUTHORIZATION).is_some_and(|value| value == "Bearer demo");
        ready(if is_valid { Ok(Self) } else { Err(OrderError::Unauthorized) })
    }
}

#[post("/orders")]
async fn create(
    _: Authorized,
    store: Data<Store>,
    order: Json<NewOrder>,
) -> Result<impl Responder, OrderError> {
    order.validate()?;
    Ok(HttpResponse::build(StatusCode::CREATED).json(store.create(order.0)))
}

#[get("/orders/{id}")]
async fn show(_: Authorized, store: Data<Store>, id: Path<u64>) -> Result<Json<Order>, OrderError> {
    Ok(Json(store.get(*id)?))
}

#[delete("/orders/{id}")]
async fn cancel(_: Authorized, store: Data<Store>, id: Path<u64>) -> Result<Json<Order>, OrderError> {
    Ok(Json(store.cancel(*id)?))
}

/// Adds the routes to an app.
pub fn routes(config: &mut ServiceConfig) {
    config.service(create).service(show).service(cancel);
}
