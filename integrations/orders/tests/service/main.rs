//! The service on a real socket: every route, every error that it declares, what axum refuses, and a panic.

mod client;
mod errors;
mod refusals;
mod routes;
mod service;
