//! Documentation with the characters that end a text in a table: they are replaced, and what follows is still read.

use errbook::ApiError;

#[doc = "What can go\u{1E} wrong.\u{1F}"]
#[derive(Debug, ApiError)]
#[api(display)]
enum Order {
    #[doc = "It is\u{1E} gone.\u{1D}"]
    #[api(status = 410, code = "Gone")]
    Gone,
    /// It is late.
    #[api(status = 409, code = "Late")]
    Late,
}

#[test]
fn are_replaced() {
    let catalog = Order::CATALOG;
    let docs: Vec<_> = catalog.entries().map(errbook::Entry::description).collect();
    assert_eq!(catalog.name(), "Order");
    assert_eq!(catalog.description(), "What can go\u{FFFD} wrong.\u{FFFD}");
    assert_eq!(docs, ["It is\u{FFFD} gone.\u{FFFD}", "It is late."]);
    assert_eq!(Order::Gone.entry().description(), docs[0]);
    assert_eq!(Order::Late.entry().description(), docs[1]);
}
