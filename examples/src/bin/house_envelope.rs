//! The format of your house: an envelope of your own, down to the last member.
//!
//! Each reply fills in the placeholders: `meta.NAME` from the declaration, `trace_id` and `timestamp` from the request.
//! [`Body::with_required`] makes an error without an owner a compile error.
//!
//! ```text
//! cargo run -p errbook-examples --bin house_envelope
//! ```

use std::error::Error;
use std::time::{Duration, SystemTime};

use errbook::body::Placeholder;
use errbook::{ApiError, Body, Reply};
use errbook_docgen::Table;

/// What every service of the house answers with.
const ENVELOPE: Body = errbook::body!({
    /// Always `false`; successful replies have `true`.
    "ok": false,
    /// The status of the reply and the code of the error in one, for log lines.
    "key": "{status}/{code}",
    /// Stable, safe to match on.
    "code": code,
    /// For people; may change at any time.
    "message": message,
    /// Whether the same request may succeed later.
    "retryable": retryable,
    /// After how many seconds, if we know.
    "retry_after"?: retry_after,
    /// What this error adds, by code.
    "details"?: details,
    /// Who answers questions about this error.
    "team": meta.team,
    /// Identifies the request; give it to support.
    "trace_id": trace_id,
    /// When we answered.
    "time": timestamp,
})
.with_required(&[Placeholder::Meta("team")]);

/// The errors of the bookings service.
#[derive(Debug, ApiError)]
#[api(display, body = ENVELOPE, meta(team = "bookings"))]
enum BookingError {
    /// The room is taken for part of the time.
    #[api(status = 409, code = "RoomTaken", message = "room {room} is taken")]
    RoomTaken {
        /// The room that was asked for.
        #[api(detail)]
        room: u32,
        /// Rooms that are free for all of the time.
        #[api(detail = "free_rooms")]
        free: Vec<u32>,
    },

    /// The card was not charged.
    #[api(status = 402, code = "CardDeclined", message = "the card was declined", meta(team = "payments"))]
    CardDeclined,

    /// Too many bookings at once.
    #[api(status = 503, code = "Busy", message = "more bookings than we can handle")]
    Busy {
        /// Until it is worth another try.
        #[api(retry_after)]
        wait: Duration,
    },
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("# Replies");
    // A service leaves this out: a reply knows the present.
    let time = SystemTime::UNIX_EPOCH + Duration::from_secs(1_767_323_045);
    for error in [
        BookingError::RoomTaken { room: 12, free: vec![14, 15] },
        BookingError::CardDeclined,
        BookingError::Busy { wait: Duration::from_secs(5) },
    ] {
        let reply = Reply::new(&error).trace_id("4bf92f35").timestamp(time);
        println!("\n## {}\n", error.code());
        println!("```json\n{}\n```", serde_json::to_string_pretty(&reply)?);
    }

    println!("\n# Members\n");
    let members = Table::new()
        .column(("Name", "`{{ name }}`"))
        .column(("Type", "`{{ type }}`"))
        .column(("Required", "{{ 'yes' if required else 'no' }}"))
        .column(("Description", "{{ description }}"));
    print!("{}", members.markdown(&ENVELOPE)?);
    Ok(())
}
