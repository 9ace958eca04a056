//! An orders service: create, get, list and pay, with bearer tokens, a rate limit, `SQLite` and a payment provider.
//!
//! `error.rs` declares every error. The other files use them with `?`.

mod auth;
#[cfg(test)]
mod documentation;
mod error;
mod order;
mod payment;
mod routes;
pub mod sandbox;
mod store;

pub use self::auth::{Limiter, Tokens};
pub use self::error::{BOOK, CustomerError, OrderError, StoreError};
pub use self::payment::{PaymentError, Provider};
pub use self::routes::{App, app, routes};
pub use self::store::Store;
