//! The errors of both servers: that of errbook, and the hand-written one.

use errbook_benches::sample;
use serde::Serialize;

/// Error replies of case (b), and a success.
#[derive(Debug, errbook::ApiError)]
#[api(
    display,
    impls(errbook_actix, errbook_axum),
    status = 429,
    code = "TooManyRequests",
    message = "more than {limit} requests in one {window}"
)]
pub struct TooManyRequests {
    limit: u32,
    window: String,
}

pub static BOOK: errbook::Book = errbook::Book::new("Benches", &[TooManyRequests::CATALOG]);

#[derive(Debug, thiserror::Error)]
#[error("more than {limit} requests in one {window}")]
pub struct HandWritten {
    limit: u32,
    window: String,
}

#[derive(Serialize)]
pub struct Envelope {
    code: &'static str,
    message: String,
}

impl HandWritten {
    pub fn envelope(&self) -> Envelope {
        Envelope { code: "TooManyRequests", message: self.to_string() }
    }
}

pub fn too_many_requests() -> TooManyRequests {
    TooManyRequests { limit: sample::LIMIT, window: sample::window() }
}

pub fn hand_written() -> HandWritten {
    HandWritten { limit: sample::LIMIT, window: sample::window() }
}
