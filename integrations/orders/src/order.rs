//! What clients send and get.

use garde::Validate;
use serde::{Deserialize, Serialize};

/// What is sold, and its price in cents.
const PRICES: [(&str, i64); 3] = [("cup", 1200), ("pot", 3900), ("tea", 450)];

/// An order as a client sends it.
#[derive(Debug, Deserialize, Validate)]
pub(crate) struct NewOrder {
    /// What is ordered.
    #[garde(length(min = 1, max = 20), dive)]
    pub(crate) lines: Vec<Line>,
}

/// One item of an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
pub(crate) struct Line {
    #[garde(custom(is_sold))]
    item: String,
    #[garde(range(min = 1, max = 99))]
    quantity: i64,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "garde passes its context by reference")]
fn is_sold(item: &str, (): &()) -> garde::Result {
    let is_sold = PRICES.iter().any(|(name, _)| *name == item);
    if is_sold { Ok(()) } else { Err(garde::Error::new("is not sold here")) }
}

impl NewOrder {
    /// The price of all lines, in cents.
    pub(crate) fn cents(&self) -> i64 {
        let price = |item: &str| PRICES.iter().find(|(name, _)| *name == item).map_or(0, |(_, cents)| *cents);
        self.lines.iter().map(|line| price(&line.item) * line.quantity).sum()
    }
}

/// An order that exists.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Order {
    pub(crate) id: i64,
    pub(crate) lines: Vec<Line>,
    pub(crate) cents: i64,
    pub(crate) paid: bool,
}

/// The card that pays an order.
#[derive(Debug, Deserialize, Validate)]
pub(crate) struct Card {
    #[garde(length(chars, min = 4, max = 40))]
    pub(crate) card: String,
}

/// Which orders a list shows.
#[derive(Debug, Deserialize, Validate)]
pub(crate) struct Filter {
    /// The number of the last order that the client knows.
    #[serde(default)]
    #[garde(range(min = 0))]
    pub(crate) after: i64,
    #[serde(default = "usual_limit")]
    #[garde(range(min = 1, max = 100))]
    pub(crate) limit: i64,
}

fn usual_limit() -> i64 {
    20
}
