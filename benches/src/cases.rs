//! What is measured: pairs of functions that make the same bytes.

use errbook::{ApiError, Reply};
use serde::Serialize;

/// One reply, made in two ways.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) errbook: fn() -> Vec<u8>,
    pub(crate) by_hand: fn() -> Vec<u8>,
    /// The most instructions that errbook may take, as a part of those by hand.
    pub(crate) goal: f64,
}

pub(crate) const CASES: &[Case] = &[
    Case {
        name: "message with two fields",
        errbook: || reply(&OrderError::TooMany { limit: 100, window: "minute".to_owned() }),
        by_hand: || by_hand(&HandError::TooMany { limit: 100, window: "minute".to_owned() }),
        goal: 1.2,
    },
    Case {
        name: "message and details with two fields",
        errbook: || reply(&OrderError::OutOfStock { item: "4b-f92".to_owned(), left: 3 }),
        by_hand: || by_hand(&HandError::OutOfStock { item: "4b-f92".to_owned(), left: 3 }),
        goal: 1.2,
    },
];

#[derive(Debug, ApiError)]
#[api(display)]
enum OrderError {
    #[api(status = 429, code = "TooManyRequests", message = "more than {limit} requests in one {window}")]
    TooMany { limit: u32, window: String },
    #[api(status = 409, code = "OutOfStock", message = "there are {left} pieces of {item} left")]
    OutOfStock {
        #[api(detail)]
        item: String,
        #[api(detail)]
        left: u32,
    },
}

fn reply(error: &OrderError) -> Vec<u8> {
    Reply::new(std::hint::black_box(error)).to_json()
}

/// The same as an experienced developer writes it.
#[derive(Debug)]
enum HandError {
    TooMany { limit: u32, window: String },
    OutOfStock { item: String, left: u32 },
}

#[derive(Serialize)]
struct Body<'a> {
    code: &'static str,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    trace_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    details: Option<Details<'a>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Details<'a> {
    OutOfStock { item: &'a str, left: u32 },
}

impl std::fmt::Display for HandError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::TooMany { limit, window } => write!(f, "more than {limit} requests in one {window}"),
            Self::OutOfStock { item, left } => write!(f, "there are {left} pieces of {item} left"),
        }
    }
}

impl HandError {
    fn code(&self) -> &'static str {
        match self {
            Self::TooMany { .. } => "TooManyRequests",
            Self::OutOfStock { .. } => "OutOfStock",
        }
    }

    fn details(&self) -> Option<Details<'_>> {
        match self {
            Self::TooMany { .. } => None,
            Self::OutOfStock { item, left } => Some(Details::OutOfStock { item, left: *left }),
        }
    }
}

fn by_hand(error: &HandError) -> Vec<u8> {
    let error = std::hint::black_box(error);
    let message = error.to_string();
    let body = Body { code: error.code(), message: &message, trace_id: None, details: error.details() };
    serde_json::to_vec(&body).unwrap_or_default()
}
