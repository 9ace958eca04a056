//! The values in the errors of all contenders.

use serde::Serialize;

pub const TRACE_ID: &str = "4bf92f3577b34da6a3ce929d0e0e4736";
pub const LIMIT: u32 = 100;
pub const LEFT: u32 = 3;
pub const BALANCE: u32 = 30;
pub const PRICE: u32 = 50;

pub fn window() -> String {
    "minute".to_owned()
}

pub fn item() -> String {
    "4b-f92".to_owned()
}

#[derive(Debug, Clone, Serialize)]
pub struct Supplier {
    pub name: String,
    pub country: String,
    pub days: u8,
}

pub fn supplier() -> Supplier {
    Supplier { name: "Acme".to_owned(), country: "SE".to_owned(), days: 12 }
}

pub fn instance() -> String {
    "/account/12345/msgs/abc".to_owned()
}

/// 1 KiB, a sixth of it to be escaped.
pub fn text() -> String {
    let mut text = "SELECT \"name\", 'x\\y' FROM \"orders\"\n".repeat(32);
    text.truncate(1024);
    text
}
