//! Beside thiserror, a `message` is for the client and `#[error]` is for logs.

use errbook::{ApiError, Reply};

use crate::message_of;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(rename_all = "PascalCase")]
enum Beside {
    #[error("row {id} is locked by {owner}")]
    #[api(status = 409, message = "order {id} is being changed")]
    Locked {
        #[api(detail)]
        id: u8,
        owner: &'static str,
    },
    #[error("pool of {0} is empty")]
    #[api(status = 503, message = "try again")]
    Busy(u8),
    #[error("no row {0}")]
    #[api(status = 404)]
    Missing(u8),
}

#[test]
fn message_and_display_differ() {
    let error = Beside::Locked { id: 1, owner: "ann" };
    assert_eq!(error.to_string(), "row 1 is locked by ann");
    assert_eq!(
        Reply::new(&error).to_string(),
        r#"{"code":"Locked","message":"order 1 is being changed","details":{"id":1}}"#
    );
}

#[test]
fn a_message_is_public_from_500_up() {
    assert_eq!(Beside::Busy(1).to_string(), "pool of 1 is empty");
    assert_eq!(message_of(&Beside::Busy(1)), "try again");
}

#[test]
fn display_serves_below_500() {
    assert_eq!(message_of(&Beside::Missing(1)), "no row 1");
}
