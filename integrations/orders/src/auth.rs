//! Who sends a request, and how many of them.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use axum::extract::FromRequestParts;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;

use crate::error::CustomerError;
use crate::routes::App;

/// The customer of each bearer token.
#[derive(Debug, Clone, Default)]
pub struct Tokens(HashMap<String, String>);

impl Tokens {
    /// Reads pairs of a token and a customer: `token=ada,other=grace`.
    pub fn parse(pairs: &str) -> Self {
        let pairs = pairs.split(',').filter_map(|pair| pair.split_once('='));
        Self(pairs.map(|(token, customer)| (token.trim().to_owned(), customer.trim().to_owned())).collect())
    }

    fn customer(&self, token: &str) -> Option<&str> {
        self.0.get(token).map(String::as_str)
    }
}

/// Allows each customer a number of requests in every window of time.
#[derive(Debug)]
pub struct Limiter {
    most: u32,
    window: Duration,
    started: Mutex<HashMap<String, (Instant, u32)>>,
}

impl Limiter {
    /// Creates a limiter.
    pub fn new(most: u32, window: Duration) -> Self {
        Self { most, window, started: Mutex::default() }
    }

    /// Counts one request.
    fn count(&self, customer: &str) -> Result<(), CustomerError> {
        let now = Instant::now();
        let mut started = self.started.lock().unwrap_or_else(PoisonError::into_inner);
        let (start, count) = started.entry(customer.to_owned()).or_insert((now, 0));
        if now.duration_since(*start) >= self.window {
            (*start, *count) = (now, 0);
        }
        *count += 1;
        if *count <= self.most {
            return Ok(());
        }
        Err(CustomerError::RateLimited { wait: (*start + self.window).duration_since(now) })
    }
}

/// The customer who sends a request, with a valid token and within the limit.
#[derive(Debug)]
pub(crate) struct Customer(pub(crate) String);

impl FromRequestParts<Arc<App>> for Customer {
    type Rejection = CustomerError;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, CustomerError> {
        let header = parts.headers.get(AUTHORIZATION).ok_or(CustomerError::Missing)?;
        let (scheme, token) =
            header.to_str().ok().and_then(|text| text.split_once(' ')).ok_or(CustomerError::Missing)?;
        if !scheme.eq_ignore_ascii_case("bearer") {
            return Err(CustomerError::Missing);
        }
        let customer = app.tokens.customer(token.trim()).ok_or(CustomerError::Invalid)?;
        app.limiter.count(customer)?;
        Ok(Self(customer.to_owned()))
    }
}
