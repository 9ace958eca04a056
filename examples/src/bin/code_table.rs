//! Codes derived from the names of variants, and a body that always has `"status": "error"`.
//!
//! `rename_all` derives the code of a variant that has none; renaming such a variant changes what clients read. What a
//! [`body!`](errbook::body!) has as a literal stays as it is, and a cell of a template may be plain text too.
//!
//! ```text
//! cargo run -p errbook-examples --bin code_table
//! ```

use std::error::Error;
use std::time::Duration;

use errbook::{ApiError, Body, Book, Reply};
use errbook_docgen::Table;

/// The body of every error. Successful replies have `"status": "ok"`.
const ENVELOPE: Body = errbook::body!({
    /// Always `error`.
    "status": "error",
    /// Stable, safe to match on.
    "code": code,
    /// For people; may change at any time.
    "message": message,
});

/// What the points API answers when it gives or takes no points.
#[derive(Debug, ApiError)]
#[api(display, body = ENVELOPE, rename_all = "PascalCase")]
enum PointsError {
    /// The request does not match the reference.
    ///
    /// # Cause
    /// A parameter is absent, unknown or out of range.
    ///
    /// # Solution
    /// Correct the parameter that the message names.
    #[api(status = 400, message = "`{parameter}` is out of range")]
    BadRequest {
        /// Which one to look at.
        parameter: &'static str,
    },

    /// The key is absent or not one of ours.
    ///
    /// # Solution
    /// Make a key in your settings and send it with every request.
    #[api(status = 401, header("WWW-Authenticate" = "Bearer"))]
    Unauthorized,

    /// You have spent more points than you had.
    ///
    /// # Cause
    /// A purchase that earned points was returned after they were spent.
    ///
    /// # Solution
    /// Earn or buy points until the balance is above zero.
    #[api(status = 402, message = "the balance is {balance} points")]
    PointsBalanceNegative {
        /// Below zero.
        balance: i64,
    },

    /// There is nothing at this address.
    #[api(status = 404)]
    NotFound,

    /// The requests of your plan are used up for now.
    ///
    /// # Solution
    /// Wait as many seconds as `Retry-After` says.
    #[api(status = 429)]
    TooManyRequests {
        /// Until there are new ones.
        #[api(retry_after)]
        wait: Duration,
    },

    /// Something broke on our side, and trying again may help.
    #[api(status = 500, retryable)]
    InternalServerError,
}

/// The whole API.
static BOOK: Book = Book::new("Points API", &[PointsError::CATALOG]);

fn main() -> Result<(), Box<dyn Error>> {
    println!("# {}\n", BOOK.name());
    let table = Table::new()
        .column(("HTTP Response Code", "{{ status }}"))
        .column(("Status", "error"))
        .column(("Code", "`{{ code }}`"))
        .column(("Description", "{{ description }}"))
        .row_above(["200", "ok", "", "The points are given or taken."]);
    println!("{}", table.markdown(&BOOK)?);

    println!("## Replies\n\n```json");
    for error in [
        PointsError::BadRequest { parameter: "amount" },
        PointsError::Unauthorized,
        PointsError::PointsBalanceNegative { balance: -120 },
        PointsError::NotFound,
        PointsError::TooManyRequests { wait: Duration::from_secs(30) },
        PointsError::InternalServerError,
    ] {
        println!("{}", Reply::new(&error));
    }
    println!("```\n\n## Troubleshooting");

    for entry in BOOK.entries().filter(|entry| entry.sections().next().is_some()) {
        println!("\n### `{}`", entry.code());
        for section in entry.sections() {
            println!("\n**{}.** {}", section.heading(), section.text());
        }
    }
    Ok(())
}
