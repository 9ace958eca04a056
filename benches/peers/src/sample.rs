//! The values of the cases, and the errors as plain `thiserror` enums for the peers that have no derive.

pub(crate) use errbook_benches::sample::*;
use thiserror::Error as ThisError;

#[derive(Debug, ThisError)]
pub(crate) enum Error {
    #[error("the service is overloaded")]
    Overloaded,
    #[error("more than {limit} requests in one {window}")]
    TooManyRequests { limit: u32, window: String },
    #[error("there are {left} pieces of {item} left")]
    OutOfStock { item: String, left: u32, supplier: Supplier },
    #[error("{text}")]
    InvalidQuery { text: String },
    #[error("the balance is {balance}, the price is {price}")]
    OutOfCredit { balance: u32, price: u32, instance: String },
}

#[derive(Debug, ThisError)]
pub(crate) enum Middle {
    #[error(transparent)]
    Inner(Error),
}

#[derive(Debug, ThisError)]
pub(crate) enum Outer {
    #[error(transparent)]
    Middle(Middle),
}

impl Error {
    /// The error of a case; (d) and (e) have that of (b).
    pub(crate) fn of(letter: char) -> Option<Self> {
        Some(match letter {
            'a' => Self::Overloaded,
            'b' | 'd' | 'e' => Self::TooManyRequests { limit: LIMIT, window: window() },
            'c' => Self::OutOfStock { item: item(), left: LEFT, supplier: supplier() },
            'f' => Self::InvalidQuery { text: text() },
            'g' => Self::OutOfCredit { balance: BALANCE, price: PRICE, instance: instance() },
            _ => return None,
        })
    }

    pub(crate) fn nested(self) -> Outer {
        Outer::Middle(Middle::Inner(self))
    }
}
