//! Beside snafu, `Display` and `source` are snafu's; a message may name what snafu makes no source of.

use std::error::Error as _;
use std::fmt;

use errbook::{ApiError, Reply};
use snafu::{GenerateImplicitData, IntoError as _, Snafu};

use crate::message_of;

#[derive(Debug, Snafu, ApiError)]
#[api(rename_all = "PascalCase")]
enum Beside {
    #[snafu(display("row {id} is gone"))]
    #[api(status = 404)]
    Missing { id: u8 },
    #[snafu(display("the pool is empty"))]
    #[api(status = 503)]
    Pool {
        #[snafu(source)]
        cause: fmt::Error,
    },
    #[snafu(display("row {id} is gone because of {source}"))]
    #[api(status = 410, message = "gone because of {source}, ask for {ticket}")]
    Gone {
        id: u8,
        #[snafu(source(false))]
        source: &'static str,
        #[snafu(implicit)]
        ticket: Ticket,
    },
}

#[derive(Debug)]
struct Ticket;

impl GenerateImplicitData for Ticket {
    fn generate() -> Self {
        Self
    }
}

impl fmt::Display for Ticket {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("T1")
    }
}

#[test]
fn its_display_serves_below_500() {
    let error = MissingSnafu { id: 7_u8 }.build();
    assert_eq!(Reply::new(&error).to_string(), r#"{"code":"Missing","message":"row 7 is gone"}"#);
}

#[test]
fn its_source_is_for_logs() {
    let error = PoolSnafu.into_error(fmt::Error);
    assert!(error.source().unwrap().is::<fmt::Error>());
    assert_eq!(error.to_string(), "the pool is empty");
    assert_eq!(message_of(&error), "Service Unavailable");
}

#[test]
fn a_message_names_what_is_no_source() {
    let error = GoneSnafu { id: 7_u8, source: "age" }.build();
    assert_eq!(message_of(&error), "gone because of age, ask for T1");
    assert_eq!(error.to_string(), "row 7 is gone because of age");
}
