//! What clients send and get.

use errbook::Violation;
use serde::{Deserialize, Serialize};

/// An order that exists.
#[derive(Debug, Serialize)]
pub struct Order {
    /// Its number.
    pub id: u64,
}

/// An order as a client sends it.
#[derive(Debug, Deserialize)]
pub struct NewOrder {
    /// What is ordered; the item `locked` is locked.
    pub item: String,
    /// How many pieces, at least one.
    pub quantity: u32,
}

impl NewOrder {
    /// What is wrong with it.
    pub fn violations(&self) -> Vec<Violation> {
        let mut violations = Vec::new();
        if self.item.is_empty() {
            violations.push(Violation::new("must not be empty").with_pointer("/item").with_code("EMPTY"));
        }
        if self.quantity == 0 {
            violations.push(Violation::new("must be at least 1").with_pointer("/quantity").with_code("MIN"));
        }
        violations
    }
}
