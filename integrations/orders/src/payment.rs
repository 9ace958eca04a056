//! The payment provider, another service that is asked over HTTP.

use std::net::SocketAddr;
use std::time::Duration;

use axum::http::header::{CONTENT_TYPE, HOST, RETRY_AFTER};
use axum::http::{Request, StatusCode};
use http_body_util::{BodyExt as _, Full};
use hyper::body::Bytes;
use hyper_util::rt::TokioIo;
use serde_json::json;
use thiserror::Error;
use tokio::net::TcpStream;

/// Why a payment failed. Only logs show it: the text is that of another service.
#[derive(Debug, Error)]
pub enum PaymentError {
    /// The provider answered with an error.
    #[error("the payment provider answered {status}: {text}")]
    Answered {
        /// Its status.
        status: StatusCode,
        /// Its body.
        text: String,
        /// Its `Retry-After`.
        wait: Option<Duration>,
    },
    /// There is no connection.
    #[error("cannot reach the payment provider")]
    Connect(#[from] std::io::Error),
    /// The connection broke.
    #[error("the connection to the payment provider broke")]
    Http(#[from] hyper::Error),
    /// The request cannot be made.
    #[error("invalid request to the payment provider")]
    Request(#[from] axum::http::Error),
    /// The provider is too slow.
    #[error("the payment provider is too slow")]
    Slow(#[from] tokio::time::error::Elapsed),
}

impl PaymentError {
    pub(crate) fn status(&self) -> Option<StatusCode> {
        if let Self::Answered { status, .. } = self { Some(*status) } else { None }
    }

    pub(crate) fn wait(&self) -> Option<Duration> {
        if let Self::Answered { wait, .. } = self { *wait } else { None }
    }
}

/// The payment provider at an address.
#[derive(Debug, Clone, Copy)]
pub struct Provider {
    /// Where it listens.
    pub address: SocketAddr,
    /// How long an answer may take.
    pub patience: Duration,
}

impl Provider {
    /// Charges a card for an order. The provider charges an order once, however often it is asked.
    ///
    /// # Errors
    ///
    /// If the provider does not answer in time, or refuses.
    pub async fn charge(&self, order: i64, card: &str, cents: i64) -> Result<(), PaymentError> {
        tokio::time::timeout(self.patience, self.ask(order, card, cents)).await?
    }

    async fn ask(&self, order: i64, card: &str, cents: i64) -> Result<(), PaymentError> {
        let stream = TcpStream::connect(self.address).await?;
        let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await?;
        tokio::spawn(connection);
        let charge = json!({ "card": card, "cents": cents }).to_string();
        let request = Request::post("/charges")
            .header(HOST, self.address.to_string())
            .header(CONTENT_TYPE, "application/json")
            .header("idempotency-key", order)
            .body(Full::new(Bytes::from(charge)))?;
        let response = sender.send_request(request).await?;
        let status = response.status();
        if status.is_success() {
            return Ok(());
        }
        let wait = response.headers().get(RETRY_AFTER).and_then(|value| value.to_str().ok()?.parse().ok());
        let text = response.into_body().collect().await?.to_bytes();
        let text = String::from_utf8_lossy(&text).into_owned();
        Err(PaymentError::Answered { status, text, wait: wait.map(Duration::from_secs) })
    }
}
