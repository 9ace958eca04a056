//! A payment provider to try the service with. The card says how it answers, as with the test cards of real ones.

use std::time::Duration;

use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Json, Router};
use serde::Deserialize;

#[derive(Deserialize)]
struct Charge {
    card: String,
}

/// The provider: `POST /charges` with a card that is `declined`, `busy`, `broken`, `slow`, or any other, which pays.
pub fn provider() -> Router {
    Router::new().route("/charges", post(charge))
}

async fn charge(headers: HeaderMap, Json(charge): Json<Charge>) -> Response {
    if !headers.contains_key("idempotency-key") {
        return StatusCode::BAD_REQUEST.into_response();
    }
    match charge.card.as_str() {
        "declined" => (StatusCode::PAYMENT_REQUIRED, "insufficient funds of account 4711").into_response(),
        "busy" => (StatusCode::SERVICE_UNAVAILABLE, [(RETRY_AFTER, "5")], "try later").into_response(),
        "broken" => {
            (StatusCode::INTERNAL_SERVER_ERROR, "db1.internal: password=hunter2 refused").into_response()
        }
        "slow" => {
            tokio::time::sleep(Duration::from_secs(60)).await;
            StatusCode::CREATED.into_response()
        }
        _ => StatusCode::CREATED.into_response(),
    }
}
